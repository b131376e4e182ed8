"""Clubs that may be two or one: of one name in a department, or one that lists put into two towns.

Nobody but a person can tell, who answers with lines in `clubs.csv`.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pipeline.domain.keys import slug
from pipeline.reference.clubs import COLUMNS, ClubFile
from pipeline.reference.data_file import csv_line
from pipeline.reference.departments import Departments
from pipeline.values.club_names import comparable, name_proper

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Listed:
    """A club in the team list of a season; its department is known.

    town: the one that its location states
    """

    season: str
    key: str
    printed: str
    department: str
    town: str | None
    page: str

    @property
    def name(self) -> str:
        """The name for comparing."""
        return comparable(name_proper(self.printed))


def listed_in(
    rows: Iterable[Mapping[str, str | None]], departments: Departments
) -> Iterator[Listed]:
    """Yield the clubs of the rows of `publish.clubs.entries`, with the towns that they state."""
    for row in rows:
        department = departments.of_code(row["department"] or "")
        yield Listed(
            season=row["season"] or "",
            key=row["key"] or "",
            printed=row["printed"] or "",
            department=department.code,
            town=departments.town_in(department, row["location"]),
            page=row["page"] or "",
        )


def questions(listed: Iterable[Listed], file: ClubFile) -> Iterator[str]:
    """Yield what a person should say; not of clubs that the file has each in a line of its own."""
    rows = sorted(listed, key=lambda row: (row.season, row.key, row.town or "", row.printed))
    yield from _one_or_several(rows, file)
    yield from _several_or_one(rows, file)


def _one_or_several(rows: Iterable[Listed], file: ClubFile) -> Iterator[str]:
    for key, same in _grouped(rows, lambda row: row.key).items():
        towns = {slug(row.town): row for row in reversed(same) if row.town}
        if len(towns) > 1 and key not in file.clubs:
            places = sorted(f"{row.season} {row.town}" for row in towns.values())
            yield f"{key}: one club or several? listed in {', '.join(places)}"


def _several_or_one(rows: Iterable[Listed], file: ClubFile) -> Iterator[str]:
    for (_, code), same in _grouped(rows, lambda row: (row.name, row.department)).items():
        first = {row.key: row for row in reversed(same)}
        clubs = sorted(first.values(), key=lambda row: (row.key not in file.clubs, row.season))
        pasted = list(_lines(clubs, file))
        if len(clubs) > 1 and pasted:
            shown = ", ".join(_shown(row) for row in clubs)
            yield (
                f"{clubs[0].printed!r} in {code}: several clubs or one? {shown}; if one, add to"
                f" {file.name} (if several, the same without its same_as):"
            )
            yield from pasted


def _shown(row: Listed) -> str:
    return f"{row.key} ({row.season}, {row.town or 'no town'})"


def _lines(clubs: Iterable[Listed], file: ClubFile) -> Iterator[str]:
    """Yield a line for each club that the file lacks; they make all of them the first.

    A line names one season, so that it speaks of no other list; the key it settles is that of the
    club in every season.
    """
    kept, *_ = clubs
    for row in clubs:
        if row.key not in file.clubs:
            yield csv_line(
                COLUMNS,
                **{"from": row.season[:4], "to": row.season[:4]},
                key=row.key,
                name=row.printed,
                department=row.department,
                town=row.town or "",
                same_as="" if row is kept else kept.key,
                source=row.page,
            )


def _grouped(rows: Iterable[Listed], name: Callable[[Listed], Key]) -> dict[Key, list[Listed]]:
    groups: dict[Key, list[Listed]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return groups
