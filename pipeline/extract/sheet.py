"""A table as headers and records: what every reader of tables asks first."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.names import fold
from pipeline.extract import grid
from pipeline.extract.grid import Cell, Row, Table
from pipeline.extract.page import Page


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the headers: its cells by column, None where it has none."""

    row: Row
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's header texts by column, as printed and folded, and its records."""

    headers: tuple[str, ...]
    folded: tuple[str, ...]
    records: tuple[Record, ...]

    def column(self, names: frozenset[str]) -> int | None:
        """Return the first column whose header is one of the names (folded)."""
        return next((i for i, text in enumerate(self.folded) if text in names), None)


def sheet(page: Page, table: Table) -> Sheet:
    """Return the table as a sheet; rows of header cells only, at the top, are its header."""
    laid = grid.resolve(table.rows)
    top = _header_rows(page, table.rows, laid)
    headers = _headers(page, laid[:top])
    records = [
        Record(row, tuple(cells)) for row, cells in zip(table.rows[top:], laid[top:], strict=True)
    ]
    return Sheet(headers, tuple(map(fold, headers)), tuple(records))


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
