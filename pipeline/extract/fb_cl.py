"""Standings of the `Fb cl` family: a template a row, from a header to a footer or a lone `|}`."""

from pipeline.extract.calls import Call
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_MARKS = (
    "champion",
    "promoted",
    "qualified",
    "advances",
    "playoffwinner",
    "tournamentqualified",
    "relegationqualified",
    "relegated",
    "eliminated",
    "disqualified",
)


def row(call: Call) -> list[Fact]:
    """Return the row; three points for a win."""
    return _row(call, win_points=3)


def row_two_points(call: Call) -> list[Fact]:
    """Return the row; two points for a win."""
    return _row(call, win_points=2)


def _row(call: Call, win_points: int) -> list[Fact]:
    team = call.quote("t", "team", "name")
    if not team.text:
        return []

    def count(name: str) -> int:
        return parse_count(call.text(name)) or 0  # what the template takes a blank for

    won, drawn, lost = count("w"), count("d"), count("l")
    scored, conceded = count("gf"), count("ga")
    adjustment = count("bp") - count("dp")
    win_points = parse_count(call.text("wpts")) or win_points
    return [
        StandingFact(
            section=call.section,
            span=call.span,
            position=parse_count(call.text("p")),
            team=team.text,
            team_link=team.link,
            played=won + drawn + lost,
            won=won,
            drawn=drawn,
            lost=lost,
            goals_for=scored,
            goals_against=conceded,
            goal_difference=scored - conceded,
            points=won * win_points + drawn + adjustment,
            adjustment=adjustment or None,
            qualification=next((mark for mark in _MARKS if call.text(mark)), None),
        )
    ]
