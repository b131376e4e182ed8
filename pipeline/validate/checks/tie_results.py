"""Ties: what tables, brackets and later rounds say of the same two clubs."""

import re
from collections.abc import Sequence

from pipeline.domain.match import Club
from pipeline.domain.season import Bracket, Season
from pipeline.domain.tie import Pair, Tie, format_pair
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.checks.message_names import name_club, name_pair

_CONSOLATION_ROUND = re.compile(r"third|3rd|tercer", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+)")
SIDES = 2


def printed_aggregates_are_those_of_the_legs(season: Season) -> Contradictions:
    """Compare the aggregate, or the points, that a table prints with its own legs."""
    for tie in season.ties:
        # "Boca | 3–2 | Grau | 2–1 | 1–0": the legs are 3–1 together.
        if _contradict(tie.printed, tie.total):
            clubs = name_pair(season, tie.team1, tie.team2)
            printed = f"{tie.measure} {format_pair(tie.printed)} are printed"
            yield f"{clubs}: {printed}, the matches give {format_pair(tie.total)}", tie.span


def winners_of_ties_are_the_stated_ones(season: Season) -> Contradictions:
    """Compare the winner by the rules with the one that the page marks."""
    for tie in season.ties:
        # "Boca | 3–1 | Grau | winner=2": the page marks Grau.
        if tie.stated and tie.winner and tie.stated != tie.winner:
            clubs = name_pair(season, tie.team1, tie.team2)
            marked = f"the page marks {name_club(season, tie.stated)} as the winner"
            winner = name_club(season, tie.winner)
            yield f"{clubs}: {marked}, by {tie.decided_by} it is {winner}", tie.span


def losers_of_ties_do_not_play_on_alone(season: Season) -> Contradictions:
    """Look into the next round of the stage that has one of the two clubs of a tie."""
    for number, tie in enumerate(season.ties, 1):
        if tie.winner is None:
            continue
        losers = tie.clubs - {tie.winner}
        clubs_playing_on = _clubs_of_next_tie(tie, season.ties[number:])
        if clubs_playing_on == losers:
            (loser,) = losers
            winner = name_club(season, tie.winner)
            message = f"{winner} win by {tie.decided_by}, but {name_club(season, loser)} play on"
            yield message, tie.span


def _clubs_of_next_tie(tie: Tie, later_ties: Sequence[Tie]) -> frozenset[Club]:
    """Return which clubs of a tie play in the next tie of its stage that has any of them."""
    for later_tie in later_ties:
        # The losers of the semifinals play on for the third place.
        is_consolation = _CONSOLATION_ROUND.search(later_tie.round or "")
        if later_tie.stage != tie.stage or is_consolation:
            continue
        clubs_playing_on = later_tie.clubs & tie.clubs
        if clubs_playing_on:
            return clubs_playing_on
    return frozenset()


def brackets_agree_with_the_matches(season: Season) -> Contradictions:
    """Compare each place of a bracket that prints one number a side with the page's own tie."""
    goals_by_clubs: dict[tuple[Club, Club], Pair] = {}
    turned_goals: dict[tuple[Club, Club], Pair] = {}
    for tie in season.ties:
        if tie.total and tie.measure == "goals":
            goals1, goals2 = tie.total
            goals_by_clubs[tie.team1, tie.team2] = (goals1, goals2)
            turned_goals[tie.team2, tie.team1] = (goals2, goals1)
    # The bracket may name the two clubs in the other order.
    goals_by_clubs = {**turned_goals, **goals_by_clubs}
    for bracket in season.brackets:
        bracket_goals = _goals_of_bracket(bracket)
        tie_goals = goals_by_clubs.get((bracket.team1, bracket.team2))
        if _contradict(bracket_goals, tie_goals):
            clubs = name_pair(season, bracket.team1, bracket.team2)
            printed = f"the bracket says {format_pair(bracket_goals)}"
            yield f"{clubs}: {printed}, the matches {format_pair(tie_goals)}", bracket.span


def _contradict(first: Pair | None, second: Pair | None) -> bool:
    """Whether both are known and are not the same."""
    return None not in {first, second} and first != second


def _goals_of_bracket(bracket: Bracket) -> Pair | None:
    """Return the goals of a place with one number a side; None where it prints each leg."""
    if len(bracket.scores) != SIDES:
        return None
    first = _NUMBER.match(bracket.scores[0])
    second = _NUMBER.match(bracket.scores[1])
    if first is None or second is None:
        return None
    return int(first[1]), int(second[1])
