"""Who takes part: the clubs of the team lists, and the departments that make up each region."""

from collections.abc import Iterable, Sequence

from pipeline.domain.keys import slug
from pipeline.domain.season import Entry, RegionMember
from pipeline.facts import EntryFact, Fact, RegionFact, facts_of_kind
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import Unresolved
from pipeline.normalise.context import NormaliseContext


def build_entries(context: NormaliseContext, facts: Iterable[Fact]) -> tuple[Entry, ...]:
    """Return the rows of the team lists; a club that nothing settles is a finding."""
    entries: list[Entry] = []
    entry_facts = facts_of_kind(EntryFact, facts)
    for fact, club in zip(entry_facts, context.clubs.row_clubs, strict=True):
        department = context.find_department(fact.department, fact.span)
        # "| | Ugarte | |": the list does not say from where the club is
        if club.is_provisional:
            mention = Mention(fact.team, None, fact.section)
            unresolved = Unresolved("unknown-club", club)
            context.warn_of_unresolved_name(mention, unresolved, fact.span)
        stage = context.place(fact.section).stage
        entry = Entry(
            key=context.make_key(stage, fact.department, fact.team),
            stage=stage,
            department=department,
            department_printed=fact.department,
            club=club,
            printed=fact.team,
            location=fact.location,
            span=fact.span,
        )
        entries.append(entry)
    return tuple(entries)


def build_region_members(
    context: NormaliseContext, facts: Sequence[Fact]
) -> tuple[RegionMember, ...]:
    """Return each department of each region, in page order."""
    members: list[RegionMember] = []
    for fact in facts_of_kind(RegionFact, facts):
        region = _region_name(fact)
        for printed in fact.departments:
            department = context.find_department(printed, fact.span)
            members.append(RegionMember(region, department, printed, fact.span))
    return tuple(members)


def _region_name(fact: RegionFact) -> str:
    """Return the region as its heading names it, else as printed."""
    heading = fact.section[-1] if fact.section else ""
    # prose has "Region Vi", the heading above it "Region VI"
    if slug(heading) == slug(fact.region):
        return heading
    return fact.region
