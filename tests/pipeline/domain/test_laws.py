"""What holds of every table, whatever the matches."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some
from test_standings import match

from pipeline.domain.match import Club, Score
from pipeline.domain.standings import TIEBREAKER_MEASURES, Rules, standings

CLUBS = [Club(name) for name in "abcde"]
GOALS = some.integers(0, 4)
FIXTURES = some.tuples(some.permutations(CLUBS), GOALS, GOALS).map(
    lambda one: match(one[0][0], one[1], one[2], one[0][1])
)
MATCHES = some.lists(FIXTURES, min_size=1, max_size=14)
TIEBREAKERS = some.lists(
    some.sampled_from(sorted(TIEBREAKER_MEASURES.keys() - {"points"})), unique=True
)
RULES = some.builds(
    lambda win, names: Rules(win, 1, tuple(names), "assumed"),
    some.sampled_from([2, 3]),
    TIEBREAKERS,
)


@given(some.data(), MATCHES, RULES)
def test_ranking_does_not_depend_on_the_order_of_matches(data, matches, rules):
    play_offs = data.draw(some.lists(FIXTURES, max_size=3))
    shuffled = data.draw(some.permutations(matches))
    turned = list(reversed(play_offs))
    assert standings(shuffled, rules, turned) == standings(matches, rules, play_offs)


@given(MATCHES, RULES)
def test_sums_are_conserved(matches, rules):
    rows = standings(matches, rules)
    assert sum(row.goals_for for row in rows) == sum(row.goals_against for row in rows)
    assert sum(row.won for row in rows) == sum(row.lost for row in rows)
    assert sum(row.played for row in rows) == 2 * len(matches)
    assert sum(row.drawn for row in rows) % 2 == 0
    assert sum(row.goal_difference for row in rows) == 0


@given(MATCHES, RULES)
def test_each_row_adds_up(matches, rules):
    for row in standings(matches, rules):
        assert row.won + row.drawn + row.lost == row.played
        assert row.points == row.won * rules.win + row.drawn


@given(MATCHES, RULES)
def test_positions_rise_with_falling_points(matches, rules):
    rows = standings(matches, rules)
    assert [row.position for row in rows] == sorted(row.position for row in rows)
    assert [row.points for row in rows] == sorted((row.points for row in rows), reverse=True)
    for row in rows:
        above = [other for other in rows if other.position < row.position]
        assert row.position == len(above) + 1


@given(some.data(), MATCHES, some.sampled_from([2, 3]))
def test_one_more_goal_never_lowers_a_club(data, matches, win):
    rules = Rules(win, 1, ("goal-difference", "goals-for"), "assumed")
    at = data.draw(some.integers(0, len(matches) - 1))
    old = matches[at]
    better = replace(old, score=Score(old.score.home + 1, old.score.away))
    before = place(old.home, standings(matches, rules))
    after = place(old.home, standings([*matches[:at], better, *matches[at + 1 :]], rules))
    assert after.points >= before.points
    assert after.position <= before.position


def place(club, rows):
    return next(row for row in rows if row.club == club)
