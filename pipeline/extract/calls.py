"""A template call and its parameters, as quotes."""

import re
from dataclasses import dataclass, field

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from pipeline.extract import inline
from pipeline.extract.page import Atom, Page, first_link, visible
from pipeline.facts import Section
from pipeline.lineage import Span

_PREFIX = re.compile(r"^(#invoke\s*:|template\s*:|plantilla\s*:)\s*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A value as the page states it: visible text, first link, wikitext."""

    text: str
    link: str | None
    raw: str


_BLANK = Quote("", None, "")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a template, under its section.

    name:       squashed: lower case, no blanks, no `#invoke:`, so that every spelling is one
    parameters: name to value, blanks stripped from names; of doubles the last, as MediaWiki does
    """

    name: str
    template: Template
    section: Section
    span: Span
    parameters: dict[str, Wikicode] = field(repr=False)

    def quote(self, *names: str) -> Quote:
        """Return the first of the named parameters that is filled, else a blank quote."""
        for name in names:
            value = self.parameters.get(name)
            if value is not None and (raw := str(value).strip()):
                return Quote(visible(value), first_link(value.nodes), raw)
        return _BLANK

    def text(self, *names: str) -> str | None:
        """Return the visible text of the first filled parameter, None if it is blank."""
        return self.quote(*names).text or None


def squash(name: str) -> str:
    """Return a template name without what spellings differ in."""
    return _PREFIX.sub("", name.strip().lower()).replace(" ", "").replace("_", "")


def call(atom: Atom, template: Template, section: Section) -> Call:
    """Return the call that an atom is."""
    parameters = {str(p.name).strip(): p.value for p in template.params}
    span = Span(atom.start, atom.end)
    return Call(squash(inline.name_of(template)), template, section, span, parameters)


def calls_in(page: Page, start: int, end: int, section: Section) -> list[Call]:
    """Return the calls of [start, end), not those inside other calls."""
    return [
        call(atom, atom.node, section)
        for atom in page.atoms_in(start, end)
        if isinstance(atom.node, Template)
    ]
