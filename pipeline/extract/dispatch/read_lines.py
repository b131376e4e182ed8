"""A line of text: its calls, then a date, a match below one, or sentences that state something."""

from collections.abc import Sequence

from pipeline.extract.dispatch import read_templates
from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.parsing.blocks import LineBlock
from pipeline.extract.parsing.nodes import Comment, Node
from pipeline.extract.text import prose
from pipeline.lineage import Span


def read_line(context: ExtractionContext, line: LineBlock) -> None:
    """Read the calls on the line, then what is left of it as text."""
    span = Span(line.start, line.end)
    atoms = context.page.atoms_in(span.start, span.end)
    block_atoms = [atom for atom in atoms if read_templates.is_block(atom)]
    for atom in block_atoms:
        read_templates.read_block(context, atom)
    if not block_atoms:
        if (
            _read_table_row(context, span)
            or _read_date(context, span)
            or _read_match(context, span)
        ):
            return
    elif _takes_whole_line(block_atoms, span):
        return
    _read_prose(context, span, block_atoms)


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


def _read_date(context: ExtractionContext, span: Span) -> bool:
    """Read a line that dates the match lines below it; tell whether it does."""
    read_date_line = context.handlers.date_line
    if read_date_line is None:
        return False
    date = read_date_line(context.page, span.start, span.end)
    if date is None:
        return False
    context.date = date
    context.claim_context(span, "date line")
    return True


def _read_match(context: ExtractionContext, span: Span) -> bool:
    """Read a match line below a date line; tell whether it states a match."""
    read_match_line = context.handlers.match_line
    if context.date is None or read_match_line is None:
        return False
    facts = read_match_line(context.page, span, context.section, context.date)
    if not facts:
        return False
    context.add_facts(span, "match line", facts)
    return True


def _read_prose(context: ExtractionContext, span: Span, block_atoms: Sequence[Node]) -> None:
    """Read the sentences that state something; the rest must not look as if it did."""
    other_sentences = _read_sentences(context, span, block_atoms)
    if other_sentences:
        context.date = None  # what follows a text is no longer known to be of that day
    starts_as_row = context.page.text.startswith("|", span.start)
    # `They beat Grau 2–1 in Lima`: a match told in words
    if prose.holds_score(" ".join(other_sentences)):
        context.add_unrecognised(span, "line", "a score between words")
    # `Region I took in the clubs of the north`
    elif any(prose.states_something(sentence) for sentence in other_sentences):
        context.add_unrecognised(span, "line", "a statement in other words")
    # `| A` below a `|}` that came too early
    elif starts_as_row and not block_atoms:
        context.add_unrecognised(span, "table-row", "a row outside a table")
    elif other_sentences:
        context.claim_ignored(span, "prose")
    # `<!-- add the venues -->`
    elif _holds_comment(context, span):
        context.claim_ignored(span, "comment")
    # `{{flagicon|PER}}` alone
    else:
        context.claim_ignored(span, "markup")


def _read_sentences(
    context: ExtractionContext, span: Span, block_atoms: Sequence[Node]
) -> list[str]:
    """Read the sentences that state something; return the texts of the others."""
    page = context.page
    other_sentences = []
    for stretch in _split_at_atoms(span, block_atoms):
        for sentence in prose.split_sentences(page, stretch.start, stretch.end):
            text = page.visible(sentence.start, sentence.end)
            if text and not _read_sentence(context, sentence, text):
                other_sentences.append(text)
    return other_sentences


def _split_at_atoms(span: Span, block_atoms: Sequence[Node]) -> list[Span]:
    """Return the stretches of the line before, between and after the atoms."""
    stretches = []
    start = span.start
    for atom in block_atoms:
        stretches.append(Span(start, atom.start))
        start = atom.end
    stretches.append(Span(start, span.end))
    return stretches


def _holds_comment(context: ExtractionContext, span: Span) -> bool:
    atoms = context.page.atoms_in(span.start, span.end)
    return any(isinstance(atom, Comment) for atom in atoms)


def _read_sentence(context: ExtractionContext, span: Span, text: str) -> bool:
    """Read the sentence by the first reader that finds a statement; tell whether one did."""
    for name, read in context.handlers.sentences.items():
        facts = read(text, context.section, span)
        if facts:
            context.add_facts(span, name, facts)
            return True
    return False
