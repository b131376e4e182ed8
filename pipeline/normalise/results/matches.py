"""The matches of a season: each once, however often its page states it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.match import Match, Score
from pipeline.facts import Fact, MatchFact, TieFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import Work
from pipeline.normalise.results.match_dates import Dated, dated
from pipeline.normalise.stages import Place, is_national_final, is_play_off, place

_EXACT = ("none", "year", "month", "day")
_REPLAYED = {"annulled", "abandoned", "cancelled"}
_BLANK = {"", "-", "–", "—", "−", "?"}


@dataclass(frozen=True, slots=True)
class _Statement:
    """A match as one place of the page states it; it has no key yet."""

    number: int
    match: Match


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches of a season in page order, and which of them each fact speaks of.

    of_fact: position of a match fact on the page -> position in `rows`
    """

    rows: tuple[Match, ...]
    of_fact: dict[int, int]


def matches(work: Work, facts: Sequence[Fact]) -> Matches:
    """Return a row for each match; what states it again is a second source of the same row."""
    rows: list[_Statement] = []
    of_fact: dict[int, int] = {}
    pairings: defaultdict[object, list[int]] = defaultdict(list)
    for statement in _statements(work, facts):
        match = statement.match
        places = pairings[match.stage, match.group, match.home, match.away]
        possible = [at for at in places if _may_be_one(rows[at].match, match)]
        agreeing = [at for at in possible if _scores_agree(rows[at].match, match)]
        at = next(iter(agreeing or possible), None)
        of_fact[statement.number] = len(rows) if at is None else at
        if at is None:
            places.append(len(rows))
            rows.append(statement)
        elif _scores_agree(rows[at].match, match):
            if _is_same_again(facts, rows[at].number, statement.number):
                names = f"{match.home_printed} {match.score_text} {match.away_printed}"
                work.warn("match-stated-twice", f"{names} stands here a second time", match.span)
            rows[at] = _together(rows[at], statement)
        else:
            _doubt(work, rows[at].match, statement)
            rows[at] = replace(rows[at], match=_placed(rows[at].match, match))
    return Matches(tuple(_keyed(work, row.match) for row in rows), of_fact)


def _is_same_again(facts: Sequence[Fact], one: int, other: int) -> bool:
    """Whether one section says the same of the same dated match twice, which no page means to."""
    first, second = facts[one], facts[other]
    return (
        isinstance(first, MatchFact)
        and isinstance(second, MatchFact)
        and first.date_text is not None
        and replace(first, span=second.span) == second
    )


def _statements(work: Work, facts: Sequence[Fact]) -> Iterator[_Statement]:
    """Yield what each fact states; one without two clubs becomes no row."""
    stated = [(number, fact) for number, fact in enumerate(facts) if isinstance(fact, MatchFact)]
    ties = {fact.span for fact in facts if isinstance(fact, TieFact)}
    dates = dated(
        ((fact.date, fact.date_text) for _, fact in stated), work.label, work.reference.calendar
    )
    for (number, fact), date in zip(stated, dates, strict=True):
        if not fact.home or not fact.away:
            work.rowless[number] = "match without two teams"
            work.warn("match-without-teams", "a match needs two teams", fact.span)
            continue
        match = _match(work, fact, (fact.home, fact.away), date, ties)
        if match.home == match.away:
            work.rowless[number] = "match of a club against itself"
            work.warn("club-against-itself", f"{fact.home} plays {fact.away}", fact.span)
            continue
        _warn_of_values(work, fact, date)
        yield _Statement(number, match)


def _match(
    work: Work, fact: MatchFact, teams: tuple[str, str], date: Dated, ties: set[Span]
) -> Match:
    where = place(fact.section, work.title, fact.round)
    home, away = teams
    return Match(
        key="",
        stage=where.stage,
        group=where.group,
        round=where.round,
        leg=where.leg if fact.leg is None else fact.leg,
        date=date.date,
        precision=date.precision,
        date_text=fact.date_text,
        home=work.club(Mention(home, fact.home_link, fact.section), fact.span),
        away=work.club(Mention(away, fact.away_link, fact.section), fact.span),
        home_printed=home,
        away_printed=away,
        score=_score(fact),
        status=fact.status,
        counts=_is_of_group(where) and fact.span not in ties,
        stadium=fact.stadium,
        span=fact.span,
        score_text=fact.score_text,
    )


