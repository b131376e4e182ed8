"""Standings of the `Fb cl` family: a template a row, from a header to a footer or a lone `|}`."""

from pipeline.extract.builders.standing_fact import (
    CountParameters,
    PointsFor,
    build_standing_fact,
    read_count,
)
from pipeline.extract.parsing.template_call import Call
from pipeline.facts import Fact
from pipeline.values.numbers import parse_count

_PARAMETERS = CountParameters("w", "d", "l", "gf", "ga")
_QUALIFICATIONS = (
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


def read_row(call: Call) -> list[Fact]:
    """Return the row; three points for a win."""
    return _read_row(call, default_win_points=3)


def read_row_two_points(call: Call) -> list[Fact]:
    """Return the row; two points for a win."""
    return _read_row(call, default_win_points=2)


def _read_row(call: Call, default_win_points: int) -> list[Fact]:
    team = call.quote("t", "team", "name")
    if not team.text:
        return []
    # `|wpts=` blank or 0 leaves the template's own points for a win.
    win_points = parse_count(call.text("wpts")) or default_win_points
    position = parse_count(call.text("p"))
    # `|bp=2` adds two points, `|dp=3` takes three off
    adjustment = read_count(call, "bp") - read_count(call, "dp")
    return [
        build_standing_fact(
            call,
            team,
            _PARAMETERS,
            PointsFor(win=win_points),
            position=position,
            adjustment=adjustment or None,
            qualification=_find_qualification(call),
        )
    ]


def _find_qualification(call: Call) -> str | None:
    """Return the first mark that is set: `|promoted=y` gives `promoted`."""
    for mark in _QUALIFICATIONS:
        if call.text(mark):
            return mark
    return None
