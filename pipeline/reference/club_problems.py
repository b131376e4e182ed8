"""What a person should look at in the file of clubs: names of two clubs, lines that nothing needs.

Neither stops an ingestion: a name that means two clubs is a finding wherever a page prints it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.reference.clubs import (
    ANYWHERE,
    ClubLine,
    final_key,
    first_line_by_key,
    group_by_link,
    group_by_name,
)
from pipeline.values.club_names import comparable


def find_double_meanings(lines: Sequence[ClubLine]) -> Iterator[tuple[ClubLine, str]]:
    """Yield each line whose name or link means another club in an earlier line, and what to do.

    Two lines contradict each other only where they share a season, and for names a place.
    """
    first_lines = first_line_by_key(lines)
    for lines_of_name in group_by_name(lines).values():
        for first, second in _pairs_of_two_clubs(lines_of_name, first_lines):
            if _share_place(first, second):
                yield second, _describe(f"name {second.name!r}", first, second)
    for lines_of_link in group_by_link(lines).values():
        for first, second in _pairs_of_two_clubs(lines_of_link, first_lines):
            yield second, _describe(f"link {second.link!r}", first, second)


def _describe(what: str, first: ClubLine, second: ClubLine) -> str:
    return (
        f"the {what} means {first.key!r} in line {first.number} and {second.key!r} here:"
        " give one of them seasons, a department or a town"
    )


def _pairs_of_two_clubs(
    lines: Sequence[ClubLine], first_lines: Mapping[str, ClubLine]
) -> Iterator[tuple[ClubLine, ClubLine]]:
    """Yield the lines that mean different clubs and share a season."""
    for first, second in combinations(lines, 2):
        # "juan-aurich" and its `same_as` "aurich-chiclayo" are one club under two keys
        mean_one_club = final_key(first.key, first_lines) == final_key(second.key, first_lines)
        latest_start = max(first.first_year, second.first_year)
        earliest_end = min(first.last_year, second.last_year)
        if latest_start <= earliest_end and not mean_one_club:
            yield first, second


def _share_place(first: ClubLine, second: ClubLine) -> bool:
    """Whether no place tells the lines apart."""
    for line in (first, second):
        # `any` without seasons holds wherever the other does
        if line.department == ANYWHERE and line.holds_in_any_season:
            return True
    # "Alfonso Ugarte" of Puno and of La Libertad are two clubs, and no contradiction
    if first.department == "" or first.department != second.department:
        return False
    towns = {comparable(first.town), comparable(second.town)} - {""}
    return len(towns) < 2  # noqa: PLR2004 - one town, or none stated


def find_unused_lines(
    lines: Iterable[ClubLine], printed_names: Iterable[tuple[str, str]]
) -> Iterator[ClubLine]:
    """Yield the lines whose name no loaded page prints in a season of the line.

    printed_names: the seasons and names that pages print for clubs, as `report_club_name` has them
    """
    seasons_by_name: defaultdict[str, set[str]] = defaultdict(set)
    for season, name in printed_names:
        seasons_by_name[comparable(name)].add(season)
    # A line "Atlético" for 1982 is of no use if pages print that name in 1997 alone.
    for line in lines:
        seasons = seasons_by_name[comparable(line.name)]
        if not any(line.holds_in(season) for season in seasons):
            yield line
