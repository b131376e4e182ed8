"""The clubs that the rows of team lists define."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import ListRow, Mention, Regions, can_be_in, can_meet
from pipeline.reference.clubs import ANYWHERE, ClubFile, ClubLine, article

PROVISIONAL = "provisional"


def listed_clubs(
    rows: Sequence[ListRow],
    mentions: Iterable[Mention],
    regions: Regions,
    season: str,
    file: ClubFile,
) -> list[Club]:
    """Return the club of each row: by its link, else by name, department and town.

    A row without a link takes that of a match or table, where the page prints this very name once
    in its lists and with one link only, never in a region that lacks the department. Of one that
    states no department the season says no more than of a name in a match: it is a provisional
    club. One that repeats, in another list, the name of a single row that says more is of its club.
    """
    lists = _Lists(rows, mentions, regions, season, file)
    defined = [(row, lists.club(row)) for row in rows]
    linked: defaultdict[str, list[tuple[ListRow, Club]]] = defaultdict(list)
    placed: defaultdict[str, list[tuple[ListRow, Club]]] = defaultdict(list)
    for row, club in defined:
        (linked if row.link else placed)[row.name].append((row, club))
    clubs = []
    for row, club in defined:
        others = [] if row.code and row.town else placed[row.name]
        clubs.append(_repeated(row, club, (*linked[row.name], *others)))
    fullest: dict[str, Club] = {}
    for club in clubs:
        fullest[club.key] = max(club, fullest.get(club.key, club), key=_said)
    return [fullest[club.key] for club in clubs]


def is_provisional(club: Club) -> bool:
    """Whether the club stands in for one that nothing settles; it is one of its season only."""
    return club.key.startswith(f"{PROVISIONAL}-")


def doubtful_links(rows: Iterable[ListRow]) -> set[str]:
    """Return the link targets that lists give to clubs of two departments: they part nobody."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        link = article(row.link or "")
        if link and row.code:
            places[link].add(row.code)
    return {link for link, codes in places.items() if len(codes) > 1}


def _repeated(row: ListRow, club: Club, others: Iterable[tuple[ListRow, Club]]) -> Club:
    """Return the club of the one row that another list has of the name and that says more."""
    if club.name or article(row.link or ""):
        return club
    fuller: dict[str, Club] = {}
    for there, other in others:
        if _says_more(there, row) and _repeats(row, there):
            fuller[other.key] = other
        if len(fuller) > 1:
            return club
    return next(iter(fuller.values()), club)


def _says_more(there: ListRow, row: ListRow) -> bool:
    return bool(there.link or (there.code and not row.code) or (there.town and not row.town))


def _repeats(row: ListRow, there: ListRow) -> bool:
    """Whether the row is of another list and contradicts nothing of the one there."""
    if there.section == row.section or row.is_elsewhere(there.town or ""):
        return False
    if row.place and slug(there.place) != slug(row.place):
        return False
    return can_meet(there.section, row.section)


def _said(club: Club) -> tuple[str, ...]:
    """Return what is said of the club, to put one that says more after one that says less."""
    return club.name or "", club.department or "", club.town or ""


class _Lists:
    """The rows of a season, with what the page says elsewhere about their names."""

    def __init__(
        self,
        rows: Sequence[ListRow],
        mentions: Iterable[Mention],
        regions: Regions,
        season: str,
        file: ClubFile,
    ) -> None:
        self.regions, self.season, self.file = regions, season, file
        self.doubtful = doubtful_links(rows)
        self.towns: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
        self.departments: defaultdict[str, set[str | None]] = defaultdict(set)
        self.linked: defaultdict[str, list[Mention]] = defaultdict(list)
        for row in rows:
            self.towns[row.name, row.code].add(slug(row.town or ""))
            self.departments[row.name].add(row.code)
        for mention in mentions:
            link = article(mention.link or "")
            if link and link not in self.doubtful:
                self.linked[mention.names[0]].append(mention)

    def club(self, row: ListRow) -> Club:
        """Return the club that the row defines."""
        link = article(row.link or "")
        if link and link not in self.doubtful:
            return self.file.club_of_link(link, self.season, row.code)
        return self._filed(row) or self._linked_elsewhere(row) or self._defined(row)

    def _filed(self, row: ListRow) -> Club | None:
        named = self.file.lines_named(row.name, self.season)
        lines = [line for line in named if self._holds_in(line, row)]
        at_town = [line for line in lines if row.is_at(line.town)]
        if at_town or self._is_crowded(row):
            lines = at_town
        found = {self.file.clubs[line.key] for line in lines}
        return found.pop() if len(found) == 1 else None

    def _linked_elsewhere(self, row: ListRow) -> Club | None:
        linked = self.linked[row.name]
        links = {article(mention.link or "") for mention in linked}
        alone = len(self.departments[row.name]) == 1 and not self._is_crowded(row)
        there = all(can_be_in(self.regions, mention.section, row.code) for mention in linked)
        if len(links) != 1 or not alone or not there:
            return None
        club = self.file.club_of_link(next(iter(links)), self.season, row.code)
        return club if club.department == row.code else None

    def _defined(self, row: ListRow) -> Club:
        place = row.place
        parts = [row.name, place] if place else [PROVISIONAL, self.season, "listed", row.name]
        key = "-".join(map(slug, parts))
        taken = row.is_elsewhere(self.file.town_of(key))
        if taken or (row.town and not row.is_at(place)):
            key = f"{key}-{slug(row.town or '')}"
        return self.file.club_of_key(key, row.code, row.town)

    def _holds_in(self, line: ClubLine, row: ListRow) -> bool:
        """Whether the line speaks of the row's place; one for anywhere must not be at odds."""
        club = self.file.clubs[line.key]
        town = line.town or (club.town if line.department == ANYWHERE else "")
        if row.is_elsewhere(town or ""):
            return False
        if line.department != ANYWHERE:
            return line.department == row.code
        return row.code is None or club.department in {row.code, None}

    def _is_crowded(self, row: ListRow) -> bool:
        """Whether the lists have the name in several towns of the department."""
        return len(self.towns[row.name, row.code]) > 1
