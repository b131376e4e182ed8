"""Whether the order of a table follows from its own numbers, under the rules of its group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.domain.match import Club
from pipeline.domain.season import Group, Standing, Table
from pipeline.domain.standings import TIEBREAKER_MEASURES, GroupMatches, Row
from pipeline.validate.referee.arithmetic import is_full

MOST_AHEAD = 2  # matches that one club of a league may have played more than another
ASKS_MATCHES = {"head-to-head"}  # tiebreakers that the rows alone cannot answer
NEEDS = {
    "points": ("points",),
    "relative-points": ("points", "played"),
    "goal-difference": ("goal_difference",),
    "goals-for": ("goals_for",),
    "wins": ("won",),
}


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """The places that the rules leave open to a club, first and last; often one.

    is_level: whether clubs share the places because no rule parts them, not for want of numbers
    """

    first: int
    last: int
    is_level: bool


def ranks(table: Table, group: Group) -> dict[Club, Rank]:
    """Return the place of each club by the rows' own numbers.

    returns: empty where rows lack points, and for a table over several rounds of a cup, in which
             some have played much more than others
    """
    if any(row.points is None for row in table) or not is_league(table):
        return {}
    found: dict[Club, Rank] = {}
    for level, is_known in _parted(list(table), ("points", *group.rules.tiebreakers), group):
        first = len(found) + 1
        rank = Rank(first, first + len(level) - 1, is_known and len(level) > 1)
        found |= dict.fromkeys((row.club for row in level), rank)
        if len(found) != first + len(level) - 1:  # a club twice in one table has no place
            return {}
    return found


def is_league(table: Table) -> bool:
    """Whether the clubs have played about as often, so that points give an order."""
    played = [row.played for row in table if row.played is not None]
    return max(played, default=0) - min(played, default=0) <= MOST_AHEAD


def _parted(
    rows: list[Standing], criteria: Sequence[str], group: Group
) -> Iterator[tuple[list[Standing], bool]]:
    """Yield the rows by falling rank; together what the page's numbers cannot part.

    With them goes whether the numbers answered every rule that was asked.
    """
    if len(rows) == 1 or not criteria:
        yield rows, True
        return
    if not _is_known(rows, criteria[0], group):
        yield rows, False
        return
    played = GroupMatches(group.matches, group.play_offs, group.rules)
    measure = TIEBREAKER_MEASURES[criteria[0]]([_as_row(row) for row in rows], played)
    levels = sorted({measure[row.club] for row in rows}, reverse=True)
    again = criteria[0] == "head-to-head" and len(levels) > 1
    for level in levels:
        inside = [row for row in rows if measure[row.club] == level]
        yield from _parted(inside, criteria if again else criteria[1:], group)


def _is_known(rows: Sequence[Standing], criterion: str, group: Group) -> bool:
    """Whether the rows, or the matches among them, can answer the tiebreaker."""
    if criterion in ASKS_MATCHES:
        meetings = group.meetings
        among = [meetings[frozenset((a.club, b.club))] for a, b in combinations(rows, 2)]
        return min(among) == max(among) > 0
    return all(getattr(row, name) is not None for row in rows for name in NEEDS.get(criterion, ()))


def _as_row(row: Standing) -> Row:
    difference = row.goal_difference
    scored = row.goals_for if row.goals_for is not None else (difference or 0)
    conceded = scored - difference if difference is not None else (row.goals_against or 0)
    return Row(
        row.club,
        played=row.played or 0,
        won=row.won or 0,
        goals_for=scored,
        goals_against=conceded,
        points=row.points or 0,
    )


def misplaced(table: Table, ranks: Mapping[Club, Rank], group: Group) -> list[Standing]:
    """Return the rows whose printed position is none that the ranks leave open.

    Level clubs may share their first position, and the next club the next number or the one after
    all of them. Of a table that may have rows missing only the order of its positions counts.
    """
    places = sorted(row.position for row in table if row.position is not None)
    is_in_order = ranks and all(_is_in(row, ranks[row.club], places) for row in table)
    if not ranks or (is_in_order and not _has_every_club(table, group)):
        return []
    wrong = _misplaced(table, ranks)
    is_dense = {place for place in places if place} == set(range(1, len(set(places)) + 1))
    if wrong and is_dense and len(set(places)) < len(places):
        again = tuple(replace(row, position=_above(row, table) + 1) for row in table)
        return wrong if _misplaced(again, ranks) else []
    return wrong


def _misplaced(table: Table, ranks: Mapping[Club, Rank]) -> list[Standing]:
    """Return the rows outside their places; else those that share any but the first of them."""
    places = sorted(row.position for row in table if row.position is not None)
    if not is_numbered(table):
        return [row for row in table if not _is_in(row, ranks[row.club], places)]
    numbers = range(1, len(table) + 1)
    outside = [row for row in table if not _is_in(row, ranks[row.club], numbers)]
    return outside or [
        row
        for row in table
        if places.count(row.position or 0) > 1 and row.position != _above(row, table) + 1
    ]


def _is_in(row: Standing, rank: Rank, numbers: Sequence[int]) -> bool:
    return row.position is None or row.position in numbers[rank.first - 1 : rank.last]


def _has_every_club(table: Table, group: Group) -> bool:
    known = len(table) == len(group.clubs)
    return known and (bool(group.matches) or is_full(table))


def _above(row: Standing, table: Table) -> int:
    """Return how many rows have a smaller position."""
    return sum(1 for other in table if (other.position or 0) < (row.position or 0))


def is_numbered(table: Table) -> bool:
    """Whether the positions are 1 to the number of rows, but for one slip at most."""
    places = {row.position for row in table} & set(range(1, len(table) + 1))
    return len(places) >= len(table) - 1
