"""One published table compared with the matches of its group, cell by cell."""

from collections.abc import Iterator

from pipeline.domain.difference import Difference
from pipeline.domain.match_coverage import matches_in_table
from pipeline.domain.season import Group, Standing, Table
from pipeline.validate.referee.cells import (
    ZERO,
    derived_cells,
    differing_measures,
    printed_cells,
)
from pipeline.validate.referee.number_verdicts import CellVerdict, number_verdicts
from pipeline.validate.referee.position_verdicts import position_verdicts
from pipeline.validate.referee.ranking import earlier_moments, rank_without
from pipeline.validate.referee.table_comparison import compare_with_matches


def compare_table(group: Group, table: Table) -> Iterator[Difference]:
    """Yield the cells of a table that do not follow from the matches, row by row."""
    comparison = compare_with_matches(_group_at_time_of(table, group), table)
    verdict_on_position = position_verdicts(comparison)
    for row in table:
        for cell in number_verdicts(comparison, row):
            yield _build_difference(row, cell)
        if row in verdict_on_position:
            yield _build_difference(row, verdict_on_position[row])


def _build_difference(row: Standing, cell: CellVerdict) -> Difference:
    return Difference(
        stage=row.stage,
        group=row.group,
        club=row.club,
        printed=row.printed,
        measure=cell.measure,
        published=cell.published,
        derived=cell.derived,
        verdict=cell.verdict,
        explanation=cell.explanation,
        span=row.span,
    )


def _group_at_time_of(table: Table, group: Group) -> Group:
    """Return the group after the round of the table, if the page prints a later table as well."""
    # "Standings after Round 3" above the final table: both are right, each at its time.
    if all(matches_in_table(other) <= matches_in_table(table) for other in group.published):
        return group
    for _, later_matches in earlier_moments(group):
        earlier_group = rank_without(later_matches, group)
        if _follows_from(earlier_group, table):
            return earlier_group
    return group


def _follows_from(group: Group, table: Table) -> bool:
    """Whether every number of the table is that of the matches."""
    derived_by_club = {row.club: derived_cells(row) for row in group.table}
    for row in table:
        derived = derived_by_club.get(row.club, ZERO)
        if differing_measures(printed_cells(row), derived):
            return False
    return True
