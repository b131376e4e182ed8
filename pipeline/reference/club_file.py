"""The clubs we know: `clubs.csv`, one line for each spelling or link that means a club.

The first line of a key gives the club's name and place. A line holds in its department (`any`:
wherever), for lists in its town if it has one, and in its seasons. `same_as`, in a first line,
names the club that the key turned out to be.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from pipeline.domain.match import Club
from pipeline.domain.names import slug
from pipeline.reference.data_file import DataFileError, packaged, rows
from pipeline.values.club_names import comparable

COLUMNS = ("key", "name", "department", "town", "link", "from", "to", "same_as", "source")
ANYWHERE = "any"
_FIRST, _LAST = 0, 9999


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: in this department and these seasons, the name means the club."""

    number: int
    key: str
    name: str
    department: str
    town: str
    link: str
    first: int
    last: int
    same_as: str
    source: str

    def holds_in(self, season: str) -> bool:
        """Whether the season is one of the line's."""
        return self.first <= int(season[:4]) <= self.last

    @property
    def unlimited(self) -> bool:
        """Whether the line names no seasons."""
        return (self.first, self.last) == (_FIRST, _LAST)


@dataclass(frozen=True, slots=True)
class ClubFile:
    """The lines of the file, and the club that each key means."""

    name: str
    lines: tuple[Line, ...]
    clubs: dict[str, Club]
    _names: dict[str, list[Line]] = field(repr=False)
    _links: dict[str, list[Line]] = field(repr=False)

    def linked(self, link: str, season: str) -> Club | None:
        """Return the one club that the link target means in the season."""
        lines = self._links.get(article(link), ())
        found = {self.clubs[line.key] for line in lines if line.holds_in(season)}
        return found.pop() if len(found) == 1 else None

    def of_link(self, link: str, season: str, department: str | None = None) -> Club:
        """Return the club that the link identifies, filed or not."""
        key = slug(article(link))
        return self.linked(link, season) or self.of_key(key, department)

    def of_key(self, key: str, department: str | None = None, town: str | None = None) -> Club:
        """Return the club of the key, filed or not."""
        return self.clubs.get(key) or Club(key, department=department, town=town)

    def town_of(self, key: str) -> str:
        """Return the town in the key's own first line, empty where there is none."""
        return next((line.town for line in self.lines if line.key == key), "")

    def named(self, name: str, season: str) -> list[Line]:
        """Return the lines that give a meaning to the name in the season."""
        return [line for line in self._names.get(comparable(name), ()) if line.holds_in(season)]


def article(link: str) -> str:
    """Return the article of a link target: no section, blanks, a capital first.

    Empty where the target names none, such as a section of the page itself.
    """
    title = " ".join(link.partition("#")[0].replace("_", " ").split())
    return title[:1].upper() + title[1:] if slug(title) else ""


@cache
def club_file() -> ClubFile:
    """Return the file that comes with the program."""
    return read_clubs(packaged("clubs.csv"))


def read_clubs(source: Traversable | Path) -> ClubFile:
    """Read a file of clubs; raise DataFileError for a `same_as` that leads nowhere."""
    lines = read_lines(source)
    homes = first_lines(lines)
    for line in lines:
        if final_key(line.key, homes) not in homes:
            message = f"{source.name}:{line.number}: same_as of {line.key!r} leads to no club"
            raise DataFileError(message)
    return clubs_of(source.name, lines)


def read_lines(source: Traversable | Path) -> tuple[Line, ...]:
    """Read the lines of a file of clubs, whatever they say."""
    return tuple(_line(source.name, number, row) for number, row in rows(source, COLUMNS))


def clubs_of(name: str, lines: Iterable[Line]) -> ClubFile:
    """Return the lines as a file in which every name and link is found."""
    lines = tuple(lines)
    homes = first_lines(lines)
    names, links = defaultdict(list), defaultdict(list)
    for line in lines:
        names[comparable(line.name)].append(line)
        if line.link:
            links[article(line.link)].append(line)
    clubs = {key: _club(homes[final_key(key, homes)]) for key in homes}
    return ClubFile(name, lines, clubs, names, links)


def first_lines(lines: Iterable[Line]) -> dict[str, Line]:
    """Return the line of each key that gives the club's name and place."""
    homes: dict[str, Line] = {}
    for line in lines:
        homes.setdefault(line.key, line)
    return homes


def final_key(key: str, homes: dict[str, Line]) -> str:
    """Follow `same_as` to its end; empty for a cycle."""
    passed = set()
    while key in homes and homes[key].same_as:
        if key in passed:
            return ""
        passed.add(key)
        key = homes[key].same_as
    return key


def _club(line: Line) -> Club:
    place = None if line.department in {ANYWHERE, ""} else line.department
    return Club(line.key, line.name, place, line.town or None)


def _line(file: str, number: int, row: dict[str, str]) -> Line:
    return Line(
        number=number,
        key=row["key"],
        name=row["name"],
        department=row["department"],
        town=row["town"],
        link=row["link"],
        first=_year(file, number, row["from"], _FIRST),
        last=_year(file, number, row["to"], _LAST),
        same_as=row["same_as"],
        source=row["source"],
    )


def _year(file: str, number: int, text: str, blank: int) -> int:
    if text and not re.fullmatch(r"[0-9]{4}", text):
        message = f"{file}:{number}: {text!r} is no season: write a year such as 1997"
        raise DataFileError(message)
    return int(text) if text else blank
