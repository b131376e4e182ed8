"""A table as headers and records: what every reader of tables asks first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from pipeline.domain.keys import fold
from pipeline.extract.parsing.grid import Cell, Grid, Row, Table
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote, read_notes
from pipeline.extract.tables.labels import names_group
from pipeline.extract.tables.legends import quote_with_legend, read_legend
from pipeline.extract.tables.row_labels import (
    NO_LABELS,
    LabelsAbove,
    covers_all_columns,
    read_row_labels,
)

_GROUP_HEADERS = frozenset({"grupo", "group", "zona", "zone", "serie", "region"})
_TEAM_HEADERS = frozenset({"team", "teams", "club", "clubs", "equipo", "equipos"})


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the headers: its cells by column, None where it has none.

    labels: what the labels of the table above the row say
    legend: what the marks in the table mean, such as `(a)`
    """

    row: Row
    cells: tuple[Cell | None, ...]
    labels: LabelsAbove = NO_LABELS
    legend: Mapping[str, str] = field(default_factory=dict)

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
        return self._quote_cell(page, cell)

    def text(self, page: Page, column: int | None) -> str:
        """Return the visible text of the quote, which costs less than the quote."""
        cell = self.cell(column)
        if cell is None:
            return ""
        # a mark that the legend explains is no part of the text
        if self.legend:
            return self._quote_cell(page, cell).text
        return page.visible(cell.start, cell.end)

    def _quote_cell(self, page: Page, cell: Cell) -> Quote:
        return quote_with_legend(quote_cell(page, cell), self.legend)

    def has_one_cell_across(self, column: int, other_column: int) -> bool:
        """Whether one cell covers both columns, or both lack one: no two values stand there."""
        return self.cell(column) is self.cell(other_column)

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
            quote = self._quote_cell(page, cell)
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


@dataclass(frozen=True, eq=False)
class HeaderedTable:
    """A table's header texts by column, as printed and folded, and its records.

    header_count: how many of its rows are the header
    header_links: the target of the first link in each header
    """

    page: Page = field(repr=False)
    wikitable: Table = field(repr=False)
    header_count: int
    headers: tuple[str, ...]
    folded_headers: tuple[str, ...]
    header_links: tuple[str | None, ...]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The rows below the header; many a table is known, or is none, by its header alone."""
        labels = read_row_labels(self.page, self.wikitable, self.header_count)
        legend = read_legend(self.page, self.wikitable)
        records = []
        for number in range(self.header_count, len(self.wikitable.rows)):
            record = Record(
                row=self.wikitable.rows[number],
                cells=tuple(self.wikitable.grid[number]),
                labels=labels[number],
                legend=legend,
            )
            records.append(record)
        return tuple(records)

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
    """Return what stands in the cell, and the notes on it."""
    return Quote(
        text=page.visible(cell.start, cell.end),
        link=page.link(cell.start, cell.end),
        raw=page.text[cell.start : cell.end].strip(),
        notes=tuple(read_notes(page.atoms_in(cell.start, cell.end))),
    )


def read_headered_table(page: Page, wikitable: Table) -> HeaderedTable:
    """Return the table; rows of header cells only, at the top, are its header."""
    header_count = _count_header_rows(page, wikitable)
    return _build_table(page, wikitable, header_count)


def read_with_data_as_header(page: Page, wikitable: Table) -> HeaderedTable:
    """Return the table with its first row of more than one cell as header.

    Old tables write their header as bold data cells.
    """
    titles = list(takewhile(_is_title, wikitable.rows))
    header_count = min(len(titles) + 1, len(wikitable.rows))
    return _build_table(page, wikitable, header_count)


def read_with_one_more_header_row(page: Page, wikitable: Table) -> HeaderedTable:
    """Return the table with one more row of its header, which looks like data.

    So it is where names of columns stand under names of groups of columns.
    """
    header_count = _count_header_rows(page, wikitable) + 1
    return _build_table(page, wikitable, min(header_count, len(wikitable.rows)))


def read_group(page: Page, table: HeaderedTable, record: Record) -> str | None:
    """Return the group of the row: of a column of its own, else of the labels above.

    `Grupo A` under `Grupo` is it; so is `A`, which stands for the same.
    """
    column = table.find_column(_GROUP_HEADERS)
    text = record.text(page, column)
    if column is None or not text:
        return record.labels.group
    if names_group(text):
        return text
    return f"{table.headers[column]} {text}"


def repeats_header(page: Page, table: HeaderedTable, record: Record) -> bool:
    """Whether the row only prints the header again, as bold data cells."""
    if not any(table.headers):
        return False
    # most rows differ in their first cell
    return all(
        fold(record.text(page, column)) == fold(header)
        for column, header in enumerate(table.headers)
    )


def is_heading_row(record: Record) -> bool:
    """Whether the row is a heading inside the table: one cell across it, or header cells only."""
    return record.labels.is_label or covers_all_columns(record.cells) or record.row.is_header


def _build_table(page: Page, wikitable: Table, header_count: int) -> HeaderedTable:
    header_quotes = _read_headers(page, wikitable.grid[:header_count])
    headers = tuple(quote.text for quote in header_quotes)
    header_links = tuple(quote.link for quote in header_quotes)
    folded_headers = _fold_headers(headers)
    return HeaderedTable(page, wikitable, header_count, headers, folded_headers, header_links)


def _fold_headers(headers: Sequence[str]) -> tuple[str, ...]:
    """Return the headers folded; where a group stands above its teams, `equipo` in its place."""
    folded_headers = list(map(fold, headers))
    columns_of_group = [column for column, header in enumerate(headers) if names_group(header)]
    # `Group A | Group B | Group C` heads the lots of a draw
    groups = {headers[column] for column in columns_of_group}
    if len(groups) != 1 or not _TEAM_HEADERS.isdisjoint(folded_headers):
        return tuple(folded_headers)
    # `!colspan=2|Grupo A!!PJ!!Pts`: the position, then the team
    for column in columns_of_group:
        folded_headers[column] = ""
    folded_headers[columns_of_group[-1]] = "equipo"
    return tuple(folded_headers)


def _is_title(row: Row) -> bool:
    return len(row.cells) == 1


def _count_header_rows(page: Page, wikitable: Table) -> int:
    """Count the rows of header cells at the top, down to the first heading inside the table."""
    header_count = 0
    has_column_names = False
    for row, cells in zip(wikitable.rows, wikitable.grid, strict=True):
        is_one_cell = covers_all_columns(cells)
        if not row.is_header:
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


def _read_headers(page: Page, cells_by_row: Grid) -> list[Quote]:
    """Return each column's lowest header that is not blank."""
    width = max(map(len, cells_by_row), default=0)
    headers = [BLANK] * width
    for cells in cells_by_row:
        last_cell, quote = None, BLANK
        for column, cell in enumerate(cells):
            if cell is not last_cell:
                quote = quote_cell(page, cell) if cell else BLANK
            last_cell = cell
            # `GF` under `Goals`: the lower one names the column; a blank one leaves it `Goals`
            if quote.text:
                headers[column] = quote
    return headers
