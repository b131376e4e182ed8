"""A row of a table against itself."""

import pytest

from pipeline.domain.match import Club
from pipeline.domain.season import Standing
from pipeline.domain.standings import Rules
from pipeline.lineage import Span
from pipeline.validate.referee.row_arithmetic import find_contradictions

RULES = Rules(3, 1, (), "assumed")


def row(won, drawn, lost, scored, conceded):
    return Standing(
        key="1997/final-stage/published/a",
        stage="Final Stage",
        group=None,
        position=1,
        club=Club("a"),
        printed="A",
        played=won + drawn + lost,
        won=won,
        drawn=drawn,
        lost=lost,
        goals_for=scored,
        goals_against=conceded,
        goal_difference=scored - conceded,
        points=3 * won + drawn,
        adjustment=None,
        qualification=None,
        span=Span(0, 1),
    )


@pytest.mark.parametrize(
    ("results", "wrong"),
    [
        ((4, 0, 0, 6, 2), []),
        ((4, 0, 0, 5, 2), ["goals_for"]),
        ((4, 0, 1, 5, 2), []),
        ((4, 0, 1, 3, 2), ["goals_for"]),
        ((0, 1, 3, 2, 5), []),
        ((0, 1, 3, 2, 4), ["goals_against"]),
        ((1, 0, 3, 3, 3), []),  # 3–0 and three times 0–1
        ((1, 0, 3, 2, 2), ["goals_against"]),
        ((0, 4, 0, 7, 7), []),
    ],
)
def test_goals_must_be_enough_for_the_results(results, wrong):
    contradictions = find_contradictions((row(*results),), RULES)
    assert [contradiction.measure for contradiction in contradictions] == wrong
