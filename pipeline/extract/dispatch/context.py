"""What is known of a page while it is read: where we are, what it states, who claims what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from pipeline.account import Claim
from pipeline.extract.dispatch.handlers import CallReader, Handlers
from pipeline.extract.parsing.blocks import HeadingBlock
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import squash
from pipeline.extract.templates.template_table import Run
from pipeline.extract.text.match_line import DateLine
from pipeline.facts import Fact, Section, UnrecognisedFact
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span

_DEEPEST = 5  # layout tables and wrappers inside one another that are looked into
_QUOTED = 200  # characters of an unrecognised construct that are shown


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of a page in page order, the claims that account for it, and what is doubtful."""

    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Reading:
    """A page half read.

    region: reads a stretch of the page as if it were a page; tables and templates that hold blocks
            hand theirs back to it
    """

    page: Page
    handlers: Handlers
    region: Callable[["Reading", int, int], None]
    templates: dict[str, tuple[str, CallReader]]  # by squashed name
    runs: dict[str, Run]
    wrappers: dict[str, str]
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    headings: list[HeadingBlock] = field(default_factory=list)
    date: DateLine | None = None
    depth: int = 0  # of layout tables and wrappers
    in_template_table: bool = False  # between `{{Fb cl header}}` and its `|}` or footer
    broken: list[Span] = field(default_factory=list)  # templates that never close
    read_ahead: set[int] = field(default_factory=set)  # starts of calls read as cells of a table

    @property
    def section(self) -> Section:
        """The visible headings above, outermost first."""
        return tuple(heading.text for heading in self.headings)

    @property
    def too_deep(self) -> bool:
        """Whether what only holds other things is no more looked into: each level costs a walk."""
        return self.depth >= _DEEPEST

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Go a level deeper for as long as it takes."""
        self.depth += 1
        yield
        self.depth -= 1

    def reader_of(self, name: str) -> tuple[str, CallReader] | None:
        """Return who reads the template, with the name that the registry gives it."""
        if name in self.templates:
            return self.templates[name]
        for family, (form, handler) in self.handlers.families.items():
            if form.fullmatch(name):
                return family, handler
        return None

    def reads(self, name: str) -> bool:
        """Whether anyone reads the template, or what it shows."""
        return name in self.runs or name in self.wrappers or self.reader_of(name) is not None

    def context(self, span: Span, reason: str) -> None:
        """Claim what only gives other constructs their meaning."""
        self.claims.append(Claim(span, "context", reason))

    def ignore(self, span: Span, rule: str) -> None:
        """Claim what the rule passes over."""
        self.claims.append(Claim(span, "ignored", rule))

    def state(self, span: Span, reason: str, facts: list[Fact], *, missed: tuple[str, str]) -> None:
        """Claim the span for its facts; without one it is unrecognised, a fact of its own."""
        if facts:
            self._load(span, reason, facts)
            return
        text = self.page.text[span.start : span.end].strip()[:_QUOTED]
        kind, name = missed
        self.facts.append(
            UnrecognisedFact(section=self.section, span=span, kind=kind, name=name, text=text)
        )
        self.claims.append(Claim(span, "unrecognised", f"{kind}: {name}"))

    def _load(self, span: Span, reason: str, facts: list[Fact]) -> None:
        """Claim the span for its facts; those that a part of it states claim that part."""
        own = []
        for place, fact in enumerate(facts, len(self.facts)):
            if fact.span == span:
                own.append(place)
            else:
                self.claims.append(Claim(fact.span, "loaded", f"{reason}: match", (place,)))
        self.facts.extend(facts)
        self.claims.append(Claim(span, "loaded" if own else "context", reason, tuple(own)))


def quarantined(revision: Revision, reason: str) -> Extraction:
    """Return what is known of a page that is not read: that it is kept apart, and why."""
    claim = Claim(Span(0, len(revision.text)), "quarantined", "page over budget")
    message = f"the page is not read: {reason}; mend it, or split it"
    finding = Finding("page-over-budget", "error", message, revision.title, claim.span)
    return Extraction((), (claim,), (finding,))


def begun(
    page: Page,
    handlers: Handlers,
    region: Callable[[Reading, int, int], None],
) -> Reading:
    """Return a page of which nothing is read yet."""
    templates = {squash(name): (name, reader) for name, reader in handlers.templates.items()}
    for name, box in handlers.infoboxes.items():
        templates[squash(name)] = name, partial(box, title=page.revision.title)
    runs = {squash(name): run for name, run in handlers.runs.items()}
    wrappers = {squash(name): shown for name, shown in handlers.wrappers.items()}
    return Reading(page, handlers, region, templates, runs, wrappers)


def finished(reading: Reading) -> Extraction:
    """Return what was read, facts in page order."""
    order = sorted(range(len(reading.facts)), key=lambda at: reading.facts[at].span)
    places = {old: new for new, old in enumerate(order)}
    claims = (
        replace(claim, facts=tuple(places[at] for at in claim.facts)) if claim.facts else claim
        for claim in reading.claims
    )
    facts = tuple(reading.facts[at] for at in order)
    return Extraction(facts, tuple(claims), tuple(_doubts(reading)))


def _doubts(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each construct that nobody read and each that is kept apart."""
    page = reading.page.revision.title
    for span in reading.broken:
        message = "a template never closes: it is read up to the next heading, box or paragraph"
        yield Finding("unclosed-template", "warning", message, page, span)
    for claim in reading.claims:
        if claim.disposition in {"unrecognised", "quarantined"}:
            code = f"{claim.disposition}-construct"
            yield Finding(code, "warning", claim.reason, page, claim.span)
