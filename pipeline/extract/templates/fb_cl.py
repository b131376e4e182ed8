"""Standings of the `Fb cl` family: a template a row, from a header to a footer or a lone `|}`."""

from pipeline.extract.builders.standing_fact import Columns, Worth, count, standing_fact
from pipeline.extract.parsing.template_call import Call
from pipeline.facts import Fact
from pipeline.values.numbers import parse_count

_COLUMNS = Columns("w", "d", "l", "gf", "ga")
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
    return [
        standing_fact(
            call,
            team,
            _COLUMNS,
            Worth(parse_count(call.text("wpts")) or win_points),
            position=parse_count(call.text("p")),
            adjustment=count(call, "bp") - count(call, "dp") or None,
            qualification=next((mark for mark in _MARKS if call.text(mark)), None),
        )
    ]
