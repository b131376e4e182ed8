"""A standing fact from a template that only has counts: what it computes, computed once.

Played, goal difference and points are not in the source of such a table; its reader sees them.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple, overload

from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.facts import StandingFact
from pipeline.values.numbers import parse_count

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


class CountParameters(NamedTuple):
    """The parameters that hold the counts."""

    won: str
    drawn: str
    lost: str
    goals_for: str
    goals_against: str


class PointsFor(NamedTuple):
    """Points for each win, draw and loss; None where the page leaves them open."""

    win: int | None
    draw: int | None = 1
    loss: int | None = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of a line; None for one that the page leaves out."""

    won: int | None
    drawn: int | None
    lost: int | None
    goals_for: int | None
    goals_against: int | None

    @property
    def played(self) -> int | None:
        """The matches, None if any of the three counts is missing."""
        if self.won is None or self.drawn is None or self.lost is None:
            return None
        return self.won + self.drawn + self.lost

    @property
    def goal_difference(self) -> int | None:
        """The difference, None if either count is missing."""
        if self.goals_for is None or self.goals_against is None:
            return None
        return self.goals_for - self.goals_against

    def with_overtime(self, wins: int, losses: int) -> "Counts":
        """Return the counts with the matches that were decided after extra time."""
        if self.won is None or self.lost is None:
            return self
        return replace(self, won=self.won + wins, lost=self.lost + losses)

    def points(self, points_for: PointsFor) -> int | None:
        """Return the points of the matches, None where a count or what it is worth is missing."""
        total = 0
        # `|win_A=3|draw_A=1`: ten points, of three and one
        for count, value in (
            (self.won, points_for.win),
            (self.drawn, points_for.draw),
            (self.lost, points_for.loss),
        ):
            # no win is worth no points, whatever a win is worth
            if count == 0 or value == 0:
                continue
            if count is None or value is None:
                return None
            total += count * value
        return total


def read_counts(call: Call, parameters: CountParameters, *, default: int | None) -> Counts:
    """Return the counts of the line.

    default: what the template takes for a count left out: 0 if it says so itself, else None
    """
    won, drawn, lost, goals_for, goals_against = (
        read_count(call, name, default) for name in parameters
    )
    return Counts(won, drawn, lost, goals_for, goals_against)


def build_standing_fact(  # noqa: PLR0913 - a line of a table has many values
    call: Call,
    team: Quote,
    counts: Counts,
    *,
    points: int | None,
    position: int | None,
    adjustment: int | None,
    qualification: str | None,
) -> StandingFact:
    """Return the line of the team.

    points:     before the adjustment, None where the page leaves them open
    adjustment: points added or taken off, None where the page says nothing of it
    """
    if points is not None:
        points += adjustment or 0
    return StandingFact(
        section=call.section,
        span=call.span,
        position=position,
        team=team.text,
        team_link=team.link,
        played=counts.played,
        won=counts.won,
        drawn=counts.drawn,
        lost=counts.lost,
        goals_for=counts.goals_for,
        goals_against=counts.goals_against,
        goal_difference=counts.goal_difference,
        points=points,
        adjustment=adjustment,
        qualification=qualification,
    )


@overload
def read_count(call: Call, name: str, default: int = 0) -> int: ...


@overload
def read_count(call: Call, name: str, default: int | None) -> int | None: ...


def read_count(call: Call, name: str, default: int | None = 0) -> int | None:
    """Return the number in the parameter; the default where it is blank or no number."""
    text = call.text(name)
    count = parse_count(text)
    if count is not None:
        return count
    # `|win_A=` is blank on a page begun before the season, `|win_A=tres` is to be reported
    if text and _LETTER_OR_DIGIT.search(text):
        call.unread.append(name)
    return default
