"""The clubs that the rows of team lists define: by link, by a line of the file, by name and place.

| Cajamarca | [[Universidad Técnica de Cajamarca|UTC]] | Cajamarca |
    the link is the club
| Lambayeque | Juan Aurich | Chiclayo |
    `clubs.csv` has a Juan Aurich of Lambayeque
| Lima | Espartanos | Lima |
    a match of the page has [[Los Espartanos|Espartanos]], and no other list an Espartanos
| Ancash | Unión Florida | Chimbote |
    nothing else is known: the club `union-florida-ancash-chimbote`
| | Ugarte | |
    the page does not even say where: a provisional club
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.grouping import group_by, only_one
from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention, TeamListRow
from pipeline.normalise.clubs.provisional_clubs import provisional_key
from pipeline.normalise.clubs.regions import Regions, can_play_in, can_share_clubs
from pipeline.reference.clubs import ANYWHERE, ClubFile, ClubLine

RowWithClub = tuple[TeamListRow, Club]


@dataclass(frozen=True, slots=True)
class ListEvidence:
    """What the season, its page and the file say about the names of the lists.

    unclear_articles:   links that say nothing, see `find_unclear_articles`
    towns:              the slugs of the towns that the lists state for a name in a department,
                        with an empty one for a row without a town
    department_codes:   those of a name, with None for a row whose department we do not know
    linked_mentions:    the mentions of a name outside the lists whose link says who is meant
    """

    season: str
    club_file: ClubFile
    regions: Regions
    unclear_articles: frozenset[str]
    towns: Mapping[tuple[str, str | None], set[str]]
    department_codes: Mapping[str, set[str | None]]
    linked_mentions: Mapping[str, Sequence[Mention]]

    def has_several_towns(self, row: TeamListRow) -> bool:
        """Whether the lists have the row's name in several towns of its department."""
        return len(self.towns[row.name, row.department_code]) > 1


def gather_list_evidence(
    rows: Iterable[TeamListRow],
    mentions: Iterable[Mention],
    regions: Regions,
    season: str,
    club_file: ClubFile,
) -> ListEvidence:
    """Return what is known about the names of the rows."""
    rows = tuple(rows)
    unclear_articles = find_unclear_articles(rows)
    towns: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    department_codes: defaultdict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        towns[row.name, row.department_code].add(slug(row.town or ""))
        department_codes[row.name].add(row.department_code)
    linked_mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.linked_article not in unclear_articles:
            linked_mentions[mention.names[0]].append(mention)
    return ListEvidence(
        season=season,
        club_file=club_file,
        regions=regions,
        unclear_articles=unclear_articles,
        towns=towns,
        department_codes=department_codes,
        linked_mentions=linked_mentions,
    )


def find_unclear_articles(rows: Iterable[TeamListRow]) -> frozenset[str]:
    """Return the linked articles that do not say which club is meant.

    They are those that lists give to clubs of two departments, as [[Deportivo Municipal]] in Cusco
    and again in Junín, and the empty one of a name without a link.
    """
    codes_by_article: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.department:
            codes_by_article[row.linked_article].add(row.department.code)
    ambiguous = [article for article, codes in codes_by_article.items() if len(codes) > 1]
    return frozenset(["", *ambiguous])


def define_clubs(rows: Sequence[TeamListRow], evidence: ListEvidence) -> list[Club]:
    """Return the club of each row; one that repeats another list's row is of that row's club."""
    rows_with_clubs = [(row, _define_club(row, evidence)) for row in rows]
    rows_by_name = group_by(lambda row_with_club: row_with_club[0].name, rows_with_clubs)
    clubs = [
        _club_of_repeated_row(row, club, rows_by_name[row.name]) for row, club in rows_with_clubs
    ]
    return _with_fullest_descriptions(clubs)


def _with_fullest_descriptions(clubs: Sequence[Club]) -> list[Club]:
    """Return the clubs, those of one key described alike: as the row that says most has it."""
    fullest_by_key: dict[str, Club] = {}
    for club in clubs:
        described = fullest_by_key.get(club.key, club)
        fullest_by_key[club.key] = max(club, described, key=_description)
    return [fullest_by_key[club.key] for club in clubs]


def _description(club: Club) -> tuple[str, str, str]:
    """Return what is said of the club; more sorts after less."""
    return club.name or "", club.department or "", club.town or ""


def _define_club(row: TeamListRow, evidence: ListEvidence) -> Club:
    """Return the club that the row defines, whatever other lists say."""
    article = row.linked_article
    # "[[Universidad Técnica de Cajamarca|UTC]]": the link is better than any name
    if article not in evidence.unclear_articles:
        return evidence.club_file.club_of_link(article, evidence.season, row.department_code)
    return (
        _club_in_file(row, evidence)
        or _club_linked_elsewhere(row, evidence)
        or _club_of_name_and_place(row, evidence.season, evidence.club_file)
    )


