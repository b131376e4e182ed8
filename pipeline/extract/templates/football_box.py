"""Match boxes: `{{Football box}}` and its collapsible and module forms."""

from dataclasses import replace

from pipeline.extract.builders.match_details import (
    MatchDetails,
    build_match_details,
    note_unread_details,
)
from pipeline.extract.builders.match_fact import build_match_fact, read_score, with_shoot_out
from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.extract.templates import box_notes, partido
from pipeline.facts import Fact

_YES = frozenset({"yes", "y", "true", "1", "sí", "si"})
_EXTRA_TIME_PARAMETERS = ("aet", "agget")


def read_match(call: Call) -> list[Fact]:
    """Return the match the box states, none if it is blank; reads no further than the box."""
    # `{{Footballbox|local=A|visita=B}}`: on the Spanish wiki the English names lead to Partido.
    if call.text("local", "visita"):
        return partido.read_match(call)
    home = call.quote("team1")
    away = call.quote("team2")
    date = call.quote("date")
    score_quote = call.quote("score")
    if not (home.text or away.text or score_quote.text):
        return []
    score = read_score(score_quote)
    score = with_shoot_out(score, call.text("penaltyscore"))
    if _went_to_extra_time(call):
        score = replace(score, extra_time=True)
    return [
        build_match_fact(
            call.section,
            call.span,
            home,
            away,
            score,
            score_text=score_quote.text,
            date=date,
            stadium=call.text("stadium"),
            details=_read_details(call, date),
            round_label=call.text("round"),
            score_notes=box_notes.collect_notes(call, score_quote, box_notes.ENGLISH_REMARKS),
        )
    ]


def _read_details(call: Call, date: Quote) -> MatchDetails:
    details = build_match_details(
        date=date,
        location=call.quote("location", "city"),
        attendance=call.quote("attendance"),
        referee=call.quote("referee"),
        time=call.quote("time"),
        neutral=call.quote("neutral"),
        remarks=(call.quote("stadium"), *map(call.quote, box_notes.ENGLISH_REMARKS)),
        home_goals=call.quote("goals1"),
        away_goals=call.quote("goals2"),
    )
    note_unread_details(call, details)
    return details


def _went_to_extra_time(call: Call) -> bool:
    """Whether `|aet=yes` or `|agget=yes`; `|aet=no` and a blank say no."""
    for name in _EXTRA_TIME_PARAMETERS:
        answer = call.text(name) or ""
        if answer.lower() in _YES:
            return True
    return False
