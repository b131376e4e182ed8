"""The verdict on each position of a table that is not the right one.

A position is right if the matches give it, or if the table's own numbers do where matches are
missing.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from pipeline.domain.difference import Verdict
from pipeline.domain.match import Club
from pipeline.domain.season import Standing
from pipeline.validate.referee.number_verdicts import CellVerdict, Explanation, number_verdicts
from pipeline.validate.referee.table_comparison import TableComparison
from pipeline.validate.referee.table_order import (
    RankRange,
    is_league,
    is_numbered,
    misplaced_rows,
    rank_table,
)

# An order that follows from several cells is as doubtful as the most doubtful of them.
MOST_DOUBTFUL_LAST: tuple[Verdict, ...] = (
    "explained",
    "ambiguous",
    "not-comparable",
    "unexplained",
)
Ranks: TypeAlias = Mapping[Club, RankRange]


def position_verdicts(comparison: TableComparison) -> dict[Standing, CellVerdict]:
    """Return the rows with a wrong position, each with the verdict on it."""
    table, group = comparison.table, comparison.group
    ranks_by_table = _ranks_by_own_numbers(comparison)
    ranks = _ranks_by_matches(comparison) or ranks_by_table
    misplaced = misplaced_rows(table, ranks, group)

    misplaced_by_table = misplaced_rows(table, ranks_by_table, group)
    misplaced_by_both = [row for row in misplaced_by_table if row in misplaced]

    verdicts: dict[Standing, CellVerdict] = {}
    if not misplaced:
        return verdicts
    explanation_by_numbers = _explain_by_numbers(comparison)
    for row in misplaced:
        rank = ranks[row.club]
        verdict, explanation = explanation_by_numbers
        if row in misplaced_by_both:
            verdict, explanation = _explain_position(comparison, row, rank, misplaced_by_both)
        verdicts[row] = CellVerdict("position", row.position or 0, rank.first, verdict, explanation)
    return verdicts


def _ranks_by_own_numbers(comparison: TableComparison) -> Ranks:
    """Return the ranks by the rows' own numbers, as printed or without their contradictions.

    Of the two, those that contradict fewer of the printed positions.
    """
    table, group = comparison.table, comparison.group
    printed_ranks = rank_table(table, group)
    if not comparison.contradictions:
        return printed_ranks
    expected_by_club: defaultdict[Club, dict[str, Any]] = defaultdict(dict)
    for contradiction in comparison.contradictions:
        expected_by_club[contradiction.row.club][contradiction.measure] = contradiction.expected
    # "W 3, D 1, Pts 9": as printed, and with the 10 points that the results give.
    consistent_table = tuple(replace(row, **expected_by_club.get(row.club, {})) for row in table)
    consistent_ranks = rank_table(consistent_table, group)
    printed_misplaced = misplaced_rows(table, printed_ranks, group)
    consistent_misplaced = misplaced_rows(table, consistent_ranks, group)
    if len(consistent_misplaced) < len(printed_misplaced):
        return consistent_ranks
    return printed_ranks


def _ranks_by_matches(comparison: TableComparison) -> Ranks:
    """Return the ranks that the matches give; empty where they are not those of the whole table."""
    table, group = comparison.table, comparison.group
    printed_clubs = {row.club for row in table}
    derived_clubs = {row.club for row in group.table}
    has_same_clubs = printed_clubs == derived_clubs and len(printed_clubs) == len(table)
    if not has_same_clubs or not is_league(table):
        return {}
    if any(comparison.lacks_matches(row) for row in table):
        return {}
    # Two clubs in place 3 leave 3 and 4 to each of them.
    club_counts = Counter(row.position for row in group.table)
    ranks: dict[Club, RankRange] = {}
    for row in group.table:
        club_count = club_counts[row.position]
        last = row.position + club_count - 1
        ranks[row.club] = RankRange(row.position, last, is_level=club_count > 1)
    return ranks


def _explain_by_numbers(comparison: TableComparison) -> Explanation:
    """Return the verdict on an order that is the one of the table's own numbers."""
    cells: list[CellVerdict] = []
    for row in comparison.table:
        cells += number_verdicts(comparison, row)
    verdicts = [cell.verdict for cell in cells]
    verdict = max(verdicts, key=MOST_DOUBTFUL_LAST.index, default=MOST_DOUBTFUL_LAST[0])
    reasons = {cell.explanation for cell in cells}
    reason = "some of them differ from the matches"
    if len(reasons) == 1:
        reason = reasons.pop()
    return verdict, f"the order follows from the table's own numbers: {reason}"


def _explain_position(
    comparison: TableComparison,
    row: Standing,
    rank: RankRange,
    misplaced: Sequence[Standing],
) -> Explanation:
    """Return the verdict on a place that neither the matches nor the row's own numbers give."""
    names = [other.printed for other in comparison.table if other.position == row.position]
    joined_names = " and ".join(names)
    if is_numbered(comparison.table) and len(misplaced) == 1:
        # 1, 2, 2, 4: one number is wrong, and the others leave one place to its row.
        if len(names) > 1:
            return "explained", f"the table numbers {joined_names} {row.position}"
        return "explained", f"the other rows leave place {rank.first} to {row.printed}"
    # 1, 2, 2, 4, where the clubs of places 2 and 3 are level: either could be meant to be third.
    have_same_position = all(other.position == row.position for other in misplaced)
    if have_same_position and rank.is_level:
        text = f"{len(names)} single changes part {joined_names}, who are level"
        return "ambiguous", text
    criteria = ", ".join(("points", *comparison.group.rules.tiebreakers))
    return "unexplained", f"by {criteria} the row's own numbers give place {rank.first}"
