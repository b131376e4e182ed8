"""The walk over a page: each block to its handler, and a claim for everything it meets."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from mwparserfromhell.nodes import Comment, Template

from pipeline.account import Claim
from pipeline.extract import ignored, ignored_tables, inline, prose
from pipeline.extract.blocks import Block, HeadingBlock, InfoboxBlock, LineBlock, blocks
from pipeline.extract.calls import Call, call, squash
from pipeline.extract.grid import Table
from pipeline.extract.match_line import DateLine
from pipeline.extract.page import Atom, Page, is_html_table, parse
from pipeline.extract.sheet import Record, Sheet, covers_all, sheet
from pipeline.facts import Fact, Section, UnrecognisedFact
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span

_INNER_TABLE = re.compile(r"\n[\s:]*\{\|")
_DEEPEST = 20  # layout tables inside one another that are looked into
_QUOTED = 200  # characters of an unrecognised construct that are shown


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who reads what; each value returns the facts, none if the construct states none."""

    templates: Mapping[str, Callable[[Call], list[Fact]]]
    infoboxes: Mapping[str, Callable[..., list[Fact]]]  # (call, title=)
    plain_infobox: Callable[[Page, InfoboxBlock, Section], list[Fact]] | None
    tables: Mapping[
        str,
        tuple[Callable[[Sheet], bool], Callable[[Page, Sheet, Record, Section], list[Fact]]],
    ]
    date_line: Callable[[Page, int, int], DateLine | None] | None
    match_line: Callable[[Page, Span, Section, DateLine], list[Fact]] | None
    sentences: Mapping[str, prose.SentenceReader]


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of a page in page order, the claims that account for it, and what is doubtful."""

    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Reader:
    page: Page
    handlers: Handlers
    templates: dict[str, tuple[str, Callable[[Call], list[Fact]]]]  # by squashed name
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    headings: list[HeadingBlock] = field(default_factory=list)
    date: DateLine | None = None
    depth: int = 0  # of layout tables
    in_template_table: bool = False  # between `{{Fb cl header}}` and its `|}` or footer

    @property
    def section(self) -> Section:
        return tuple(heading.text for heading in self.headings)


def read(revision: Revision, handlers: Handlers) -> Extraction:
    """Walk the page once."""
    page = parse(revision)
    templates = {squash(name): (name, handler) for name, handler in handlers.templates.items()}
    for name, handler in handlers.infoboxes.items():
        templates[squash(name)] = name, partial(handler, title=revision.title)
    reader = _Reader(page, handlers, templates)
    _read_region(reader, 0, len(page.text))
    return _in_page_order(reader)


def _in_page_order(reader: _Reader) -> Extraction:
    order = sorted(range(len(reader.facts)), key=lambda at: reader.facts[at].span)
    places = {old: new for new, old in enumerate(order)}
    claims = (
        replace(claim, facts=tuple(places[at] for at in claim.facts)) if claim.facts else claim
        for claim in reader.claims
    )
    facts = tuple(reader.facts[at] for at in order)
    return Extraction(facts, tuple(claims), tuple(_doubts(reader)))


def _doubts(reader: _Reader) -> Iterator[Finding]:
    """Yield a finding for each construct that nobody read and each that is kept apart."""
    page = reader.page.revision.title
    for claim in reader.claims:
        if claim.disposition in {"unrecognised", "quarantined"}:
            code = f"{claim.disposition}-construct"
            yield Finding(code, "warning", claim.reason, page, claim.span)


def _read_region(reader: _Reader, start: int, end: int) -> None:
    for block in blocks(reader.page, start, end):
        _read_block(reader, block)


def _read_block(reader: _Reader, block: Block) -> None:
    match block:
        case HeadingBlock():
            _read_heading(reader, block)
        case Table():
            _read_table(reader, block)
        case InfoboxBlock():
            handler = reader.handlers.plain_infobox
            facts = handler(reader.page, block, reader.section) if handler else []
            span = Span(block.start, block.end)
            _state(reader, span, "plain infobox", facts, missed=("list", "Infobox"))
        case LineBlock():
            _read_line(reader, block)


def _read_heading(reader: _Reader, heading: HeadingBlock) -> None:
    span = Span(heading.start, heading.end)
    reader.date = None
    reader.in_template_table = False
    if heading.level == 1 and not reader.page.text[: heading.start].strip():
        reader.claims.append(Claim(span, "context", "title"))
        return
    while reader.headings and reader.headings[-1].level >= heading.level:
        reader.headings.pop()
    reader.headings.append(heading)
    reader.claims.append(Claim(span, "context", "heading"))


def _read_table(reader: _Reader, table: Table) -> None:
    """Give the table to the first handler that knows its header; look into a layout table."""
    page, whole = reader.page, Span(table.start, table.end)
    made = sheet(page, table)
    for name, (recognises, entry) in reader.handlers.tables.items():
        if recognises(made):
            for record in made.records:
                if _is_heading_row(record):
                    span = Span(record.row.start, record.row.end)
                    reader.claims.append(Claim(span, "context", f"{name}: heading"))
                else:
                    facts = entry(page, made, record, reader.section)
                    _read_row(reader, name, record, facts)
            reader.claims.append(Claim(whole, "context", f"{name}: header"))
            return
    if reader.depth < _DEEPEST and _is_layout(reader, table):
        reader.depth += 1
        for row in table.rows:
            for cell in row.cells:
                _read_region(reader, cell.start, cell.end)
        reader.depth -= 1
        reader.claims.append(Claim(whole, "context", "layout"))
        return
    if rule := ignored_tables.rule(page, made):
        reader.claims.append(Claim(whole, "ignored", f"table: {rule}"))
        return
    header = " | ".join(made.headers) or "no header"
    _state(reader, whole, "table", [], missed=("table", header))


def _read_row(reader: _Reader, name: str, record: Record, facts: list[Fact]) -> None:
    """Claim a row; one without a fact is blank or unrecognised."""
    span = Span(record.row.start, record.row.end)
    page, cells = reader.page, record.row.cells
    for atom in page.atoms_in(span.start, span.end):
        if _is_block(atom):
            _read_call(reader, atom)
    if not facts and not any(page.visible(cell.start, cell.end) for cell in cells):
        reader.claims.append(Claim(span, "context", f"{name}: blank"))
    else:
        _state(reader, span, name, facts, missed=("table-row", name))


def _is_heading_row(record: Record) -> bool:
    """Whether the row is a heading inside the table: one cell across it, or header cells only."""
    return covers_all(record.cells) or all(cell.header for cell in record.row.cells)


def _is_layout(reader: _Reader, table: Table) -> bool:
    """Whether the table only puts other things in place: tables, calls we read, no text at all."""
    page, cells = reader.page, [cell for row in table.rows for cell in row.cells]
    return (
        bool(_block_calls(reader, table.start, table.end))
        or _INNER_TABLE.search(page.text, table.start + 2, table.end) is not None
        or not any(page.visible(cell.start, cell.end) for cell in cells)
    )


def _block_calls(reader: _Reader, start: int, end: int) -> list[Atom]:
    """Return the atoms of [start, end) that are calls a handler reads."""
    return [
        atom
        for atom in reader.page.atoms_in(start, end)
        if isinstance(atom.node, Template) and _squashed(atom.node) in reader.templates
    ]


def _read_line(reader: _Reader, line: LineBlock) -> None:
    """Read the calls on the line, then what is left of it as text."""
    atoms = [atom for atom in reader.page.atoms_in(line.start, line.end) if _is_block(atom)]
    for atom in atoms:
        _read_call(reader, atom)
    if len(atoms) == 1 and (atoms[0].start, atoms[0].end) == (line.start, line.end):
        return
    if atoms or not _read_dated(reader, Span(line.start, line.end)):
        _read_prose(reader, line, atoms)


def _between(line: LineBlock, atoms: list[Atom]) -> list[tuple[int, int]]:
    cuts = [line.start, *(place for atom in atoms for place in (atom.start, atom.end)), line.end]
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _is_block(atom: Atom) -> bool:
    template = isinstance(atom.node, Template) and not inline.is_known(atom.node)
    return template or is_html_table(atom.node)


def _read_call(reader: _Reader, atom: Atom) -> None:
    template = atom.node
    if not isinstance(template, Template):
        span = Span(atom.start, atom.end)
        _state(reader, span, "html", [], missed=("table", "a table in HTML"))
        return
    name, span = _squashed(template), Span(atom.start, atom.end)
    if name in reader.templates:
        called, handler = reader.templates[name]
        made = call(atom, template, reader.section)
        facts = handler(made)
        _report_strangers(reader, span, made.strangers)
        _state(reader, span, called, facts, missed=("template", called))
    elif name in ignored.OPENERS | ignored.CLOSERS | ignored.ROW_NOTES:
        reader.in_template_table = name not in ignored.CLOSERS
        reader.claims.append(Claim(span, "context", f"template: {inline.name_of(template)}"))
    elif name in ignored.TEMPLATES:
        reader.claims.append(Claim(span, "ignored", f"template: {inline.name_of(template)}"))
    elif ignored.NAMES.match(name):
        reader.claims.append(Claim(span, "ignored", "template: navigation"))
    elif name.startswith(ignored.TRANSCLUDES):
        reader.claims.append(Claim(span, "quarantined", "transclusion not followed"))
    else:
        _state(reader, span, name, [], missed=("template", inline.name_of(template)))


def _report_strangers(reader: _Reader, span: Span, strangers: list[Template]) -> None:
    """Report the templates inside a value whose text we do not know, each once."""
    for written in dict.fromkeys(map(str, strangers)):
        at = reader.page.text.index(written, span.start, span.end)
        name = inline.name_of(next(t for t in strangers if str(t) == written))
        inside = Span(at, at + len(written))
        _state(reader, inside, "value", [], missed=("template", f"{name}, inside a value"))


def _squashed(template: Template) -> str:
    return squash(inline.name_of(template))


def _read_dated(reader: _Reader, span: Span) -> bool:
    """Read a date line, a match line below one, or a line between template rows."""
    handlers = reader.handlers
    written = reader.page.text[span.start : span.end].lstrip()
    if reader.in_template_table and written[:1] in {"|", "!"}:
        reader.in_template_table = not written.startswith("|}")
        reader.claims.append(Claim(span, "context", "table of templates"))
        return True
    if handlers.date_line and (date := handlers.date_line(reader.page, span.start, span.end)):
        reader.date = date
        reader.claims.append(Claim(span, "context", "date line"))
        return True
    if not reader.date or not handlers.match_line:
        return False
    facts = handlers.match_line(reader.page, span, reader.section, reader.date)
    if facts:
        _state(reader, span, "match line", facts, missed=("line", "match line"))
    return bool(facts)


def _read_prose(reader: _Reader, line: LineBlock, atoms: list[Atom]) -> None:
    """Read the sentences that state something; the rest must not look as if it did."""
    page, span = reader.page, Span(line.start, line.end)
    sentences = [
        (sentence, page.visible(sentence.start, sentence.end))
        for start, end in _between(line, atoms)
        for sentence in prose.sentences(page, start, end)
    ]
    silent = [text for at, text in sentences if text and not _read_sentence(reader, at, text)]
    if silent:
        reader.date = None  # what follows a text is no longer known to be of that day
    if prose.holds_score(" ".join(silent)):
        _state(reader, span, "line", [], missed=("line", "a score between words"))
    elif any(prose.states_something(text) for text in silent):
        _state(reader, span, "line", [], missed=("line", "a statement in other words"))
    elif page.text.startswith("|", line.start) and not atoms:
        _state(reader, span, "line", [], missed=("table-row", "a row outside a table"))
    else:
        comment = any(isinstance(a.node, Comment) for a in page.atoms_in(line.start, line.end))
        rule = "prose" if silent else "comment" if comment else "markup"
        reader.claims.append(Claim(span, "ignored", rule))


def _read_sentence(reader: _Reader, sentence: Span, text: str) -> bool:
    for name, handler in reader.handlers.sentences.items():
        if facts := handler(text, reader.section, sentence):
            _state(reader, sentence, name, facts, missed=("line", name))
            return True
    return False


def _state(
    reader: _Reader, span: Span, reason: str, facts: list[Fact], *, missed: tuple[str, str]
) -> None:
    """Claim the span for its facts; without one it is unrecognised, which is a fact of its own."""
    if facts:
        places = range(len(reader.facts), len(reader.facts) + len(facts))
        reader.facts.extend(facts)
        reader.claims.append(Claim(span, "loaded", reason, tuple(places)))
        return
    text = reader.page.text[span.start : span.end].strip()[:_QUOTED]
    kind, name = missed
    reader.facts.append(
        UnrecognisedFact(section=reader.section, span=span, kind=kind, name=name, text=text)
    )
    reader.claims.append(Claim(span, "unrecognised", f"{kind}: {name}"))
