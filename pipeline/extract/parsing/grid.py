"""Tables as a grid of cells: rows as written, then every cell at every place that it covers.

Wikitext tables are read line by line, as MediaWiki does, so that one which never closes, lacks its
first `|-` or is indented is read by the same code as any other; a row or a cell of it may be
written as HTML.
https://www.mediawiki.org/wiki/Help:Tables
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.parsing.page import Line, Page
from pipeline.extract.parsing.table_marks import (
    CellMark,
    LineMark,
    find_cell_marks,
    read_line_mark,
    read_spans,
    split_attributes,
)

MAX_COLUMNS = 100

_NO_ROW = -1  # where a row begins, as long as none is open
_FEWEST_COLUMNS = 3  # of a header that is told from a name at the side
# what ends a table that nothing closes: another, a block of its own, a line of text
_UNCLOSED_BEFORE = re.compile(
    r"[:*#;]*\{\||[^\W_]|''"
    r"|\{\{\s*(?:col|multicol|#invoke|foot|fb[ _]|two|one|partido|infobox|ficha|tabla)",
    re.IGNORECASE,
)
# `|+4` under `GD`: MediaWiki takes it for a caption, `|-4` for a row
_LOST_CELL = re.compile(r"\s*\|[-+]\s*\d{1,3}\s*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's contents [start, end), and how many rows and columns it covers."""

    start: int
    end: int
    header: bool
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row [start, end) from its `|-` or first cell to before the next, with its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def is_header(self) -> bool:
        """Whether it has header cells only."""
        return all(cell.header for cell in self.cells)


Grid = Sequence[Sequence[Cell | None]]
_HangingCell = tuple[Cell, int]  # a cell of a row above, and how many rows it still covers


@dataclass(frozen=True, slots=True)
class Table:
    """A table [start, end); a table inside a cell is part of the cell's contents.

    grid:       each row's cells by column, as `resolve` lays them out
    captions:   their texts
    texts:      what stands in no cell and no caption
    lost_cells: lines that were meant as a cell and are none; blank cells take their places
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    closed: bool
    grid: Grid
    captions: tuple[Line, ...] = ()
    texts: tuple[Line, ...] = ()
    lost_cells: tuple[Line, ...] = ()


def closings(page: Page, lines: Sequence[Line], marks: Sequence[LineMark]) -> dict[int, int]:
    """Return, for each line that opens a table, the line that closes it; none if nothing does.

    A table ends at its `|}` or at a template that stands for one, never beyond a heading.
    """
    opened: list[int] = []
    closed: dict[int, int] = {}
    for number, mark in enumerate(marks):
        if mark.kind == "{|":
            opened.append(number)
        elif opened and mark.kind in {"|}", "{{end}}"}:
            closed[opened.pop()] = number
        elif opened and _is_heading(page, lines[number]):
            opened.clear()
    return closed


def read(
    page: Page, lines: list[Line], marks: list[LineMark], first: int, closing: int | None
) -> tuple[Table, int]:
    """Read the table that opens on line `first`; return it and how many lines it takes.

    closing: the line that closes it; a table that nothing closes ends before the next table,
             layout template or heading
    """
    last = _unclosed_end(page, lines, marks, first) if closing is None else closing
    rows_end = lines[last].start if last < len(lines) else lines[-1].end
    reader = _TableReader(page)
    reader.read(lines[first + 1 : last], marks[first + 1 : last], rows_end)
    end = lines[last - 1].end
    if closing is not None and marks[last].kind == "|}":
        end = marks[last].end
        if page.text[end : lines[last].end].strip():
            lines[last] = Line(end, lines[last].end)  # what follows is a line of its own
            marks[last] = read_line_mark(page, lines[last])
        else:
            last += 1
    rows = tuple(_split_header_from_data(page, reader.rows))
    table = Table(
        start=lines[first].start,
        end=end,
        rows=rows,
        closed=closing is not None,
        grid=resolve(rows),
        captions=tuple(reader.captions),
        texts=tuple(reader.texts),
        lost_cells=tuple(reader.lost_cells),
    )
    return table, last - first


def _unclosed_end(page: Page, lines: Sequence[Line], marks: Sequence[LineMark], first: int) -> int:
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if _UNCLOSED_BEFORE.match(page.text, marks[number].start, line.end):
            return number
        if _is_heading(page, line):
            return number
    return len(lines)


def _is_heading(page: Page, line: Line) -> bool:
    return page.text.startswith("=", line.start) and bool(page.atoms_in(line.start, line.start + 1))


class _TableReader:
    """Gathers the rows, captions and other texts of a table, line by line."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: list[Row] = []
        self.captions: list[Line] = []
        self.texts: list[Line] = []
        self.lost_cells: list[Line] = []
        self._cells: list[Cell] = []  # of the row that is open
        self._row_start = _NO_ROW
        self._takes_text = "none"  # what a text now belongs to: "cell", "text" or "none"
        self._text_start = 0  # of the text that is open
        self._text_end = 0  # of the text, or the cell, that is open

    def read(self, lines: Sequence[Line], marks: Sequence[LineMark], end: int) -> None:
        """Read the lines between `{|` and `|}`; tables inside are left whole."""
        depth = 0
        for line, mark in zip(lines, marks, strict=True):
            if depth or mark.kind == "{|":
                depth += (mark.kind == "{|") - (mark.kind == "|}")
                self._add_text(line.start, line.end)
            elif mark.kind in {"|-", "|+"}:
                self._read_row_or_caption(mark, line)
            else:
                self._read_cells(mark, line)
        self._end_row(end)

    def _read_row_or_caption(self, mark: LineMark, line: Line) -> None:
        self._end_text()
        if self._cells and _LOST_CELL.fullmatch(self.page.text, line.start, line.end):
            self.lost_cells.append(line)
            self._cells.append(Cell(line.end, line.end, header=False))
            self._text_end = line.end
            self._takes_text = "cell"
            return
        if mark.kind == "|-":
            self._end_row(line.start)
            self._row_start = line.start
        else:
            _, start = split_attributes(self.page, mark.end, line.end)
            self.captions.append(Line(start, line.end))

    def _read_cells(self, mark: LineMark, line: Line) -> None:
        """Read the cells of a line; the text before the first goes on with what is above it."""
        cell_marks = find_cell_marks(self.page, mark, line)
        stops = [cell_mark.start for cell_mark in cell_marks] + [line.end]
        if not cell_marks or cell_marks[0].start != mark.start:
            self._add_text(line.start, stops[0])
        for cell_mark, stop in zip(cell_marks, stops[1:], strict=True):
            self._end_text()
            if cell_mark.kind in {"td", "th"}:
                self._add_cell(cell_mark, stop, line)
                continue
            if cell_mark.kind == "tr":
                self._end_row(cell_mark.start)
                self._row_start = cell_mark.start
            self._add_text(cell_mark.end, stop)

    def _add_cell(self, mark: CellMark, stop: int, line: Line) -> None:
        if mark.is_tag:
            attributes, start = self.page.text[mark.start : mark.end], mark.end
        else:
            attributes, start = split_attributes(self.page, mark.end, stop)
        if self._row_start == _NO_ROW:
            self._row_start = mark.start if mark.is_tag else line.start
        rowspan, colspan = read_spans(attributes) if attributes else (1, 1)
        self._cells.append(Cell(start, stop, mark.kind == "th", rowspan, colspan))
        self._text_end = stop
        self._takes_text = "cell"

    def _add_text(self, start: int, end: int) -> None:
        """Let the open cell, or the open text, go on up to `end`; begin a text otherwise."""
        if self._takes_text == "none" and self.page.text[start:end].strip():
            self._text_start = start
            self._takes_text = "text"
        self._text_end = end

    def _end_text(self) -> None:
        """End the cell, or the text, that is open; what it goes up to is known now."""
        if self._takes_text == "cell" and self._text_end > self._cells[-1].end:
            self._cells[-1] = replace(self._cells[-1], end=self._text_end)
        elif self._takes_text == "text":
            self.texts.append(Line(self._text_start, self._text_end))
        self._takes_text = "none"

    def _end_row(self, end: int) -> None:
        self._end_text()
        if self._cells:
            self.rows.append(Row(self._row_start, end, tuple(self._cells)))
        self._cells = []
        self._row_start = _NO_ROW


