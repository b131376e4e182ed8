"""One page, parsed once: its lines, the constructs inside them, and the text a reader sees.

Tables and lists are left to `grid` and `blocks`: here they are text like any other, so that a table
that never closes is read by the same code as one that does. What stays whole is an *atom*: a
template, link, comment, reference, entity, heading or tag.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import HtmlTable, Mark, Node, Tag, Template
from pipeline.extract.parsing.tree import parse_wikitext
from pipeline.extract.parsing.visible import first_link, render, tidy
from pipeline.lineage import Revision, Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page as the eye sees it: a break inside an atom does not end it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The wikitext of a revision and its atoms in page order.

    unclosed: where templates begin that never close: to the parser they are text
    """

    revision: Revision
    text: str = field(repr=False)
    atoms: list[Node] = field(repr=False)
    unclosed: list[int] = field(repr=False)
    _starts: list[int] = field(repr=False)
    _visible_by_span: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)

    def atoms_in(self, start: int, end: int) -> list[Node]:
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

    def find_all(self, form: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield each place of the form in [start, end) outside all atoms."""
        for gap_start, gap_end in self.gaps(start, end):
            yield from form.finditer(self.text, gap_start, gap_end)

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
        # several readers ask for the cells of one table
        text = self._visible_by_span.get((start, end))
        if text is None:
            pieces = self._pieces(start, end) if self.atoms_in(start, end) else ()
            text = tidy(render(pieces) if pieces else self.text[start:end])
            self._visible_by_span[start, end] = text
        return text

    def link(self, start: int, end: int) -> str | None:
        """Return the target of the first link in [start, end), None without one."""
        return first_link(self.atoms_in(start, end))

    def _pieces(self, start: int, end: int) -> Iterator[str | Node]:
        cursor = start
        for atom in self.atoms_in(start, end):
            yield self.text[cursor : atom.start]
            yield atom
            cursor = atom.end
        yield self.text[cursor : max(cursor, end)]


def parse(revision: Revision) -> Page:
    """Parse the wikitext of a revision."""
    text = revision.text.replace("\x00", "\ufffd")  # the parser takes NUL for the end of the page
    tree = parse_wikitext(text)
    return build_page(revision, text, tree.contents.nodes, tree.unclosed)


def build_page(revision: Revision, text: str, nodes: Iterable[Node], unclosed: list[int]) -> Page:
    """Return the page with these constructs; a template that wraps blocks is opened."""
    atoms = _join_html_tables(_open_wrappers(nodes))
    return Page(revision, text, atoms, unclosed, [atom.start for atom in atoms])


def inside(page: Page, template: Template, name: str) -> tuple[Page, Span]:
    """Return the page as seen inside one value of a template, and where that value stands."""
    nodes: Sequence[Node] = ()
    span = Span(template.end, template.end)
    for parameter in template.parameters:
        if parameter.name == name:
            nodes = parameter.nodes
            span = Span(parameter.start, parameter.end)
    return build_page(page.revision, page.text, nodes, []), span


def _open_wrappers(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes, and in place of `{{center|{{Football box|…}}}}` what it shows."""
    for node in nodes:
        wrapped = inline.wrapped(node) if isinstance(node, Template) else None
        if wrapped is None:
            yield node
            continue
        yield Mark(node.page_text, node.start, wrapped.start)
        yield from _open_wrappers(wrapped.nodes)
        yield Mark(node.page_text, wrapped.end, node.end)


def _join_html_tables(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes, each `<table>…</table>` with all in it as one."""
    atoms: list[Node] = []
    openers: list[int] = []  # where in `atoms` a table begins that is still open
    for node in nodes:
        atoms.append(node)
        if not isinstance(node, Tag) or node.name != "table":
            continue
        if not node.is_closing:
            openers.append(len(atoms) - 1)
        elif openers:
            first = openers.pop()
            atoms[first:] = [HtmlTable(node.page_text, atoms[first].start, node.end)]
    return atoms
