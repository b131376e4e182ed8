"""A season put together from the facts of its page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.domain.match import Club, Match, Score
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
from pipeline.normalise.clubs import Directory, Unsettled, directory, listed_club
from pipeline.normalise.dates import dated
from pipeline.normalise.departments import department
from pipeline.normalise.rules import rules
from pipeline.normalise.stages import place


@dataclass(frozen=True, slots=True)
class Normalised:
    """A season, what could not be understood of it, and the facts that became no row.

    rowless: position of the fact on the page -> the reason
    """

    season: Season
    findings: tuple[Finding, ...]
    rowless: dict[int, str]


@dataclass(slots=True)
class _Work:
    """What is put together on the way: keys already given, findings, facts without a row."""

    title: str
    label: str
    keys: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    rowless: dict[int, str] = field(default_factory=dict)

    def key(self, *parts: str | None) -> str:
        """Return a key of its own for the parts: a second one of the same gets `-2`."""
        key = "/".join([slug(self.label), *(slug(part) for part in parts if part)])
        self.keys[key] += 1
        return key if self.keys[key] == 1 else f"{key}-{self.keys[key]}"

    def warn(self, code: str, message: str, span: Span) -> None:
        """Keep a finding of severity warning."""
        self.findings.append(Finding(code, "warning", message, self.title, span, self.label))


def normalise(revision: Revision, facts: Sequence[Fact]) -> Normalised:
    """Return the season that the facts of its page mean.

    facts:  of a page for which `is_season_page` holds
    raises: ValueError if they have no season fact with a label
    """
    stated = next((fact for fact in facts if isinstance(fact, SeasonFact)), None)
    if stated is None or stated.season is None:
        message = f"{revision.title} states no season: ask is_season_page before normalise"
        raise ValueError(message)
    work = _Work(revision.title, stated.season)
    entries = tuple(_entries(work, facts))
    clubs = directory(work.label, entries)
    matches = tuple(_matches(work, facts, clubs))
    groups = tuple(_groups(work.label, matches))
    ties = tuple(_ties(matches))
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
        matches=matches,
        standings=tuple(_standings(work, facts, clubs)),
        groups=groups,
        ties=ties,
        span=stated.span,
        statement_spans={kind: fact.span for kind, fact in statements.items()},
    )
    return Normalised(season, tuple(work.findings), work.rowless)


def _value(statements: dict[str, StatementFact], kind: str) -> str | None:
    return statements[kind].value if kind in statements else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _stages(work: _Work, facts: Iterable[Fact]) -> Iterator[Stage]:
    """Yield the stages in page order: the outermost headings that have rows below them."""
    rows = (EntryFact, RegionFact, MatchFact, StandingFact)
    names = dict.fromkeys(place(f.section, work.title).stage for f in facts if isinstance(f, rows))
    for position, name in enumerate(names, 1):
        yield Stage(work.key(name), name, position)


def _entries(work: _Work, facts: Iterable[Fact]) -> Iterator[Entry]:
    for fact in facts:
        if not isinstance(fact, EntryFact):
            continue
        known = department(fact.department)
        if known is None:
            work.warn("unknown-department", f"no department {fact.department!r}", fact.span)
        where = place(fact.section, work.title)
        yield Entry(
            key=work.key(where.stage, fact.department, fact.team),
            stage=where.stage,
            department=known,
            department_printed=fact.department,
            club=listed_club(fact.team, fact.team_link, known),
            printed=fact.team,
            location=fact.location,
            span=fact.span,
        )


def _regions(work: _Work, facts: Iterable[Fact]) -> Iterator[RegionMember]:
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


def _matches(work: _Work, facts: Sequence[Fact], clubs: Directory) -> Iterator[Match]:
    for number, fact in enumerate(facts):
        if not isinstance(fact, MatchFact):
            continue
        if not fact.home or not fact.away:
            work.rowless[number] = "match without two teams"
            work.warn("match-without-teams", "a match needs two teams", fact.span)
            continue
        match = _match(work, fact, fact.home, fact.away, clubs)
        if match.home == match.away:
            work.rowless[number] = "match of a club against itself"
            work.warn("club-against-itself", f"{fact.home} plays {fact.away}", fact.span)
        else:
            yield match


def _match(work: _Work, fact: MatchFact, home: str, away: str, clubs: Directory) -> Match:
    where = place(fact.section, work.title, fact.round)
    date, precision = dated(fact.date, work.label)
    if fact.date_text and date is None:
        work.warn("unreadable-date", f"no date we read: {fact.date_text!r}", fact.span)
    return Match(
        key=work.key(where.stage, where.group, where.round, f"{home} {away}"),
        stage=where.stage,
        group=where.group,
        round=where.round,
        leg=fact.leg,
        date=date,
        precision=precision,
        date_text=fact.date_text,
        home=_club(work, clubs, home, fact.home_link, fact.span),
        away=_club(work, clubs, away, fact.away_link, fact.span),
        home_printed=home,
        away_printed=away,
        score=_score(fact),
        status=fact.status,
        counts=where.round_kind in {None, "matchday"},
        stadium=fact.stadium,
        span=fact.span,
    )


def _score(fact: MatchFact) -> Score | None:
    if fact.home_goals is None or fact.away_goals is None:
        return None
    return Score(
        fact.home_goals,
        fact.away_goals,
        fact.extra_time,
        fact.home_penalties,
        fact.away_penalties,
    )


def _club(work: _Work, clubs: Directory, printed: str, link: str | None, span: Span) -> Club:
    found = clubs.find(printed, link)
    if not isinstance(found, Unsettled):
        return found
    code = "ambiguous-club" if found.candidates else "unknown-club"
    keys = ", ".join(club.key for club in found.candidates) or "none"
    advice = f"{printed!r} is no club of a list or data line; candidates: {keys}"
    work.warn(code, advice, span)
    return found.club


def _standings(work: _Work, facts: Iterable[Fact], clubs: Directory) -> Iterator[Standing]:
    for fact in facts:
        if not isinstance(fact, StandingFact):
            continue
        where = place(fact.section, work.title)
        yield Standing(
            key=work.key(where.stage, where.group, "published", fact.team),
            stage=where.stage,
            group=where.group,
            position=fact.position,
            club=_club(work, clubs, fact.team, fact.team_link, fact.span),
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
