"""A tie between two clubs, and who won it by which rule."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pipeline.domain.match import Club, Match
from pipeline.domain.standings import Rules, totals, winner_of
from pipeline.lineage import Span

Decider = Literal["points", "extra-match", "goals", "away-goals", "penalties"]
Pair = tuple[int, int]
DECIDED_BY = (
    "points", "extra-match", "goals", "away-goals", "penalties", "stated", "next-round"
)  # fmt: skip
TWO_POINTS = Rules(2, 1, (), "")  # a win outweighs a draw and no more: enough for two legs


@dataclass(frozen=True, slots=True)
class TieRules:
    """How ties are decided.

    deciders: asked in order, the first that parts the two decides
    source:   where the rules are stated; "assumed" where nobody does
    """

    deciders: tuple[Decider, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Legs:
    """What is known of a tie, everything from team 1's side.

    matches:   the legs; not the extra match
    extra:     matches played because the legs decided nothing
    aggregate: the total as printed, where the legs are not
    points:    the points as printed, where the legs are not
    penalties: of a shoot-out printed beside the tie
    is_whole:  whether `matches` are all legs; False where the page leaves one blank
    """

    team1: Club
    team2: Club
    matches: tuple[Match, ...]
    extra: tuple[Match, ...] = ()
    aggregate: Pair | None = None
    points: Pair | None = None
    penalties: Pair | None = None
    is_whole: bool = True

    @property
    def are_played(self) -> bool:
        """Whether every leg is known and has a result."""
        return self.is_whole and bool(self.matches) and all(m.result for m in self.matches)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two clubs over one match or more.

    key:        season/stage[/group][/round]/team1-team2
    matches:    keys of its matches, an extra one among them
    legs:       how many matches the page tells of, from 1
    aggregate:  team 1's total first, as printed, else from the matches; None without any
    measure:    what the aggregate counts, "goals" or "points"
    printed:    the aggregate that the page prints, as numbers
    total:      what the matches add up to in the same measure; None where one is open
    stated:     who went on, where the page says so by more than the numbers
    winner:     None where nothing decides
    decided_by: a word of DECIDED_BY; None without a winner
    rules:      those that were asked
    """

    key: str
    stage: str
    group: str | None
    round: str | None
    team1: Club
    team2: Club
    legs: int
    aggregate: str | None
    measure: str
    winner: Club | None
    decided_by: str | None
    span: Span
    rules: TieRules
    matches: tuple[str, ...] = ()
    printed: Pair | None = None
    total: Pair | None = None
    stated: Club | None = None

    @property
    def clubs(self) -> frozenset[Club]:
        """Both clubs."""
        return frozenset((self.team1, self.team2))


def decided(legs: Legs, rules: TieRules) -> tuple[Club | None, Decider | None]:
    """Return who won and by what; neither where the rules leave it open.

    A tie of one match goes to whoever scored more, then to the shoot-out, then to an extra match.
    Where there was a shoot-out, the goals away had decided nothing.
    """
    single: tuple[Decider, ...] = ("goals", "penalties", "extra-match")
    one = len(legs.matches) == 1 and legs.is_whole
    for decider in single if one else rules.deciders:
        pair = _penalties(legs) if decider == "away-goals" else None
        if pair and pair[0] != pair[1]:
            continue
        pair = DECIDERS[decider](legs)
        if pair and pair[0] != pair[1]:
            return (legs.team1 if pair[0] > pair[1] else legs.team2), decider
    return None, None


def aggregate(legs: Legs) -> Pair | None:
    """Return the goals of team 1 and team 2 over the legs, extra time included.

    returns: as printed where a leg has no result; None where nothing is printed either
    source:  Laws of the Game, Law 10.3: penalties are taken after the match has ended
    """
    if not legs.are_played:
        return legs.aggregate
    table = totals(legs.matches, TWO_POINTS)
    return table[legs.team1].goals_for, table[legs.team2].goals_for


def points(legs: Legs) -> Pair | None:
    """Return the points of team 1 and team 2 over the legs; as printed where a leg is open."""
    if not legs.are_played:
        return legs.points
    table = totals(legs.matches, TWO_POINTS)
    return table[legs.team1].points, table[legs.team2].points


def total(legs: Legs, measure: str, rules: Rules) -> Pair | None:
    """Return what a table of ties prints between the teams: goals, or points with an extra match.

    rules: of the season, for what a win is worth
    """
    matches = legs.matches if measure == "goals" else (*legs.matches, *legs.extra)
    if not legs.are_played or any(match.result is None for match in matches):
        return None
    table = totals(matches, rules)
    one, other = table[legs.team1], table[legs.team2]
    return (one.goals_for, other.goals_for) if measure == "goals" else (one.points, other.points)


def _away_goals(legs: Legs) -> Pair | None:
    away = {legs.team1: 0, legs.team2: 0}
    for match in legs.matches if legs.are_played else ():
        away[match.away] += match.result.away if match.result else 0
    return away[legs.team1], away[legs.team2]


def _extra_match(legs: Legs) -> Pair | None:
    winners = [winner_of(match) for match in legs.extra]
    return winners.count(legs.team1), winners.count(legs.team2)


def _penalties(legs: Legs) -> Pair | None:
    """Return the shoot-out printed beside the tie, else that of its last match."""
    if legs.penalties:
        return legs.penalties
    for match in (*reversed(legs.extra), *reversed(legs.matches)):
        if score := match.result:
            shot = score.home_penalties or 0, score.away_penalties or 0
            return shot if match.home == legs.team1 else (shot[1], shot[0])
    return None


DECIDERS: dict[Decider, Callable[[Legs], Pair | None]] = {
    "points": points,
    "extra-match": _extra_match,
    "goals": aggregate,
    "away-goals": _away_goals,
    "penalties": _penalties,
}


def shown(pair: Pair | None) -> str | None:
    """Return a pair of numbers as people write it."""
    return f"{pair[0]}–{pair[1]}" if pair else None
