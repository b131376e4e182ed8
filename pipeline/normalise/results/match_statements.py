"""When two statements of a page mean one match, and what the match is by both of them."""

from dataclasses import replace
from typing import Any

from pipeline.domain.match import Match, Score
from pipeline.normalise.rounds import is_national_final, is_play_off

_PRECISIONS = ("none", "year", "month", "day")
_REPLAYED_STATUSES = {"annulled", "abandoned", "cancelled"}
# where, when and before whom a match was played
_CIRCUMSTANCES = ("stadium", "location", "attendance", "referee", "kick_off", "neutral")


def can_be_same_match(first: Match, second: Match) -> bool:
    """Whether two matches of the same clubs at the same ground may be one.

    Leg, round and date must agree as far as both state them, and neither may be a replay.
    """
    statuses = {first.status, second.status}
    # "1–0 (annulled)" and "2–1": the second is the replay
    if first.status != second.status and statuses & _REPLAYED_STATUSES:
        return False
    # the same pairing in a grid of results and below "Playoff": two matches, unless of one day
    if _settles_rank(first) != _settles_rank(second):
        return first.precision == "day" and first.date == second.date
    legs_agree = _agree_where_stated(first.leg, second.leg)
    rounds_agree = _agree_where_stated(first.round, second.round)
    # a final of four matches: "Round 1" and "Round 3" end alike, and are two
    days_agree = _agree_where_stated(first.round_number, second.round_number)
    return legs_agree and rounds_agree and days_agree and _dates_agree(first.date, second.date)


def _agree_where_stated(first: int | str | None, second: int | str | None) -> bool:
    # a box "Boca 2–1 Grau" above the rounds, and again below "Round 3"
    return first is None or second is None or first == second


def _settles_rank(match: Match) -> bool:
    return is_play_off(match.round) or is_national_final(match.round)


def _dates_agree(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return True
    # "1997-11" in one place and "1997-11-30" in another
    return first.startswith(second) or second.startswith(first)


def scores_agree(first: Match, second: Match) -> bool:
    """Whether goals and shoot-out are the same as far as both matches state them."""
    if first.score is None or second.score is None:
        return True
    return first.score.goals == second.score.goals and _shoot_outs_agree(first.score, second.score)


def _shoot_outs_agree(first: Score, second: Score) -> bool:
    first_shoot_out = first.home_penalties, first.away_penalties
    second_shoot_out = second.home_penalties, second.away_penalties
    if None in first_shoot_out or None in second_shoot_out:
        return True
    return first_shoot_out == second_shoot_out


def is_dated_more_exactly(first: Match, second: Match) -> bool:
    """Whether the date of the first match is more exact than that of the second."""
    return _PRECISIONS.index(first.precision) > _PRECISIONS.index(second.precision)


def complete_match(match: Match, other: Match) -> Match:
    """Return the match, with what only another statement of it says."""
    scored = other if _says_more_of_result(other, match) else match
    return replace(
        _add_circumstances(match, other),
        leg=match.leg if match.leg is not None else other.leg,
        score=scored.score,
        status=scored.status,
        score_text=scored.score_text,
        # of "Pérez 12'" and "Pérez 12', Ruiz 80'" the longer list; of two alike the first
        goals=max(match.goals, other.goals, key=len),
    )


def _add_circumstances(match: Match, other: Match) -> Match:
    """Return the match with where, when and before whom it was played, as far as only `other` says.

    A grid of results says nothing of that, the box of the same match does.
    """
    added: dict[str, Any] = {}
    for circumstance in _CIRCUMSTANCES:
        if getattr(match, circumstance) is None:
            added[circumstance] = getattr(other, circumstance)
    return replace(match, **added)


def _says_more_of_result(first: Match, second: Match) -> bool:
    # "1–1 (4–2 p)" says more than "1–1", that more than "awarded", and that more than "v"
    return _result_fullness(first) > _result_fullness(second)


def _result_fullness(match: Match) -> tuple[bool, bool, bool]:
    has_shoot_out = match.score is not None and match.score.home_penalties is not None
    has_ended = match.status not in {"unknown", "scheduled"}
    return match.score is not None, has_shoot_out, has_ended


def add_details(match: Match, other: Match) -> Match:
    """Return the match with all but the result from a statement that differs in the result."""
    dated = match
    # a grid says 2–1, the box below "Round 1" says 3–1 and has the date
    if match.date is None:
        dated = replace(
            match, date=other.date, precision=other.precision, date_text=other.date_text
        )
    return replace(_add_circumstances(dated, other), round=match.round or other.round)
