"""Every printed name of a page with the club that it means, and what says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.domain.match import Club
from pipeline.facts import EntryFact, Fact, facts_of_kind
from pipeline.lineage import Span
from pipeline.normalise.clubs.candidates import Candidate, find_candidates, lines_to_paste
from pipeline.normalise.clubs.mentions import (
    Mention,
    TeamListRow,
    mentions_of,
    read_team_list_rows,
)
from pipeline.normalise.clubs.page_resolver import PageResolver, resolve_page
from pipeline.normalise.clubs.resolver import ClubResolver, Unresolved
from pipeline.reference import Reference

Evidence = Literal[
    "list", "link", "clubs.csv", "elsewhere", "same-name", "group", "ambiguous", "new"
]


@dataclass(frozen=True, slots=True)
class NameResolution:
    """A printed name, and the club that it means.

    evidence:       what says so: `elsewhere` is a link of the same name in another place of the
                    page, `same-name` the page as a whole, `group` that of all clubs which can be
                    meant there only this one fits; `ambiguous` (several candidates) and `new` (one
                    or none) say that nothing does
    span:           where the name comes first
    count:          how often the page prints it so
    candidates:     what an unresolved name might mean, the likeliest first
    lines_to_paste: the lines of clubs.csv that would settle it as the first candidate, or as a
                    club of its own where there is none
    """

    printed: str
    club: Club
    evidence: Evidence
    span: Span
    count: int = 1
    candidates: tuple[Candidate, ...] = ()
    lines_to_paste: tuple[str, ...] = ()

    @property
    def is_resolved(self) -> bool:
        """Whether something says which club is meant."""
        return self.evidence not in {"ambiguous", "new"}


def resolve_names(
    season: str, facts: Sequence[Fact], page_title: str, reference: Reference
) -> tuple[NameResolution, ...]:
    """Return every name of the lists, matches and tables once for each club, in page order.

    page_title: the source of the lines to paste
    """
    page = resolve_page(season, facts, reference.clubs, reference.departments)
    distinct: dict[tuple[str, Club, Evidence], NameResolution] = {}
    for resolution in _resolve_each_name(page, facts, page_title):
        key = (resolution.printed, resolution.club, resolution.evidence)
        # the first stays, with its line and its candidates
        if key in distinct:
            distinct[key] = replace(distinct[key], count=distinct[key].count + 1)
        else:
            distinct[key] = resolution
    return tuple(distinct.values())


def _resolve_each_name(
    page: PageResolver, facts: Sequence[Fact], page_title: str
) -> Iterator[NameResolution]:
    """Yield the names of the lists, then all others, as often as the page prints them."""
    entries = facts_of_kind(EntryFact, facts)
    resolver = page.single_names
    rows = read_team_list_rows(facts, resolver.departments)
    for entry, row, club in zip(entries, rows, page.row_clubs, strict=True):
        yield _resolve_row(row, club, entry.span, resolver, page_title)
    resolutions: dict[Mention, NameResolution] = {}
    for fact in facts:
        for mention in mentions_of(fact):
            if mention not in resolutions:
                resolutions[mention] = _resolve_mention(mention, fact.span, page, page_title)
            yield replace(resolutions[mention], span=fact.span)


def _resolve_row(
    row: TeamListRow, club: Club, span: Span, resolver: ClubResolver, page_title: str
) -> NameResolution:
    if club.is_provisional:
        mention = Mention(row.printed, None, row.section)
        unresolved = Unresolved("unknown-club", club)
        return _leave_open(mention, unresolved, span, resolver, page_title)
    # "| Cusco | Juventud Progreso | Cusco |" says itself which club it is
    evidence: Evidence = "list"
    if row.link:
        evidence = "link"
    elif _is_in_file([row.name], club, resolver):
        evidence = "clubs.csv"
    return NameResolution(row.printed, club, evidence, span)


def _resolve_mention(
    mention: Mention, span: Span, page: PageResolver, page_title: str
) -> NameResolution:
    resolver = page.single_names
    club = page.resolve(mention)
    if isinstance(club, Unresolved):
        return _leave_open(mention, club, span, resolver, page_title)
    # the name is that of a row that nothing settles
    if club.is_provisional:
        unresolved = Unresolved("unknown-club", club)
        return _leave_open(mention, unresolved, span, resolver, page_title)
    if resolver.resolve(mention) != club:
        # "S. Lago" in a group with the table row "Sport Lago"
        evidence_of_page: Evidence = "group" if page.is_read_in_group(mention) else "same-name"
        return NameResolution(mention.printed, club, evidence_of_page, span)
    listed_clubs = {listed.club for listed in resolver.names.listed_as(mention)}
    # "Municipal", and another match of the page has [[Deportivo Municipal|Municipal]]
    evidence: Evidence = "elsewhere"
    if mention.link:
        evidence = "link"
    elif club in listed_clubs:
        evidence = "list"
    elif _is_in_file(mention.names, club, resolver):
        evidence = "clubs.csv"
    return NameResolution(mention.printed, club, evidence, span)


def _leave_open(
    mention: Mention, unresolved: Unresolved, span: Span, resolver: ClubResolver, page_title: str
) -> NameResolution:
    candidates = find_candidates(mention, unresolved, resolver)
    lines = lines_to_paste(mention, unresolved, candidates, resolver, page_title)
    return NameResolution(
        printed=mention.printed,
        club=unresolved.club,
        evidence="ambiguous" if len(candidates) > 1 else "new",
        span=span,
        candidates=tuple(candidates),
        lines_to_paste=tuple(lines),
    )


def _is_in_file(names: Iterable[str], club: Club, resolver: ClubResolver) -> bool:
    """Whether a line of the file gives one of the names to the club in the season."""
    club_file = resolver.club_file
    for name in names:
        lines = club_file.lines_named(name, resolver.season)
        if any(club_file.clubs[line.key] == club for line in lines):
            return True
    return False
