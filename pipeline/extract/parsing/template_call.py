"""A template call and its parameters, as quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mwparserfromhell.nodes import Comment, Tag, Template, Text
from mwparserfromhell.wikicode import Wikicode

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.page import Atom, Page
from pipeline.extract.parsing.visible import first_link, tidy, visible
from pipeline.facts import Section
from pipeline.lineage import Span

_NOTE_PARAMETER = {
    "abbr": "2",
    "tooltip": "2",
    "hover title": "1",
    "efn": "1",
    "refn": "1",
    "note": "1",
}
_PLACE = re.compile(r"[1-9]\d{0,5}")
_LEFT_OUT = 20  # places that a call may leave out
_PREFIX = re.compile(r"^(#invoke\s*:|template\s*:|plantilla\s*:)\s*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A value as the page states it: visible text, first link, wikitext, and its small notes."""

    text: str
    link: str | None
    raw: str
    notes: tuple[str, ...] = ()


BLANK = Quote("", None, "")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a template, under its section.

    name:       squashed: lower case, no blanks, no `#invoke:`, so that every spelling is one
    parameters: name to value, blanks stripped from names; of doubles the last, as MediaWiki does
    strangers:  templates in the values read so far whose text we do not know
    """

    name: str
    template: Template
    section: Section
    span: Span
    parameters: dict[str, Wikicode] = field(repr=False)
    strangers: list[Template] = field(default_factory=list, repr=False)

    def quote(self, *names: str) -> Quote:
        """Return the first of the named parameters that is filled, else a blank quote."""
        for name in names:
            value = self.parameters.get(name)
            if value is not None and (plain := _plain(value)) is not None:
                if plain:
                    return Quote(tidy(plain), None, plain)
            elif value is not None and (raw := str(value).strip()):
                return self._quoted(value, raw)
        return BLANK

    def text(self, *names: str) -> str | None:
        """Return the visible text of the first filled parameter, None if it is blank."""
        return self.quote(*names).text or None

    def positional(self) -> list[tuple[str, Quote]]:
        """Return the values of the places 1, 2, … each with its wikitext, blanks and all.

        A place may be named (`|3=2–1`); one that is left out is blank.
        """
        most = len(self.template.params) + _LEFT_OUT
        values = {
            int(name): value
            for name, value in self.parameters.items()
            if _PLACE.fullmatch(name) and int(name) <= most
        }
        return [
            self._raw_quote(values.get(place)) for place in range(1, max(values, default=0) + 1)
        ]

    def _raw_quote(self, value: Wikicode | None) -> tuple[str, Quote]:
        raw = "" if value is None else str(value)
        return (raw, BLANK if value is None else self._quoted(value, raw.strip()))

    def _quoted(self, value: Wikicode, raw: str) -> Quote:
        self.strangers.extend(inline.strangers(value.nodes))
        return Quote(visible(value), first_link(value.nodes), raw, tuple(_notes(value)))


def parameter_spans(call: Call) -> dict[str, Span]:
    """Return where each named parameter stands, without the blanks around it; of doubles the last.

    The parser loses no character, so that lengths give the places.
    """
    spans = {}
    cursor = call.span.start + len("{{") + len(str(call.template.name))
    for parameter in call.template.params:
        written = str(parameter)
        start = cursor + len("|") + len(written) - len(written.lstrip())
        spans[_name(parameter.name)] = Span(start, start + len(written.strip()))
        cursor += len("|") + len(written)
    return spans


def _plain(code: Wikicode) -> str | None:
    """Return a value that is text and nothing else, as most are; None for any other."""
    nodes = code.nodes
    if not nodes:
        return ""
    return str(nodes[0]).strip() if len(nodes) == 1 and isinstance(nodes[0], Text) else None


def _notes(code: Wikicode) -> Iterator[str]:
    """Yield what the value says beside its text: in tooltips, footnotes and superscripts."""
    for node in code.nodes:
        if isinstance(node, Template):
            wanted = _NOTE_PARAMETER.get(inline.name_of(node))
            yield from (visible(p.value) for p in node.params if str(p.name).strip() == wanted)
        elif isinstance(node, Tag) and str(node.tag) == "sup" and node.contents is not None:
            yield visible(node.contents)


def _name(code: Wikicode) -> str:
    """Return a parameter's name; a comment in it is no part of it."""
    plain = _plain(code)
    if plain is not None:
        return plain
    return "".join(str(node) for node in code.nodes if not isinstance(node, Comment)).strip()


@lru_cache(maxsize=5000)
def squash(name: str) -> str:
    """Return a template name without what spellings differ in."""
    return _PREFIX.sub("", name.strip().lower()).replace(" ", "").replace("_", "")


def call(atom: Atom, template: Template, section: Section) -> Call:
    """Return the call that an atom is."""
    parameters = {_name(p.name): p.value for p in template.params}
    span = Span(atom.start, atom.end)
    return Call(squash(inline.name_of(template)), template, section, span, parameters)


def calls_in(page: Page, start: int, end: int, section: Section) -> list[Call]:
    """Return the calls of [start, end), not those inside other calls."""
    return [
        call(atom, atom.node, section)
        for atom in page.atoms_in(start, end)
        if isinstance(atom.node, Template)
    ]
