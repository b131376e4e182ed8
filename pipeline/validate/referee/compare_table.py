"""One published table heard against the matches of its group."""

from collections.abc import Iterator

from pipeline.domain.difference import Difference
from pipeline.domain.season import Group, Table
from pipeline.validate.referee.cells import NOTHING, cells, differing, printed
from pipeline.validate.referee.hypotheses import later_matches
from pipeline.validate.referee.number_verdicts import Numbers
from pipeline.validate.referee.position_verdicts import positions
from pipeline.validate.referee.ranking import without


def hearing(group: Group, table: Table) -> Iterator[Difference]:
    """Yield the cells of a table that do not follow from the matches, row by row."""
    numbers = Numbers(_at_the_time(group, table), table)
    places = positions(numbers)
    for row in table:
        place = [places[row]] if row in places else []
        for cell in (*numbers.judged(row), *place):
            yield Difference(
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


def _at_the_time(group: Group, table: Table) -> Group:
    """Return the group after the round of the table, if the page prints a later table as well."""
    if all(_played(other) <= _played(table) for other in group.published):
        return group
    for _, later in later_matches(group):
        then = without(later, group)
        given = {row.club: cells(row) for row in then.table}
        if not any(differing(printed(row), given.get(row.club, NOTHING)) for row in table):
            return then
    return group


def _played(table: Table) -> int:
    return sum(row.played or 0 for row in table)
