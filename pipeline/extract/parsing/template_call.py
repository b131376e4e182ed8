"""A template call and its parameters, as quotes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import Element, Node, Parameter, Template, Wikitext
from pipeline.extract.parsing.tree import parse_wikitext
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
    "efn-la": "1",
    "efn-ua": "1",
    "nota": "1",
}
_NOTE_NAME = re.compile(r"\bname\s*=\s*[\"']?([^\"'/<>]{1,100})", re.IGNORECASE)
# `<ref name="a">`, not `<ref name="a"/>`
_OPENING_OF_NAMED_NOTE = re.compile(
    r"<ref\s[^<>]{0,100}?name\s*=\s*[\"']?([^\"'/<>]{1,100})[\"']?[^<>/]{0,100}>", re.IGNORECASE
)
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
    unread:     names of parameters whose value its reader wants and cannot read
    """

    name: str
    template: Template
    section: Section
    span: Span
    parameters: dict[str, Parameter] = field(repr=False)
    strangers: list[Template] = field(default_factory=list, repr=False)
    unread: list[str] = field(default_factory=list, repr=False)

    def quote(self, *names: str) -> Quote:
        """Return the first of the named parameters that is filled, else a blank quote."""
        for name in names:
            value = self.parameters.get(name)
            if value is not None:
                raw = str(value).strip()
                if raw:
                    return self._quoted(value, raw)
        return BLANK

    def text(self, *names: str) -> str | None:
        """Return the visible text of the first filled parameter, None if it is blank."""
        return self.quote(*names).text or None

    def names_of_form(self, form: re.Pattern[str]) -> list[re.Match[str]]:
        """Return the names of its parameters that have the form, in page order."""
        return list(filter(None, map(form.fullmatch, self.parameters)))

    def positional(self) -> list[tuple[str, Quote]]:
        """Return the values of the places 1, 2, … each with its wikitext, blanks and all.

        A place may be named (`|3=2–1`); one that is left out is blank.
        """
        last_place = len(self.template.equals) + _LEFT_OUT
        values: dict[int, Parameter] = {}
        for name, value in self.parameters.items():
            if _PLACE.fullmatch(name) and int(name) <= last_place:
                values[int(name)] = value
        quotes = [("", BLANK)] * max(values, default=0)
        for place, value in sorted(values.items()):
            raw = str(value)
            quotes[place - 1] = (raw, self._quoted(value, raw.strip()))
        return quotes

    def _quoted(self, value: Wikitext, raw: str) -> Quote:
        # most values are text and nothing else: `|team1=Juan Aurich`
        if not value.nodes:
            return Quote(tidy(raw), None, raw)
        self.strangers.extend(inline.strangers(value.nodes))
        return Quote(visible(value), first_link(value.nodes), raw, tuple(read_notes(value.nodes)))


def parameter_spans(call: Call) -> dict[str, Span]:
    """Return where each parameter stands, without the blanks around it; of doubles the last."""
    spans = {}
    for parameter in call.template.parameters:
        written = parameter.page_text[parameter.written_start : parameter.end]
        start = parameter.written_start + len(written) - len(written.lstrip())
        spans[parameter.name] = Span(start, start + len(written.strip()))
    return spans


def read_notes(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield what a value says beside its text: in tooltips, footnotes and superscripts."""
    for node in nodes:
        if isinstance(node, Template):
            name = _NOTE_PARAMETER.get(inline.name_of(node))
            for parameter in node.parameters:
                if parameter.name == name:
                    yield visible(parameter)
        elif isinstance(node, Element) and node.name in {"sup", "ref"}:
            contents = node.contents or _contents_of_named_note(node)
            # most references only cite: they tell in no words what became of a match
            yield visible(parse_wikitext(contents).contents)


def _contents_of_named_note(note: Element) -> str:
    """Return what stands in the note that `<ref name="x"/>` repeats."""
    name = _NOTE_NAME.search(str(note))
    if name is None:
        return ""
    return _named_notes(note.page_text).get(name[1].strip(), "")


@lru_cache(maxsize=2)
def _named_notes(page_text: str) -> dict[str, str]:
    """Return the contents of the named notes of a page."""
    notes: dict[str, str] = {}
    for opening in _OPENING_OF_NAMED_NOTE.finditer(page_text):
        end = page_text.find("</ref", opening.end())
        if end < 0:
            break
        notes[opening[1].strip()] = page_text[opening.end() : end]
    return notes


@lru_cache(maxsize=5000)
def squash(name: str) -> str:
    """Return a template name without what spellings differ in."""
    return _PREFIX.sub("", name.strip().lower()).replace(" ", "").replace("_", "")


def call(template: Template, section: Section) -> Call:
    """Return the call of a template on the page."""
    parameters = {parameter.name: parameter for parameter in template.parameters}
    span = Span(template.start, template.end)
    return Call(squash(inline.name_of(template)), template, section, span, parameters)
