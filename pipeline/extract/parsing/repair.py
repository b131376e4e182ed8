"""Templates that never close: read up to where the next thing begins.

To the parser such a call is text. One of a name that we read is parsed once more on its own, with
the braces that it lacks.
"""

import re
from collections.abc import Sequence

from mwparserfromhell.nodes import Heading, Template

from pipeline.extract.parsing import inline, parser
from pipeline.extract.parsing.page import Atom, Page
from pipeline.extract.parsing.template_call import squash
from pipeline.lineage import Span

_NAME = re.compile(r"\{\{\s*([^|{}\[\]<\n]{1,60})")
_NEXT = re.compile(r"\n[ \t]*(?:\{\||\|\}|\n(?![ \t]*\|))")  # a table, a paragraph that is no value


def mended(page: Page, unclosed: Sequence[int], known: frozenset[str]) -> tuple[Page, list[Span]]:
    """Return the page with the calls that never close as atoms, and where they stand.

    unclosed: where templates begin that never close, in page order
    known:    squashed names of the templates that we read
    """
    starts = [start for start in unclosed if _name(page, start) in known and not page.holds(start)]
    made = []
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(page.text)
        if atom := _atom(page, start, _end(page, start, limit, known)):
            made.append(atom)
    if not made:
        return page, []
    return _with(page, made), [Span(atom.start, atom.end) for atom in made]


def _name(page: Page, start: int) -> str:
    found = _NAME.match(page.text, start)
    return squash(found[1]) if found else ""


def _end(page: Page, start: int, limit: int, known: frozenset[str]) -> int:
    """Return where the next heading, box, table or paragraph begins."""
    for atom in page.atoms_in(start, limit):
        if isinstance(atom.node, Heading) or (
            isinstance(atom.node, Template) and squash(inline.name_of(atom.node)) in known
        ):
            limit = atom.start
            break
    found = _NEXT.search(page.text, start, limit)
    written = page.text[start : found.start() if found else limit]
    return start + len(written.rstrip())


def _atom(page: Page, start: int, end: int) -> Atom | None:
    code = parser.parse(page.text[start:end] + "}}")
    template = code.nodes[0] if code.nodes else None
    if isinstance(template, Template) and len(code.nodes) == 1:
        return Atom(start, end, template)
    return None


def _with(page: Page, made: Sequence[Atom]) -> Page:
    """Return the page with the atoms in place of those inside them."""
    inside = {id(atom) for one in made for atom in page.atoms_in(one.start, one.end)}
    kept = [atom for atom in page.atoms if id(atom) not in inside]
    atoms = sorted([*kept, *made], key=lambda atom: atom.start)
    return Page(page.revision, page.text, atoms, [atom.start for atom in atoms])
