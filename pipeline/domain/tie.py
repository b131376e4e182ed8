"""A tie between two clubs, and who won it by which rule.

`decide_tie` is where the winner of a tie is decided, from its matches or what is printed of them.
Where the rules leave it open, normalise takes the club that the page says went on ("stated"),
else the one that plays in a later round ("next-round").
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.domain.match import Club, Match, results_of
from pipeline.domain.standings import Rules, StandingsRow, unranked_rows, winner_of
from pipeline.lineage import Span

Decider = Literal["points", "extra-match", "goals", "away-goals", "penalties"]
DecidedBy = Literal[Decider, "stated", "next-round"]
Pair = tuple[int, int]

# Who has more points from two legs is the same whether a win is worth two points or three.
_TWO_POINTS_FOR_A_WIN = Rules(win=2, draw=1, tiebreakers=(), source="")
_DECIDERS_OF_A_SINGLE_MATCH: tuple[Decider, ...] = ("goals", "penalties", "extra-match")


@dataclass(frozen=True, slots=True)
class TieRules:
    """How ties are decided.

    deciders: asked in order; the first that separates the two clubs decides
    source:   where the rules are stated; "assumed" where nobody does
    """

    deciders: tuple[Decider, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Legs:
    """What is known of a tie, everything from team 1's side.

    matches:   the legs, without extra matches
    extra:     matches played because the legs decided nothing
    aggregate: the goals as printed beside the legs, or in their place
    points:    the points as printed, likewise
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
        have_results = all(match.result for match in self.matches)
        return self.is_whole and bool(self.matches) and have_results


@dataclass(frozen=True, slots=True)
class Tie:
    """Two clubs over one match or more.

    key:        season/stage[/group][/round]/team1-team2
    matches:    keys of its matches, an extra one among them
    legs_known: how many of its matches the page tells the result of, an extra one among them
    legs_expected: how many it has; None where nothing says it
    aggregate:  team 1's total first, as printed, else from the matches; None without any
    measure:    what the aggregate counts, "goals" or "points"
    printed:    the aggregate that the page prints, as numbers
    total:      what the matches add up to in the same measure; None where one is open
    stated:     who went on, where the page says so by more than the numbers
    winner:     None where nothing decides
    decided_by: None without a winner
    rules:      those that were asked
    """

    key: str
    stage: str
    group: str | None
    round: str | None
    team1: Club
    team2: Club
    legs_known: int
    legs_expected: int | None
    aggregate: str | None
    measure: str
    winner: Club | None
    decided_by: DecidedBy | None
    span: Span
    rules: TieRules
    matches: tuple[str, ...] = ()
    printed: Pair | None = None
    total: Pair | None = None
    stated: Club | None = None

    @property
    def round_name(self) -> str:
        """The round, or the stage where that is the round."""
        return self.round or self.stage

    @property
    def is_complete(self) -> bool:
        """Whether it is known how many matches it has, and how each ended."""
        return self.legs_expected is not None and self.legs_known >= self.legs_expected

    @property
    def clubs(self) -> frozenset[Club]:
        """Both clubs."""
        return frozenset((self.team1, self.team2))


def decide_tie(legs: Legs, rules: TieRules) -> tuple[Club | None, Decider | None]:
    """Return who won and by what; neither where the rules leave it open."""
    # a tie of one match goes to whoever scored more, whatever the rules say of two legs
    is_single_match = len(legs.matches) == 1 and legs.is_whole
    deciders = _DECIDERS_OF_A_SINGLE_MATCH if is_single_match else rules.deciders
    had_shoot_out = _leader(legs, _penalties(legs)) is not None
    for decider in deciders:
        # "1–0, 1–2 (3–4 p)": had the goals away decided it, nobody would have shot penalties
        if decider == "away-goals" and had_shoot_out:
            continue
        winner = _leader(legs, DECIDERS[decider](legs))
        if winner is not None:
            return winner, decider
    return None, None


def _leader(legs: Legs, pair: Pair | None) -> Club | None:
    """Return the club with the higher number, None where they are level or unknown."""
    if pair is None or pair[0] == pair[1]:
        return None
    return legs.team1 if pair[0] > pair[1] else legs.team2


# 2–1 and 0–2: two points each. 2–1 and 1–1: three to one, team 1 wins
def points(legs: Legs) -> Pair | None:
    """Return the points of team 1 and team 2 over the legs; as printed where a leg is open."""
    if not legs.are_played:
        return legs.points
    row1, row2 = _rows(legs, legs.matches, _TWO_POINTS_FOR_A_WIN)
    return row1.points, row2.points


# 2–1 and 0–1, then a third match 1–0: team 1 wins
def _extra_match_wins(legs: Legs) -> Pair | None:
    winners = [winner_of(match) for match in legs.extra]
    return winners.count(legs.team1), winners.count(legs.team2)


# 1–0 and 0–5: one to five, team 2 wins
def aggregate(legs: Legs) -> Pair | None:
    """Return the goals of team 1 and team 2 over the legs, extra time included.

    returns: as printed where a leg has no result; None where nothing is printed either
    source:  Laws of the Game, Law 10.3: penalties are taken after the match has ended
    """
    if not legs.are_played:
        return legs.aggregate
    row1, row2 = _rows(legs, legs.matches, _TWO_POINTS_FOR_A_WIN)
    return row1.goals_for, row2.goals_for


# team 1 at home 2–1, then away 0–1: both scored two, team 2 one of them away and wins
def _away_goals(legs: Legs) -> Pair | None:
    if not legs.are_played:
        return None
    goals_away = {legs.team1: 0, legs.team2: 0}
    for match, score in results_of(legs.matches):
        goals_away[match.away] += score.away
    return goals_away[legs.team1], goals_away[legs.team2]


# "1–1 (4–2 p)": team 1 wins
def _penalties(legs: Legs) -> Pair | None:
    """Return the shoot-out printed beside the tie, else that of its last match with a result."""
    if legs.penalties:
        return legs.penalties
    for match, score in results_of(reversed((*legs.matches, *legs.extra))):
        home, away = score.penalties
        return (home, away) if match.home == legs.team1 else (away, home)
    return None


DECIDERS: dict[Decider, Callable[[Legs], Pair | None]] = {
    "points": points,
    "extra-match": _extra_match_wins,
    "goals": aggregate,
    "away-goals": _away_goals,
    "penalties": _penalties,
}


def total(legs: Legs, measure: str, rules: Rules) -> Pair | None:
    """Return what a table of ties prints between the teams, as the matches give it.

    measure: "goals", those of the legs, or "points", those of an extra match among them
    rules:   of the season, for what a win is worth
    returns: None where a match has no result
    """
    matches = legs.matches if measure == "goals" else (*legs.matches, *legs.extra)
    if not legs.are_played or any(match.result is None for match in matches):
        return None
    row1, row2 = _rows(legs, matches, rules)
    if measure == "goals":
        return row1.goals_for, row2.goals_for
    return row1.points, row2.points


def _rows(legs: Legs, matches: Iterable[Match], rules: Rules) -> tuple[StandingsRow, StandingsRow]:
    """Return the sums of team 1 and of team 2 over the matches."""
    rows_by_club = unranked_rows(matches, rules)
    return rows_by_club[legs.team1], rows_by_club[legs.team2]


def format_pair(pair: Pair | None) -> str | None:
    """Return a pair of numbers as people write it, such as `2–1`."""
    if pair is None:
        return None
    return f"{pair[0]}–{pair[1]}"
