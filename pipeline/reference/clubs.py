"""The clubs we know: `clubs.csv`, one line for each spelling or link that means a club.

The first line of a key gives the club's name and place. A line holds in its department (`any`:
wherever), for lists in its town if it has one, and in its seasons. `same_as`, in a first line,
names the club that the key turned out to be.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pipeline.domain.grouping import group_by, only_one
from pipeline.domain.keys import FOLDED_TEXTS_KEPT, slug
from pipeline.domain.match import Club
from pipeline.reference.data_file import (
    YEAR_FORM,
    DataFileError,
    TableRow,
    broken_rules,
    read_table,
)
from pipeline.values.club_names import comparable

COLUMNS = ("key", "name", "department", "town", "link", "from", "to", "same_as", "source")
ANYWHERE = "any"
_FIRST_YEAR, _LAST_YEAR = 0, 9999  # of a line that names no seasons


@dataclass(frozen=True, slots=True)
class ClubLine:
    """One line of the file: in this department and these seasons, the name means the club.

    number: of the line in the file, counted from 1
    """

    number: int
    key: str
    name: str
    department: str
    town: str
    link: str
    first_year: int
    last_year: int
    same_as: str
    source: str

    def holds_in(self, season: str) -> bool:
        """Whether the season is one of the line's."""
        return self.first_year <= int(season[:4]) <= self.last_year

    @property
    def holds_in_any_season(self) -> bool:
        """Whether the line names no seasons."""
        return (self.first_year, self.last_year) == (_FIRST_YEAR, _LAST_YEAR)


@dataclass(frozen=True, slots=True)
class ClubFile:
    """The lines of the file, and the club that each key means.

    name: the file, as messages should name it
    """

    name: str
    lines: tuple[ClubLine, ...]
    clubs: Mapping[str, Club]
    _lines_by_name: Mapping[str, list[ClubLine]] = field(repr=False)
    _lines_by_link: Mapping[str, list[ClubLine]] = field(repr=False)

    def club_of_known_link(self, link: str, season: str) -> Club | None:
        """Return the one club that the file gives the link target in the season."""
        lines = self._lines_by_link.get(article(link), ())
        # A link that the file gives to two clubs in one season says nothing.
        clubs = {self.clubs[line.key] for line in lines if line.holds_in(season)}
        return only_one(clubs)

    def club_of_link(self, link: str, season: str, department: str | None = None) -> Club:
        """Return the club that the link identifies, whether the file has it or not."""
        # An article that the file lacks identifies its club all the same: its title is the key.
        known_club = self.club_of_known_link(link, season)
        return known_club or self.club_of_key(slug(article(link)), department)

    def club_of_key(self, key: str, department: str | None = None, town: str | None = None) -> Club:
        """Return the club of the key, whether the file has it or not."""
        return self.clubs.get(key) or Club(key, department=department, town=town)

    def town_of(self, key: str) -> str:
        """Return the town in the key's own first line, empty where there is none."""
        # most keys are none of the file
        if key not in self.clubs:
            return ""
        for line in self.lines:
            if line.key == key:
                return line.town
        return ""

    def lines_named(self, name: str, season: str) -> list[ClubLine]:
        """Return the lines that give a meaning to the name in the season."""
        lines = self._lines_by_name.get(comparable(name), ())
        return [line for line in lines if line.holds_in(season)]


@lru_cache(FOLDED_TEXTS_KEPT)
def article(link: str) -> str:
    """Return the article of a link target: no section, blanks, a capital first.

    Empty where the target names none, such as a section of the page itself.
    """
    # "Juan_Aurich#Historia" is the article "Juan Aurich"; "#Grupo A" is none
    title = " ".join(link.partition("#")[0].replace("_", " ").split())
    return title[:1].upper() + title[1:] if slug(title) else ""


def read_clubs(path: Path, department_codes: Collection[str], name: str = "") -> ClubFile:
    """Read a file of clubs.

    department_codes: those that a line may have
    name:             the file, as findings should name it; by default its path
    raises:           DataFileError for the first line that is wrong, as `find_wrong_lines` says
    """
    lines = read_club_lines(path)
    for line, column, problem in find_wrong_lines(lines, department_codes):
        message = f"{path}:{line.number}: {column}: {problem}"
        raise DataFileError(message)
    return build_club_file(name or str(path), lines)


def read_club_lines(path: Path) -> tuple[ClubLine, ...]:
    """Read the lines of a file of clubs, whatever they say of one another.

    raises: DataFileError for a year of the wrong form
    """
    return tuple(_read_line(row) for row in read_table(path, COLUMNS))


