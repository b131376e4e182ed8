"""A season put together from the facts of its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.match import Club
from pipeline.domain.names import slug
from pipeline.domain.season import Bracket, Entry, RegionMember, Season, Stage, Standing
from pipeline.facts import (
    BracketFact,
    EntryFact,
    Fact,
    MatchFact,
    RegionFact,
    SeasonFact,
    StandingFact,
    StatementFact,
    TieFact,
)
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.provisional_clubs import is_provisional
from pipeline.normalise.clubs.resolver import Unresolved, build_resolver
from pipeline.normalise.context import Work
from pipeline.normalise.corrections import as_stated, unused
from pipeline.normalise.results.champions import first_two
from pipeline.normalise.results.groups import groups
from pipeline.normalise.results.matches import matches
from pipeline.normalise.results.ties import ties
from pipeline.normalise.stages import in_stages, place
from pipeline.normalise.truncate_names import shortened
from pipeline.reference import CorrectionRule, Reference
from pipeline.values.season_labels import season_label

RUNNERS_UP = (  # parameters of infoboxes
    "runners-up", "runner-up", "runners_up", "runner_up", "runnersup", "runnerup", "second",
    "segundo", "subcampeon", "subcampeón",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Normalised:
    """A season, what could not be understood of it, and the facts that became no row.

    rowless: position of the fact on the page -> the reason
    """

    season: Season
    findings: tuple[Finding, ...]
    rowless: dict[int, str]


def normalise(
    revision: Revision,
    facts: Sequence[Fact],
    reference: Reference,
    corrected: Sequence[tuple[CorrectionRule, Span | None]] = (),
) -> Normalised:
    """Return the season that the facts of its page mean.

    facts:     of a page for which `is_season_page` holds
    corrected: the corrections of the page, each with its place if it applied
    raises:    ValueError if they have no season fact with a label
    """
    stated = next((fact for fact in facts if isinstance(fact, SeasonFact)), None)
    label = season_label(stated.season or "") if stated else None
    if stated is None or label is None:
        message = f"{revision.title} states no season: ask is_season_page before normalise"
        raise ValueError(message)
    facts, too_long = shortened(in_stages(facts, revision.title), revision.title, label)
    clubs = build_resolver(label, facts, reference.clubs, reference.departments)
    work = Work(revision.title, label, clubs, reference, findings=list(too_long))
    corrections = tuple(as_stated(corrected, label))
    work.findings += unused(corrections, reference.path_of("corrections.toml"))
    entries = tuple(_entries(work, facts))
    played = matches(work, facts)
    published = tuple(_standings(work, facts))
    stages = tuple(_stages(work, facts))
    found = groups(work.label, played.rows, published, reference.rules)
    decided = ties(work, facts, played)
    champion, runner_up = first_two([stage.name for stage in stages], found, decided, entries)
    named = _named(work, stated.winners)
    statements = {fact.kind: fact for fact in facts if isinstance(fact, StatementFact)}
    season = Season(
        label=work.label,
        competition=stated.competition or "",
        champion_stated=stated.winners,
        champion=champion or named,
        runner_up=runner_up or _second(work, stated.stated),
        promoted_to=_value(statements, "promoted_to"),
        previous=stated.previous,
        next=stated.next,
        departments_stated=_number(_value(statements, "departments")),
        stages=stages,
        entries=entries,
        regions=tuple(_regions(work, facts)),
        matches=played.rows,
        standings=published,
        groups=tuple(found),
        ties=tuple(decided),
        span=stated.span,
        statement_spans={kind: fact.span for kind, fact in statements.items()},
        edition=reference.editions.get(work.label),
        corrections=corrections,
        champion_named=named,
        stated=stated.stated,
        brackets=tuple(_brackets(work, facts)),
    )
    return Normalised(season, tuple(work.findings), work.rowless)


def _named(work: Work, winners: str | None) -> Club | None:
    """Return the club that the infobox names, if the page or the data file settles the name."""
    found = work.clubs.resolve(Mention(winners, None, ())) if winners else None
    return found if isinstance(found, Club) else None


def _second(work: Work, stated: Mapping[str, str]) -> Club | None:
    """Return the club that a parameter of the infobox names as runner-up, if it is settled."""
    return next((_named(work, stated[name]) for name in RUNNERS_UP if name in stated), None)


def _brackets(work: Work, facts: Iterable[Fact]) -> Iterator[Bracket]:
    """Yield the places of brackets whose two clubs are settled: a witness makes no finding."""
    for fact in facts:
        if isinstance(fact, BracketFact) and fact.team1 and fact.team2:
            teams = (Mention(name, None, fact.section) for name in (fact.team1, fact.team2))
            one, other = (work.clubs.resolve(mention) for mention in teams)
            if isinstance(one, Club) and isinstance(other, Club) and one != other:
                yield Bracket(fact.round, one, other, fact.scores, fact.span)


def _value(statements: dict[str, StatementFact], kind: str) -> str | None:
    return statements[kind].value if kind in statements else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _stages(work: Work, facts: Iterable[Fact]) -> Iterator[Stage]:
    """Yield the stages in page order: the outermost headings that have rows below them."""
    rows = (EntryFact, RegionFact, MatchFact, TieFact, StandingFact)
    names = dict.fromkeys(place(f.section, work.title).stage for f in facts if isinstance(f, rows))
    for position, name in enumerate(names, 1):
        yield Stage(work.key(name), name, position)


def _entries(work: Work, facts: Iterable[Fact]) -> Iterator[Entry]:
    stated = [fact for fact in facts if isinstance(fact, EntryFact)]
    for fact, club in zip(stated, work.clubs.row_clubs, strict=True):
        known = work.reference.departments.find(fact.department)
        if known is None:
            work.warn("unknown-department", f"no department {fact.department!r}", fact.span)
        if is_provisional(club):
            mention = Mention(fact.team, None, fact.section)
            work.doubt(mention, Unresolved("unknown-club", club), fact.span)
        where = place(fact.section, work.title)
        yield Entry(
            key=work.key(where.stage, fact.department, fact.team),
            stage=where.stage,
            department=known,
            department_printed=fact.department,
            club=club,
            printed=fact.team,
            location=fact.location,
            span=fact.span,
        )


def _regions(work: Work, facts: Iterable[Fact]) -> Iterator[RegionMember]:
    for fact in facts:
        if not isinstance(fact, RegionFact):
            continue
        for printed in fact.departments:
            known = work.reference.departments.find(printed)
            if known is None:
                work.warn("unknown-department", f"no department {printed!r}", fact.span)
            yield RegionMember(_region_name(fact), known, printed, fact.span)


def _region_name(fact: RegionFact) -> str:
    """Return the region as its heading names it, else as printed: prose has `Region Vi`."""
    heading = fact.section[-1] if fact.section else ""
    return heading if slug(heading) == slug(fact.region) else fact.region


def _standings(work: Work, facts: Iterable[Fact]) -> Iterator[Standing]:
    for fact in facts:
        if not isinstance(fact, StandingFact):
            continue
        where = place(fact.section, work.title)
        mention = Mention(fact.team, fact.team_link, fact.section, in_table=True)
        yield Standing(
            key=work.key(where.stage, where.group, "published", fact.team),
            stage=where.stage,
            group=where.group,
            position=fact.position,
            club=work.club(mention, fact.span),
            printed=fact.team,
            played=fact.played,
            won=fact.won,
            drawn=fact.drawn,
            lost=fact.lost,
            goals_for=fact.goals_for,
            goals_against=fact.goals_against,
            goal_difference=fact.goal_difference,
            points=fact.points,
            adjustment=fact.adjustment,
            qualification=fact.qualification,
            span=fact.span,
        )
