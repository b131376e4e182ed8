"""A table as headers and records: what every reader of tables asks first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.folding import fold
from pipeline.extract.parsing.grid import Cell, Grid, Row, Table
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.values.dates import parse_date
from pipeline.values.rounds import is_round


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

    def cell(self, column: int | None) -> Cell | None:
        """Return the cell in the column, None where the row or the table has none."""
        if column is None or column >= len(self.cells):
            return None
        return self.cells[column]

    def quote(self, page: Page, column: int | None) -> Quote:
        """Return what stands in the column, blank where the row or the table has none."""
        cell = self.cell(column)
        if cell is None:
            return BLANK
        return quote_cell(page, cell)

    def has_one_cell_across(self, column: int | None, other_column: int | None) -> bool:
        """Whether one cell covers both columns, or both lack one: no two values stand there."""
        if column is None or other_column is None:
            return False
        if max(column, other_column) >= len(self.cells):
            return False
        return self.cells[column] is self.cells[other_column]

    def quote_once(
        self,
        page: Page,
        columns: Mapping[str, int | None],
        fits: Mapping[str, Callable[[str], bool]],
    ) -> dict[str, Quote]:
        """Return what the row states, by the names given to the columns; blank where nothing.

        A cell that covers several columns states its value once, for the first that it fits.
        columns: by name; None of one that the table lacks
        fits:    tells by the text whether a value can be of the column; anything can of the others
        """
        quotes = dict.fromkeys(columns, BLANK)
        stated_starts: set[int] = set()
        from_left = sorted(columns, key=lambda name: columns[name] or 0)
        for name in from_left:
            cell = self.cell(columns[name])
            if cell is None:
                continue
            quote = quote_cell(page, cell)
            if cell.colspan > 1:
                # `|colspan=2| 1 May 1999` under `Date | Stadium` is no stadium
                if cell.start in stated_starts:
                    continue
                # `|colspan=2| Alfa` under `Pos | Team` is no position
                if name in fits and not fits[name](quote.text):
                    continue
                stated_starts.add(cell.start)
            quotes[name] = quote
        return quotes


@dataclass(frozen=True, slots=True)
class HeaderedTable:
    """A table's header texts by column, as printed and folded, and its records."""

    headers: tuple[str, ...]
    folded_headers: tuple[str, ...]
    records: tuple[Record, ...]

    def find_column(self, names: frozenset[str]) -> int | None:
        """Return the first column whose header is one of the names (folded)."""
        return find_column(self.folded_headers, names)


def find_column(headers: Sequence[str], names: frozenset[str]) -> int | None:
    """Return the first column whose header is one of the names."""
    for column, header in enumerate(headers):
        if header in names:
            return column
    return None


def quote_cell(page: Page, cell: Cell) -> Quote:
    """Return what stands in the cell."""
    raw = page.text[cell.start : cell.end].strip()
    return Quote(page.visible(cell.start, cell.end), page.link(cell.start, cell.end), raw)


def read_headered_table(page: Page, wikitable: Table) -> HeaderedTable:
    """Return the table; rows of header cells only, at the top, are its header."""
    header_count = _count_header_rows(page, wikitable)
    return _build_table(page, wikitable, header_count)


def read_with_data_as_header(page: Page, wikitable: Table) -> HeaderedTable:
    """Return the table with its first row of more than one cell as header.

    Old tables write their header as bold data cells.
    """
    title_count = 0
    for row in wikitable.rows:
        if not _is_title(row):
            break
        title_count += 1
    header_count = min(title_count + 1, len(wikitable.rows))
    return _build_table(page, wikitable, header_count)


def read_with_one_more_header_row(page: Page, wikitable: Table) -> HeaderedTable:
    """Return the table with one more row of its header, which looks like data.

    So it is where names of columns stand under names of groups of columns.
    """
    header_count = _count_header_rows(page, wikitable) + 1
    return _build_table(page, wikitable, min(header_count, len(wikitable.rows)))


