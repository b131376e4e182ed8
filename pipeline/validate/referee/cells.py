"""The numbers of a table's row, published or derived, one beside the other."""

from collections.abc import Mapping
from typing import TypeAlias

from pipeline.domain.match import Match, Score
from pipeline.domain.season import Standing
from pipeline.domain.standings import Row, Rules

NUMBERS = (
    "played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference", "points",
)  # fmt: skip
Cells: TypeAlias = tuple[int, ...]  # in the order of NUMBERS
Printed: TypeAlias = Mapping[str, int]  # measure -> value, of the cells that the page prints

NOTHING: Cells = (0,) * len(NUMBERS)


def cells(row: Row) -> Cells:
    """Return the numbers of a derived row."""
    return tuple(getattr(row, name) for name in NUMBERS)


def printed(standing: Standing) -> Printed:
    """Return the numbers that the page prints of a row."""
    found = {name: getattr(standing, name) for name in NUMBERS}
    return {name: value for name, value in found.items() if value is not None}


def contribution(scored: int, conceded: int, rules: Rules) -> Cells:
    """Return what one match adds to the row of a club."""
    won, drawn, lost = scored > conceded, scored == conceded, scored < conceded
    points = rules.points(won, drawn, lost)
    return (1, +won, +drawn, +lost, scored, conceded, scored - conceded, points)


def contributions(score: Score, rules: Rules) -> tuple[Cells, Cells]:
    """Return what a match with the score adds to the rows of home and away."""
    home, away = score.home, score.away
    return contribution(home, away, rules), contribution(away, home, rules)


def plus(one: Cells, other: Cells) -> Cells:
    """Return the sums, cell by cell."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def minus(one: Cells, other: Cells) -> Cells:
    """Return the differences, cell by cell."""
    return tuple(a - b for a, b in zip(one, other, strict=True))


def differing(wanted: Printed, given: Cells) -> tuple[str, ...]:
    """Return the measures that the page prints otherwise than given, in the order of NUMBERS."""
    both = zip(NUMBERS, given, strict=True)
    return tuple(name for name, value in both if wanted.get(name, value) != value)


def shown(match: Match, score: Score | None = None) -> str:
    """Return a match as people write it, with another score if one is given."""
    told = score or match.result
    numbers = f"{told.home}–{told.away}" if told else "v"
    return f"{match.home_printed} {numbers} {match.away_printed}"