def find_wrong_lines(
    lines: Sequence[ClubLine], department_codes: Collection[str]
) -> Iterator[tuple[ClubLine, str, str]]:
    """Yield each line that cannot be used, its column, and what is wrong there."""
    first_lines = first_line_by_key(lines)
    for line in lines:
        for column, problem in _problems_of(line, first_lines, department_codes):
            yield line, column, problem


def _problems_of(
    line: ClubLine, first_lines: Mapping[str, ClubLine], department_codes: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the column and what is wrong there, for each thing that is."""
    # "PE-LAM", "any" or blank; "Lambayeque" is a name, not a code
    allowed_departments = {*department_codes, ANYWHERE, ""}
    first_line = first_lines[line.key]
    years = f"{line.first_year} to {line.last_year}"
    rules = [
        ("key", line.key != "", "a line needs a key"),
        ("name", line.name != "", "a line needs a name"),
        (
            "department",
            line.department in allowed_departments,
            f"no department {line.department!r}: write a code such as PE-AMA, or any",
        ),
        (
            "to",
            line.first_year <= line.last_year,
            f"the seasons end before they begin: {years}",
        ),
        (
            "source",
            line.source != "",
            "no source: say which page or publication gives this name",
        ),
        (
            "same_as",
            line.same_as in {"", *first_lines},
            f"{line.same_as!r} is not a key in this file",
        ),
        # in a later line of the key nobody would look for it
        (
            "same_as",
            line.same_as == "" or line is first_line,
            f"it belongs in the first line of the key: line {first_line.number}",
        ),
        ("same_as", final_key(line.key, first_lines) != "", f"a cycle through {line.key!r}"),
    ]
    yield from broken_rules(rules)


def build_club_file(name: str, lines: Iterable[ClubLine]) -> ClubFile:
    """Return the lines as a file in which every name and link is found.

    name:  the file, as findings should name it
    lines: without a wrong one
    """
    lines = tuple(lines)
    lines_by_name, lines_by_link = group_by_name(lines), group_by_link(lines)
    first_lines = first_line_by_key(lines)
    clubs = {key: _club_of(first_lines[final_key(key, first_lines)]) for key in first_lines}
    return ClubFile(name, lines, clubs, lines_by_name, lines_by_link)


def group_by_name(lines: Iterable[ClubLine]) -> dict[str, list[ClubLine]]:
    """Return the lines of each name for comparing."""
    return group_by(lambda line: comparable(line.name), lines)


def group_by_link(lines: Iterable[ClubLine]) -> dict[str, list[ClubLine]]:
    """Return the lines of each linked article."""
    lines_by_link = group_by(lambda line: article(line.link), lines)
    # lines without a link have nothing in common
    lines_by_link.pop("", None)
    return lines_by_link


def first_line_by_key(lines: Iterable[ClubLine]) -> dict[str, ClubLine]:
    """Return the line of each key that gives the club's name and place."""
    first_lines: dict[str, ClubLine] = {}
    for line in lines:
        first_lines.setdefault(line.key, line)
    return first_lines


def final_key(key: str, first_lines: Mapping[str, ClubLine]) -> str:
    """Follow `same_as` to its end; empty for a cycle."""
    passed_keys: set[str] = set()
    while key in first_lines and first_lines[key].same_as:
        if key in passed_keys:
            return ""
        passed_keys.add(key)
        key = first_lines[key].same_as
    return key


def _club_of(first_line: ClubLine) -> Club:
    department = first_line.department
    # `any` is where the name counts, not where the club is from
    department_of_club = None if department in {ANYWHERE, ""} else department
    return Club(first_line.key, first_line.name, department_of_club, first_line.town or None)


def _read_line(row: TableRow) -> ClubLine:
    return ClubLine(
        number=row.line,
        key=row["key"],
        name=row["name"],
        department=row["department"],
        town=row["town"],
        link=row["link"],
        first_year=_read_year(row, "from", _FIRST_YEAR),
        last_year=_read_year(row, "to", _LAST_YEAR),
        same_as=row["same_as"],
        source=row["source"],
    )


def _read_year(row: TableRow, column: str, year_of_blank: int) -> int:
    # A blank cell is no limit: the line holds from the first season, or to the last.
    if not row[column]:
        return year_of_blank
    if not YEAR_FORM.fullmatch(row[column]):
        row.reject(column, f"{row[column]!r} is not a season: write a year such as 1997")
    return int(row[column])
