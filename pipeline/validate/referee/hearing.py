"""One published table heard against the matches of its group."""

from collections.abc import Iterator

from pipeline.domain.difference import Difference
from pipeline.domain.season import Group, Table
from pipeline.validate.referee.numbers import Numbers
from pipeline.validate.referee.places import positions


def hearing(group: Group, table: Table) -> Iterator[Difference]:
    """Yield the cells of a table that do not follow from the matches, row by row."""
    numbers = Numbers(group, table)
    places = positions(numbers)
    for row in table:
        place = [places[row]] if row in places else []
        for cell in (*numbers.judged(row), *place):
            yield Difference(
                stage=group.stage,
                group=group.name,
                club=row.club,
                printed=row.printed,
                measure=cell.measure,
                published=cell.published,
                derived=cell.derived,
                verdict=cell.verdict,
                explanation=cell.explanation,
                span=row.span,
            )
