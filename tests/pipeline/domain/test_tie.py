"""Who goes on, and by what: every decider, in the order of the rules."""

from dataclasses import replace
from typing import get_args

import pytest
from test_standings import match

from pipeline.domain.match import Club, Score
from pipeline.domain.standings import Rules
from pipeline.domain.tie import DecidedBy, Legs, TieRules, aggregate, decide_tie, points, total
from schema import models

A, B = Club("a"), Club("b")
ALL = ("points", "extra-match", "goals", "away-goals", "penalties")


def legs(*scores, extra=(), **more):
    """A tie of A and B; the scores from A's side, at home by turns."""
    matches = [
        match(A, one, other, B) if number % 2 == 0 else match(B, other, one, A)
        for number, (one, other) in enumerate(scores)
    ]
    return Legs(A, B, tuple(matches), extra=tuple(extra), **more)


def shot(drawn, one, other):
    """A drawn match with a shoot-out, home first."""
    return replace(drawn, score=replace(drawn.score, home_penalties=one, away_penalties=other))


def by(deciders, tie):
    winner, decider = decide_tie(tie, TieRules(deciders, "assumed"))
    return winner and winner.key, decider


POINTS_THEN_EXTRA = ("points", "extra-match", "penalties")


@pytest.mark.parametrize(
    ("deciders", "scores", "expected"),
    [
        (("points",), [(1, 0), (0, 0)], ("a", "points")),
        (("points",), [(1, 0), (0, 5)], (None, None)),
        (("points",), [(0, 1), (0, 1)], ("b", "points")),
        (("points", "goals"), [(1, 0), (0, 5)], ("b", "goals")),
        (("points", "goals"), [(5, 0), (0, 1)], ("a", "goals")),
        (("goals",), [(2, 1), (0, 1)], (None, None)),
        (("goals",), [(0, 0), (1, 2)], ("b", "goals")),
        (("goals", "away-goals"), [(1, 0), (1, 2)], ("a", "away-goals")),
        (("goals", "away-goals"), [(2, 1), (0, 1)], ("b", "away-goals")),
        (("goals", "away-goals"), [(1, 1), (1, 1)], (None, None)),
        (ALL, [(1, 1), (1, 1)], (None, None)),
    ],
)
def test_two_legs(deciders, scores, expected):
    assert by(deciders, legs(*scores)) == expected


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (match(A, 1, 0, B), ("a", "extra-match")),
        (match(B, 1, 0, A), ("b", "extra-match")),
        (match(B, 0, 4, A), ("a", "extra-match")),
        (shot(match(B, 1, 1, A), 4, 2), ("b", "extra-match")),
        (shot(match(A, 1, 1, B), 4, 2), ("a", "extra-match")),
        (match(A, 1, 1, B), (None, None)),
        (match(A, None, None, B), (None, None)),
    ],
    ids=["home", "turned, home", "turned, away", "penalties, turned", "penalties", "draw", "open"],
)
def test_a_third_match_decides_what_points_leave_level(extra, expected):
    """As in 2004, where the third match is printed with the clubs turned round."""
    tie = legs((2, 1), (0, 2), extra=[extra])
    assert by(POINTS_THEN_EXTRA, tie) == expected


