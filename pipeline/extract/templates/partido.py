"""Match boxes of the Spanish wiki: `{{Partido}}`, to which `{{Partidos}}` redirects.

A bracket after the result is the half-time score, never a shoot-out: that has a parameter.
https://es.wikipedia.org/wiki/Plantilla:Partido
"""

import re
from dataclasses import replace

from pipeline.domain.keys import fold
from pipeline.extract.builders.match_details import (
    MatchDetails,
    build_match_details,
    note_unread_details,
)
from pipeline.extract.builders.match_fact import build_match_fact, read_score, with_shoot_out
from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.extract.templates import box_notes
from pipeline.facts import Fact
from pipeline.values.scores import ReadScore

_HALF_TIME = re.compile(r"[(\[][\s\d:–−-]*[)\]]")
_LEGS = {"ida": 1, "partido de ida": 1, "vuelta": 2, "partido de vuelta": 2, "desempate": 3}
_NO = frozenset({"", "no", "n"})
_EXTRA_TIME_PARAMETERS = ("prórroga", "prorroga", "resultado prórroga")


def read_match(call: Call) -> list[Fact]:
    """Return the match the box states; reads no further than the box."""
    home = call.quote("local")
    away = call.quote("visita", "visitante")
    score_quote = call.quote("resultado")
    competition = call.text("competición", "competicion")
    if not home.text and not away.text:
        return []
    date = call.quote("fecha")
    score = _read_score_without_half_time(score_quote)
    score = with_shoot_out(score, call.text("resultado penalti", "resultado penaltis", "penaltis"))
    if _went_to_extra_time(call):
        score = replace(score, extra_time=True)
    # `|competición=Ida` names the leg; any other text, such as `Cuartos de final`, the round.
    leg = _LEGS.get(fold(competition or ""))
    round_label = competition if leg is None else None
    return [
        build_match_fact(
            call.section,
            call.span,
            home,
            away,
            score,
            score_text=score_quote.text,
            date=date,
            stadium=call.text("estadio"),
            details=_read_details(call, date),
            leg=leg,
            round_label=round_label,
            score_notes=box_notes.collect_notes(call, score_quote, box_notes.SPANISH_REMARKS),
        )
    ]


def _read_details(call: Call, date: Quote) -> MatchDetails:
    details = build_match_details(
        date=date,
        location=call.quote("ciudad", "lugar", "sede"),
        attendance=call.quote("asistencia", "espectadores", "público", "publico"),
        referee=call.quote("refe", "árbitro", "arbitro", "réferi", "referi"),
        time=call.quote("hora"),
        neutral=call.quote("neutral"),
        remarks=(call.quote("estadio"), *map(call.quote, box_notes.SPANISH_REMARKS)),
        home_goals=call.quote("goleslocal", "goles local"),
        away_goals=call.quote("golesvisita", "goles visita", "golesvisitante", "goles visitante"),
    )
    note_unread_details(call, details)
    return details


def _read_score_without_half_time(score: Quote) -> ReadScore:
    # `2:1 (1:0)`: (1:0) is the score at half-time
    text = _HALF_TIME.sub("", score.text).strip()
    return read_score(replace(score, text=text))


def _went_to_extra_time(call: Call) -> bool:
    """Whether `|prórroga=sí` or a score in extra time; `|prórroga=no` and a blank say no."""
    for name in _EXTRA_TIME_PARAMETERS:
        answer = call.text(name) or ""
        if fold(answer) not in _NO:
            return True
    return False
