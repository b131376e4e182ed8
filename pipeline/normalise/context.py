"""What every step from the facts of a page to its season needs, and what the steps leave behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.domain.keys import KeyRegistry, join_key
from pipeline.domain.match import Club
from pipeline.domain.season import Department
from pipeline.facts import Section
from pipeline.findings import Finding
from pipeline.lineage import Span
from pipeline.normalise.clubs.candidates import describe_unresolved
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.page_resolver import PageResolver
from pipeline.normalise.clubs.resolver import Unresolved
from pipeline.normalise.stages import Place, RoundId, place
from pipeline.reference import Reference


@dataclass(slots=True)
class NormaliseContext:
    """The page and what is known about it; the keys, findings and facts without a row so far.

    season:           its label
    unloaded_facts:   position of a fact on the page -> why it becomes no row
    unresolved_keys:  of the clubs that have their finding already
    round_groups:     the clubs that all meet under a heading of a round, as a group does
    """

    page_title: str
    season: str
    clubs: PageResolver
    reference: Reference
    findings: list[Finding] = field(default_factory=list)
    keys: KeyRegistry = field(default_factory=KeyRegistry)
    unloaded_facts: dict[int, str] = field(default_factory=dict)
    unresolved_keys: set[str] = field(default_factory=set)
    round_groups: Mapping[RoundId, frozenset[Club]] = field(default_factory=dict)

    def make_key(self, *parts: str | None) -> str:
        """Return the key of a row, numbered where an earlier row has the same; None is left out."""
        return self.keys.register(join_key(self.season, *parts))

    def place(self, section: Section, stated_round: str | None = None) -> Place:
        """Return where a fact stands by the headings above it and the round that it names."""
        return place(section, self.page_title, stated_round)

    def place_of_clubs(self, headings_place: Place, clubs: set[Club]) -> Place:
        """Return the place, as one of a group if these clubs meet all others there."""
        if clubs <= self.round_groups.get(headings_place.round_id, frozenset()):
            return headings_place.in_group()
        return headings_place

    def warn(self, code: str, message: str, span: Span) -> None:
        """Keep a finding of severity warning."""
        finding = Finding(code, "warning", message, self.page_title, span, self.season)
        self.findings.append(finding)

    def find_department(self, printed: str | None, span: Span) -> Department | None:
        """Return the department that a printed name means; an unknown name is a finding."""
        department = self.reference.departments.find(printed)
        if department is None:
            self.warn("unknown-department", f"no department {printed!r}", span)
        return department

    def resolve_club(self, mention: Mention, span: Span) -> Club:
        """Return the club that a name means; an unresolved name is a finding the first time."""
        resolution = self.clubs.resolve(mention)
        if isinstance(resolution, Club):
            return resolution
        self.warn_of_unresolved_name(mention, resolution, span)
        return resolution.club

    def warn_of_unresolved_name(self, mention: Mention, unresolved: Unresolved, span: Span) -> None:
        """Keep a finding for a name that no rule resolves, where it comes first."""
        if unresolved.club.key in self.unresolved_keys:
            return
        self.unresolved_keys.add(unresolved.club.key)
        # "Milagro" comes first, but the line has to settle "Juventud Milagro" of the table
        mention = self.clubs.assignment.fullest_names.get(unresolved.club, mention)
        message = describe_unresolved(mention, unresolved, self.clubs.single_names, self.page_title)
        contradiction = self.clubs.assignment.contradictions.get(unresolved.club)
        if contradiction is not None:
            message = f"{message}; {contradiction}"
        self.warn(unresolved.code, message, span)
