"""One page, parsed once: its lines, the constructs inside them, and the text a reader sees.

The parser keeps no offsets but loses no character, so adding up lengths gives them back. Tables
and lists are left to `grid` and `blocks`: here they are text like any other, so that a table that
never closes is read by the same code as one that does. What stays whole is an *atom*: a template,
link, comment, reference, entity, heading or tag.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from mwparserfromhell.nodes import Node, Tag, Template, Text
from mwparserfromhell.wikicode import Wikicode

from pipeline.extract.parsing import inline, parser
from pipeline.extract.parsing.visible import first_link, is_hidden, render, tag_name, tidy
from pipeline.lineage import Revision, Span


@dataclass(frozen=True, slots=True)
class Atom:
    """A construct that stays whole, with the characters [start, end) it takes."""

    start: int
    end: int
    node: Node | None  # None: the mark of a tag whose contents are read like any text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page as the eye sees it: a break inside an atom does not end it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The wikitext of a revision and its atoms in page order."""

    revision: Revision
    text: str = field(repr=False)
    atoms: list[Atom] = field(repr=False)
    _starts: list[int] = field(repr=False)

    def atoms_in(self, start: int, end: int) -> list[Atom]:
        """Return the atoms that begin in [start, end)."""
        return self.atoms[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def holds(self, place: int) -> bool:
        """Whether an atom takes the character."""
        before = bisect_left(self._starts, place + 1)
        return before > 0 and self.atoms[before - 1].end > place

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches of [start, end) that no atom takes."""
        cursor = start
        for atom in self.atoms_in(start, end):
            yield cursor, atom.start
            cursor = atom.end
        yield cursor, max(cursor, end)

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """Yield the lines of [start, end), without their line ends."""
        first = start
        for begin, stop in self.gaps(start, end):
            cursor = begin
            while (newline := self.text.find("\n", cursor, stop)) >= 0:
                yield Line(first, newline)
                first = cursor = newline + 1
        if first < end:
            yield Line(first, end)

    def visible(self, start: int, end: int) -> str:
        """Return what a reader sees of [start, end): no markup, notes or flags, single blanks."""
        if not self.atoms_in(start, end):
            return tidy(self.text[start:end])
        return tidy(render(self._pieces(start, end)))

    def link(self, start: int, end: int) -> str | None:
        """Return the target of the first link in [start, end), None without one."""
        return first_link(atom.node for atom in self.atoms_in(start, end))

    def _pieces(self, start: int, end: int) -> Iterator[str | Node]:
        cursor = start
        for atom in self.atoms_in(start, end):
            yield self.text[cursor : atom.start]
            if atom.node is not None:
                yield atom.node
            cursor = atom.end
        yield self.text[cursor : max(cursor, end)]


def parse(revision: Revision) -> Page:
    """Parse the wikitext of a revision; bold and italics stay text, so that they hide nothing."""
    text = revision.text.replace("\x00", "\ufffd")  # the parser takes NUL for the end of the page
    code = parser.parse(text)
    atoms: list[Atom] = []
    end = _walk(code, 0, atoms)
    if end != len(revision.text):
        message = f"the parser gave {end} of {len(revision.text)} characters of {revision.title}"
        raise AssertionError(message)
    return Page(revision, text, atoms, [atom.start for atom in atoms])


def inside(page: Page, atom: Atom, template: Template, name: str) -> tuple[Page, Span]:
    """Return the page as seen inside one value of a template, and where that value stands."""
    found: list[Atom] = []
    span = Span(atom.end, atom.end)
    cursor = atom.start + len("{{") + len(str(template.name))
    for parameter in template.params:
        if str(parameter.name).strip() == name:
            found = []
            start = cursor + len("|") + (len(f"{parameter.name}=") if parameter.showkey else 0)
            span = Span(start, _walk(parameter.value, start, found))
        cursor += len("|") + len(str(parameter))
    return Page(page.revision, page.text, found, [inner.start for inner in found]), span


def _walk(code: Wikicode, start: int, atoms: list[Atom]) -> int:
    """Add the atoms of `code`, which begins at `start`; return where it ends."""
    for node in code.nodes:
        if isinstance(node, Text):
            start += len(node.value)
        elif isinstance(node, Tag) and not _is_whole(node):
            start = _walk_tag(node, start, atoms)
        elif isinstance(node, Template) and (wrapped := inline.wrapped(node)) is not None:
            start = _walk_wrapper(node, wrapped, start, atoms)
        else:
            end = start + len(str(node))
            atoms.append(Atom(start, end, node))
            start = end
    return start


def _walk_tag(tag: Tag, start: int, atoms: list[Atom]) -> int:
    """Descend into a tag; a table's or a list's own characters count as text, others as marks."""
    attributes = "".join(map(str, tag.attributes))
    if tag.wiki_markup:
        opening = (
            f"{tag.wiki_markup}{attributes}{tag.padding or ''}{tag.wiki_style_separator or ''}"
        )
        start += len(opening)
        if tag.self_closing:
            return start
        return _walk(tag.contents, start, atoms) + len(tag.closing_wiki_markup or "")
    whole = str(tag) if tag.self_closing else ""
    opening = whole or f"<{'/' if tag.invalid else ''}{tag.tag}{attributes}{tag.padding}>"
    atoms.append(Atom(start, start + len(opening), tag if tag.self_closing else None))
    start += len(opening)
    if tag.self_closing:
        return start
    start = _walk(tag.contents, start, atoms)
    end = start + len(f"</{tag.closing_tag}>")
    atoms.append(Atom(start, end, None))
    return end


def _walk_wrapper(template: Template, wrapped: int, start: int, atoms: list[Atom]) -> int:
    """Descend into the parameter of a template that wraps whole blocks, such as `{{center}}`."""
    value = template.params[wrapped]
    before = "".join(f"|{parameter}" for parameter in template.params[:wrapped])
    name = f"{value.name}=" if value.showkey else ""
    opening = f"{{{{{template.name}{before}|{name}"
    end = start + len(str(template))
    atoms.append(Atom(start, start + len(opening), None))
    closing = _walk(value.value, start + len(opening), atoms)
    atoms.append(Atom(closing, end, None))
    return end


def _is_whole(tag: Tag) -> bool:
    return is_hidden(tag) or is_html_table(tag)


def is_html_table(node: Node | None) -> bool:
    """Whether the node is a table, or a row of one, written as HTML."""
    return isinstance(node, Tag) and not node.wiki_markup and tag_name(node) in {"table", "tr"}
