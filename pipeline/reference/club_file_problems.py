"""What is wrong in the file of clubs, each thing with file and line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.reference.club_file import ANYWHERE, Line, article, final_key, first_lines
from pipeline.reference.departments import departments
from pipeline.values.club_names import comparable


def problems(file: str, lines: Iterable[Line]) -> Iterator[str]:
    """Yield what is wrong in the file, each with file and line."""
    lines = tuple(lines)
    homes = first_lines(lines)
    for line in lines:
        for problem in _problems_of(line, homes):
            yield f"{file}:{line.number}: {problem}"
    yield from _double_meanings(file, lines, homes)


def _problems_of(line: Line, homes: dict[str, Line]) -> Iterator[str]:
    known = {department.code for department in departments()} | {ANYWHERE, ""}
    if not line.key or not line.name:
        yield "a line needs a key and a name"
    if line.department not in known:
        yield f"no department {line.department!r}: write a code such as PE-AMA, or any"
    if line.first > line.last:
        yield f"the seasons end before they begin: {line.first} to {line.last}"
    if not line.source:
        yield "no source: say which page or publication gives this name"
    if line.same_as and line.same_as not in homes:
        yield f"same_as names no key of the file: {line.same_as!r}"
    if line.same_as and line is not homes[line.key]:
        yield f"same_as stands in the first line of a key: see line {homes[line.key].number}"
    if line.same_as and final_key(line.key, homes) == "":
        yield f"a cycle of same_as through {line.key!r}"


def _double_meanings(file: str, lines: Iterable[Line], homes: dict[str, Line]) -> Iterator[str]:
    """Yield the names and links that mean two clubs in one department and season."""
    by_name, by_link = defaultdict(list), defaultdict(list)
    for line in lines:
        by_name[comparable(line.name)].append(line)
        by_link[article(line.link)].append(line)
    by_link.pop("", None)
    for group in by_name.values():
        for one, other in _pairs(group, homes):
            if _same_place(one, other):
                yield _double(file, f"name {other.name!r}", one, other)
    for group in by_link.values():
        for one, other in _pairs(group, homes):
            yield _double(file, f"link {other.link!r}", one, other)


def _double(file: str, what: str, one: Line, other: Line) -> str:
    return (
        f"{file}:{other.number}: the {what} means {one.key!r} in line {one.number} and"
        f" {other.key!r} here: give one of them seasons, a department or a town"
    )


def _pairs(group: list[Line], homes: dict[str, Line]) -> Iterator[tuple[Line, Line]]:
    """Yield the lines that mean different clubs and share a season."""
    for place, one in enumerate(group):
        for other in group[place + 1 :]:
            different = final_key(one.key, homes) != final_key(other.key, homes)
            if different and one.first <= other.last and other.first <= one.last:
                yield one, other


def _same_place(one: Line, other: Line) -> bool:
    """Whether nothing parts the lines: one holds wherever and always, or they share a place."""
    if any(line.department == ANYWHERE and line.unlimited for line in (one, other)):
        return True
    towns = {comparable(one.town), comparable(other.town)} - {""}
    return one.department == other.department != "" and len(towns) < 2  # noqa: PLR2004 - a pair


def unused(file: str, lines: Iterable[Line], printed: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines whose name no loaded page prints; a line with a link counts by its club.

    printed: the seasons and names that pages print for clubs, as `report_club_name` has them
    """
    names: defaultdict[str, set[str]] = defaultdict(set)
    for season, name in printed:
        names[comparable(name)].add(season)
    for line in lines:
        if not any(line.holds_in(season) for season in names[comparable(line.name)]):
            yield f"{file}:{line.number}: unused: no loaded page prints {line.name!r}"
