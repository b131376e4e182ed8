"""A template call and its parameters, as quotes."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

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


BLANK = Quote("", None, "")


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
                return _quoted(value, raw)
        return BLANK

    def text(self, *names: str) -> str | None:
        """Return the visible text of the first filled parameter, None if it is blank."""
        return self.quote(*names).text or None

    def positional(self) -> list[tuple[str, Quote]]:
        """Return the values without a name in order, each with its wikitext, blanks and all."""
        values = [p.value for p in self.template.params if not p.showkey]
        return [(raw, _quoted(value, raw.strip())) for value in values for raw in [str(value)]]


def _quoted(value: Wikicode, raw: str) -> Quote:
    return Quote(visible(value), first_link(value.nodes), raw)


def parameter_spans(call: Call) -> dict[str, Span]:
    """Return where each named parameter stands, without the blanks around it; of doubles the last.

    The parser loses no character, so that lengths give the places.
    """
    spans = {}
    cursor = call.span.start + len("{{") + len(str(call.template.name))
    for parameter in call.template.params:
        written = str(parameter)
        start = cursor + len("|") + len(written) - len(written.lstrip())
        spans[str(parameter.name).strip()] = Span(start, start + len(written.strip()))
        cursor += len("|") + len(written)
    return spans


@lru_cache(maxsize=5000)
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
