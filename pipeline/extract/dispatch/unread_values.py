"""Values that became nothing: where a number or a time should stand and another text does.

A fact has null for them, as it has for what the page does not state, so they are reported.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.builders.match_details import HEADERS_BY_DETAIL
from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.parsing.grid import Cell
from pipeline.extract.parsing.template_call import Call, parameter_spans
from pipeline.extract.tables.headered_table import HeaderedTable, Record
from pipeline.extract.tables.standings_table import find_number_columns
from pipeline.extract.text.prose import strip_span
from pipeline.facts import Fact, MatchFact, StandingFact

NO_NUMBER = "a value that is no number"
_WORD = re.compile(r"[^\W_]")


def report_in_call(context: ExtractionContext, call: Call) -> None:
    """Report the parameters of the call that its reader noted as unread, each once."""
    if not call.unread:
        return
    spans = parameter_spans(call)
    for name in dict.fromkeys(call.unread):
        context.add_unrecognised(spans[name], "parameter", NO_NUMBER)


def report_in_row(
    context: ExtractionContext, table: HeaderedTable, record: Record, facts: Sequence[Fact]
) -> None:
    """Report the cells of the row whose number the fact has not."""
    for fact in facts:
        for column in _find_unread_columns(table, fact):
            cell = record.cell(column)
            if cell is not None and _states_something(context, cell):
                span = strip_span(context.page, cell.start, cell.end)
                context.add_unrecognised(span, "cell", NO_NUMBER)


def _find_unread_columns(table: HeaderedTable, fact: Fact) -> Iterator[int]:
    columns: Mapping[str, int | None] = {}
    match fact:
        case MatchFact():
            columns = {"attendance": table.find_column(HEADERS_BY_DETAIL["attendance"])}
        case StandingFact():
            columns = find_number_columns(table)
    for name, column in columns.items():
        if column is not None and getattr(fact, name) is None:
            yield column


def _states_something(context: ExtractionContext, cell: Cell) -> bool:
    """Whether a text stands there; a cell across columns says its value for one of them."""
    return (
        cell.colspan == 1 and _WORD.search(context.page.visible(cell.start, cell.end)) is not None
    )
