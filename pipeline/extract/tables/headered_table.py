"""A table as headers and records: what every reader of tables asks first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.domain.folding import fold
from pipeline.extract.parsing import grid
from pipeline.extract.parsing.grid import Cell, Row, Table
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.values.dates import parse_date
from pipeline.values.rounds import is_round

_CAPTION = re.compile(r"^\s*\|\+(?:[^|\n\[{]*\|(?!\|))?([^\n]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the headers: its cells by column, None where it has none.

    round_label: the last label above it, of the table or inside it, that names a round
    date_label:  the last label inside the table above it that is a date
    """

    row: Row
    cells: tuple[Cell | None, ...]
    round_label: str | None = None
    date_label: Quote = BLANK

    def same(self, one: int | None, other: int | None) -> bool:
        """Whether one cell covers both columns: it is a label, not two values."""
        if one is None or other is None or max(one, other) >= len(self.cells):
            return False
        return self.cells[one] is self.cells[other]

    def quote(self, page: Page, column: int | None) -> Quote:
        """Return what stands in the column, blank where the row or the table has none."""
        cell = self.cells[column] if column is not None and column < len(self.cells) else None
        return BLANK if cell is None else cell_quote(page, cell)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's header texts by column, as printed and folded, and its records."""

    headers: tuple[str, ...]
    folded: tuple[str, ...]
    records: tuple[Record, ...]

    def column(self, names: frozenset[str]) -> int | None:
        """Return the first column whose header is one of the names (folded)."""
        return next((i for i, text in enumerate(self.folded) if text in names), None)


def cell_quote(page: Page, cell: Cell) -> Quote:
    """Return what stands in the cell."""
    raw = page.text[cell.start : cell.end].strip()
    return Quote(page.visible(cell.start, cell.end), page.link(cell.start, cell.end), raw)


def sheet(page: Page, table: Table) -> Sheet:
    """Return the table as a sheet; rows of header cells only, at the top, are its header."""
    laid = grid.resolve(table.rows)
    return _sheet(page, table, laid, _header_rows(page, table.rows, laid))


def headed_by_data(page: Page, table: Table) -> Sheet:
    """Return the table as a sheet whose header is its first row of more than one cell.

    Old tables write their header as bold data cells.
    """
    titles = sum(1 for _ in takewhile(_is_title, table.rows))
    return _sheet(page, table, grid.resolve(table.rows), min(titles + 1, len(table.rows)))


def headed_twice(page: Page, table: Table) -> Sheet:
    """Return the table as a sheet with one more row of its header, which looks like data.

    So it is where names of columns stand under names of groups of columns.
    """
    laid = grid.resolve(table.rows)
    top = _header_rows(page, table.rows, laid) + 1
    return _sheet(page, table, laid, min(top, len(table.rows)))


def _sheet(page: Page, table: Table, laid: Sequence[Sequence[Cell | None]], top: int) -> Sheet:
    headers = _headers(page, laid[:top])
    rows = zip(table.rows[top:], laid[top:], _labels(page, table, top), strict=True)
    records = tuple(Record(row, tuple(cells), *labels) for row, cells, labels in rows)
    return Sheet(headers, tuple(map(fold, headers)), records)


def _labels(page: Page, table: Table, top: int) -> Iterator[tuple[str | None, Quote]]:
    """Yield, for each row below the header, the last round and the last date above it.

    A round inside the table ends the date.
    """
    label, date = _caption(page, table), BLANK
    for number, row in enumerate(table.rows):
        if _is_title(row):
            title = cell_quote(page, row.cells[0])
            if parse_date(title.text):
                date = title
            elif is_round(title.text):
                label, date = title.text, BLANK
        if number >= top:
            yield label, date


def _caption(page: Page, table: Table) -> str | None:
    """Return the caption if it names a round."""
    end = table.rows[0].start if table.rows else table.end
    found = _CAPTION.search(page.text, table.start, end)
    text = page.visible(*found.span(1)) if found else ""
    return text if is_round(text) else None


def _is_title(row: Row) -> bool:
    return len(row.cells) == 1


def covers_all(cells: Sequence[Cell | None]) -> bool:
    """Whether one cell takes the whole width of a table with columns."""
    return len(cells) > 1 and cells[0] is not None and all(cell is cells[0] for cell in cells)


def _header_rows(page: Page, rows: Sequence[Row], laid: Sequence[Sequence[Cell | None]]) -> int:
    """Count the rows of header cells at the top, down to the first heading inside the table."""
    top = 0
    named = False  # whether a row above names columns
    for row, cells in zip(rows, laid, strict=True):
        if not all(cell.header for cell in row.cells) or (named and covers_all(cells)):
            break
        if named and any(page.visible(c.start, c.end).isdigit() for c in row.cells):
            break  # a row of data, all in header cells
        named = named or not covers_all(cells)
        top += 1
    return top


def _headers(page: Page, laid: Sequence[Sequence[Cell | None]]) -> tuple[str, ...]:
    """Return each column's lowest header text that is not blank."""
    width = max(map(len, laid), default=0)
    texts = [""] * width
    for cells in laid:
        for column, cell in enumerate(cells):
            if cell and (text := page.visible(cell.start, cell.end)):
                texts[column] = text
    return tuple(texts)
