"""A group ranked from its matches, under the rules of its season."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias, TypeVar

from pipeline.domain.grouping import group_by
from pipeline.domain.match import Club, Match

Tiebreaker = Literal[
    "play-off", "head-to-head", "goal-difference", "goals-for", "wins", "relative-points",
    "earlier-rank", "lots",
]  # fmt: skip
HEAD_TO_HEAD = "head-to-head"
_NO_ADJUSTMENTS: Mapping[Club, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rules:
    """How a group is ranked.

    win, draw, loss: points for each
    tiebreakers:     what separates clubs level on points; the first that does decides
    source:          where the rules are stated; "assumed" where nobody does
    advance:         how many go on to the next stage; None where nothing states it
    awarded_goals:   goals for the winner of a match that is awarded without a score
    """

    win: int
    draw: int
    tiebreakers: tuple[Tiebreaker, ...]
    source: str
    loss: int = 0
    advance: int | None = None
    awarded_goals: int = 0

    def points(self, won: int, drawn: int, lost: int) -> int:
        """Return the points for so many matches of each kind."""
        return won * self.win + drawn * self.draw + lost * self.loss


@dataclass(frozen=True, slots=True)
class StandingsRow:
    """A club's line in a table; clubs that no rule separates share a position.

    adjustment: points given or taken by decision, inside `points`
    """

    club: Club
    position: int = 0
    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    points: int = 0
    adjustment: int = 0

    @property
    def goal_difference(self) -> int:
        """Goals scored minus goals conceded."""
        return self.goals_for - self.goals_against

    def plus(self, scored: int, conceded: int, rules: Rules) -> "StandingsRow":
        """Return the row after one more match."""
        won = scored > conceded
        drawn = scored == conceded
        lost = scored < conceded
        return replace(
            self,
            played=self.played + 1,
            won=self.won + won,
            drawn=self.drawn + drawn,
            lost=self.lost + lost,
            goals_for=self.goals_for + scored,
            goals_against=self.goals_against + conceded,
            points=self.points + rules.points(won, drawn, lost),
        )

    def plus_awarded(self, goals: tuple[int, int], rules: Rules, *, won: bool) -> "StandingsRow":
        """Return the row after a match that was won or lost by a decision.

        goals: for and against the club, as the rules count them
        """
        scored, conceded = goals
        return replace(
            self,
            played=self.played + 1,
            won=self.won + won,
            lost=self.lost + (not won),
            goals_for=self.goals_for + scored,
            goals_against=self.goals_against + conceded,
            points=self.points + rules.points(int(won), 0, int(not won)),
        )

    def adjusted(self, points: int) -> "StandingsRow":
        """Return the row with points given or taken by decision."""
        return replace(self, points=self.points + points, adjustment=self.adjustment + points)


class ClubRow(Protocol):
    """A row of a table, derived or printed."""

    @property
    def club(self) -> Club:
        """Whose row it is."""
        ...


Row = TypeVar("Row", bound=ClubRow)


@dataclass(frozen=True, slots=True)
class GroupMatches:
    """What a tiebreaker may look at beside the rows.

    matches:   those that count for the table
    play_offs: those that settle a rank and count for nothing else
    """

    matches: tuple[Match, ...]
    play_offs: tuple[Match, ...]
    rules: Rules


def standings(
    matches: Iterable[Match],
    rules: Rules,
    play_offs: Sequence[Match] = (),
    adjustments: Mapping[Club, int] = _NO_ADJUSTMENTS,
) -> list[StandingsRow]:
    """Rank the clubs of one group, best first.

    matches:     those that count; one to come adds its clubs and nothing else, a void one nothing
    play_offs:   matches that settle a rank and add nothing to the rows
    adjustments: points given or taken by decision
    returns:     equal rows for equal input in any order; clubs that the rules cannot separate share
                 a position and stand in alphabetical order
    """
    group = GroupMatches(tuple(matches), tuple(play_offs), rules)
    rows_by_club = unranked_rows(group.matches, rules)
    for club, points in adjustments.items():
        if club in rows_by_club:
            rows_by_club[club] = rows_by_club[club].adjusted(points)
    criteria = ("points", *rules.tiebreakers)
    return assign_positions(split_by_criteria(list(rows_by_club.values()), criteria, group))


def unranked_rows(matches: Iterable[Match], rules: Rules) -> dict[Club, StandingsRow]:
    """Return the row of each club that the matches name."""
    rows: dict[Club, StandingsRow] = {}
    for match in matches:
        # a club whose only match was annulled is not in the table
        if match.is_void:
            continue
        rows.setdefault(match.home, StandingsRow(match.home))
        rows.setdefault(match.away, StandingsRow(match.away))
        if match.result is not None:
            home_goals, away_goals = match.result.goals
            rows[match.home] = rows[match.home].plus(home_goals, away_goals, rules)
            rows[match.away] = rows[match.away].plus(away_goals, home_goals, rules)
        elif match.awarded_to is not None:
            rows[match.home] = _with_award(rows[match.home], match, rules)
            rows[match.away] = _with_award(rows[match.away], match, rules)
    return rows


def _with_award(row: StandingsRow, match: Match, rules: Rules) -> StandingsRow:
    """Return the row after a match without a score that was given to a club, or to nobody."""
    # "PP - PP": both clubs lose, and no goal is counted
    if match.winner is None:
        return row.plus_awarded((0, 0), rules, won=False)
    if match.winner == row.club:
        return row.plus_awarded((rules.awarded_goals, 0), rules, won=True)
    return row.plus_awarded((0, rules.awarded_goals), rules, won=False)


def split_by_criteria(
    rows: list[StandingsRow], criteria: Sequence[str], group: GroupMatches
) -> list[list[StandingsRow]]:
    """Split the rows by each criterion in turn, best first; rows still together are level."""
    if len(rows) == 1 or not criteria:
        return [sorted(rows, key=lambda row: row.club)]
    amounts = TIEBREAKER_MEASURES[criteria[0]](rows, group)
    levels: list[list[StandingsRow]] = []
    for level_rows, later_criteria in split_by_amounts(rows, criteria, amounts):
        levels.extend(split_by_criteria(level_rows, later_criteria, group))
    return levels


def split_by_amounts(
    rows: Iterable[Row], criteria: Sequence[str], amounts: Mapping[Club, "Amount"]
) -> list[tuple[list[Row], Sequence[str]]]:
    """Split the rows by the first criterion, best first, each part with the criteria still to ask.

    amounts: what the first criterion gives each club
    """
    rows_by_amount = group_by(lambda row: amounts[row.club], rows)
    later_criteria = criteria[1:]
    # A, B and C are level on points, and their matches put C first: those of A and B alone then
    # tell A from B, without their matches against C
    if criteria[0] == HEAD_TO_HEAD and len(rows_by_amount) > 1:
        later_criteria = criteria
    best_first = sorted(rows_by_amount, reverse=True)
    return [(rows_by_amount[amount], later_criteria) for amount in best_first]


def assign_positions(levels: Iterable[list[StandingsRow]]) -> list[StandingsRow]:
    """Give each row its position; level rows share theirs, as in 1, 2, 2, 4."""
    ranked_rows: list[StandingsRow] = []
    for level_rows in levels:
        position = len(ranked_rows) + 1
        ranked_rows.extend(replace(row, position=position) for row in level_rows)
    return ranked_rows


def winner_of(match: Match) -> Club | None:
    """Return who won, by goals or else by the shoot-out; None for a draw or no result."""
    return match.winner


# The criteria: each returns an amount for every club, and more is better.
Amount: TypeAlias = int | Fraction | tuple[int, int, int]
Measure: TypeAlias = Callable[[list[StandingsRow], GroupMatches], Mapping[Club, Amount]]


# two clubs with 7 points met once more, "Tiebreaker: Aurora 1–0 Grau": Aurora is first
def _play_off_wins(rows: list[StandingsRow], group: GroupMatches) -> dict[Club, int]:
    wins = {row.club: 0 for row in rows}
    for match in group.play_offs:
        winner = winner_of(match)
        if winner is not None and match.clubs <= wins.keys():
            wins[winner] += 1
    return wins


# Aurora and Grau have 7 points and Aurora beat Grau 1–0: Aurora is first, with fewer goals in all
def _head_to_head(
    rows: list[StandingsRow], group: GroupMatches
) -> dict[Club, tuple[int, int, int]]:
    """Return points, goal difference and goals in the matches among these clubs alone."""
    clubs = {row.club for row in rows}
    matches_among_clubs = [match for match in group.matches if match.clubs <= clubs]
    rows_by_club = unranked_rows(matches_among_clubs, group.rules)
    amounts: dict[Club, tuple[int, int, int]] = {}
    for club in clubs:
        row = rows_by_club.get(club, StandingsRow(club))
        amounts[club] = (row.points, row.goal_difference, row.goals_for)
    return amounts


def _amount_of_row(read_amount: Callable[[StandingsRow], Amount]) -> Measure:
    """Return the criterion that compares what each row says of itself."""

    def measure(rows: list[StandingsRow], _: GroupMatches) -> dict[Club, Amount]:
        return {row.club: read_amount(row) for row in rows}

    return measure


def _points_a_match(row: StandingsRow) -> Fraction:
    return Fraction(row.points, row.played or 1)


def _nothing_known_here(_: StandingsRow) -> int:
    return 0


TIEBREAKER_MEASURES: dict[str, Measure] = {
    # 7 points are better than 6, whatever the goals
    "points": _amount_of_row(attrgetter("points")),
    "play-off": _play_off_wins,
    HEAD_TO_HEAD: _head_to_head,
    # 5–2 goals are better than 9–7
    "goal-difference": _amount_of_row(attrgetter("goal_difference")),
    # 9–7 goals are better than 5–3
    "goals-for": _amount_of_row(attrgetter("goals_for")),
    # with two points for a win, two wins and a loss are better than one win and two draws
    "wins": _amount_of_row(attrgetter("won")),
    # 5 points from 3 matches are better than 5 from 4: a club withdrew before it had met them all
    "relative-points": _amount_of_row(_points_a_match),
    # the rank of an earlier stage, or the lots drawn, decided outside this group: all stay level
    "earlier-rank": _amount_of_row(_nothing_known_here),
    "lots": _amount_of_row(_nothing_known_here),
}
