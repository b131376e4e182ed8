"""What parts level clubs, tiebreaker by tiebreaker."""

from dataclasses import replace

import pytest
from test_standings import match

from pipeline.domain.match import Club, Score
from pipeline.domain.standings import Rules, standings

A, B, C, D, E = map(Club, "abcde")


def rules(*tiebreakers, **more):
    return Rules(more.pop("win", 2), 1, tiebreakers, "assumed", **more)


def order(matches, rule, play_offs=(), adjustments=None):
    rows = standings(matches, rule, play_offs, adjustments or {})
    return [(row.position, row.club.key) for row in rows]


def test_head_to_head_of_two_clubs_counts_their_matches_alone():
    matches = [match(A, 1, 0, B), match(B, 9, 0, C), match(C, 1, 0, A)]
    matches += [match(A, 1, 0, D), match(B, 1, 0, D), match(C, 0, 0, D)]
    by_goals = order(matches, rules("goal-difference"))
    assert by_goals[0] == (1, "b")
    assert order(matches, rules("head-to-head", "goal-difference"))[:2] == [(1, "a"), (2, "b")]


def test_head_to_head_of_three_clubs_is_a_table_of_theirs():
    circle = [match(A, 2, 0, B), match(B, 1, 0, C), match(C, 3, 0, A)]
    rest = [match(A, 9, 0, D), match(B, 5, 0, D), match(C, 1, 0, D)]
    # with two points each among the three: C 3–1, A 2–3, B 1–2 and behind A, whom B lost to
    assert order([*circle, *rest], rules("head-to-head")) == [
        (1, "c"), (2, "a"), (3, "b"), (4, "d"),
    ]  # fmt: skip


def test_head_to_head_is_asked_again_among_those_that_it_leaves_level():
    # among the three A and B have 2–2 and C has 3–3; between A and B it was A
    matches = [match(A, 1, 0, B), match(B, 2, 1, C), match(C, 2, 1, A)]
    matches += [match(A, 0, 0, D), match(B, 0, 0, D), match(C, 0, 0, D)]
    assert order(matches, rules("head-to-head"))[:3] == [(1, "c"), (2, "a"), (3, "b")]


def test_head_to_head_among_four_level_clubs():
    drawn = [(A, B), (B, C), (C, D), (D, A)]
    matches = [match(one, 1, 1, other) for one, other in drawn]
    matches += [match(A, 2, 0, C), match(B, 0, 1, D)]
    matches += [match(C, 1, 0, E), match(B, 1, 0, E), match(A, 0, 1, E), match(D, 0, 1, E)]
    assert order(matches, rules("head-to-head"), (), {E: -1}) == [
        (1, "a"), (2, "d"), (3, "b"), (4, "c"), (5, "e"),
    ]  # fmt: skip


def test_head_to_head_that_parts_nobody_leaves_it_to_the_next_rule():
    matches = [match(A, 1, 0, B), match(B, 1, 0, C), match(C, 1, 0, A)]
    matches += [match(A, 3, 0, D), match(B, 2, 0, D), match(C, 1, 0, D)]
    assert order(matches, rules("head-to-head", "goal-difference")) == [
        (1, "a"), (2, "b"), (3, "c"), (4, "d"),
    ]  # fmt: skip
    assert order(matches, rules("head-to-head")) == [(1, "a"), (1, "b"), (1, "c"), (4, "d")]


def test_wins_and_points_a_match_part():
    matches = [match(A, 1, 0, C), match(C, 1, 0, A), match(B, 0, 0, D), match(D, 0, 0, B)]
    assert order(matches, rules("wins")) == [(1, "a"), (1, "c"), (3, "b"), (3, "d")]
    unequal = [match(A, 1, 0, B), match(A, 0, 1, C), match(D, 1, 0, C)]
    assert order(unequal, rules("relative-points"))[0] == (1, "d")


