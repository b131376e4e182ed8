"""Match boxes of the Spanish wiki: `{{Partido}}`, to which `{{Partidos}}` redirects.

A bracket after the result is the half-time score, never a shoot-out: that has a parameter.
https://es.wikipedia.org/wiki/Plantilla:Partido
"""

import re
from dataclasses import replace

from pipeline.domain.folding import fold
from pipeline.extract.builders.match_fact import match_fact, read_score
from pipeline.extract.parsing.template_call import Call
from pipeline.facts import Fact
from pipeline.values.scores import parse_penalties

_HALF_TIME = re.compile(r"[(\[][\s\d:–−-]*[)\]]")
_LEGS = {"ida": 1, "partido de ida": 1, "vuelta": 2, "partido de vuelta": 2, "desempate": 3}
_NO = frozenset({"", "no", "n"})


def match(call: Call) -> list[Fact]:
    """Return the match the box states; reads no further than the box."""
    home, away = call.quote("local"), call.quote("visita", "visitante")
    score, competition = call.quote("resultado"), call.text("competición", "competicion")
    if not home.text and not away.text:
        return []
    read = read_score(replace(score, text=_HALF_TIME.sub("", score.text).strip()))
    if stated := parse_penalties(call.text("resultado penalti", "resultado penaltis", "penaltis")):
        read = replace(read, home_penalties=stated[0], away_penalties=stated[1])
    longer = any(
        fold(call.text(name) or "") not in _NO
        for name in ("prórroga", "prorroga", "resultado prórroga")
    )
    leg = _LEGS.get(fold(competition or ""))
    return [
        match_fact(
            call.section,
            call.span,
            home,
            away,
            replace(read, extra_time=read.extra_time or longer),
            score_text=score.text,
            date=call.quote("fecha"),
            stadium=call.text("estadio"),
            leg=leg,
            round_label=None if leg else competition,
        )
    ]
