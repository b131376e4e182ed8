"""Templates that never close: read up to where the next thing begins.

To the parser such a call is text. One of a name that we read is parsed once more on its own, with
the braces that it lacks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import Heading, Template
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import squash
from pipeline.extract.parsing.tree import parse_unclosed_call
from pipeline.lineage import Span

_NAME = re.compile(r"\{\{\s*([^|{}\[\]<\n]{1,60})")
_NEXT = re.compile(r"\n[ \t]*(?:\{\||\|\}|\n(?![ \t]*\|))")  # a table, a paragraph that is no value


def mend_unclosed_calls(page: Page, names: frozenset[str]) -> tuple[Page, list[Span]]:
    """Return the page with the calls that never close as atoms, and where they stand.

    names: squashed names of the templates that we read
    """
    starts = []
    for start in page.unclosed:
        # an unclosed `{{cite web|…` is text; so is all in a call that was closed around it
        if _read_name(page, start) in names and not page.holds(start):
            starts.append(start)
    templates = []
    for start, next_start in pairwise([*starts, len(page.text)]):
        end = _find_end(page, start, next_start, names)
        template = parse_unclosed_call(page.text, start, end)
        if template is not None:
            templates.append(template)
    if not templates:
        return page, []
    spans = [Span(template.start, template.end) for template in templates]
    return _replace_atoms(page, templates), spans


def _read_name(page: Page, start: int) -> str:
    name = _NAME.match(page.text, start)
    return squash(name[1]) if name else ""


def _find_end(page: Page, start: int, next_start: int, names: frozenset[str]) -> int:
    """Return where the next heading, box, table or paragraph begins."""
    end = next_start
    for atom in page.atoms_in(start, next_start):
        is_box = isinstance(atom, Template) and squash(inline.name_of(atom)) in names
        if is_box or isinstance(atom, Heading):
            end = atom.start
            break
    next_block = _NEXT.search(page.text, start, end)
    if next_block is not None:
        end = next_block.start()
    return start + len(page.text[start:end].rstrip())


def _replace_atoms(page: Page, templates: Sequence[Template]) -> Page:
    """Return the page with the templates in place of the atoms inside them."""
    swallowed_starts = set()
    for template in templates:
        for atom in page.atoms_in(template.start, template.end):
            swallowed_starts.add(atom.start)
    kept_atoms = [atom for atom in page.atoms if atom.start not in swallowed_starts]
    atoms = sorted([*kept_atoms, *templates], key=lambda atom: atom.start)
    return replace(page, atoms=atoms, _starts=[atom.start for atom in atoms])
