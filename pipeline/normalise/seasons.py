"""A season put together from the facts of its page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.match import Club, Match
from pipeline.domain.names import slug
from pipeline.domain.season import Entry, Group, RegionMember, Season, Stage, Standing
from pipeline.domain.standings import Row, standings
from pipeline.domain.tie import Tie, one_match_tie
from pipeline.facts import (
    EntryFact,
    Fact,
    MatchFact,
    RegionFact,
    SeasonFact,
    StandingFact,
    StatementFact,
)
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.normalise.club_file import ClubFile, club_file
from pipeline.normalise.clubs import directory
from pipeline.normalise.corrections import Rule, as_stated, unused
from pipeline.normalise.departments import department
from pipeline.normalise.long_names import shortened
from pipeline.normalise.matches import matches
from pipeline.normalise.mentions import Mention
from pipeline.normalise.rules import rules
from pipeline.normalise.stages import place
from pipeline.normalise.work import Work
from pipeline.values.seasons import season_label


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
    corrected: Sequence[tuple[Rule, Span | None]] = (),
    file: ClubFile | None = None,
) -> Normalised:
    """Return the season that the facts of its page mean.

    facts:     of a page for which `is_season_page` holds
    corrected: the corrections of the page, each with its place if it applied
    file:      the clubs we know; by default those of the program
    raises:    ValueError if they have no season fact with a label
    """
    stated = next((fact for fact in facts if isinstance(fact, SeasonFact)), None)
    label = season_label(stated.season or "") if stated else None
    if stated is None or label is None:
        message = f"{revision.title} states no season: ask is_season_page before normalise"
        raise ValueError(message)
    facts, too_long = shortened(facts, revision.title, label)
    clubs = directory(label, facts, file or club_file())
    work = Work(revision.title, label, clubs, findings=list(too_long))
    corrections = tuple(as_stated(corrected, label))
    work.findings += unused(corrections)
    entries = tuple(_entries(work, facts))
    played = tuple(matches(work, facts))
    groups = tuple(_groups(work.label, played))
    ties = tuple(_ties(played))
    champion, runner_up = _first_two(groups)
    statements = {fact.kind: fact for fact in facts if isinstance(fact, StatementFact)}
    season = Season(
        label=work.label,
        competition=stated.competition or "",
        champion_stated=stated.winners,
        champion=champion,
        runner_up=runner_up,
        promoted_to=_value(statements, "promoted_to"),
        previous=stated.previous,
        next=stated.next,
        departments_stated=_number(_value(statements, "departments")),
        stages=tuple(_stages(work, facts)),
        entries=entries,
        regions=tuple(_regions(work, facts)),
        matches=played,
        standings=tuple(_standings(work, facts)),
        groups=groups,
        ties=ties,
        span=stated.span,
        statement_spans={kind: fact.span for kind, fact in statements.items()},
        corrections=corrections,
    )
    return Normalised(season, tuple(work.findings), work.rowless)


def _value(statements: dict[str, StatementFact], kind: str) -> str | None:
    return statements[kind].value if kind in statements else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _stages(work: Work, facts: Iterable[Fact]) -> Iterator[Stage]:
    """Yield the stages in page order: the outermost headings that have rows below them."""
    rows = (EntryFact, RegionFact, MatchFact, StandingFact)
    names = dict.fromkeys(place(f.section, work.title).stage for f in facts if isinstance(f, rows))
    for position, name in enumerate(names, 1):
        yield Stage(work.key(name), name, position)


def _entries(work: Work, facts: Iterable[Fact]) -> Iterator[Entry]:
    stated = [fact for fact in facts if isinstance(fact, EntryFact)]
    for fact, club in zip(stated, work.clubs.listed, strict=True):
        known = department(fact.department)
        if known is None:
            work.warn("unknown-department", f"no department {fact.department!r}", fact.span)
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
            known = department(printed)
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


def _groups(label: str, matches: Sequence[Match]) -> Iterator[Group]:
    """Yield the groups that have matches which count, with the play-offs beside them."""
    season_rules = rules(label)
    for stage, name in dict.fromkeys((m.stage, m.group) for m in matches if m.counts):
        inside = [m for m in matches if (m.stage, m.group) == (stage, name)]
        counting = tuple(m for m in inside if m.counts)
        play_offs = tuple(m for m in inside if _is_play_off(m))
        table = tuple(standings(counting, season_rules, play_offs))
        yield Group(stage, name, season_rules, counting, play_offs, table)


def _is_play_off(match: Match) -> bool:
    return place((match.stage,), "", match.round).round_kind == "play-off"


def _ties(matches: Iterable[Match]) -> Iterator[Tie]:
    return (one_match_tie(match) for match in matches if _is_play_off(match))


def _first_two(groups: Sequence[Group]) -> tuple[Club | None, Club | None]:
    """Return champion and runner-up: the first two of the last group, where nobody shares."""
    table: Sequence[Row] = groups[-1].table if groups else ()
    by_position = {row.position: row.club for row in table}
    shared = len(by_position) < len(table)
    if shared:
        counts = Counter(row.position for row in table)
        by_position = {place: club for place, club in by_position.items() if counts[place] == 1}
    return by_position.get(1), by_position.get(2)
