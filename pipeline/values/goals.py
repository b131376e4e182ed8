"""Lists of scorers, such as `[[José Pérez|Pérez]] 12', 45+2' (pen.)`."""

from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.values.goal_items import Count, Item, Mark, Minute, Name, read_items

GoalKind = Literal["goal", "penalty", "own-goal"]


@dataclass(frozen=True, slots=True)
class ReadGoal:
    """One goal of a list; what the list does not say is None."""

    player: str | None = None
    player_link: str | None = None
    minute: int | None = None
    stoppage: int | None = None
    kind: GoalKind = "goal"


@dataclass(slots=True)
class _Scorer:
    """A player and the goals read so far.

    next_kind: of a mark that stands before its minute
    counted:   how many goals a count says, such as `(2)`
    """

    name: Name | None = None
    goals: list[ReadGoal] = field(default_factory=list)
    next_kind: GoalKind = "goal"
    scored: bool = True
    counted: int = 0

    def add(self, minute: Minute) -> None:
        self.goals.append(ReadGoal(None, None, minute.minute, minute.stoppage, self.next_kind))
        self.next_kind = "goal"

    def mark(self, says: str) -> None:
        """Apply a mark to the last goal, or to the one to come."""
        if says == "card":
            self.scored = self.scored and bool(self.goals)
        elif says == "no-goal":
            self.goals = self.goals[:-1]
            self.scored = bool(self.goals)
        elif self.goals:
            self.goals[-1] = replace(self.goals[-1], kind=_as_kind(says))
        else:
            self.next_kind = _as_kind(says)

    def result(self) -> list[ReadGoal]:
        """Return the goals; a player alone, such as `Pérez`, scored one at an unknown minute."""
        if not self.goals and self.name is not None and self.scored:
            self.add(Minute(None, None))
        # `Pérez (2) 12', 45'`: the minutes say it again
        while len(self.goals) < self.counted:
            self.add(Minute(None, None))
        if self.name is None:
            return self.goals
        player, link = self.name.text, self.name.link
        return [replace(goal, player=player, player_link=link) for goal in self.goals]


def parse_goals(text: str) -> list[ReadGoal]:
    """Read a list of scorers, a line or a separator after each; links as `[[page|text]]`.

    The minutes stand behind the player (`Pérez 12', 45+2' (pen.)`) or before (`12' Pérez`). A
    number without a player is a goal of nobody named.
    """
    scorers: list[_Scorer] = []
    for line in text.splitlines():
        items = list(read_items(line))
        names_come_last = bool(items) and isinstance(items[0], Minute)
        if names_come_last and any(isinstance(item, Name) for item in items):
            scorers += _read_minutes_first(items)
        else:
            _add_names_first(items, scorers)
    return [goal for scorer in scorers for goal in scorer.result()]


def _add_names_first(items: list[Item], scorers: list[_Scorer]) -> None:
    """Add the scorers of `Pérez 12', 45' (pen.), Gómez 70'`; minutes alone are the last one's."""
    for item in items:
        if isinstance(item, Name):
            scorers.append(_Scorer(item))
            continue
        if not scorers:
            scorers.append(_Scorer())
        _add_item(scorers[-1], item)


def _read_minutes_first(items: list[Item]) -> list[_Scorer]:
    """Return the scorers of `12', 45' (pen.) Pérez, 70' Gómez`."""
    scorers = [_Scorer()]
    for item in items:
        # `12' Pérez 70'`: the next minute begins the next scorer
        if isinstance(item, Minute) and scorers[-1].name is not None:
            scorers.append(_Scorer())
        if not isinstance(item, Name):
            _add_item(scorers[-1], item)
        elif scorers[-1].name is None:
            scorers[-1].name = item
        else:
            scorers.append(_Scorer(item))
    return scorers


def _add_item(scorer: _Scorer, item: Minute | Mark | Count) -> None:
    if isinstance(item, Minute):
        scorer.add(item)
    elif isinstance(item, Mark):
        scorer.mark(item.says)
    else:
        scorer.counted = item.goals


def _as_kind(says: str) -> GoalKind:
    return "own-goal" if says == "own-goal" else "penalty"
