"""Match boxes: `{{Football box}}` and its collapsible and module forms."""

from dataclasses import replace

from pipeline.extract.parsing.template_call import Call
from pipeline.extract.templates import partido
from pipeline.facts import Fact, MatchFact
from pipeline.values.dates import parse_date
from pipeline.values.scores import parse_penalties, parse_score, parse_status

_YES = frozenset({"yes", "y", "true", "1", "sí", "si"})


def match(call: Call) -> list[Fact]:
    """Return the match the box states, none if it is blank; reads no further than the box."""
    if call.text("local", "visita"):
        return partido.match(call)  # on the Spanish wiki the English names lead there
    home, away = call.quote("team1"), call.quote("team2")
    date, score = call.quote("date"), call.quote("score")
    if not (home.text or away.text or score.text):
        return []
    read = parse_score(score.text)
    notes = (*score.notes, call.text("result"), call.text("note"))
    if noted := next(filter(None, map(parse_status, notes)), None):
        read = replace(read, status=noted)
    if penalties := parse_penalties(call.text("penaltyscore")):
        read = replace(read, home_penalties=penalties[0], away_penalties=penalties[1])
    extra_time = any((call.text(name) or "").lower() in _YES for name in ("aet", "agget"))
    return [
        MatchFact(
            section=call.section,
            span=call.span,
            home=home.text or None,
            home_link=home.link,
            away=away.text or None,
            away_link=away.link,
            date=parse_date(date.text),
            date_text=date.raw or None,
            home_goals=read.home,
            away_goals=read.away,
            extra_time=read.extra_time or extra_time,
            home_penalties=read.home_penalties,
            away_penalties=read.away_penalties,
            status=read.status,
            score_text=score.text or None,
            stadium=call.text("stadium"),
            leg=None,
            round=call.text("round"),
        )
    ]
