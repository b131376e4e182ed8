"""Clubs that may be two or one: of one name in a department, or one that lists put into two towns.

    | Puno | Ugarte | Juliaca |  in 2001, and  | Puno | Ugarte | Ilave |  in 2005

Only a person can tell, who answers with lines in `clubs.csv`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.grouping import group_by
from pipeline.domain.keys import slug
from pipeline.reference.clubs import COLUMNS, ClubFile
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
    rows_by_name = group_by(lambda club: (club.name, club.department_code), listed_clubs)
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
