"""A table on the page: to the first reader that knows its header, or looked into, or passed over.

Who knows which header is said in the registry; `ignored_tables` names what is passed over.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.dispatch import read_templates, unread_values
from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.dispatch.handlers import TableReader
from pipeline.extract.dispatch.table_parts import split_at_headers
from pipeline.extract.parsing.grid import Cell, Row, Table
from pipeline.extract.parsing.nodes import Template
from pipeline.extract.parsing.page import Page
from pipeline.extract.tables import ignored_tables
from pipeline.extract.tables.headered_table import (
    HeaderedTable,
    Record,
    is_heading_row,
    read_headered_table,
    read_with_data_as_header,
    read_with_one_more_header_row,
    repeats_header,
)
from pipeline.extract.tables.unread_scores import find_unread_scores
from pipeline.extract.text.prose import strip_span
from pipeline.extract.text.rest import is_rest
from pipeline.facts import Fact
from pipeline.lineage import Span

if TYPE_CHECKING:
    from pipeline.extract.parsing.page import Line
    from pipeline.extract.text.line_label import Above

_SOURCE = re.compile(r"(?:sources?|fuentes?)\s*:", re.IGNORECASE)
_INNER_TABLE = re.compile(r"\n[ \t:]*\{\|")


def read_table(context: ExtractionContext, wikitable: Table) -> None:
    """Read the table, or each of several that stand in one, under headers of their own."""
    context.tables.append(wikitable)
    readers = context.handlers.tables.values()
    parts = split_at_headers(
        context.page, wikitable, lambda table: any(reader.is_kind(table) for reader in readers)
    )
    have_records = [_read_part(context, part) for part in parts]
    if any(have_records):
        _read_outside_cells(context, wikitable)


def _read_part(context: ExtractionContext, wikitable: Table) -> bool:
    """Give the table to the first reader that knows its header; look into a layout table.

    returns: whether it is a table of records
    """
    span = Span(wikitable.start, wikitable.end)
    table = read_headered_table(context.page, wikitable)
    readers = context.handlers.tables
    if _read_records(context, table, span, readers) or _read_with_other_header(
        context, wikitable, table, span
    ):
        return True
    if not context.is_too_deep and _is_layout(context, wikitable):
        _look_into(context, wikitable)
        return False
    if _read_records(context, table, span, context.handlers.headerless_tables):
        return True
    rule = ignored_tables.find_rule(context.page, table)
    if rule is not None:
        context.claim_ignored(span, f"table: {rule}")
        return False
    # the finding names the table by its header: `Club | Budget`
    header = " | ".join(table.headers) or "no header"
    context.add_unrecognised(span, "table", header)
    return False


def _read_with_other_header(
    context: ExtractionContext, wikitable: Table, table: HeaderedTable, span: Span
) -> bool:
    """Try the rows that may be the header though they look like data; tell whether one is."""
    # `!colspan=2|Home!!colspan=2|Away` above `|Team||Goals||Team||Goals`
    if any(table.headers):
        other_table = read_with_one_more_header_row(context.page, wikitable)
    # `|'''Local'''||'''Resultado'''||'''Visitante'''`
    else:
        other_table = read_with_data_as_header(context.page, wikitable)
    return _read_records(context, other_table, span, context.handlers.tables)


def _read_outside_cells(context: ExtractionContext, wikitable: Table) -> None:
    """Read what stands in a table of records, but in no row of it."""
    # `|+ Resultados {{Football box|…}}`
    for caption in wikitable.captions:
        _read_templates_in(context, Span(caption.start, caption.end))
    with context.one_level_deeper():
        for text in wikitable.texts:
            context.read_region(context, text.start, text.end)
    # `|+4` under `GD`
    for line in wikitable.lost_cells:
        span = Span(line.start, line.end)
        context.add_unrecognised(span, "table-row", "a cell that does not fit the header")


def _look_into(context: ExtractionContext, layout: Table) -> None:
    """Read each cell, and each text outside cells, as if it were a page."""
    stretches: list[Cell | Line] = [*layout.captions, *layout.texts]
    for row in layout.rows:
        stretches.extend(row.cells)
    outer_above = context.above
    above_by_column: dict[int, Above] = {}
    column_of_cell = _find_columns_of_cells(layout)
    with context.one_level_deeper():
        for stretch in sorted(stretches, key=lambda stretch: stretch.start):
            # `! Grupo A !! Grupo B` names what stands below each of them, not beside it
            columns = column_of_cell.get(stretch.start, ())
            if columns:
                context.above = above_by_column.get(columns[0], outer_above)
            context.read_region(context, stretch.start, stretch.end)
            above_by_column.update(dict.fromkeys(columns, context.above))
    context.above = outer_above
    context.claim_context(Span(layout.start, layout.end), "layout")


def _find_columns_of_cells(layout: Table) -> dict[int, list[int]]:
    """Return the columns that each cell takes, by where the cell begins."""
    columns_by_start: dict[int, list[int]] = {}
    for cells in layout.grid:
        for column, cell in enumerate(cells):
            if cell is not None:
                columns_by_start.setdefault(cell.start, []).append(column)
    return columns_by_start


def _read_records(
    context: ExtractionContext,
    table: HeaderedTable,
    span: Span,
    readers: Mapping[str, TableReader],
) -> bool:
    """Give each row to the first reader that knows the header; tell whether one did."""
    for name, reader in readers.items():
        if not reader.is_kind(table):
            continue
        for record in table.records:
            _read_record(context, table, record, name, reader)
        context.claim_context(span, f"{name}: header")
        return True
    return False


def _read_record(
    context: ExtractionContext,
    table: HeaderedTable,
    record: Record,
    name: str,
    reader: TableReader,
) -> None:
    """Read and claim a row; one without a fact is a heading, blank or unrecognised."""
    page = context.page
    span = Span(record.row.start, record.row.end)
    # `|colspan=3|Descansa: Kappa`
    if is_rest([page.visible(cell.start, cell.end) for cell in record.row.cells]):
        context.claim_ignored(span, "table: a club that rests")
        return
    is_heading = is_heading_row(record) or repeats_header(page, table, record)
    facts = []
    # the rows of a grid may begin with a header cell and hold nothing else
    if not is_heading or reader.has_rows_without_fact:
        facts = reader.read_row(page, table, record, context.section)
    if not is_heading:
        _read_templates_in(context, span)
    if facts:
        context.add_facts(span, name, facts)
    # `|colspan=8|Source: Huánuco 3–0 Iquitos`
    elif _is_source(page, record):
        context.claim_ignored(span, "table: source")
        return
    elif is_heading:
        context.claim_context(span, f"{name}: heading")
    elif not _has_text(page, record.row):
        context.claim_context(span, f"{name}: blank")
    elif reader.has_rows_without_fact:
        context.claim_context(span, f"{name}: no result")
    else:
        context.add_unrecognised(span, "table-row", name)
        return
    unread_values.report_in_row(context, table, record, facts)
    spans_reported = _report_unread_scores(context, record, facts, name)
    if facts:
        _report_cells_beyond_header(context, table, record, spans_reported)


def _is_source(page: Page, record: Record) -> bool:
    """Whether the row says where the table is taken from."""
    first_cell = record.row.cells[0]
    return _SOURCE.match(page.visible(first_cell.start, first_cell.end)) is not None


def _read_templates_in(context: ExtractionContext, span: Span) -> None:
    # a template in a cell that is no dress of a word is read, passed over or reported by itself
    for atom in context.page.atoms_in(span.start, span.end):
        if read_templates.is_block(atom):
            read_templates.read_block(context, atom)


def _report_unread_scores(
    context: ExtractionContext, record: Record, facts: Sequence[Fact], name: str
) -> Sequence[Span]:
    """Report each cell with a score that no column of the reader takes; return their spans."""
    page = context.page
    cells = record.row.cells
    spans = list(find_unread_scores(page, cells, facts))
    for span in spans:
        context.add_unrecognised(span, "cell", f"{name}: a score that no column takes")
    return spans


def _report_cells_beyond_header(
    context: ExtractionContext,
    table: HeaderedTable,
    record: Record,
    spans_reported: Sequence[Span],
) -> None:
    """Report what stands in no column: no reader can know what it means.

    `| Alfa | 3–3 | Beta | 2–1 | 1–2 | 3–0 |` below `| Team 1 | Agg. | Team 2 | 1st leg | 2nd leg |`
    """
    # a table without a header has no columns that a cell could be beyond
    if not any(table.headers):
        return
    width = len(table.headers)
    cells_in_columns = {id(cell) for cell in record.cells[:width]}
    for cell in record.row.cells:
        if id(cell) in cells_in_columns:
            continue
        if context.page.visible(cell.start, cell.end):
            span = strip_span(context.page, cell.start, cell.end)
            if span not in spans_reported:
                context.add_unrecognised(span, "cell", "beyond the header")


def _is_layout(context: ExtractionContext, wikitable: Table) -> bool:
    """Whether the table only puts other things in place: tables, calls we read, no text at all."""
    # `{| || {{Football box|…}} || {{Football box|…}} |}` puts boxes side by side
    if _holds_readable_call(context, wikitable):
        return True
    # a cell that begins with `{|` holds a table
    page = context.page
    opening = len("{|")
    if _INNER_TABLE.search(page.text, wikitable.start + opening, wikitable.end):
        return True
    return not any(_has_text(page, row) for row in wikitable.rows)


def _holds_readable_call(context: ExtractionContext, wikitable: Table) -> bool:
    for atom in context.page.atoms_in(wikitable.start, wikitable.end):
        if isinstance(atom, Template) and context.can_read(read_templates.squash_name(atom)):
            return True
    return False


def _has_text(page: Page, row: Row) -> bool:
    return any(page.visible(cell.start, cell.end) for cell in row.cells)
