"""A standing fact from a template that only has counts: what it computes, computed once.

Played, goal difference and points are not in the source of such a table; its reader sees them.
"""

from typing import NamedTuple

from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.facts import StandingFact
from pipeline.values.numbers import parse_count


class CountParameters(NamedTuple):
    """The parameters that hold the counts."""

    won: str
    drawn: str
    lost: str
    goals_for: str
    goals_against: str


class PointsFor(NamedTuple):
    """Points for each win, draw and loss."""

    win: int
    draw: int = 1
    loss: int = 0


def build_standing_fact(  # noqa: PLR0913 - a line of a table has many values
    call: Call,
    team: Quote,
    parameters: CountParameters,
    points_for: PointsFor,
    *,
    position: int | None,
    start_points: int = 0,
    adjustment: int | None,
    qualification: str | None,
) -> StandingFact:
    """Return the line of the team.

    start_points: points that the club began with
    adjustment:   points added or taken off, None where the page says nothing of it
    """
    won = read_count(call, parameters.won)
    drawn = read_count(call, parameters.drawn)
    lost = read_count(call, parameters.lost)
    goals_for = read_count(call, parameters.goals_for)
    goals_against = read_count(call, parameters.goals_against)
    # `|win_A=3|draw_A=1`: ten points, of three and one
    points = won * points_for.win + drawn * points_for.draw + lost * points_for.loss
    return StandingFact(
        section=call.section,
        span=call.span,
        position=position,
        team=team.text,
        team_link=team.link,
        played=won + drawn + lost,
        won=won,
        drawn=drawn,
        lost=lost,
        goals_for=goals_for,
        goals_against=goals_against,
        goal_difference=goals_for - goals_against,
        points=points + start_points + (adjustment or 0),
        adjustment=adjustment,
        qualification=qualification,
    )


def read_count(call: Call, name: str, default: int = 0) -> int:
    """Return the number in the parameter; the default where it is blank or no number."""
    count = parse_count(call.text(name))
    # `|win_A=` is blank on a page begun before the season
    if count is None:
        return default
    return count
