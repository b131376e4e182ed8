"""The matches of a season: each once, however often its page states it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.match import Match, Score
from pipeline.domain.partial_date import PartialDate
from pipeline.facts import Fact, MatchFact, TieFact
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.goals import read_goals
from pipeline.normalise.results.match_dates import MatchDate, StatedDate, date_matches
from pipeline.normalise.results.match_statements import (
    add_details,
    can_be_same_match,
    complete_match,
    is_dated_more_exactly,
    scores_agree,
)
from pipeline.normalise.rounds import matchday_number
from pipeline.values.scores import parse_award

_DATE_PROBLEMS = {"impossible-date": "no such day", "unreadable-date": "no date we read"}
_BLANK_SCORES = {"", "-", "–", "—", "−", "?"}


@dataclass(frozen=True, slots=True)
class SeasonMatches:
    """The matches of a season in page order, and which of them each fact speaks of.

    row_of_fact: position of a match fact on the page -> position in `rows`
    """

    rows: tuple[Match, ...]
    row_of_fact: dict[int, int]

    def match_of_fact(self, position: int) -> Match | None:
        """Return the match that a fact speaks of, None for a fact without two clubs."""
        row_number = self.row_of_fact.get(position)
        return None if row_number is None else self.rows[row_number]


@dataclass(frozen=True, slots=True)
class _Statement:
    """A match as one place of the page states it; it has no key yet.

    position: of its fact on the page
    """

    position: int
    match: Match


def build_matches(context: NormaliseContext, facts: Sequence[Fact]) -> SeasonMatches:
    """Return a row for each match; what states it again is a second source of the same row."""
    rows: list[_Statement] = []
    row_of_fact: dict[int, int] = {}
    rows_by_pairing: defaultdict[object, list[int]] = defaultdict(list)
    for statement in _read_statements(context, facts):
        match = statement.match
        # "Boca v Grau" and "Grau v Boca" are two matches
        rows_of_pairing = rows_by_pairing[match.stage, match.group, match.home, match.away]
        row_number = _find_row(match, rows, rows_of_pairing)
        if row_number is None:
            row_number = len(rows)
            rows.append(statement)
            rows_of_pairing.append(row_number)
        else:
            row = rows[row_number]
            rows[row_number] = _add_statement(context, facts, row, statement)
        row_of_fact[statement.position] = row_number
    matches = tuple(_with_key(context, row.match) for row in rows)
    return SeasonMatches(matches, row_of_fact)


def _find_row(match: Match, rows: Sequence[_Statement], row_numbers: Iterable[int]) -> int | None:
    """Return the row of the same match, one with the same score before others."""
    candidates = [number for number in row_numbers if can_be_same_match(rows[number].match, match)]
    for number in candidates:
        if scores_agree(rows[number].match, match):
            return number
    return candidates[0] if candidates else None


def _add_statement(
    context: NormaliseContext, facts: Sequence[Fact], row: _Statement, statement: _Statement
) -> _Statement:
    """Return the row of a match with what another statement of the same match says."""
    if not scores_agree(row.match, statement.match):
        _reject_other_result(context, row.match, statement)
        return replace(row, match=add_details(row.match, statement.match))
    if _is_repetition(facts[row.position], facts[statement.position]):
        match = statement.match
        names = f"{match.home_printed} {match.score_text} {match.away_printed}"
        context.warn("match-stated-twice", f"{names} stands here a second time", match.span)
    better, other = row, statement
    if is_dated_more_exactly(statement.match, row.match):
        better, other = statement, row
    return replace(better, match=complete_match(better.match, other.match))


def _is_repetition(first: Fact, second: Fact) -> bool:
    """Whether one section says the same of the same dated match twice, which no page means to."""
    if not isinstance(first, MatchFact) or not isinstance(second, MatchFact):
        return False
    # without a date it may be a grid of results beside a list of them
    return first.date_text is not None and replace(first, span=second.span) == second


def _reject_other_result(context: NormaliseContext, row: Match, statement: _Statement) -> None:
    """Keep a finding with both results; the first stays the row, the other becomes none."""
    other = statement.match
    context.unloaded_facts[statement.position] = "match stated differently"
    message = (
        f"{other.home_printed} v {other.away_printed} is {other.score_text} here and"
        f" {row.score_text} where the page states it first ({row.home_printed} v"
        f" {row.away_printed}); the first is kept"
    )
    context.warn("match-stated-differently", message, other.span)


def _with_key(context: NormaliseContext, match: Match) -> Match:
    teams = f"{match.home_printed} {match.away_printed}"
    return replace(match, key=context.make_key(match.stage, match.group, match.round, teams))


def _read_statements(context: NormaliseContext, facts: Sequence[Fact]) -> Iterator[_Statement]:
    """Yield what each match fact states; one without two clubs becomes no row."""
    match_facts = [
        (position, fact) for position, fact in enumerate(facts) if isinstance(fact, MatchFact)
    ]
    leg_positions = positions_of_legs(facts)
    stated_dates = [_stated_date(fact) for _, fact in match_facts]
    dates = date_matches(stated_dates, context.season, context.reference.calendar)
    for (position, fact), date in zip(match_facts, dates, strict=True):
        if not fact.home or not fact.away:
            context.unloaded_facts[position] = "match without two teams"
            context.warn("match-without-teams", "a match needs two teams", fact.span)
            continue
        is_leg_of_tie = position in leg_positions
        match = _read_match(
            context, fact, (fact.home, fact.away), date, is_leg_of_tie=is_leg_of_tie
        )
        if match.home == match.away:
            context.unloaded_facts[position] = "match of a club against itself"
            context.warn("club-against-itself", f"{fact.home} plays {fact.away}", fact.span)
            continue
        _warn_of_unreadable_values(context, fact, date)
        yield _Statement(position, match)


def leg_facts_of_tie(facts: Sequence[Fact], tie_position: int) -> list[MatchFact]:
    """Return the legs of a tie: the matches behind it, in its row or in rows of their own."""
    tie = facts[tie_position]
    if not isinstance(tie, TieFact):
        return []
    leg_facts: list[MatchFact] = []
    for fact in facts[tie_position + 1 : tie_position + 1 + len(tie.legs)]:
        if not isinstance(fact, MatchFact):
            break
        # `Ida || Grau || 2–0 || Boca`, and in the next row `Vuelta || Boca || 1–1 || Grau`
        is_next_leg = bool(leg_facts) and fact.leg == len(leg_facts) + 1
        if fact.span != tie.span and not is_next_leg:
            break
        leg_facts.append(fact)
    return leg_facts


def positions_of_legs(facts: Sequence[Fact]) -> set[int]:
    """Return the positions of the matches that tables of ties print."""
    positions: set[int] = set()
    for position, fact in enumerate(facts):
        if isinstance(fact, TieFact):
            leg_count = len(leg_facts_of_tie(facts, position))
            positions.update(range(position + 1, position + 1 + leg_count))
    return positions


def _stated_date(fact: MatchFact) -> StatedDate:
    date = None if fact.date is None else PartialDate.parse(fact.date)
    return StatedDate(date, fact.date_text or "")


def _read_match(
    context: NormaliseContext,
    fact: MatchFact,
    teams: tuple[str, str],
    date: MatchDate,
    *,
    is_leg_of_tie: bool,
) -> Match:
    """Return the match that a fact states.

    teams:         home and away as printed
    is_leg_of_tie: whether a table of ties prints it: then it counts for no standings, unless the
                   clubs of the table all meet
    """
    home, away = teams
    home_club = context.resolve_club(Mention(home, fact.home_link, fact.section), fact.span)
    away_club = context.resolve_club(Mention(away, fact.away_link, fact.section), fact.span)
    match_place = context.place(fact.section, fact.round)
    match_place = context.place_of_clubs(match_place, {home_club, away_club})
    is_of_tie = is_leg_of_tie and not match_place.is_group
    return Match(
        key="",
        stage=match_place.stage,
        group=match_place.group,
        round=match_place.round,
        leg=match_place.leg if fact.leg is None else fact.leg,
        date=date.date,
        precision=date.precision,
        date_text=fact.date_text,
        home=home_club,
        away=away_club,
        home_printed=home,
        away_printed=away,
        score=_read_score(fact),
        status=fact.status,
        counts=match_place.counts_for_standings and not is_of_tie,
        stadium=fact.stadium,
        span=fact.span,
        score_text=fact.score_text,
        location=fact.location,
        attendance=fact.attendance,
        referee=fact.referee,
        kick_off=fact.kick_off,
        neutral=fact.neutral,
        goals=read_goals(fact),
        awarded_to=parse_award(fact.score_text),
        round_number=matchday_number(match_place.round or match_place.round_inside),
    )


def _read_score(fact: MatchFact) -> Score | None:
    if fact.home_goals is None or fact.away_goals is None:
        return None
    return Score(
        home=fact.home_goals,
        away=fact.away_goals,
        extra_time=fact.extra_time,
        home_penalties=fact.home_penalties,
        away_penalties=fact.away_penalties,
    )


def _warn_of_unreadable_values(context: NormaliseContext, fact: MatchFact, date: MatchDate) -> None:
    """Keep a finding for a date or score that is printed and cannot be read."""
    if date.problem is not None:
        problem = _DATE_PROBLEMS[date.problem]
        context.warn(date.problem, f"{problem}: {fact.date_text!r}", fact.span)
    score_text = (fact.score_text or "").strip()
    # "–" says that nothing is known, "2–x" is a score that nobody can read
    if fact.status == "unknown" and score_text not in _BLANK_SCORES:
        context.warn("unreadable-score", f"no score we read: {score_text!r}", fact.span)
