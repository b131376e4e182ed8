"""A standing fact from a template that only has counts: what it computes, computed once.

Played, goal difference and points are not in the source of such a table; its reader sees them.
"""

from typing import NamedTuple

from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.facts import StandingFact
from pipeline.values.numbers import parse_count


class Columns(NamedTuple):
    """The parameters that hold the counts."""

    won: str
    drawn: str
    lost: str
    goals_for: str
    goals_against: str


class Worth(NamedTuple):
    """Points for each win, draw and loss."""

    win: int
    draw: int = 1
    loss: int = 0


def standing_fact(  # noqa: PLR0913 - what a table says is much
    call: Call,
    team: Quote,
    columns: Columns,
    worth: Worth,
    *,
    position: int | None,
    start: int = 0,
    adjustment: int | None,
    qualification: str | None,
) -> StandingFact:
    """Return the line of the team.

    start:      points that the club began with
    adjustment: points added or taken off, None where the page says nothing of it
    """
    won, drawn, lost, scored, conceded = (count(call, name) for name in columns)
    points = won * worth.win + drawn * worth.draw + lost * worth.loss
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
        goals_for=scored,
        goals_against=conceded,
        goal_difference=scored - conceded,
        points=points + start + (adjustment or 0),
        adjustment=adjustment,
        qualification=qualification,
    )


def count(call: Call, name: str, default: int = 0) -> int:
    """Return the number in the parameter; a blank is what the template takes it for."""
    stated = parse_count(call.text(name))
    return default if stated is None else stated
