"""What is known of a page while it is read: where we are, what it states, who claims what."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter

from pipeline.account import Claim
from pipeline.extract.dispatch import ignored_templates
from pipeline.extract.dispatch.extraction import Extraction
from pipeline.extract.dispatch.handlers import Handlers, TemplateReader
from pipeline.extract.parsing.blocks import HeadingBlock
from pipeline.extract.parsing.grid import Table
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import squash
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.extract.text import result_prose
from pipeline.extract.text.line_label import Above
from pipeline.facts import Fact, MatchFact, Section, StandingFact, TieFact, UnrecognisedFact
from pipeline.findings import Finding
from pipeline.lineage import Span

_MOST_LEVELS = 5  # layout tables and wrappers inside one another that are looked into
_LONGEST_QUOTE = 200  # characters of an unrecognised construct that are shown


@dataclass(slots=True)
class ExtractionContext:
    """A page half read.

    read_region:           reads a stretch of the page as if it were a page; tables and templates
                           that hold blocks hand theirs back to it
    readers_by_name:       squashed name of a template -> its name in the registry, its reader
    template_tables:       by the squashed name of their header
    headings:              those above, outermost first
    section:               their visible texts
    sections:              where each section begins that was entered, in page order, and its texts
    above:                 what lines say of the match lines below them, until a heading
    term:                  `; Alfa – Beta`, if it is the line above
    results_in_prose:      sentences with a score, and their section; what becomes of them is known
                           when the whole page is read
    tables:                those that were read or passed over
    level:                 how many layout tables and wrappers we are in
    in_template_table:     between `{{Fb cl header}}` and its `|}` or footer
    unclosed_templates:    those that never close, and are read all the same
    starts_of_calls_read:  of calls that were read ahead, as rows or cells of a table of templates
    """

    page: Page
    handlers: Handlers
    read_region: Callable[["ExtractionContext", int, int], None]
    readers_by_name: dict[str, tuple[str, TemplateReader]]
    template_tables: dict[str, TemplateTable]
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    headings: list[HeadingBlock] = field(default_factory=list)
    section: Section = ()
    sections: list[tuple[int, Section]] = field(default_factory=list)
    above: Above = field(default_factory=Above)
    term: Span | None = None
    results_in_prose: list[tuple[Span, Section]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    level: int = 0
    in_template_table: bool = False
    unclosed_templates: list[Span] = field(default_factory=list)
    starts_of_calls_read: set[int] = field(default_factory=set)

    @property
    def is_too_deep(self) -> bool:
        """Whether what only holds other things is no more looked into: each level costs a walk."""
        return self.level >= _MOST_LEVELS

    @contextmanager
    def one_level_deeper(self) -> Iterator[None]:
        """Be inside a layout table or a wrapper for as long as it takes."""
        self.level += 1
        yield
        self.level -= 1

    def find_reader(self, name: str) -> tuple[str, TemplateReader] | None:
        """Return the name that the registry gives the template, and who reads it.

        name: squashed
        """
        if name in self.readers_by_name:
            return self.readers_by_name[name]
        # `round16` is of the family `RoundN`
        for family_name, family in self.handlers.template_families.items():
            if family.name_form.fullmatch(name):
                return family_name, family.read
        return None

    def can_look_into(self, name: str) -> bool:
        """Whether the template, by its squashed name, shows wikitext that is read."""
        return name in ignored_templates.WRAPPERS and not self.is_too_deep

    def can_read(self, name: str) -> bool:
        """Whether anyone reads the template, by its squashed name, or what it shows."""
        return (
            name in self.template_tables
            or self.can_look_into(name)
            or self.find_reader(name) is not None
        )

    def claim_context(self, span: Span, reason: str) -> None:
        """Claim what only gives other constructs their meaning."""
        self.claims.append(Claim(span, "context", reason))

    def claim_ignored(self, span: Span, rule: str) -> None:
        """Claim what the rule passes over."""
        self.claims.append(Claim(span, "ignored", rule))

    def claim_invisible(self, span: Span, reason: str) -> None:
        """Claim what no reader of the page sees."""
        self.claims.append(Claim(span, "invisible", reason))

    def add_facts(self, span: Span, reason: str, facts: Sequence[Fact]) -> None:
        """Claim the span for the facts that it states, at least one.

        A fact that only a part of it states, as a parameter `match_A_B` does, claims that part.
        """
        positions_of_whole = []
        for position, fact in enumerate(facts, start=len(self.facts)):
            if fact.span == span:
                positions_of_whole.append(position)
            else:
                self.claims.append(Claim(fact.span, "loaded", f"{reason}: match", (position,)))
        self.facts.extend(facts)
        if positions_of_whole:
            self.claims.append(Claim(span, "loaded", reason, tuple(positions_of_whole)))
        # a grid of matches states nothing as a whole: it gives its parts their meaning
        else:
            self.claim_context(span, reason)

    def give_labels_above(self, first: int) -> None:
        """Give the facts from position `first` on the round and group of the lines above them.

        `'''Fecha 1'''` above a table, a tie or a match box names their round as it does that of
        match lines; what the block says itself is stronger.
        """
        for position in range(first, len(self.facts)):
            fact = self.facts[position]
            if isinstance(fact, (MatchFact, TieFact)):
                fact = replace(fact, round=fact.round or self.above.round)
            if isinstance(fact, (MatchFact, TieFact, StandingFact)):
                fact = replace(fact, group=fact.group or self.above.group)
            if isinstance(fact, MatchFact) and fact.round == self.above.round:
                fact = replace(fact, leg=fact.leg or self.above.leg)
            self.facts[position] = fact

    def add_result_in_prose(self, span: Span) -> None:
        """Keep a line whose sentences tell a result, until it is known what else the page tells."""
        self.results_in_prose.append((span, self.section))

    def add_unrecognised(self, span: Span, kind: str, name: str) -> None:
        """Report a construct that nobody reads and no rule ignores: a fact and a finding.

        kind, name: those of `UnrecognisedFact`
        """
        self._report(span, self.section, kind, name)

    def add_unrecognised_inside(self, span: Span, kind: str, name: str) -> None:
        """Report a part of what is claimed already, when the whole page is read.

        kind, name: those of `UnrecognisedFact`
        """
        number = bisect_right(self.sections, span.start, key=itemgetter(0)) - 1
        section = self.sections[number][1] if number >= 0 else ()
        self._report(span, section, kind, name)
        # of two claims on the same span the earlier is the inner one, and that is this
        self.claims.insert(0, self.claims.pop())

    def settle_results_in_prose(self) -> None:
        """Pass over prose about results where matches are told, report it where none is.

        A sentence below `== Final ==`, with a match box there, tells the match again; without one
        it is all that the page says of it. The lead tells what the whole page does, and
        `=== Summary ===` what `=== Details ===` beside it does.
        """
        sections_with_matches: set[Section] = {()}
        for fact in self.facts:
            if isinstance(fact, (MatchFact, TieFact)):
                depths = range(len(fact.section) + 1)
                sections_with_matches.update(fact.section[:depth] for depth in depths)
        for span, section in self.results_in_prose:
            has_matches = section in sections_with_matches
            has_matches_beside = len(section) > 1 and section[:-1] in sections_with_matches
            if has_matches or has_matches_beside:
                self.claim_ignored(span, result_prose.RETOLD)
            else:
                self._report(span, section, "line", "a result told in prose only")

    def _report(self, span: Span, section: Section, kind: str, name: str) -> None:
        text = self.page.text[span.start : span.end].strip()
        fact = UnrecognisedFact(
            section=section,
            span=span,
            kind=kind,
            name=name,
            text=text[:_LONGEST_QUOTE],
        )
        self.facts.append(fact)
        self.claims.append(Claim(span, "unrecognised", f"{kind}: {name}"))


def begin_extraction(
    page: Page,
    handlers: Handlers,
    read_region: Callable[[ExtractionContext, int, int], None],
) -> ExtractionContext:
    """Return the context of a page of which nothing is read yet."""
    # `{{Partido de fútbol}}` and `{{partido_de_fútbol}}` are one template: `partidodefútbol`
    readers_by_name: dict[str, tuple[str, TemplateReader]] = {}
    for name, read in handlers.templates.items():
        readers_by_name[squash(name)] = (name, read)
    for name, read_infobox in handlers.infoboxes.items():
        read_with_title = partial(read_infobox, title=page.revision.title)
        readers_by_name[squash(name)] = (name, read_with_title)
    return ExtractionContext(
        page=page,
        handlers=handlers,
        read_region=read_region,
        readers_by_name=readers_by_name,
        template_tables={squash(name): table for name, table in handlers.template_tables.items()},
    )


def finish_extraction(context: ExtractionContext, scores: tuple[Span, ...]) -> Extraction:
    """Return what was read, facts in page order.

    scores: where those stand that a reader of the page sees
    """
    # A row that holds a `{{Football box}}` is added after the box: put in page order, facts change
    # their positions, and claims name facts by position.
    old_positions = sorted(
        range(len(context.facts)), key=lambda position: context.facts[position].span
    )
    new_positions = {old: new for new, old in enumerate(old_positions)}
    facts = tuple(context.facts[position] for position in old_positions)
    claims = tuple(_renumber_facts(claim, new_positions) for claim in context.claims)
    return Extraction(facts, claims, tuple(_find_doubts(context)), scores)


def _renumber_facts(claim: Claim, new_positions: dict[int, int]) -> Claim:
    return replace(claim, facts=tuple(new_positions[position] for position in claim.facts))


def _find_doubts(context: ExtractionContext) -> Iterator[Finding]:
    """Yield a finding for each construct that nobody read."""
    title = context.page.revision.title
    for span in context.unclosed_templates:
        message = "a template never closes: it is read up to the next heading, box or paragraph"
        yield Finding("unclosed-template", "warning", message, title, span)
    for claim in context.claims:
        if claim.disposition == "unrecognised":
            yield Finding("unrecognised-construct", "warning", claim.reason, title, claim.span)
