"""Clubs that may be two or one: of one name in a department, or one that lists put into two towns.

    | Puno | Ugarte | Juliaca |  in 2001, and  | Puno | Ugarte | Ilave |  in 2005

Only a person can tell, who answers with lines in `clubs.csv`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.grouping import group_by
from pipeline.domain.keys import slug
from pipeline.reference.clubs import ANYWHERE, COLUMNS, ClubFile
from pipeline.reference.data_file import csv_line
from pipeline.reference.departments import Departments
from pipeline.values.club_names import comparable, name_proper


@dataclass(frozen=True, slots=True)
class ListedClub:
    """A club in the team list of a season; its department is known.

    department_code: such as PE-PUN
    town:            the one that its location states
    page:            the title of the page
    """

    season: str
    key: str
    printed: str
    department_code: str
    town: str | None
    page: str

    @property
    def name(self) -> str:
        """The name for comparing."""
        return comparable(name_proper(self.printed))

    @property
    def name_and_department(self) -> tuple[str, str]:
        """What two clubs share that may be one."""
        return self.name, self.department_code


@dataclass(frozen=True, slots=True)
class KnownClubs:
    """The clubs of the file and of team lists that are loaded, for one look at each new club."""

    by_key: Mapping[str, Sequence[ListedClub]]
    by_name: Mapping[tuple[str, str], Sequence[ListedClub]]


def read_listed_clubs(
    rows: Iterable[Mapping[str, str | None]], departments: Departments
) -> Iterator[ListedClub]:
    """Yield the clubs of the rows of `read_entries`, with the towns that they state."""
    for row in rows:
        texts = {column: cell or "" for column, cell in row.items()}
        department = departments.of_code(texts["department"])
        yield ListedClub(
            season=texts["season"],
            key=texts["key"],
            printed=texts["printed"],
            department_code=department.code,
            town=departments.town_in(department, row["location"]),
            page=texts["page"],
        )


def find_known_clubs(loaded_clubs: Iterable[ListedClub], club_file: ClubFile) -> KnownClubs:
    """Return the clubs of team lists that are loaded, and those of the file."""
    clubs = [*loaded_clubs, *_read_clubs_of_file(club_file)]
    return KnownClubs(
        by_key=group_by(lambda club: club.key, clubs),
        by_name=group_by(lambda club: club.name_and_department, clubs),
    )


def _read_clubs_of_file(club_file: ClubFile) -> Iterator[ListedClub]:
    """Yield the club of each line whose department is known; the file stands for its season."""
    for line in club_file.lines:
        club = club_file.clubs[line.key]
        # "club-octavio-espinoza,Octavio Espinoza,any": the first line of the key says PE-ICA
        department_code = line.department
        if department_code in {ANYWHERE, ""}:
            department_code = club.department or ""
        if department_code:
            yield ListedClub(
                season=club_file.name,
                key=club.key,
                printed=line.name,
                department_code=department_code,
                town=line.town or club.town,
                page=line.source,
            )


def ask_about_new_clubs(
    listed_clubs: Sequence[ListedClub], known_clubs: KnownClubs, club_file: ClubFile
) -> Iterator[str]:
    """Yield what `ask_about_duplicates` would ask, after a load, about the clubs that it adds.

    listed_clubs: those of one season's page; what is loaded of that season counts for nothing,
                  because a load replaces it
    """
    new_names = set()
    for club in listed_clubs:
        if not _without_season(known_clubs.by_key.get(club.key, ()), club.season):
            new_names.add(club.name_and_department)
    clubs_of_new_names = []
    for club in listed_clubs:
        if club.name_and_department in new_names:
            clubs_of_new_names.append(club)
    season = listed_clubs[0].season if listed_clubs else ""
    for name in new_names:
        clubs_of_new_names += _without_season(known_clubs.by_name.get(name, ()), season)
    yield from ask_about_duplicates(clubs_of_new_names, club_file)


def _without_season(clubs: Iterable[ListedClub], season: str) -> list[ListedClub]:
    return [club for club in clubs if club.season != season]


def ask_about_duplicates(listed_clubs: Iterable[ListedClub], club_file: ClubFile) -> Iterator[str]:
    """Yield questions to a person, each followed by the lines to paste that would answer it.

    Clubs that the file has, each in a line of its own, are settled: nobody is asked about them.
    """
    in_order = sorted(
        listed_clubs, key=lambda club: (club.season, club.key, club.town or "", club.printed)
    )
    yield from _ask_about_towns_of_one_club(in_order, club_file)
    yield from _ask_about_clubs_of_one_name(in_order, club_file)


def _ask_about_towns_of_one_club(
    listed_clubs: Iterable[ListedClub], club_file: ClubFile
) -> Iterator[str]:
    """Ask about [[Municipal]] that lists have in San Ignacio, in Celendín and in Cajamarca."""
    clubs_by_key = group_by(lambda club: club.key, listed_clubs)
    for key, clubs in clubs_by_key.items():
        first_by_town: dict[str, ListedClub] = {}
        for club in clubs:
            # "Celendín" and "CELENDIN" are one town
            if club.town:
                first_by_town.setdefault(slug(club.town), club)
        if len(first_by_town) > 1 and key not in club_file.clubs:
            places = sorted(f"{club.season} {club.town}" for club in first_by_town.values())
            yield f"{key}: one club or several? listed in {', '.join(places)}"


def _ask_about_clubs_of_one_name(
    listed_clubs: Iterable[ListedClub], club_file: ClubFile
) -> Iterator[str]:
    """Ask about `ugarte-puno-juliaca` and `ugarte-puno-ilave`: both are Ugarte of Puno."""
    rows_by_name = group_by(lambda club: club.name_and_department, listed_clubs)
    for (_, department_code), rows in rows_by_name.items():
        # from the last season back, so that the row of a club's first season stays
        first_by_key = {club.key: club for club in reversed(rows)}
        clubs = _in_order_of_preference(first_by_key.values(), club_file)
        lines = list(_lines_to_paste(clubs, club_file))
        # each stands in the file, which says by same_as whether they are one
        is_answered = not lines
        if len(clubs) == 1 or is_answered:
            continue
        descriptions = ", ".join(_describe(club) for club in clubs)
        yield (
            f"{clubs[0].printed!r} in {department_code}: several clubs or one? {descriptions};"
            f" if one, add to {club_file.name} (if several, the same without its same_as):"
        )
        yield from lines


def _in_order_of_preference(clubs: Iterable[ListedClub], club_file: ClubFile) -> list[ListedClub]:
    """Return those of the file first, then by season: the first keeps its key if all are one."""
    return sorted(clubs, key=lambda club: (club.key not in club_file.clubs, club.season))


def _describe(club: ListedClub) -> str:
    return f"{club.key} ({club.season}, {club.town or 'no town'})"


def _lines_to_paste(clubs: Sequence[ListedClub], club_file: ClubFile) -> Iterator[str]:
    """Yield a line for each club that the file lacks; they make all of them the first.

    A line names one season, so that it speaks of no other list; the key it settles is that of the
    club in every season.
    """
    first_club = clubs[0]
    for club in clubs:
        if club.key in club_file.clubs:
            continue
        year = club.season[:4]
        yield csv_line(
            COLUMNS,
            **{"from": year, "to": year},
            key=club.key,
            name=club.printed,
            department=club.department_code,
            town=club.town,
            same_as=None if club is first_club else first_club.key,
            source=club.page,
        )
