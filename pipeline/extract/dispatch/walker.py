"""The walk over a page: each block to who reads its kind, and a claim for everything it meets."""

from pipeline.extract.dispatch.context import (
    ExtractionContext,
    begin_extraction,
    finish_extraction,
)
from pipeline.extract.dispatch.extraction import Extraction
from pipeline.extract.dispatch.handlers import Handlers
from pipeline.extract.dispatch.read_lines import read_line
from pipeline.extract.dispatch.read_tables import read_table
from pipeline.extract.dispatch.report_scores import report_unread_scores
from pipeline.extract.parsing import repair
from pipeline.extract.parsing.blocks import Block, HeadingBlock, InfoboxBlock, LineBlock, blocks
from pipeline.extract.parsing.grid import Table
from pipeline.extract.parsing.page import parse
from pipeline.extract.text.line_label import Above
from pipeline.extract.witness.visibility import find_invisible
from pipeline.lineage import Revision, Span


def read_page(revision: Revision, handlers: Handlers) -> Extraction:
    """Walk the page once."""
    context = begin_extraction(parse(revision), handlers, _read_region)
    # an unclosed `{{Football box|…` is worth mending, an unclosed `{{cite web|…` is text
    names_read = frozenset(context.readers_by_name)
    context.page, context.unclosed_templates = repair.mend_unclosed_calls(context.page, names_read)
    for span, reason in find_invisible(context.page):
        context.claim_invisible(span, reason)
    _read_region(context, 0, len(context.page.text))
    context.settle_results_in_prose()
    scores = report_unread_scores(context)
    return finish_extraction(context, scores)


def _read_region(context: ExtractionContext, start: int, end: int) -> None:
    for block in blocks(context.page, start, end):
        _read_block(context, block)


def _read_block(context: ExtractionContext, block: Block) -> None:
    match block:
        case HeadingBlock():
            _read_heading(context, block)
        case Table():
            first = len(context.facts)
            read_table(context, block)
            context.give_labels_above(first)
        case InfoboxBlock():
            _read_plain_infobox(context, block)
        case LineBlock():
            read_line(context, block)


def _read_heading(context: ExtractionContext, heading: HeadingBlock) -> None:
    """Enter the section: its heading takes the place of those of its level and below."""
    span = Span(heading.start, heading.end)
    context.above = Above()
    context.term = None
    context.in_template_table = False
    # `= 1997 Copa Perú =` above everything is the title of the page, no section
    may_be_title = heading.level == 1 and not context.headings
    if may_be_title and not context.page.text[: heading.start].strip():
        context.claim_context(span, "title")
        return
    context.headings = [above for above in context.headings if above.level < heading.level]
    context.headings.append(heading)
    context.section = tuple(above.text for above in context.headings)
    context.sections.append((heading.start, context.section))
    context.claim_context(span, "heading")


def _read_plain_infobox(context: ExtractionContext, block: InfoboxBlock) -> None:
    """Read the infobox of the plain rendering."""
    span = Span(block.start, block.end)
    facts = context.handlers.plain_infobox(context.page, block, context.section)
    if facts:
        context.add_facts(span, "plain infobox", facts)
    else:
        context.add_unrecognised(span, "list", "Infobox")