def test_points_come_before_the_third_match():
    tie = legs((2, 1), (1, 1), extra=[match(B, 5, 0, A)])
    assert by(POINTS_THEN_EXTRA, tie) == ("a", "points")


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        (legs((1, 0), (0, 1), penalties=(4, 3)), "a"),
        (legs((1, 0), (0, 1), penalties=(3, 4)), "b"),
        (Legs(A, B, (match(A, 1, 0, B), shot(match(B, 1, 0, A), 5, 4))), "b"),
        (Legs(A, B, (match(A, 1, 0, B), shot(match(B, 1, 0, A), 4, 5))), "a"),
        (Legs(A, B, (match(A, 1, 0, B), match(B, 1, 0, A)), penalties=(0, 0)), None),
    ],
    ids=["beside", "beside, turned", "last leg, home", "last leg, away", "none"],
)
def test_a_shoot_out_decides_where_all_else_is_level(tie, expected):
    deciders = ("points", "goals", "penalties")
    assert by(deciders, tie) == (expected, expected and "penalties")


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        (legs((2, 1)), ("a", "goals")),
        (legs((0, 3)), ("b", "goals")),
        (Legs(A, B, (shot(match(B, 1, 1, A), 4, 2),)), ("b", "penalties")),
        (legs((1, 1), penalties=(5, 6)), ("b", "penalties")),
        (legs((1, 1), extra=[match(B, 0, 1, A)]), ("a", "extra-match")),
        (legs((1, 1), penalties=(5, 4), extra=[match(B, 9, 0, A)]), ("a", "penalties")),
        (legs((1, 1)), (None, None)),
        (legs((None, None)), (None, None)),
    ],
)
def test_a_single_match_goes_to_whoever_scored_more(tie, expected):
    """Whatever the rules say of two legs."""
    for deciders in (("points",), ("goals",), ALL, POINTS_THEN_EXTRA):
        assert by(deciders, tie) == expected


def test_a_walkover_without_goals_leaves_the_tie_open():
    tie = legs((1, 0), (None, None))
    given = replace(tie, matches=(tie.matches[0], replace(tie.matches[1], status="walkover")))
    assert by(ALL, given) == (None, None)


def test_an_annulled_leg_leaves_the_tie_open():
    tie = legs((1, 0), (0, 9))
    void = replace(tie, matches=(tie.matches[0], replace(tie.matches[1], status="annulled")))
    assert by(("points", "goals", "away-goals"), void) == (None, None)


@pytest.mark.parametrize(
    ("printed", "deciders", "expected"),
    [
        ({"aggregate": (3, 2)}, ("goals",), ("a", "goals")),
        ({"aggregate": (2, 2)}, ("goals",), (None, None)),
        ({"aggregate": (3, 2)}, ("points",), (None, None)),
        ({"points": (1, 3)}, ("points", "goals"), ("b", "points")),
        ({"points": (2, 2), "penalties": (4, 2)}, ("points", "penalties"), ("a", "penalties")),
    ],
)
def test_printed_totals_decide_where_the_legs_are_unknown(printed, deciders, expected):
    assert by(deciders, Legs(A, B, (), **printed)) == expected


def test_what_the_legs_say_comes_before_what_is_printed():
    tie = legs((1, 0), (1, 0), aggregate=(0, 9), points=(0, 4))
    assert (aggregate(tie), points(tie)) == ((2, 0), (4, 0))
    assert by(("goals",), tie) == ("a", "goals")


def test_a_blank_leg_leaves_it_to_the_printed_points():
    tie = legs((1, 0), points=(1, 4), is_whole=False)
    assert by(("points", "goals"), tie) == ("b", "points")


def test_a_blank_leg_leaves_it_to_the_printed_sum():
    tie = legs((1, 0), aggregate=(1, 4), is_whole=False)
    assert by(("points", "goals"), tie) == ("b", "goals")
    assert total(tie, "goals", Rules(3, 1, (), "")) is None


def test_totals_count_goals_of_the_legs_and_points_with_the_third_match():
    tie = legs((2, 1), (0, 2), extra=[match(B, 1, 0, A)])
    assert total(tie, "goals", Rules(3, 1, (), "")) == (2, 3)
    assert total(tie, "points", Rules(3, 1, (), "")) == (3, 6)
    assert total(tie, "points", Rules(2, 1, (), "")) == (2, 4)


def test_goals_after_extra_time_count_and_those_of_the_shoot_out_do_not():
    late = Score(2, 1, extra_time=True, home_penalties=9, away_penalties=8)
    tie = Legs(A, B, (match(A, 0, 0, B), replace(match(B, 2, 1, A), score=late)))
    assert aggregate(tie) == (1, 2)


def test_the_database_knows_every_way_to_decide_a_tie():
    words, _, _ = models.Tie.__table__.c.decided_by.comment.partition(";")
    assert tuple(words.split(", ")) == get_args(DecidedBy)