def _club_in_file(row: TeamListRow, evidence: ListEvidence) -> Club | None:
    """Return the one club that the file has of the name and the place."""
    club_file = evidence.club_file
    lines = [
        line
        for line in club_file.lines_named(row.name, evidence.season)
        if _holds_at_place(line, row, club_file)
    ]
    lines_of_town = [line for line in lines if row.states_town(line.town)]
    # Municipal of Acobamba and Municipal of Acoria: a line without a town may mean either
    if lines_of_town or evidence.has_several_towns(row):
        lines = lines_of_town
    clubs = {club_file.clubs[line.key] for line in lines}
    return only_one(clubs)


def _holds_at_place(line: ClubLine, row: TeamListRow, club_file: ClubFile) -> bool:
    """Whether the line speaks of the row's place."""
    club = club_file.clubs[line.key]
    if line.department != ANYWHERE:
        return line.department == row.department_code and not row.states_other_town(line.town)
    # "torino,Torino,any" holds in the town and department of Torino's first line only
    if row.states_other_town(line.town or club.town or ""):
        return False
    return row.department_code in {None, club.department} or club.department is None


def _club_linked_elsewhere(row: TeamListRow, evidence: ListEvidence) -> Club | None:
    """Return the club of the link that the row's name has in the matches and tables.

    "Espartanos" of Lima is [[Los Espartanos|Espartanos]] of a match, if the lists have the name in
    one place only, it has no second link, and the match is in no region that lacks Lima.
    """
    mentions = evidence.linked_mentions.get(row.name, ())
    linked_articles = {mention.linked_article for mention in mentions}
    if len(linked_articles) != 1 or evidence.has_several_towns(row):
        return None
    if len(evidence.department_codes[row.name]) > 1:
        return None
    for mention in mentions:
        # [[Deportivo Municipal|Municipal]] in the region of Lima is not "| Cusco | Municipal |"
        if not can_play_in(mention.section, row.department_code, evidence.regions):
            return None
    (linked_article,) = linked_articles
    club = evidence.club_file.club_of_link(linked_article, evidence.season, row.department_code)
    # the file may know the link as a club of another department
    return club if club.department == row.department_code else None


def _club_of_name_and_place(row: TeamListRow, season: str, club_file: ClubFile) -> Club:
    """Return the club whose key is name, department and town, such as `ugarte-puno-juliaca`.

    Where the row has no department, the club is provisional.
    """
    department = row.department_name
    if department:
        key = "-".join([slug(row.name), slug(department)])
    else:
        key = provisional_key(season, "listed", row.name)
    # `ugarte-puno` is Ugarte of the town of Puno, unless the file gives the key to another town
    is_taken = row.states_other_town(club_file.town_of(key))
    is_in_namesake_town = row.states_town(department)
    if is_taken or (row.town and not is_in_namesake_town):
        key = f"{key}-{slug(row.town or '')}"
    return club_file.club_of_key(key, row.department_code, row.town)


def _club_of_repeated_row(row: TeamListRow, club: Club, candidates: Iterable[RowWithClub]) -> Club:
    """Return the club of the fuller row that this one repeats, its own if there is not just one.

    "| | Ugarte | |" among the finalists is "| Puno | Ugarte | Juliaca |" of the departments' list.

    candidates: the rows of the same name
    """
    # what clubs.csv or a link says of the row itself stays
    if club.name or row.linked_article:
        return club
    clubs_by_key: dict[str, Club] = {}
    for fuller_row, fuller_club in candidates:
        if _says_more(fuller_row, row) and _can_repeat(row, fuller_row):
            clubs_by_key[fuller_club.key] = fuller_club
    if len(clubs_by_key) != 1:
        return club
    return next(iter(clubs_by_key.values()))


def _says_more(fuller_row: TeamListRow, row: TeamListRow) -> bool:
    """Whether the first row has a link, or a department or town that the second lacks."""
    if fuller_row.link:
        return True
    adds_department = fuller_row.department is not None and row.department is None
    adds_town = bool(fuller_row.town) and not row.town
    return adds_department or adds_town


def _can_repeat(row: TeamListRow, fuller_row: TeamListRow) -> bool:
    """Whether the row is of another list than the fuller one and does not contradict it."""
    # "| Puno | Ugarte | Juliaca |" and "| Puno | Ugarte | |" of one list are two clubs
    if row.section == fuller_row.section:
        return False
    if row.states_other_town(fuller_row.town or ""):
        return False
    # "Lma" and "LMA" are one place, though we know no such department
    department = row.department_name
    if department and slug(department) != slug(fuller_row.department_name):
        return False
    return can_share_clubs(row.section, fuller_row.section)


def find_linked_club(
    linked_article: str, season: str, club_file: ClubFile, row_clubs: Mapping[str, Club]
) -> Club:
    """Return the club of a link, with the department and town that a list gives it.

    row_clubs: those of the lists, which `define_clubs` returns, by their keys
    """
    linked_club = club_file.club_of_link(linked_article, season)
    return row_clubs.get(linked_club.key, linked_club)
