"""A group ranked from its matches."""

from itertools import permutations

from pipeline.domain.match import Club, Match, Score
from pipeline.domain.standings import Rules, standings
from pipeline.lineage import Span

RULES = Rules(3, 1, ("play-off", "goal-difference", "goals-for"), "assumed")
A, B, C = Club("a"), Club("b"), Club("c")


def match(home, home_goals, away_goals, away):
    return Match(
        key=f"{home.key}-{away.key}",
        stage="Final",
        group=None,
        round=None,
        leg=None,
        date=None,
        precision="none",
        date_text=None,
        home=home,
        away=away,
        home_printed=home.key,
        away_printed=away.key,
        score=None if home_goals is None else Score(home_goals, away_goals),
        status="played",
        counts=True,
        stadium=None,
        span=Span(0, 1),
    )


def order(rows):
    return [(row.position, row.club.key) for row in rows]


def test_three_points_for_a_win_and_one_for_a_draw():
    rows = standings([match(A, 2, 1, B), match(B, 0, 0, C)], RULES)
    assert [(r.club.key, r.points, r.goal_difference) for r in rows] == [
        ("a", 3, 1),
        ("c", 1, 0),
        ("b", 1, -1),
    ]


def test_goal_difference_then_goals_part_clubs_level_on_points():
    matches = [match(A, 1, 0, C), match(B, 2, 1, C)]
    assert order(standings(matches, RULES)) == [(1, "b"), (2, "a"), (3, "c")]


def test_a_play_off_parts_before_goal_difference_and_adds_no_match():
    matches = [match(A, 1, 0, C), match(B, 9, 0, C)]
    rows = standings(matches, RULES, [match(A, 1, 0, B)])
    assert order(rows) == [(1, "a"), (2, "b"), (3, "c")]
    assert [row.played for row in rows] == [1, 1, 2]


def test_clubs_that_no_rule_parts_share_a_position():
    matches = [match(B, 1, 0, C), match(A, 1, 0, C)]
    assert order(standings(matches, RULES)) == [(1, "a"), (1, "b"), (3, "c")]


def test_a_match_without_a_score_adds_its_clubs_and_nothing_else():
    (row, _) = standings([match(A, None, None, B)], RULES)
    assert (row.played, row.points) == (0, 0)


def test_the_order_of_matches_does_not_matter():
    matches = [match(A, 2, 1, B), match(B, 0, 0, C), match(C, 3, 2, A)]
    tables = {tuple(standings(list(order), RULES)) for order in permutations(matches)}
    assert len(tables) == 1
