"""Templates that never close: read up to where the next thing begins.

To the parser such a call is text. One of a name that we read is parsed once more on its own, with
the braces that it lacks.
"""

import re
from dataclasses import replace

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import Heading, Template
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import squash
from pipeline.extract.parsing.tree import parse_unclosed_call
from pipeline.lineage import Span

_NAME = re.compile(r"\{\{\s*([^|{}\[\]<\n]{1,60})")
_NEXT = re.compile(r"\n[ \t]*(?:\{\||\|\}|\n(?![ \t]*\|))")  # a table, a paragraph that is no value


def mended(page: Page, known: frozenset[str]) -> tuple[Page, list[Span]]:
    """Return the page with the calls that never close as atoms, and where they stand.

    known: squashed names of the templates that we read
    """
    starts = [
        start for start in page.unclosed if _name(page, start) in known and not page.holds(start)
    ]
    templates = []
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(page.text)
        template = parse_unclosed_call(page.text, start, _end(page, start, limit, known))
        if template is not None:
            templates.append(template)
    if not templates:
        return page, []
    spans = [Span(template.start, template.end) for template in templates]
    return _with(page, templates), spans


def _name(page: Page, start: int) -> str:
    found = _NAME.match(page.text, start)
    return squash(found[1]) if found else ""


def _end(page: Page, start: int, limit: int, known: frozenset[str]) -> int:
    """Return where the next heading, box, table or paragraph begins."""
    for atom in page.atoms_in(start, limit):
        if isinstance(atom, Heading) or (
            isinstance(atom, Template) and squash(inline.name_of(atom)) in known
        ):
            limit = atom.start
            break
    found = _NEXT.search(page.text, start, limit)
    written = page.text[start : found.start() if found else limit]
    return start + len(written.rstrip())


def _with(page: Page, templates: list[Template]) -> Page:
    """Return the page with the templates in place of the atoms inside them."""
    swallowed = {
        id(atom) for template in templates for atom in page.atoms_in(template.start, template.end)
    }
    kept = [atom for atom in page.atoms if id(atom) not in swallowed]
    atoms = sorted([*kept, *templates], key=lambda atom: atom.start)
    return replace(page, atoms=atoms, _starts=[atom.start for atom in atoms])
