"""Whether the order of a table follows from its own numbers, under the rules of its group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.domain.match import Club
from pipeline.domain.season import Group, Standing, Table
from pipeline.domain.standings import (
    HEAD_TO_HEAD,
    TIEBREAKER_MEASURES,
    GroupMatches,
    StandingsRow,
    split_by_amounts,
)
from pipeline.validate.referee.table_sums import is_full_round_robin

# Matches that one club of a league may have played more than another: a postponed match or two,
# while the finalists of a cup have played rounds more than those who went out.
MOST_AHEAD = 2
# tiebreaker -> what a row must print to answer it; play-offs and lots ask nothing of the row
MEASURES_NEEDED = {
    "points": ("points",),
    "relative-points": ("points", "played"),
    "goal-difference": ("goal_difference",),
    "goals-for": ("goals_for",),
    "wins": ("won",),
}

# what a row of matches must have so that every tiebreaker can be asked
MEASURES_COMPARED = ("played", "won", "goals_for", "goals_against", "points")


@dataclass(frozen=True, slots=True, order=True)
class RankRange:
    """The places that the rules leave open to a club, first and last; often one.

    is_level: whether clubs share the places because no rule parts them, not for want of numbers
    """

    first: int
    last: int
    is_level: bool


def is_league(table: Table) -> bool:
    """Whether the clubs have played about as often, so that points give an order.

    A table over the rounds of a cup is none: who came far has played, and won, much more.
    """
    played_counts = [row.played for row in table if row.played is not None]
    return max(played_counts, default=0) - min(played_counts, default=0) <= MOST_AHEAD


def rank_table(table: Table, group: Group) -> dict[Club, RankRange]:
    """Return the places of each club by the rows' own numbers.

    returns: empty where rows lack points, where a club has two rows, and for no league
    """
    lacks_points = any(row.points is None for row in table)
    has_club_twice = len({row.club for row in table}) < len(table)
    if lacks_points or has_club_twice or not is_league(table):
        return {}
    criteria = ("points", *group.rules.tiebreakers)
    ranks: dict[Club, RankRange] = {}
    for tied_rows, is_decided in _split_by_own_numbers(list(table), criteria, group):
        first = len(ranks) + 1
        last = len(ranks) + len(tied_rows)
        is_level = is_decided and len(tied_rows) > 1
        for row in tied_rows:
            ranks[row.club] = RankRange(first, last, is_level)
    return ranks


def _split_by_own_numbers(
    rows: list[Standing], criteria: Sequence[str], group: Group
) -> Iterator[tuple[list[Standing], bool]]:
    """Yield the rows by falling rank; together those that the page's numbers cannot part.

    With them goes whether the numbers answered every criterion that was asked.
    """
    if len(rows) == 1 or not criteria:
        yield rows, True
        return
    criterion = criteria[0]
    if not _can_answer(rows, criterion, group):
        yield rows, False
        return
    matches = GroupMatches(group.matches, group.play_offs, group.rules)
    measure_clubs = TIEBREAKER_MEASURES[criterion]
    amount_by_club = measure_clubs([_as_derived_row(row) for row in rows], matches)
    # 1983: head-to-head parts one of three clubs; it is asked again between the other two.
    for level_rows, later_criteria in split_by_amounts(rows, criteria, amount_by_club):
        yield from _split_by_own_numbers(level_rows, later_criteria, group)


def _can_answer(rows: Sequence[Standing], criterion: str, group: Group) -> bool:
    """Whether the rows, or the matches among them, can answer the tiebreaker."""
    if criterion == HEAD_TO_HEAD:
        meetings = group.meetings
        pairs = combinations((row.club for row in rows), 2)
        meeting_counts = {meetings[frozenset(pair)] for pair in pairs}
        # Each two of them have met once, or each two twice.
        return len(meeting_counts) == 1 and 0 not in meeting_counts
    # "goals-for" cannot part rows of a table that prints the goal difference alone.
    needed_measures = MEASURES_NEEDED.get(criterion, ())
    return all(_prints_all(needed_measures, row) for row in rows)


def _prints_all(measures: Sequence[str], row: Standing) -> bool:
    return all(getattr(row, measure) is not None for measure in measures)


def _as_derived_row(row: Standing) -> StandingsRow:
    """Return the printed row in the form of the rows that tiebreakers compare."""
    numbers = {measure: getattr(row, measure) or 0 for measure in MEASURES_COMPARED}
    # "GD +3" without goals: any two numbers with this difference do.
    if row.goal_difference is not None:
        if row.goals_for is None:
            numbers["goals_for"] = row.goal_difference
        numbers["goals_against"] = numbers["goals_for"] - row.goal_difference
    return StandingsRow(row.club, **numbers)


def misplaced_rows(table: Table, ranks: Mapping[Club, RankRange], group: Group) -> list[Standing]:
    """Return the rows whose printed position is none that the ranks leave open.

    ranks: of every club of the table, or empty, which misplaces no row
    """
    if not ranks:
        return []
    positions = _printed_positions(table)
    # The first three rows of a table, or every other one: only the order of the positions counts.
    is_in_order = all(_is_within(ranks[row.club], row, positions) for row in table)
    if is_in_order and not _has_every_club(table, group):
        return []
    misplaced = _rows_outside_ranks(table, ranks)
    if not misplaced:
        return []
    # 1, 1, 2, 2 means the same as 1, 1, 3, 3: level clubs share a position, and the next club has
    # the next number.
    distinct_count = len(set(positions))
    has_no_gap = set(positions) == set(range(1, distinct_count + 1))
    if has_no_gap and distinct_count < len(positions):
        renumbered = tuple(replace(row, position=_first_place(row, table)) for row in table)
        if not _rows_outside_ranks(renumbered, ranks):
            return []
    return misplaced


def _printed_positions(table: Table) -> list[int]:
    return sorted(row.position for row in table if row.position is not None)


def _rows_outside_ranks(table: Table, ranks: Mapping[Club, RankRange]) -> list[Standing]:
    """Return the rows outside their places; else those that share any but the first of them."""
    positions = _printed_positions(table)
    if not is_numbered(table):
        return _rows_outside(positions, table, ranks)
    outside = _rows_outside(range(1, len(table) + 1), table, ranks)
    if outside:
        return outside
    sharing: list[Standing] = []
    for row in table:
        is_shared = positions.count(row.position or 0) > 1
        # 1, 3, 3: the two are second, and would share 2.
        if is_shared and row.position != _first_place(row, table):
            sharing.append(row)
    return sharing


def _rows_outside(
    places: Sequence[int], table: Table, ranks: Mapping[Club, RankRange]
) -> list[Standing]:
    rows: list[Standing] = []
    for row in table:
        rank = ranks[row.club]
        if not _is_within(rank, row, places):
            rows.append(row)
    return rows


def _is_within(rank: RankRange, row: Standing, places: Sequence[int]) -> bool:
    """Whether the row's position is one of the rank's; `places` are the positions in order."""
    return row.position is None or row.position in places[rank.first - 1 : rank.last]


def _has_every_club(table: Table, group: Group) -> bool:
    if len(table) != len(group.clubs):
        return False
    # Without matches the group has just the clubs of its table; its sums tell whether rows lack.
    return bool(group.matches) or is_full_round_robin(table)


def _first_place(row: Standing, table: Table) -> int:
    """Return the first of the places that the rows of the row's position take."""
    positions = sorted(other.position or 0 for other in table)
    return positions.index(row.position or 0) + 1


def is_numbered(table: Table) -> bool:
    """Whether the positions are 1 to the number of rows, but for one wrong number at most."""
    places = set(range(1, len(table) + 1))
    printed_places = {row.position for row in table} & places
    return len(printed_places) >= len(table) - 1
