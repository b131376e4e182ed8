"""A table on the page: to the first reader that knows its header, or looked into, or passed over.

Who knows which header is said in the registry; `ignored_tables` names what is passed over.
"""

import re

from mwparserfromhell.nodes import Template

from pipeline.extract.dispatch import read_templates
from pipeline.extract.dispatch.context import Reading
from pipeline.extract.parsing.grid import Table
from pipeline.extract.tables import ignored_tables
from pipeline.extract.tables.headered_table import (
    Record,
    Sheet,
    covers_all,
    headed_by_data,
    headed_twice,
    sheet,
)
from pipeline.extract.tables.match_table import repeats_header
from pipeline.facts import Fact
from pipeline.lineage import Span

_INNER_TABLE = re.compile(r"\n[\s:]*\{\|")


def table(reading: Reading, written: Table) -> None:
    """Give the table to the first reader that knows its header; look into a layout table."""
    page, whole = reading.page, Span(written.start, written.end)
    made = sheet(page, written)
    if _read_records(reading, made, whole):
        return
    if not any(made.headers) and _read_records(reading, headed_by_data(page, written), whole):
        return
    if any(made.headers) and _read_records(reading, headed_twice(page, written), whole):
        return
    if not reading.too_deep and _is_layout(reading, written):
        _look_into(reading, written)
    elif rule := ignored_tables.rule(page, made):
        reading.ignore(whole, f"table: {rule}")
    else:
        header = " | ".join(made.headers) or "no header"
        reading.state(whole, "table", [], missed=("table", header))


def _look_into(reading: Reading, layout: Table) -> None:
    """Read each cell as if it were a page."""
    with reading.inside():
        for row in layout.rows:
            for cell in row.cells:
                reading.region(reading, cell.start, cell.end)
    reading.context(Span(layout.start, layout.end), "layout")


def _read_records(reading: Reading, made: Sheet, whole: Span) -> bool:
    """Give each row to the first reader that knows the header; tell whether one did."""
    for name, (recognises, read_row) in reading.handlers.tables.items():
        if recognises(made):
            for record in made.records:
                if _is_heading_row(record) or repeats_header(reading.page, made, record):
                    span = Span(record.row.start, record.row.end)
                    reading.context(span, f"{name}: heading")
                else:
                    facts = read_row(reading.page, made, record, reading.section)
                    _read_row(reading, name, record, facts)
            reading.context(whole, f"{name}: header")
            return True
    return False


def _read_row(reading: Reading, name: str, record: Record, facts: list[Fact]) -> None:
    """Claim a row; one without a fact is blank or unrecognised."""
    span = Span(record.row.start, record.row.end)
    page, cells = reading.page, record.row.cells
    for atom in page.atoms_in(span.start, span.end):
        if read_templates.is_block(atom):
            read_templates.call_at(reading, atom)
    if not facts and not any(page.visible(cell.start, cell.end) for cell in cells):
        reading.context(span, f"{name}: blank")
    else:
        reading.state(span, name, facts, missed=("table-row", name))


def _is_heading_row(record: Record) -> bool:
    """Whether the row is a heading inside the table: one cell across it, or header cells only."""
    return covers_all(record.cells) or all(cell.header for cell in record.row.cells)


def _is_layout(reading: Reading, written: Table) -> bool:
    """Whether the table only puts other things in place: tables, calls we read, no text at all."""
    page, cells = reading.page, [cell for row in written.rows for cell in row.cells]
    return (
        _holds_read_call(reading, written)
        or _INNER_TABLE.search(page.text, written.start + 2, written.end) is not None
        or not any(page.visible(cell.start, cell.end) for cell in cells)
    )


def _holds_read_call(reading: Reading, written: Table) -> bool:
    return any(
        isinstance(atom.node, Template) and reading.reads(read_templates.squashed(atom.node))
        for atom in reading.page.atoms_in(written.start, written.end)
    )