def repeats_header(page: Page, table: HeaderedTable, record: Record) -> bool:
    """Whether the row only prints the header again, as bold data cells."""
    texts = [record.quote(page, column).text for column in range(len(table.headers))]
    return tuple(fold(text) for text in texts) == table.folded_headers


def is_heading_row(record: Record) -> bool:
    """Whether the row is a heading inside the table: one cell across it, or header cells only."""
    return _covers_all_columns(record.cells) or all(cell.header for cell in record.row.cells)


def _build_table(page: Page, wikitable: Table, header_count: int) -> HeaderedTable:
    headers = _read_headers(page, wikitable.grid[:header_count])
    folded_headers = tuple(fold(header) for header in headers)
    labels = list(_read_labels(page, wikitable))
    records = []
    for number in range(header_count, len(wikitable.rows)):
        round_label, date_label = labels[number]
        record = Record(
            row=wikitable.rows[number],
            cells=tuple(wikitable.grid[number]),
            round_label=round_label,
            date_label=date_label,
        )
        records.append(record)
    return HeaderedTable(headers, folded_headers, tuple(records))


def _read_labels(page: Page, wikitable: Table) -> Iterator[tuple[str | None, Quote]]:
    """Yield, for each row, the last round and the last date above it."""
    round_label = _read_round_in_caption(page, wikitable)
    date_label = BLANK
    for row in wikitable.rows:
        if _is_title(row):
            title = quote_cell(page, row.cells[0])
            if parse_date(title.text):
                date_label = title
            # `Fecha 2` ends the date of the round before it; `Zona A` is no round
            elif is_round(title.text):
                round_label = title.text
                date_label = BLANK
        yield round_label, date_label


def _read_round_in_caption(page: Page, wikitable: Table) -> str | None:
    """Return the caption above the rows if it names a round: `|+ Semifinals`."""
    for caption in wikitable.captions:
        is_above = not wikitable.rows or caption.start < wikitable.rows[0].start
        text = page.visible(caption.start, caption.end)
        # `|+ Positions` is no round
        if is_above and is_round(text):
            return text
    return None


def _is_title(row: Row) -> bool:
    return len(row.cells) == 1


def _covers_all_columns(cells: Sequence[Cell | None]) -> bool:
    """Whether one cell takes the whole width of a table with columns."""
    if len(cells) <= 1 or cells[0] is None:
        return False
    return all(cell is cells[0] for cell in cells)


def _count_header_rows(page: Page, wikitable: Table) -> int:
    """Count the rows of header cells at the top, down to the first heading inside the table."""
    header_count = 0
    has_column_names = False
    for row, cells in zip(wikitable.rows, wikitable.grid, strict=True):
        is_one_cell = _covers_all_columns(cells)
        if not all(cell.header for cell in row.cells):
            break
        # `!colspan=4|Fecha 1` below the names of the columns is a heading inside the table
        if has_column_names and is_one_cell:
            break
        # `!1!!Municipal!!12` below them is a row of data, all in header cells
        if has_column_names and _has_number(page, row):
            break
        has_column_names = has_column_names or not is_one_cell
        header_count += 1
    return header_count


def _has_number(page: Page, row: Row) -> bool:
    return any(page.visible(cell.start, cell.end).isdigit() for cell in row.cells)


def _read_headers(page: Page, cells_by_row: Grid) -> tuple[str, ...]:
    """Return each column's lowest header text that is not blank."""
    width = max(map(len, cells_by_row), default=0)
    headers = [""] * width
    for cells in cells_by_row:
        last_cell, text = None, ""
        for column, cell in enumerate(cells):
            if cell is not last_cell:
                text = page.visible(cell.start, cell.end) if cell else ""
            last_cell = cell
            # `GF` under `Goals`: the lower one names the column; a blank one leaves it `Goals`
            if text:
                headers[column] = text
    return tuple(headers)
