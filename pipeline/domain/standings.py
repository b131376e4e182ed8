"""A group ranked from its matches, under the rules of its season."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.domain.match import Club, Match

Tiebreaker = Literal["play-off", "goal-difference", "goals-for"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How a group is ranked.

    win, draw:   points for each
    tiebreakers: what parts clubs level on points, the first that does decides
    source:      where the rules are stated; "assumed" where nobody does
    """

    win: int
    draw: int
    tiebreakers: tuple[Tiebreaker, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """A club's line in a table; clubs that no rule parts share a position."""

    club: Club
    position: int = 0
    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    points: int = 0

    @property
    def goal_difference(self) -> int:
        """Goals scored less goals conceded."""
        return self.goals_for - self.goals_against

    def plus(self, scored: int, conceded: int, rules: Rules) -> "Row":
        """Return the row after one more match."""
        won, drawn = scored > conceded, scored == conceded
        return replace(
            self,
            played=self.played + 1,
            won=self.won + won,
            drawn=self.drawn + drawn,
            lost=self.lost + (not won and not drawn),
            goals_for=self.goals_for + scored,
            goals_against=self.goals_against + conceded,
            points=self.points + won * rules.win + drawn * rules.draw,
        )


def standings(matches: Iterable[Match], rules: Rules, play_offs: Sequence[Match] = ()) -> list[Row]:
    """Rank the clubs of one group, best first.

    matches:   those that count; one without a score adds its clubs and nothing else
    play_offs: matches that settle a rank and add nothing to the rows
    returns:   equal rows for equal input in any order; what the rules cannot part shares a
               position and stands in alphabetical order
    """
    rows: dict[Club, Row] = {}
    for match in matches:
        for club, scored, conceded in _sides(match):
            row = rows.get(club, Row(club))
            rows[club] = row if scored is None else row.plus(scored, conceded or 0, rules)
    ranked = _parted(list(rows.values()), ("points", *rules.tiebreakers), play_offs)
    return list(_numbered(ranked))


def _sides(match: Match) -> Iterator[tuple[Club, int | None, int | None]]:
    home, away = (match.score.home, match.score.away) if match.score else (None, None)
    yield match.home, home, away
    yield match.away, away, home


def _parted(
    rows: list[Row], criteria: Sequence[str], play_offs: Sequence[Match]
) -> list[list[Row]]:
    """Split the rows by each criterion in turn; rows still together at the end are level."""
    if len(rows) == 1 or not criteria:
        return [sorted(rows, key=lambda row: row.club)]
    measure = MEASURES[criteria[0]](rows, play_offs)
    levels = sorted({measure[row.club] for row in rows}, reverse=True)
    return [
        group
        for level in levels
        for group in _parted(
            [row for row in rows if measure[row.club] == level], criteria[1:], play_offs
        )
    ]


def _numbered(groups: list[list[Row]]) -> Iterator[Row]:
    position = 1
    for group in groups:
        yield from (replace(row, position=position) for row in group)
        position += len(group)


def _play_off_wins(rows: list[Row], play_offs: Sequence[Match]) -> dict[Club, int]:
    wins = {row.club: 0 for row in rows}
    for match in play_offs:
        if match.home in wins and match.away in wins and (winner := winner_of(match)):
            wins[winner] += 1
    return wins


def winner_of(match: Match) -> Club | None:
    """Return who won, by goals or else by the shoot-out; None for a draw or no score."""
    if match.score is None:
        return None
    goals = match.score.home - match.score.away
    decided = goals or (match.score.home_penalties or 0) - (match.score.away_penalties or 0)
    return match.home if decided > 0 else match.away if decided < 0 else None


Measure = Callable[[list[Row], Sequence[Match]], Mapping[Club, int]]
MEASURES: dict[str, Measure] = {
    "points": lambda rows, _: {row.club: row.points for row in rows},
    "play-off": _play_off_wins,
    "goal-difference": lambda rows, _: {row.club: row.goal_difference for row in rows},
    "goals-for": lambda rows, _: {row.club: row.goals_for for row in rows},
}
