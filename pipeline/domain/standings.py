"""A group ranked from its matches, under the rules of its season."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeAlias

from pipeline.domain.match import Club, Match

Tiebreaker = Literal[
    "play-off", "head-to-head", "goal-difference", "goals-for", "wins", "relative-points",
    "earlier-rank", "lots",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """How a group is ranked.

    win, draw, loss: points for each
    tiebreakers:     what parts clubs level on points, the first that does decides
    source:          where the rules are stated; "assumed" where nobody does
    advance:         how many go on to the next stage; None where nothing states it
    """

    win: int
    draw: int
    tiebreakers: tuple[Tiebreaker, ...]
    source: str
    loss: int = 0
    advance: int | None = None

    def points(self, won: int, drawn: int, lost: int) -> int:
        """Return the points for so many matches of each kind."""
        return won * self.win + drawn * self.draw + lost * self.loss


@dataclass(frozen=True, slots=True)
class Row:
    """A club's line in a table; clubs that no rule parts share a position.

    adjustment: points given or taken by decision, inside `points`
    """

    club: Club
    position: int = 0
    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    points: int = 0
    adjustment: int = 0

    @property
    def goal_difference(self) -> int:
        """Goals scored less goals conceded."""
        return self.goals_for - self.goals_against

    def plus(self, scored: int, conceded: int, rules: Rules) -> "Row":
        """Return the row after one more match."""
        won, drawn, lost = scored > conceded, scored == conceded, scored < conceded
        return replace(
            self,
            played=self.played + 1,
            won=self.won + won,
            drawn=self.drawn + drawn,
            lost=self.lost + lost,
            goals_for=self.goals_for + scored,
            goals_against=self.goals_against + conceded,
            points=self.points + rules.points(won, drawn, lost),
        )

    def adjusted(self, points: int) -> "Row":
        """Return the row with points given or taken by decision."""
        return replace(self, points=self.points + points, adjustment=self.adjustment + points)


@dataclass(frozen=True, slots=True)
class Played:
    """What a tiebreaker may look at beside the rows: the matches of the group, and its rules."""

    matches: tuple[Match, ...]
    play_offs: tuple[Match, ...]
    rules: Rules


def standings(
    matches: Iterable[Match],
    rules: Rules,
    play_offs: Sequence[Match] = (),
    adjustments: Mapping[Club, int] | None = None,
) -> list[Row]:
    """Rank the clubs of one group, best first.

    matches:     those that count; one without a result adds its clubs and nothing else
    play_offs:   matches that settle a rank and add nothing to the rows
    adjustments: points given or taken by decision
    returns:     equal rows for equal input in any order; what the rules cannot part shares a
                 position and stands in alphabetical order
    """
    played = Played(tuple(matches), tuple(play_offs), rules)
    rows = totals(played.matches, rules)
    for club, points in (adjustments or {}).items():
        if club in rows:
            rows[club] = rows[club].adjusted(points)
    return list(numbered(parted(list(rows.values()), ("points", *rules.tiebreakers), played)))


def totals(matches: Iterable[Match], rules: Rules) -> dict[Club, Row]:
    """Return the row of each club that the matches name, unranked."""
    rows: dict[Club, Row] = {}
    for match in matches:
        for club, scored, conceded in _sides(match):
            row = rows.get(club, Row(club))
            rows[club] = row if scored is None else row.plus(scored, conceded or 0, rules)
    return rows


def _sides(match: Match) -> Iterator[tuple[Club, int | None, int | None]]:
    home, away = (match.result.home, match.result.away) if match.result else (None, None)
    yield match.home, home, away
    yield match.away, away, home


def parted(rows: list[Row], criteria: Sequence[str], played: Played) -> list[list[Row]]:
    """Split the rows by each criterion in turn; rows still together at the end are level.

    Head-to-head is asked again among those that it leaves level, as long as it parts somebody.
    """
    if len(rows) == 1 or not criteria:
        return [sorted(rows, key=lambda row: row.club)]
    measure = MEASURES[criteria[0]](rows, played)
    levels = sorted({measure[row.club] for row in rows}, reverse=True)
    again = criteria[0] == "head-to-head" and len(levels) > 1
    rest = criteria if again else criteria[1:]
    return [
        group
        for level in levels
        for group in parted([row for row in rows if measure[row.club] == level], rest, played)
    ]


def numbered(groups: Iterable[list[Row]]) -> Iterator[Row]:
    """Give each row its position; rows of one group share theirs."""
    position = 1
    for group in groups:
        yield from (replace(row, position=position) for row in group)
        position += len(group)


def _play_off_wins(rows: list[Row], played: Played) -> dict[Club, int]:
    wins = {row.club: 0 for row in rows}
    for match in played.play_offs:
        if match.home in wins and match.away in wins and (winner := winner_of(match)):
            wins[winner] += 1
    return wins


def _head_to_head(rows: list[Row], played: Played) -> dict[Club, tuple[int, int, int]]:
    """Return points, goal difference and goals of the matches among these clubs alone."""
    clubs = {row.club for row in rows}
    among = [match for match in played.matches if {match.home, match.away} <= clubs]
    table = totals(among, played.rules)
    mini = [table.get(row.club, Row(row.club)) for row in rows]
    return {row.club: (row.points, row.goal_difference, row.goals_for) for row in mini}


def _relative_points(rows: list[Row], _: Played) -> dict[Club, Fraction]:
    """Return points a match, for groups in which clubs have played unequally often."""
    return {row.club: Fraction(row.points, row.played or 1) for row in rows}


def winner_of(match: Match) -> Club | None:
    """Return who won, by goals or else by the shoot-out; None for a draw or no result."""
    if match.result is None:
        return None
    goals = match.result.home - match.result.away
    decided = goals or (match.result.home_penalties or 0) - (match.result.away_penalties or 0)
    return match.home if decided > 0 else match.away if decided < 0 else None


Amount: TypeAlias = int | Fraction | tuple[int, int, int]
Measure: TypeAlias = Callable[[list[Row], Played], Mapping[Club, Amount]]
MEASURES: dict[str, Measure] = {
    "points": lambda rows, _: {row.club: row.points for row in rows},
    "play-off": _play_off_wins,
    "head-to-head": _head_to_head,
    "goal-difference": lambda rows, _: {row.club: row.goal_difference for row in rows},
    "goals-for": lambda rows, _: {row.club: row.goals_for for row in rows},
    "wins": lambda rows, _: {row.club: row.won for row in rows},
    "relative-points": _relative_points,
    # what happened elsewhere parts nobody here: the rank of an earlier stage, how lots fell
    "earlier-rank": lambda rows, _: {row.club: 0 for row in rows},
    "lots": lambda rows, _: {row.club: 0 for row in rows},
}