def _split_header_from_data(page: Page, rows: list[Row]) -> list[Row]:
    """Return the rows; a first one of headers and as many data cells lacks the `|-` between."""
    cells = rows[0].cells if rows else ()
    half = len(cells) // 2
    headers, data = cells[:half], cells[half:]
    # `! Home !! Score !! Away` and, on the next line, `| A || 1–0 || B`
    header_marks = [cell.header for cell in cells]
    if half < _FEWEST_COLUMNS or header_marks != [True] * half + [False] * half:
        return rows
    row = rows[0]
    line_start = page.text.rfind("\n", row.start, data[0].start) + 1
    return [Row(row.start, line_start, headers), Row(line_start, row.end, data), *rows[1:]]


def resolve(rows: Sequence[Row]) -> Grid:
    """Lay the rows out: every cell at every place it covers, None where a row has no cell.

    Spans are cut to MAX_SPAN and to the table. A data cell's rowspan ends at a row of headers only:
    a table that starts a new part there never means the old cell any more.
    """
    cells_by_row: list[list[Cell | None]] = []
    hanging: dict[int, _HangingCell] = {}
    for row in rows:
        if {cell.header for cell in row.cells} == {True}:
            hanging = {column: above for column, above in hanging.items() if above[0].header}
        cells_by_column, hanging = _lay_row(row.cells, hanging)
        width = max(cells_by_column, default=-1) + 1
        cells_by_row.append([cells_by_column.get(column) for column in range(width)])
    return cells_by_row


def _lay_row(
    cells: Sequence[Cell], hanging: dict[int, _HangingCell]
) -> tuple[dict[int, Cell], dict[int, _HangingCell]]:
    """Return the cells of a row by column, and those that hang into the next one."""
    cells_by_column: dict[int, Cell] = {}
    hanging_below: dict[int, _HangingCell] = {}
    for column, (cell, rows_left) in hanging.items():
        cells_by_column[column] = cell
        if rows_left > 1:
            hanging_below[column] = (cell, rows_left - 1)
    column = 0
    for cell in cells:
        while column in cells_by_column:
            column += 1
        if column >= MAX_COLUMNS:
            break
        for covered in range(column, column + cell.colspan):
            # cells that overlap are a mistake of the page: the one above stays
            if covered in hanging:
                break
            cells_by_column[covered] = cell
            if cell.rowspan > 1:
                hanging_below[covered] = (cell, cell.rowspan - 1)
    return cells_by_column, hanging_below
