"""The goals that a match fact lists, each on the side for which it counts."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.match import Goal
from pipeline.facts import MatchFact

_OTHER_SIDE = {"home": "away", "away": "home"}


def read_goals(fact: MatchFact) -> tuple[Goal, ...]:
    """Return the goals of the fact, home before away; none where it lists none."""
    if fact.goals is None:
        return ()
    goals = [
        Goal(
            side=goal.side,
            player=goal.player,
            player_link=goal.player_link,
            minute=goal.minute,
            stoppage=goal.stoppage,
            kind=goal.kind,
            span=fact.span,
        )
        for goal in fact.goals
    ]
    # "2–0", and below the visitors "Soto 33' (a.g.)": most pages list an own goal with the goals
    # of the club that it counts for, some with the club of the player
    turned_goals = [_turn_own_goal(goal) for goal in goals]
    if not _give_score(fact, goals) and _give_score(fact, turned_goals):
        goals = sorted(turned_goals, key=_is_away)
    return tuple(goals)


def _turn_own_goal(goal: Goal) -> Goal:
    if goal.kind != "own-goal":
        return goal
    return replace(goal, side=_OTHER_SIDE[goal.side])


def _give_score(fact: MatchFact, goals: Sequence[Goal]) -> bool:
    """Whether the goals are as many on each side as the score says."""
    away_goals = sum(map(_is_away, goals))
    return (fact.home_goals, fact.away_goals) == (len(goals) - away_goals, away_goals)


def _is_away(goal: Goal) -> bool:
    return goal.side == "away"
