"""A line of text: its calls, then a date, a round, a match, or sentences that state something."""

from collections.abc import Sequence

from pipeline.extract.dispatch import read_templates
from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.dispatch.read_prose import read_prose
from pipeline.extract.parsing.blocks import LineBlock
from pipeline.extract.parsing.nodes import Element, Node
from pipeline.extract.parsing.page import build_page
from pipeline.extract.text import round_line
from pipeline.extract.text.line_form import split_teams
from pipeline.extract.text.line_label import Above
from pipeline.extract.text.list_marks import strip_list_marks
from pipeline.extract.text.match_line import split_at_breaks
from pipeline.extract.text.rest import is_rest
from pipeline.lineage import Span

_LONGEST_TERM = 250  # characters of wikitext


def read_line(context: ExtractionContext, line: LineBlock) -> None:
    """Read the calls on the line, then what is left of it as text."""
    text = context.page.text[line.start : line.end]
    span = Span(line.start + len(text) - len(text.lstrip()), line.end)
    atoms = context.page.atoms_in(span.start, span.end)
    block_atoms = [
        atom for atom in atoms if read_templates.is_block(atom) or _is_preformatted(atom)
    ]
    for atom in block_atoms:
        if isinstance(atom, Element):
            _read_preformatted(context, atom)
        else:
            read_templates.read_block(context, atom)
    if block_atoms:
        if not _takes_whole_line(block_atoms, span):
            read_prose(context, span, block_atoms)
        return
    if _read_table_row(context, span):
        return
    stretches = _split_if_results(context, span)
    for stretch in stretches:
        _read_text(context, stretch)
    if stretches != [span]:
        context.claim_context(span, "lines parted by breaks")


def _is_preformatted(node: Node) -> bool:
    """Whether the node is `<pre>…</pre>`, which shows its lines as they are typed."""
    return isinstance(node, Element) and node.name == "pre"


def _read_preformatted(context: ExtractionContext, element: Element) -> None:
    """Read the lines between `<pre>` and `</pre>`, as results stand there in columns."""
    page = context.page
    start = page.text.index(">", element.start, element.end) + 1
    # `[[Alfa]]` is no link there: all is text
    context.page = build_page(page.revision, page.text, (), [])
    with context.one_level_deeper():
        context.read_region(context, start, start + len(element.contents))
    context.page = page
    context.claim_context(Span(element.start, element.end), "preformatted text")


def _takes_whole_line(block_atoms: Sequence[Node], span: Span) -> bool:
    first = block_atoms[0]
    return len(block_atoms) == 1 and Span(first.start, first.end) == span


def _read_table_row(context: ExtractionContext, span: Span) -> bool:
    """Claim a line between template rows; tell whether it is one."""
    text = context.page.text[span.start : span.end].lstrip()
    if not context.in_template_table or not text.startswith(("|", "!")):
        return False
    # `|}` below `{{Fb cl header}}` closes the table that no `{|` has opened
    context.in_template_table = not text.startswith("|}")
    context.claim_context(span, "table of templates")
    return True


def _split_if_results(context: ExtractionContext, span: Span) -> list[Span]:
    """Return the parts of a line between its `<br>` if one of them is a match, else the line.

    `Alfa 1–0 Beta<br>Gama 2–2 Delta` is two lines to its reader; a text with a break is one.
    """
    stretches = split_at_breaks(context.page, span)
    if len(stretches) < 2:  # noqa: PLR2004 - one part is the line
        return [span]
    for stretch in stretches:
        if context.handlers.match_line(context.page, stretch, context.section, context.above):
            return stretches
    return [span]


def _read_text(context: ExtractionContext, span: Span) -> None:
    term = context.term
    context.term = None
    is_read = (
        _read_rest(context, span)
        or _read_round(context, span)
        or _read_date(context, span)
        or _read_group(context, span)
        or _read_match(context, span)
        or _read_score_of_term(context, span, term)
        or _read_term(context, span)
    )
    if not is_read:
        read_prose(context, span, ())


def _read_rest(context: ExtractionContext, span: Span) -> bool:
    """Pass over `* Descansa: Kappa`, which ends no day and no round; tell whether it is one."""
    if span.end - span.start > _LONGEST_TERM:
        return False
    if not is_rest([strip_list_marks(context.page.visible(span.start, span.end))]):
        return False
    context.claim_ignored(span, "line: a club that rests")
    return True


def _read_date(context: ExtractionContext, span: Span) -> bool:
    """Read a line that dates the match lines below it; tell whether it does."""
    line = context.handlers.date_line(context.page, span.start, span.end)
    if line is None:
        return False
    context.above = context.above.with_date(line.date, line.place)
    context.claim_context(span, "date line")
    return True


def _read_round(context: ExtractionContext, span: Span) -> bool:
    """Read `'''Round 2'''` or `;Round 3 (19 September 2012)`; tell whether the line is one."""
    line = context.handlers.round_line(context.page, span.start, span.end)
    if line is None:
        return False
    # `'''Round 2'''` ends the day above it: its matches are of another one
    context.above = context.above.below_round(line)
    context.claim_context(span, "round line")
    return True


def _read_group(context: ExtractionContext, span: Span) -> bool:
    """Read `'''Grupo A'''`, which ends the round above it; tell whether the line is one.

    Another line that stands there as a heading does, `'''Reserves'''`, ends the group and the day
    too; `;Alfa – Beta` ends nothing.
    """
    if span.end - span.start > _LONGEST_TERM:
        return False
    text = strip_list_marks(context.page.visible(span.start, span.end))
    if round_line.is_group_label(text):
        context.above = Above(context.above.date, group=text)
        context.claim_context(span, "group line")
        return True
    if round_line.is_pseudo_heading(context.page, span) and split_teams(text) is None:
        context.above = Above()
    return False


def _read_match(context: ExtractionContext, span: Span) -> bool:
    """Read a line that states a match, or several; tell whether it does."""
    facts = context.handlers.match_line(context.page, span, context.section, context.above)
    if not facts:
        return False
    context.add_facts(span, "match line", facts)
    return True


def _read_term(context: ExtractionContext, span: Span) -> bool:
    """Keep the teams of `; Alfa – Beta`, whose score `: 7–5` is the next line."""
    page = context.page
    is_short = span.end - span.start <= _LONGEST_TERM
    if not is_short or not page.text.startswith(";", span.start):
        return False
    if split_teams(strip_list_marks(page.visible(span.start, span.end))) is None:
        return False
    context.term = span
    context.claim_context(span, "teams of a match")
    return True


def _read_score_of_term(context: ExtractionContext, span: Span, term: Span | None) -> bool:
    """Read `: 7–5` below `; Alfa – Beta` together with it; tell whether they state a match."""
    page = context.page
    if term is None or not page.text.startswith(":", span.start):
        return False
    # another block may stand between them
    if page.text[term.end : span.start].strip():
        return False
    return _read_match(context, Span(term.start, span.end))
