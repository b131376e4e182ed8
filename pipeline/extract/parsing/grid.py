"""Tables as a grid of cells: rows as written, then every cell at every place that it covers.

Wikitext tables are read line by line, as MediaWiki does, so that one which never closes, lacks its
first `|-` or is indented is read by the same code as any other. The plain rendering's tables
(`| a | b |` lines) become the same rows. https://www.mediawiki.org/wiki/Help:Tables
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from pipeline.extract.parsing.page import Line, Page

MAX_SPAN = 100  # no table of ours has 100 cells in a line
MAX_COLUMNS = 100

_FEWEST_COLUMNS = 3  # of a header that is told from a name at the side
_BAR = re.compile(r"\|")
_CUT = re.compile(r"\|\|")
_HEADER_CUT = re.compile(r"\|\||!!")
_OPENS = re.compile(r"[\s:*#;]*\{\|")
_CLOSERS = re.compile(r"\{\{\s*(?:end|s-end|fin|tabla de posiciones fin)\s*[|}]", re.IGNORECASE)
# what ends a table that nothing closes: another, a block of its own, a line of text
_UNCLOSED_BEFORE = re.compile(
    r"[:*#;]*\{\||[^\W_]|''"
    r"|\{\{\s*(?:col|multicol|#invoke|foot|fb[ _]|two|one|partido|infobox|ficha|tabla)",
    re.IGNORECASE,
)
_BEFORE = frozenset(" \t<")  # blanks, or a comment
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
    """Whether the line is a row of a plain table: bars at both ends and between."""
    written = page.text[line.start : line.end].strip()
    return written.count("|") > 2 and written[0] == "|" == written[-1] and written[1] not in "-}+|"  # noqa: PLR2004 - bars


def closings(page: Page, lines: Sequence[Line]) -> dict[int, int]:
    """Return, for each line that opens a table, the line that closes it; none if nothing does.

    A table ends at its `|}` or at a template that stands for one, never beyond a heading.
    """
    opened: list[int] = []
    closed: dict[int, int] = {}
    for at, line in enumerate(lines):
        lead = _lead(page, line)
        if _OPENS.match(page.text, lead, line.end):
            opened.append(at)
        elif opened and (page.text.startswith("|}", lead) or _closes(page, lead, line)):
            closed[opened.pop()] = at
        elif opened and _is_heading(page, line):
            opened.clear()
    return closed


def read(page: Page, lines: list[Line], first: int, closing: int | None) -> tuple[Table, int]:
    """Read the table that opens on line `first`; return it and how many lines it takes.

    closing: the line that closes it; a table that nothing closes ends before the next table,
             layout template or heading
    """
    last = _unclosed_end(page, lines, first) if closing is None else closing
    rows = tuple(_parted(page, list(_rows(page, lines, first + 1, last))))
    end = lines[last - 1].end
    if closing is not None and page.text.startswith("|}", _lead(page, lines[last])):
        end = _lead(page, lines[last]) + 2
        if page.text[end : lines[last].end].strip():
            lines[last] = Line(end, lines[last].end)  # what follows is a line of its own
        else:
            last += 1
    return Table(lines[first].start, end, rows, closed=closing is not None), last - first


def _unclosed_end(page: Page, lines: Sequence[Line], first: int) -> int:
    for at in range(first + 1, len(lines)):
        lead = _lead(page, lines[at])
        if _UNCLOSED_BEFORE.match(page.text, lead, lines[at].end) or _is_heading(page, lines[at]):
            return at
    return len(lines)


def _rows(page: Page, lines: Sequence[Line], first: int, last: int) -> Iterator[Row]:
    """Yield the rows that the lines [first, last) write; tables in cells are left whole."""
    cells: list[Cell] = []
    begin, depth = None, 0
    for line in islice(lines, first, last):
        lead = _lead(page, line)
        mark = page.text[lead : min(lead + 2, line.end)]
        inside = depth > 0
        depth += bool(_OPENS.match(page.text, lead, line.end)) - (inside and mark == "|}")
        if mark == "|-" and not inside:
            if cells and begin is not None:
                yield Row(begin, line.start, tuple(cells))
            begin, cells = line.start, []
        elif mark[:1] in {"|", "!"} and mark != "|+" and not inside and not depth:
            begin = line.start if begin is None else begin
            cells.extend(_cells(page, lead, line.end))
        elif cells:
            cells[-1] = replace(cells[-1], end=line.end)
    if cells and begin is not None:
        yield Row(begin, lines[last].start if last < len(lines) else line.end, tuple(cells))


def _parted(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; a first one of headers and as many data cells forgot the `|-` between."""
    half = len(rows[0].cells) // 2 if rows else 0
    headers = [cell.header for cell in rows[0].cells] if rows else []
    if half < _FEWEST_COLUMNS or headers != [True] * half + [False] * half:
        yield from rows
        return
    first, cells = rows[0], rows[0].cells
    cut = page.text.rfind("\n", first.start, cells[half].start) + 1
    yield Row(first.start, cut, cells[:half])
    yield Row(cut, first.end, cells[half:])
    yield from rows[1:]


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
        if column >= MAX_COLUMNS:
            break
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
    if line.start < line.end and page.text[line.start] not in _BEFORE:
        return line.start
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


def _closes(page: Page, lead: int, line: Line) -> bool:
    return _CLOSERS.match(page.text, lead, line.end) is not None


def _is_heading(page: Page, line: Line) -> bool:
    return page.text.startswith("=", line.start) and bool(page.atoms_in(line.start, line.start + 1))


def _cells(page: Page, lead: int, end: int) -> Iterator[Cell]:
    """Split the line of a row into its cells."""
    header = page.text[lead] == "!"
    begin = lead + 1
    for cut in [*_found(page, begin, end, _HEADER_CUT if header else _CUT), end]:
        yield _cell(page, begin, cut, header=header)
        begin = cut + 2


def _cell(page: Page, begin: int, end: int, *, header: bool) -> Cell:
    """Part a cell's attributes from its contents at the first lone bar outside atoms."""
    spans = {"rowspan": 1, "colspan": 1}
    bar = next(_found(page, begin, end, _BAR), None)
    if bar is not None and "[[" not in page.text[begin:bar]:
        for name, count in _SPAN.findall(page.text[begin:bar]):
            spans[name.lower()] = min(max(int(count), 1), MAX_SPAN)
        begin = bar + 1
    return Cell(begin, end, header, spans["rowspan"], spans["colspan"])


def _plain_cells(page: Page, line: Line, *, header: bool) -> Iterator[Cell]:
    bars = list(_found(page, line.start, line.end, _BAR))
    for left, right in pairwise(bars):
        yield Cell(left + 1, right, header)


def _found(page: Page, start: int, end: int, mark: re.Pattern[str]) -> Iterator[int]:
    """Yield where the mark stands in [start, end) outside atoms."""
    if mark.search(page.text, start, end):
        for begin, stop in page.gaps(start, end):
            yield from (found.start() for found in mark.finditer(page.text, begin, stop))
