"""Standings of the Spanish wiki: `{{Tabla de posiciones equipo|…}}`, a call a row.

Played, goal difference and points are what the template computes: `desc` takes points off. Where
`pv`, the points for a win, is left out we take two, as the only public reader of these tables that
says what it takes; the template's own default could not be checked.
"""

from pipeline.extract.calls import Call
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_WIN_POINTS = 2


def row(call: Call) -> list[Fact]:
    """Return the row; none without a team."""
    team = call.quote("eq", "equipo")
    if not team.text:
        return []

    def count(name: str) -> int:
        return parse_count(call.text(name)) or 0  # what the template takes a blank for

    won, drawn, lost = count("g"), count("e"), count("p")
    scored, conceded, taken_off = count("gf"), count("gc"), count("desc")
    win_points = parse_count(call.text("pv"))
    points = won * (_WIN_POINTS if win_points is None else win_points) + drawn - taken_off
    return [
        StandingFact(
            section=call.section,
            span=call.span,
            position=parse_count(call.text("pos")),
            team=team.text,
            team_link=team.link,
            played=won + drawn + lost,
            won=won,
            drawn=drawn,
            lost=lost,
            goals_for=scored,
            goals_against=conceded,
            goal_difference=scored - conceded,
            points=points,
            adjustment=-taken_off or None,
            qualification=None,
        )
    ]
