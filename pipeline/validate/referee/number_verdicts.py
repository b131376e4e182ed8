"""The verdict on each number of a table that differs from the matches.

`explained`, `ambiguous`, `not-comparable` and `unexplained` are given here, and for positions in
`position_verdicts`; nowhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.domain.difference import Verdict
from pipeline.domain.season import Standing
from pipeline.validate.referee.cells import ZERO, differing_measures, printed_cells
from pipeline.validate.referee.match_counts import describe_listed_matches
from pipeline.validate.referee.row_arithmetic import Contradiction, find_contradictions
from pipeline.validate.referee.table_comparison import TableComparison

Explanation: TypeAlias = tuple[Verdict, str]
CLUBS_OF_A_MATCH = 2


@dataclass(frozen=True, slots=True)
class CellVerdict:
    """The verdict on one cell, and why."""

    measure: str
    published: int
    derived: int
    verdict: Verdict
    explanation: str


def number_verdicts(comparison: TableComparison, row: Standing) -> Iterator[CellVerdict]:
    """Yield the verdict on each number of a row that differs."""
    if comparison.lacks_matches(row):
        yield from _verdicts_without_matches(comparison, row)
        return
    printed = printed_cells(row)
    derived = comparison.season_cells.get(row.club, ZERO)
    for measure in differing_measures(printed, derived):
        verdict, explanation = _explain(comparison, row, measure)
        yield CellVerdict(
            measure=measure,
            published=printed[measure],
            derived=getattr(derived, measure),
            verdict=verdict,
            explanation=explanation,
        )


def _explain(comparison: TableComparison, row: Standing, measure: str) -> Explanation:
    """Return the verdict on a cell of a club whose matches are all known."""
    if measure in comparison.unexplained_measures(row):
        return _explain_by_table(comparison, row, measure)
    hypotheses = comparison.hypotheses_of[row.club]
    # Two wrong scores of one club may look like a single one of its two opponents.
    if hypotheses and comparison.leaves_one_row and comparison.unexplained_club:
        name = comparison.rows.names[comparison.unexplained_club]
        return "unexplained", f"{hypotheses[0].text}, but then nothing gives the row of {name}"
    if len(hypotheses) > 1:
        count = len(hypotheses)
        text = f"{count} single changes give this row, such as: {hypotheses[0].text}"
        return "ambiguous", text
    # Two points for a win and one wrong score may change the points of a row together.
    reasons: list[str] = []
    if comparison.counts_other_win_points and measure == "points":
        reasons.append(_describe_win_points(comparison))
    if hypotheses:
        reasons.append(hypotheses[0].text)
    return "explained", "; ".join(reasons)


def _explain_by_table(comparison: TableComparison, row: Standing, measure: str) -> Explanation:
    """Return what the table says against itself, if all that is left can be due to that."""
    unexplained = comparison.unexplained_measures(row)
    # "Pld 3, W 4": a row in which only such cells are unexplained needs no other reason.
    if unexplained <= comparison.doubtful_measures(row):
        for contradiction in comparison.contradictions_in(row):
            if measure in contradiction.cells:
                return "explained", _describe_contradiction(contradiction)
    # The clubs score 40 goals and concede 41: one number of these two columns is wrong.
    for imbalance in comparison.imbalances:
        if measure in imbalance.measures and _is_only_row(comparison, row, imbalance.measures):
            return "explained", f"the table contradicts itself: {imbalance.text}"
    return "unexplained", _suggest_where_to_look(comparison)


def _is_only_row(comparison: TableComparison, row: Standing, measures: frozenset[str]) -> bool:
    """Whether no other row has unexplained cells of these measures."""
    for other_row in comparison.table:
        if other_row is not row and comparison.unexplained_measures(other_row) & measures:
            return False
    return True


def _suggest_where_to_look(comparison: TableComparison) -> str:
    """Return where to look: one club alone points to the table, two to a match of theirs."""
    names = [row.printed for row in comparison.table if row.club in comparison.rows.deviations]
    reason = "no single change gives this row"
    if len(names) == 1:
        return f"{reason}; no other row differs, so look at the table"
    if len(names) == CLUBS_OF_A_MATCH:
        return f"{reason}; look at a match of {' and '.join(names)}"
    return f"{reason}; {len(names)} rows differ"


def _verdicts_without_matches(comparison: TableComparison, row: Standing) -> Iterator[CellVerdict]:
    """Yield what the row says against itself, and one cell for all that cannot be compared."""
    contradicting_cells = _cells_that_contradict_others(comparison, row)
    yield from contradicting_cells
    printed = printed_cells(row)
    derived = comparison.season_cells.get(row.club, ZERO)
    differing = differing_measures(printed, derived)
    if not differing:
        return
    # "Pld 5" where the page lists one match: one cell stands for the row, the first that differs.
    measure = differing[0]
    if measure in {cell.measure for cell in contradicting_cells}:
        return
    yield CellVerdict(
        measure=measure,
        published=printed[measure],
        derived=getattr(derived, measure),
        verdict="not-comparable",
        explanation=describe_listed_matches(comparison.group, comparison.table),
    )


def _cells_that_contradict_others(comparison: TableComparison, row: Standing) -> list[CellVerdict]:
    """Return the cells that cannot be, whatever the matches are."""
    contradictions = comparison.contradictions_in(row)
    if contradictions:
        return [_explain_by_row(contradiction) for contradiction in contradictions]
    if not comparison.counts_other_win_points:
        return []
    # By the rules of the season the points are wrong; by those that the table counts they are not.
    cells: list[CellVerdict] = []
    for contradiction in find_contradictions((row,), comparison.season_rules):
        cell = _explain_by_row(contradiction)
        cells.append(replace(cell, explanation=_describe_win_points(comparison)))
    return cells


def _explain_by_row(contradiction: Contradiction) -> CellVerdict:
    return CellVerdict(
        measure=contradiction.measure,
        published=getattr(contradiction.row, contradiction.measure),
        derived=contradiction.expected,
        verdict="explained",
        explanation=_describe_contradiction(contradiction),
    )


def _describe_contradiction(contradiction: Contradiction) -> str:
    return f"the row contradicts itself: {contradiction.text}"


def _describe_win_points(comparison: TableComparison) -> str:
    return f"the table counts {comparison.group.rules.win} points for a win"
