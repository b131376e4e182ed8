"""Published tables: against themselves, and against the matches."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from pipeline.domain.difference import Difference
from pipeline.domain.season import Group, Season, Standing, Table
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.checks.message_names import name_club, name_group
from pipeline.validate.referee.cells import name_measure
from pipeline.validate.referee.row_arithmetic import find_contradictions, rules_counted_by
from pipeline.validate.referee.table_order import RankRange, rank_table
from pipeline.validate.referee.table_sums import find_imbalances


def published_rows_agree_with_themselves(season: Season) -> Contradictions:
    """Check each row's own sums: matches, points, goal difference, goals for the wins."""
    for group, table in season.published_tables:
        for contradiction in find_contradictions(table, group.rules):
            row = contradiction.row
            yield f"{name_group(group)}: {row.printed}: {contradiction.text}", row.span


def published_tables_count_points_by_the_rules(season: Season) -> Contradictions:
    """Look for tables of which every row counts other points for a win."""
    for group, table in season.published_tables:
        # The season gives 3 points for a win; a club with 2 wins and no draw has 4 points.
        counted_rules = rules_counted_by(table, group.rules)
        if counted_rules != group.rules:
            counted = f"the table counts {counted_rules.win} points for a win"
            stated = f"the rules of the season say {group.rules.win}"
            yield f"{name_group(group)}: {counted}, {stated}", table[0].span


def sums_of_published_tables_can_be(season: Season) -> Contradictions:
    """Check that a full table has as many goals for as against, and as many wins as losses."""
    for group, table in season.published_tables:
        for imbalance in find_imbalances(table):
            yield f"{name_group(group)}: {imbalance.text}", table[0].span


def published_tables_follow_from_the_matches(season: Season) -> Contradictions:
    """Tell the differing cells of a row together, each with its verdict; not those unknown."""
    # "4 of 15 matches are known" is no fault of the page; the database keeps these cells.
    comparable = [cell for cell in season.differences if cell.verdict != "not-comparable"]
    for _, cells_of_row in groupby(comparable, key=lambda cell: (cell.span, cell.club)):
        cells = list(cells_of_row)
        yield _describe_row(cells), cells[0].span


def _describe_row(cells: Sequence[Difference]) -> str:
    """Return `Boca: goals for 7, not 6, points 4, not 3; explained: the table fits …`."""
    numbers: list[str] = []
    reasons: list[str] = []
    for cell in cells:
        numbers.append(f"{name_measure(cell.measure)} {cell.published}, not {cell.derived}")
        reason = f"{cell.verdict}: {cell.explanation}"
        if reason not in reasons:
            reasons.append(reason)
    return f"{cells[0].printed}: {', '.join(numbers)}; {'; '.join(reasons)}"


def clubs_level_on_every_rule_share_their_rank(season: Season) -> Contradictions:
    """Tell the clubs of a table that no rule parts: nobody may invent an order."""
    for group in season.groups:
        for table in group.published:
            yield from _level_clubs_of_published_table(table, group)
        # Without a published table, the one that follows from the matches.
        if group.is_complete and not group.published:
            yield from _level_clubs_of_derived_table(group, season)


def _level_clubs_of_published_table(table: Table, group: Group) -> Contradictions:
    ranks = rank_table(table, group)
    rows_by_rank: defaultdict[RankRange, list[Standing]] = defaultdict(list)
    for row in table:
        rank = ranks.get(row.club)
        if rank is not None and rank.is_level:
            rows_by_rank[rank].append(row)
    for rank in sorted(rows_by_rank):
        rows = rows_by_rank[rank]
        names = [row.printed for row in rows]
        yield _describe_level_clubs(group, names, rank.first), rows[0].span


def _level_clubs_of_derived_table(group: Group, season: Season) -> Contradictions:
    for position, rows in groupby(group.table, key=lambda row: row.position):
        names = [name_club(season, row.club) for row in rows]
        if len(names) > 1:
            yield _describe_level_clubs(group, names, position), group.matches[0].span


def _describe_level_clubs(group: Group, names: Sequence[str], first: int) -> str:
    last = first + len(names) - 1
    return f"{name_group(group)}: {' and '.join(names)} share ranks {first} to {last}"
