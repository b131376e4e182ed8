"""A page as blocks: headings, tables, plain infoboxes and lines, in page order."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.parsing import grid
from pipeline.extract.parsing.grid import Cell, Row, Table
from pipeline.extract.parsing.nodes import Heading
from pipeline.extract.parsing.page import Line, Page
from pipeline.extract.parsing.table_marks import LineMark, find_bars, read_line_mark

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
    closings = grid.closings(page, lines, marks)
    at = 0
    while at < len(lines):
        if lines[at].start == lines[at].end:
            at += 1
            continue
        block, taken = _block(page, lines, marks, at, closings)
        if block is not None:
            yield block
        at += taken


def _block(
    page: Page,
    lines: list[Line],
    marks: list[LineMark],
    at: int,
    closings: Mapping[int, int],
) -> tuple[Block | None, int]:
    line = lines[at]
    if heading := _heading(page, line):
        return heading, 1
    if marks[at].kind == "{|":
        return grid.read(page, lines, marks, at, closings.get(at))
    if rows := _run(page, lines, at, _is_plain_row):
        return _read_plain_table(page, rows), len(rows)
    if _INFOBOX.fullmatch(page.text, line.start, line.end):
        blank = len(_run(page, lines, at + 1, _is_blank))
        if pairs := _run(page, lines, at + 1 + blank, _is_pair):
            block = InfoboxBlock(line.start, pairs[-1].end, tuple(pairs))
            return block, 1 + blank + len(pairs)
    if not page.text[line.start : line.end].strip():
        return None, 1
    return LineBlock(line.start, line.end), 1


def _run(
    page: Page, lines: list[Line], at: int, belongs: Callable[[Page, Line], bool]
) -> list[Line]:
    run = []
    while at < len(lines) and belongs(page, lines[at]):
        run.append(lines[at])
        at += 1
    return run


def _is_blank(page: Page, line: Line) -> bool:
    return not page.text[line.start : line.end].strip()


def _is_pair(page: Page, line: Line) -> bool:
    return _PAIR.match(page.text, line.start, line.end) is not None


def _heading(page: Page, line: Line) -> HeadingBlock | None:
    if page.text[line.start : line.start + 1] not in _HEADING_STARTS:
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