def _is_of_group(where: Place) -> bool:
    return where.round_kind in {None, "matchday"} and where.leg is None


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


def _warn_of_values(work: Work, fact: MatchFact, date: Dated) -> None:
    """Keep a finding for a date or score that is printed and cannot be read."""
    if date.problem:
        what = "no such day" if date.problem == "impossible-date" else "no date we read"
        work.warn(date.problem, f"{what}: {fact.date_text!r}", fact.span)
    text = (fact.score_text or "").strip()
    if fact.status == "unknown" and text not in _BLANK:
        work.warn("unreadable-score", f"no score we read: {text!r}", fact.span)


def _may_be_one(one: Match, other: Match) -> bool:
    """Whether leg, round and date agree as far as both are stated, and neither was replayed."""
    if one.status != other.status and {one.status, other.status} & _REPLAYED:
        return False
    if _settles(one) != _settles(other):  # a play-off, and a match of the group before it
        return one.precision == "day" and one.date == other.date
    agree = one.date is None or other.date is None
    agree = agree or str(one.date).startswith(str(other.date))
    agree = agree or str(other.date).startswith(str(one.date))
    return agree and all(
        first is None or second is None or first == second
        for first, second in ((one.leg, other.leg), (one.round, other.round))
    )


def _settles(match: Match) -> bool:
    return is_play_off(match.round) or is_national_final(match.round)


def _scores_agree(one: Match, other: Match) -> bool:
    if one.score is None or other.score is None:
        return True
    return one.score.goals == other.score.goals and _shoot_outs_agree(one.score, other.score)


def _shoot_outs_agree(one: Score, other: Score) -> bool:
    first = one.home_penalties, one.away_penalties
    second = other.home_penalties, other.away_penalties
    return None in first or None in second or first == second


def _together(one: _Statement, other: _Statement) -> _Statement:
    """Return the better-dated statement, completed by what only the other one says."""
    better, rest = one, other
    if _EXACT.index(other.match.precision) > _EXACT.index(one.match.precision):
        better, rest = other, one
    return replace(better, match=_completed(better.match, rest.match))


def _completed(match: Match, rest: Match) -> Match:
    scored = match if _says_more(match, rest) else rest
    return replace(
        match,
        leg=match.leg if match.leg is not None else rest.leg,
        score=scored.score,
        status=scored.status,
        score_text=scored.score_text,
        stadium=match.stadium or rest.stadium,
    )


def _says_more(match: Match, rest: Match) -> bool:
    """Whether the first result is the fuller one: a score, or else a word, and the shoot-out."""

    def fullness(one: Match) -> tuple[bool, bool, bool]:
        shoot_out = one.score is not None and one.score.home_penalties is not None
        return one.score is not None, shoot_out, one.status not in {"unknown", "scheduled"}

    return fullness(match) >= fullness(rest)


def _placed(match: Match, other: Match) -> Match:
    """Return the match with date, round and ground from a statement that differs in the result."""
    placed = replace(
        match, round=match.round or other.round, stadium=match.stadium or other.stadium
    )
    if match.date is None:
        placed = replace(
            placed, date=other.date, precision=other.precision, date_text=other.date_text
        )
    return placed


def _doubt(work: Work, row: Match, statement: _Statement) -> None:
    """Keep both results out of doubt: the first stays the row, the other is a finding."""
    other = statement.match
    work.rowless[statement.number] = "match stated differently"
    message = (
        f"{other.home_printed} v {other.away_printed} is {other.score_text} here and"
        f" {row.score_text} where the page states it first ({row.home_printed} v"
        f" {row.away_printed}); the first is kept"
    )
    work.warn("match-stated-differently", message, other.span)


def _keyed(work: Work, match: Match) -> Match:
    teams = f"{match.home_printed} {match.away_printed}"
    return replace(match, key=work.key(match.stage, match.group, match.round, teams))
