"""A table as headers and records: what every reader of tables asks first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

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
    top = sum(1 for _ in takewhile(_is_header, table.rows))
    headers = _headers(page, laid[:top])
    records = [
        Record(row, tuple(cells)) for row, cells in zip(table.rows[top:], laid[top:], strict=True)
    ]
    return Sheet(headers, tuple(map(fold, headers)), tuple(records))


def _is_header(row: Row) -> bool:
    return all(cell.header for cell in row.cells)


def _headers(page: Page, laid: Sequence[Sequence[Cell | None]]) -> tuple[str, ...]:
    """Return each column's lowest header text that is not blank."""
    width = max(map(len, laid), default=0)
    texts = [""] * width
    for cells in laid:
        for column, cell in enumerate(cells):
            if cell and (text := page.visible(cell.start, cell.end)):
                texts[column] = text
    return tuple(texts)
