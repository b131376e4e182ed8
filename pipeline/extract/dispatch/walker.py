"""The walk over a page: each block to who reads its kind, and a claim for everything it meets."""

from collections.abc import Sequence

from pipeline.extract.dispatch import read_lines, read_tables
from pipeline.extract.dispatch.context import Extraction, Reading, begun, finished
from pipeline.extract.dispatch.handlers import Handlers
from pipeline.extract.parsing import repair
from pipeline.extract.parsing.blocks import Block, HeadingBlock, InfoboxBlock, LineBlock, blocks
from pipeline.extract.parsing.grid import Table
from pipeline.extract.parsing.page import parse
from pipeline.lineage import Revision, Span


def read(revision: Revision, handlers: Handlers, unclosed: Sequence[int] = ()) -> Extraction:
    """Walk the page once.

    unclosed: where templates begin that never close; those of a name we read are mended
    """
    reading = begun(parse(revision), handlers, _read_region)
    known = frozenset(reading.templates)
    reading.page, reading.broken = repair.mended(reading.page, unclosed, known)
    _read_region(reading, 0, len(reading.page.text))
    return finished(reading)


def _read_region(reading: Reading, start: int, end: int) -> None:
    for block in blocks(reading.page, start, end):
        _read_block(reading, block)


def _read_block(reading: Reading, block: Block) -> None:
    match block:
        case HeadingBlock():
            _read_heading(reading, block)
        case Table():
            read_tables.table(reading, block)
        case InfoboxBlock():
            _read_infobox(reading, block)
        case LineBlock():
            read_lines.line(reading, block)


def _read_heading(reading: Reading, heading: HeadingBlock) -> None:
    span = Span(heading.start, heading.end)
    reading.date = None
    reading.in_template_table = False
    if heading.level == 1 and not reading.page.text[: heading.start].strip():
        reading.context(span, "title")
        return
    while reading.headings and reading.headings[-1].level >= heading.level:
        reading.headings.pop()
    reading.headings.append(heading)
    reading.context(span, "heading")


def _read_infobox(reading: Reading, block: InfoboxBlock) -> None:
    """Read the infobox of the plain rendering."""
    handler = reading.handlers.plain_infobox
    facts = handler(reading.page, block, reading.section) if handler else []
    span = Span(block.start, block.end)
    reading.state(span, "plain infobox", facts, missed=("list", "Infobox"))
