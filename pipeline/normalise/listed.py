"""The clubs that the rows of team lists define."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.domain.match import Club
from pipeline.domain.names import fold, slug
from pipeline.normalise.club_file import ANYWHERE, ClubFile, Line, article
from pipeline.normalise.mentions import ListRow, Mention


def listed_clubs(
    rows: Sequence[ListRow], mentions: Iterable[Mention], season: str, file: ClubFile
) -> list[Club]:
    """Return the club of each row: by its link, else by name, department and, if need be, town.

    A row without a link takes that of a match or table, where the page prints this very name once
    in its lists and with one link only.
    """
    lists = _Lists(rows, mentions, season, file)
    return [lists.club(row) for row in rows]


def doubtful_links(rows: Iterable[ListRow]) -> set[str]:
    """Return the link targets that lists give to clubs of two departments: they part nobody."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.link and row.code:
            places[article(row.link)].add(row.code)
    return {link for link, codes in places.items() if len(codes) > 1}


class _Lists:
    """The rows of a season, with what the page says elsewhere about their names."""

    def __init__(
        self, rows: Sequence[ListRow], mentions: Iterable[Mention], season: str, file: ClubFile
    ) -> None:
        self.season, self.file = season, file
        self.doubtful = doubtful_links(rows)
        self.towns: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
        self.departments: defaultdict[str, set[str | None]] = defaultdict(set)
        self.links: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            self.towns[row.name, row.code].add(fold(row.town or ""))
            self.departments[row.name].add(row.code)
        for mention in mentions:
            if mention.link and article(mention.link) not in self.doubtful:
                self.links[mention.names[0]].add(article(mention.link))

    def club(self, row: ListRow) -> Club:
        """Return the club that the row defines."""
        if row.link and article(row.link) not in self.doubtful:
            return self.file.of_link(row.link, self.season, row.code)
        return self._filed(row) or self._linked_elsewhere(row) or self._defined(row)

    def _filed(self, row: ListRow) -> Club | None:
        named = self.file.named(row.name, self.season)
        lines = [line for line in named if self._holds_in(line, row.code)]
        at_town = [line for line in lines if line.town and fold(line.town) == fold(row.town or "")]
        if at_town or self._is_crowded(row):
            lines = at_town
        found = {self.file.clubs[line.key] for line in lines}
        return found.pop() if len(found) == 1 else None

    def _linked_elsewhere(self, row: ListRow) -> Club | None:
        links = self.links[row.name]
        alone = len(self.departments[row.name]) == 1 and not self._is_crowded(row)
        if len(links) != 1 or not alone:
            return None
        club = self.file.of_link(next(iter(links)), self.season, row.code)
        return club if club.department == row.code else None

    def _defined(self, row: ListRow) -> Club:
        place = row.department.name if row.department else "no department"
        key = f"{slug(row.name)}-{slug(place)}"
        if self._is_crowded(row) and row.town:
            return self.file.of_key(f"{key}-{slug(row.town)}", row.code, row.town)
        return self.file.of_key(key, row.code)

    def _holds_in(self, line: Line, code: str | None) -> bool:
        """Whether the line speaks of the row's department; one for anywhere must not be at odds."""
        if line.department != ANYWHERE:
            return line.department == code
        return code is None or self.file.clubs[line.key].department in {code, None}

    def _is_crowded(self, row: ListRow) -> bool:
        """Whether the lists have the name in several towns of the department."""
        return len(self.towns[row.name, row.code]) > 1
