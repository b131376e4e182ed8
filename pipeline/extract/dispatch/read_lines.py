"""A line of text: its calls, then a date, a match below one, or sentences that state something."""

from mwparserfromhell.nodes import Comment

from pipeline.extract.dispatch import read_templates
from pipeline.extract.dispatch.context import Reading
from pipeline.extract.parsing.blocks import LineBlock
from pipeline.extract.parsing.page import Atom
from pipeline.extract.text import prose
from pipeline.lineage import Span


def line(reading: Reading, written: LineBlock) -> None:
    """Read the calls on the line, then what is left of it as text."""
    inside = reading.page.atoms_in(written.start, written.end)
    atoms = [atom for atom in inside if read_templates.is_block(atom)]
    for atom in atoms:
        read_templates.call_at(reading, atom)
    if len(atoms) == 1 and (atoms[0].start, atoms[0].end) == (written.start, written.end):
        return
    if atoms or not _read_dated(reading, Span(written.start, written.end)):
        _read_prose(reading, written, atoms)


def _read_dated(reading: Reading, span: Span) -> bool:
    """Read a date line, a match line below one, or a line between template rows."""
    handlers = reading.handlers
    written = reading.page.text[span.start : span.end].lstrip()
    if reading.in_template_table and written[:1] in {"|", "!"}:
        reading.in_template_table = not written.startswith("|}")
        reading.context(span, "table of templates")
        return True
    if handlers.date_line and (date := handlers.date_line(reading.page, span.start, span.end)):
        reading.date = date
        reading.context(span, "date line")
        return True
    if not reading.date or not handlers.match_line:
        return False
    facts = handlers.match_line(reading.page, span, reading.section, reading.date)
    if facts:
        reading.state(span, "match line", facts, missed=("line", "match line"))
    return bool(facts)


def _read_prose(reading: Reading, written: LineBlock, atoms: list[Atom]) -> None:
    """Read the sentences that state something; the rest must not look as if it did."""
    span = Span(written.start, written.end)
    silent = _silent_sentences(reading, written, atoms)
    if silent:
        reading.date = None  # what follows a text is no longer known to be of that day
    if prose.holds_score(" ".join(silent)):
        reading.state(span, "line", [], missed=("line", "a score between words"))
    elif any(prose.states_something(text) for text in silent):
        reading.state(span, "line", [], missed=("line", "a statement in other words"))
    elif reading.page.text.startswith("|", written.start) and not atoms:
        reading.state(span, "line", [], missed=("table-row", "a row outside a table"))
    else:
        rule = "prose" if silent else "comment" if _holds_comment(reading, span) else "markup"
        reading.ignore(span, rule)


def _silent_sentences(reading: Reading, written: LineBlock, atoms: list[Atom]) -> list[str]:
    """Read the sentences that state something; return the texts of the others."""
    page = reading.page
    sentences = [
        (sentence, page.visible(sentence.start, sentence.end))
        for start, end in _between(written, atoms)
        for sentence in prose.sentences(page, start, end)
    ]
    return [text for at, text in sentences if text and not _read_sentence(reading, at, text)]


def _between(written: LineBlock, atoms: list[Atom]) -> list[tuple[int, int]]:
    """Return the stretches of the line around the atoms."""
    edges = [place for atom in atoms for place in (atom.start, atom.end)]
    cuts = [written.start, *edges, written.end]
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _holds_comment(reading: Reading, span: Span) -> bool:
    atoms = reading.page.atoms_in(span.start, span.end)
    return any(isinstance(atom.node, Comment) for atom in atoms)


def _read_sentence(reading: Reading, sentence: Span, text: str) -> bool:
    for name, handler in reading.handlers.sentences.items():
        if facts := handler(text, reading.section, sentence):
            reading.state(sentence, name, facts, missed=("line", name))
            return True
    return False
