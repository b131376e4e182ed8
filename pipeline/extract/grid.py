"""Tables as a grid of cells: rows as written, then every cell at every place that it covers.

Wikitext tables are read line by line, as MediaWiki does, so that one which never closes, lacks its
first `|-` or is indented is read by the same code as any other. The plain rendering's tables
(`| a | b |` lines) become the same rows. https://www.mediawiki.org/wiki/Help:Tables
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from pipeline.extract.page import Line, Page

MAX_SPAN = 200  # a browser stops at 1000 columns; no table of ours has 200 cells in a line

_OPENS = re.compile(r"[\s:*#;]*\{\|")
_ENDED_BY = re.compile(r"\{\{\s*(?:col[-_ ]|end\b|s-end\b|fin\b|multicol)", re.IGNORECASE)
_SPAN = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Table:
    """A table [start, end); a table inside a cell is part of the cell's contents."""

    start: int
    end: int
    rows: tuple[Row, ...]
    closed: bool


def opens(page: Page, line: Line) -> bool:
    """Whether a wikitext table begins on the line."""
    return _OPENS.match(page.text, _lead(page, line), line.end) is not None


def is_plain_row(page: Page, line: Line) -> bool:
    """Whether the line is a row of a plain table: it begins and ends with a bar."""
    written = page.text[line.start : line.end].strip()
    return len(written) > 1 and written[0] == "|" == written[-1] and written[1] not in "-}+|"


def read(page: Page, lines: Sequence[Line], first: int) -> tuple[Table, int]:
    """Read the table that opens on line `first`; return it and how many lines it takes."""
    rows: list[Row] = []
    cells: list[Cell] = []
    begin, depth, taken = -1, 0, 1
    for line in islice(lines, first + 1, None):
        lead = _lead(page, line)
        mark = page.text[lead : min(lead + 2, line.end)]
        if depth or mark == "{|" or opens(page, line):
            depth += (mark != "|}") and (mark == "{|" or opens(page, line))
            depth -= mark == "|}"
            if cells:
                cells[-1] = replace(cells[-1], end=line.end)
        elif mark == "|}":
            _end_row(rows, cells, begin, line.start)
            end = lead + 2
            return Table(lines[first].start, end, tuple(rows), closed=True), taken + 1
        elif mark == "|-":
            _end_row(rows, cells, begin, line.start)
            begin, cells = line.start, []
        elif mark == "|+":
            pass
        elif mark[:1] in {"|", "!"}:
            begin = line.start if begin < 0 else begin
            cells.extend(_cells(page, lead, line.end))
        elif _ENDED_BY.match(page.text, lead, line.end) or _is_heading(page, line):
            break
        elif cells:
            cells[-1] = replace(cells[-1], end=line.end)
        taken += 1
    end = lines[first + taken - 1].end
    _end_row(rows, cells, begin, end)
    return Table(lines[first].start, end, tuple(rows), closed=False), taken


def read_plain(page: Page, lines: Sequence[Line]) -> Table:
    """Read the lines of a plain table; its first row is the header."""
    rows = [
        Row(line.start, line.end, tuple(_plain_cells(page, line, header=number == 0)))
        for number, line in enumerate(lines)
    ]
    return Table(lines[0].start, lines[-1].end, tuple(rows), closed=True)


def resolve(rows: Sequence[Row]) -> list[list[Cell | None]]:
    """Lay the rows out: every cell at every place it covers, None where a row has no cell.

    Spans are cut to MAX_SPAN and to the table. A data cell's rowspan ends at a row of headers only:
    a table that starts a new part there never means the old cell any more.
    """
    laid: list[list[Cell | None]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> the cell above, rows it still covers
    for row in rows:
        if row.cells and all(cell.header for cell in row.cells):
            hanging = {column: held for column, held in hanging.items() if held[0].header}
        places, hanging = _lay(row.cells, hanging)
        laid.append([places.get(column) for column in range(max(places, default=-1) + 1)])
    return laid


def _lay(
    cells: Sequence[Cell], hanging: dict[int, tuple[Cell, int]]
) -> tuple[dict[int, Cell], dict[int, tuple[Cell, int]]]:
    places = {column: cell for column, (cell, _) in hanging.items()}
    below = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
    column = 0
    for cell in cells:
        while column in places:
            column += 1
        for covered in range(column, column + cell.colspan):
            if covered in hanging:
                break  # cells that overlap are a mistake of the page: the one above stays
            places[covered] = cell
            if cell.rowspan > 1:
                below[covered] = (cell, cell.rowspan - 1)
    return places, below


def _end_row(rows: list[Row], cells: list[Cell], begin: int, end: int) -> None:
    if cells:
        rows.append(Row(begin, end, tuple(cells)))


def _lead(page: Page, line: Line) -> int:
    """Return where the line's text begins, after blanks and comments."""
    cursor = line.start
    for begin, stop in page.gaps(line.start, line.end):
        if begin > cursor and page.text.startswith("<!--", cursor):
            cursor = begin
        if begin > cursor:
            return cursor
        written = page.text[begin:stop]
        cursor = begin + len(written) - len(written.lstrip())
        if written.strip():
            return cursor
    return cursor


def _is_heading(page: Page, line: Line) -> bool:
    return page.text.startswith("=", line.start) and any(
        atom.start == line.start for atom in page.atoms_in(line.start, line.start + 1)
    )


def _cells(page: Page, lead: int, end: int) -> Iterator[Cell]:
    """Split the line of a row into its cells."""
    header = page.text[lead] == "!"
    marks = ("||", "!!") if header else ("||",)
    begin = lead + 1
    for cut in [*_found(page, begin, end, marks), end]:
        yield _cell(page, begin, cut, header=header)
        begin = cut + 2


def _cell(page: Page, begin: int, end: int, *, header: bool) -> Cell:
    """Part a cell's attributes from its contents at the first lone bar outside atoms."""
    spans = {"rowspan": 1, "colspan": 1}
    bar = next(_found(page, begin, end, ("|",)), None)
    if bar is not None and "[[" not in page.text[begin:bar]:
        for name, count in _SPAN.findall(page.text[begin:bar]):
            spans[name.lower()] = min(max(int(count), 1), MAX_SPAN)
        begin = bar + 1
    return Cell(begin, end, header, spans["rowspan"], spans["colspan"])


def _plain_cells(page: Page, line: Line, *, header: bool) -> Iterator[Cell]:
    bars = list(_found(page, line.start, line.end, ("|",)))
    for left, right in pairwise(bars):
        yield Cell(left + 1, right, header)


def _found(page: Page, start: int, end: int, marks: Sequence[str]) -> Iterator[int]:
    """Yield where one of the marks stands in [start, end) outside atoms."""
    pattern = re.compile("|".join(map(re.escape, marks)))
    for begin, stop in page.gaps(start, end):
        yield from (found.start() for found in pattern.finditer(page.text, begin, stop))