@pytest.mark.parametrize("elsewhere", ["lots", "earlier-rank"])
def test_what_happened_elsewhere_leaves_the_rank_shared(elsewhere):
    matches = [match(A, 1, 0, C), match(B, 1, 0, C)]
    rule = rules("goal-difference", elsewhere)
    assert order(matches, rule) == [(1, "a"), (1, "b"), (3, "c")]


def test_a_play_off_of_three_clubs_is_won_by_most_wins():
    matches = [match(A, 1, 0, D), match(B, 1, 0, D), match(C, 1, 0, D)]
    extra = [match(A, 0, 1, B), match(B, 1, 0, C), match(C, 0, 1, A)]
    assert order(matches, rules("play-off"), extra) == [(1, "b"), (2, "a"), (3, "c"), (4, "d")]


def test_a_play_off_that_penalties_decide_parts():
    shoot_out = replace(
        match(A, 1, 1, B), score=Score(1, 1, extra_time=True, home_penalties=3, away_penalties=4)
    )
    matches = [match(A, 1, 0, C), match(B, 1, 0, C)]
    assert order(matches, rules("play-off"), [shoot_out])[:2] == [(1, "b"), (2, "a")]


def test_a_play_off_drawn_or_with_somebody_else_parts_nobody():
    matches = [match(A, 1, 0, C), match(B, 1, 0, C)]
    for extra in (match(A, 1, 1, B), match(A, 2, 0, C), match(A, None, None, B)):
        assert order(matches, rules("play-off"), [extra]) == [(1, "a"), (1, "b"), (3, "c")]


def test_points_given_or_taken_are_inside_the_points_and_rank():
    matches = [match(A, 1, 0, B), match(B, 0, 0, C), match(A, 2, 0, C)]
    rows = standings(matches, rules("goal-difference", win=3), (), {A: -6, C: 2, D: 9})
    assert [(row.club.key, row.points, row.adjustment) for row in rows] == [
        ("c", 3, 2), ("b", 1, 0), ("a", 0, -6),
    ]  # fmt: skip


def test_points_for_a_loss_count():
    (first, second) = standings([match(A, 1, 0, B)], rules(loss=1))
    assert (first.points, second.points) == (2, 1)


@pytest.mark.parametrize(
    ("status", "counted"),
    [("awarded", 1), ("walkover", 1), ("abandoned", 1), ("annulled", 0), ("cancelled", 0)],
)
def test_an_awarded_result_counts_and_a_void_one_does_not(status, counted):
    rows = standings([replace(match(A, 3, 0, B), status=status)], rules())
    assert sum(row.played for row in rows) == 2 * counted


def test_a_club_of_void_matches_only_is_not_ranked():
    void = replace(match(C, 0, 3, A), status="annulled")
    assert order([match(A, 1, 0, B), void], rules()) == [(1, "a"), (2, "b")]


def test_a_result_awarded_without_goals_adds_nothing_that_nobody_stated():
    rows = standings([replace(match(A, None, None, B), status="awarded")], rules())
    assert [(row.played, row.points) for row in rows] == [(0, 0), (0, 0)]


def test_head_to_head_asks_the_difference_before_the_goals():
    among = [match(A, 1, 0, B), match(B, 4, 3, C), match(C, 2, 1, A)]
    # A 2–2, B 4–4, C 5–5: level on difference, so goals; then one more goal against for C
    assert order(among, rules("head-to-head")) == [(1, "c"), (2, "b"), (3, "a")]
    closer = [match(A, 2, 0, B), match(B, 4, 3, C), match(C, 2, 1, A)]
    assert order(closer, rules("head-to-head")) == [(1, "a"), (2, "c"), (3, "b")]


def test_decisions_about_points_add_up():
    (row, _) = standings([match(A, 1, 0, B)], rules())
    twice = row.adjusted(-1).adjusted(-3)
    assert (twice.points, twice.adjustment) == (-2, -4)
