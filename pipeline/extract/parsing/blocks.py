"""A page as blocks: headings, tables, plain infoboxes and lines, in page order."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.parsing import grid
from pipeline.extract.parsing.grid import Cell, Row, Table
from pipeline.extract.parsing.nodes import Heading
from pipeline.extract.parsing.page import Line, Page
from pipeline.extract.parsing.table_marks import find_bars, read_line_mark

_INFOBOX = re.compile(r"\s*infobox\b[\w ]*:?\s*", re.IGNORECASE)
_PAIR = re.compile(r"\s*[-*–•]\s*[^:\n]+:")
_HEADING_STARTS = frozenset("=<")  # a comment may stand before a heading


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading line; `level` from 1."""

    start: int
    end: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class InfoboxBlock:
    """The plain rendering's infobox: a line `Infobox`, then `- Key: value` lines."""

    start: int
    end: int
    pairs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Any other line that is not blank."""

    start: int
    end: int


Block = HeadingBlock | InfoboxBlock | LineBlock | Table


def blocks(page: Page, start: int, end: int) -> Iterator[Block]:
    """Yield the blocks of [start, end); blank lines are no block."""
    lines = list(page.lines(start, end))
    marks = [read_line_mark(page, line) for line in lines]
    closing_lines = grid.closings(page, lines, marks)
    number = 0
    while number < len(lines):
        if marks[number].kind == "{|":
            table, line_count = grid.read(page, lines, marks, number, closing_lines.get(number))
            yield table
        else:
            block, line_count = _read_block(page, lines, number)
            if block is not None:
                yield block
        number += line_count


def _read_block(page: Page, lines: list[Line], number: int) -> tuple[Block | None, int]:
    """Return what begins on the line, None if it is blank, and how many lines it takes."""
    line = lines[number]
    if _is_blank(page, line):
        return None, 1
    heading = _find_heading(page, line)
    if heading is not None:
        return heading, 1
    rows = _take_while(_is_plain_row, page, lines, number)
    if rows:
        return _read_plain_table(page, rows), len(rows)
    # `Infobox`, perhaps a blank line, then `- Season: 1997`
    if _INFOBOX.fullmatch(page.text, line.start, line.end):
        blank_lines = _take_while(_is_blank, page, lines, number + 1)
        pairs = _take_while(_is_pair, page, lines, number + 1 + len(blank_lines))
        if pairs:
            infobox = InfoboxBlock(line.start, pairs[-1].end, tuple(pairs))
            return infobox, 1 + len(blank_lines) + len(pairs)
    return LineBlock(line.start, line.end), 1


def _take_while(
    is_kind: Callable[[Page, Line], bool], page: Page, lines: Sequence[Line], first: int
) -> list[Line]:
    """Return the lines of the kind from line `first` on, up to the first that is none."""
    taken = []
    for number in range(first, len(lines)):
        if not is_kind(page, lines[number]):
            break
        taken.append(lines[number])
    return taken


def _is_blank(page: Page, line: Line) -> bool:
    return not page.text[line.start : line.end].strip()


def _is_pair(page: Page, line: Line) -> bool:
    return _PAIR.match(page.text, line.start, line.end) is not None


def _find_heading(page: Page, line: Line) -> HeadingBlock | None:
    if page.text[line.start] not in _HEADING_STARTS:
        return None
    for atom in page.atoms_in(line.start, line.end):
        if isinstance(atom, Heading):
            text = page.visible(atom.start, atom.end)
            return HeadingBlock(line.start, line.end, atom.level, text)
    return None


def _is_plain_row(page: Page, line: Line) -> bool:
    """Whether the line is a row of a plain table: bars at both ends and between."""
    written = page.text[line.start : line.end].strip()
    return written.count("|") > 2 and written[0] == "|" == written[-1] and written[1] not in "-}+|"  # noqa: PLR2004 - bars


def _read_plain_table(page: Page, lines: Sequence[Line]) -> Table:
    """Read the lines of a plain rendering's table, `| a | b |`; its first row is the header."""
    rows = []
    for number, line in enumerate(lines):
        cells = [
            Cell(left + 1, right, header=number == 0)
            for left, right in pairwise(find_bars(page, line))
        ]
        rows.append(Row(line.start, line.end, tuple(cells)))
    return Table(lines[0].start, lines[-1].end, tuple(rows), closed=True, grid=grid.resolve(rows))
