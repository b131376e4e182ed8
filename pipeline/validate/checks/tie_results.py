"""Ties: what tables, brackets and later rounds say of the same two clubs."""

import re

from pipeline.domain.season import Bracket, Season
from pipeline.domain.tie import Tie, format_pair
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import name_of

_CONSOLATION = re.compile(r"third|3rd|tercer", re.IGNORECASE)


def printed_aggregates_are_those_of_the_legs(season: Season) -> Doubts:
    """Compare the aggregate, or the points, that a table prints with its own legs."""
    for tie in season.ties:
        if tie.printed and tie.total and tie.printed != tie.total:
            message = f"{_names(season, tie)}: {tie.measure} {format_pair(tie.printed)} are printed"
            yield f"{message}, the matches give {format_pair(tie.total)}", tie.span


def winners_of_ties_are_the_stated_ones(season: Season) -> Doubts:
    """Compare the winner by the rules with the one that the page marks."""
    for tie in season.ties:
        if tie.stated and tie.winner and tie.stated != tie.winner:
            marked, won = name_of(season, tie.stated), name_of(season, tie.winner)
            message = f"{_names(season, tie)}: the page marks {marked} as the winner"
            yield f"{message}, by {tie.decided_by} it is {won}", tie.span


def losers_of_ties_do_not_play_on_alone(season: Season) -> Doubts:
    """Look into the next round of the stage that has one of the two clubs of a tie."""
    for at, tie in enumerate(season.ties):
        later = (
            other.clubs & tie.clubs
            for other in season.ties[at + 1 :]
            if other.stage == tie.stage and not _CONSOLATION.search(other.round or "")
        )
        on = next((clubs for clubs in later if clubs), frozenset())
        if tie.winner and on == tie.clubs - {tie.winner}:
            won, gone = name_of(season, tie.winner), name_of(season, next(iter(on)))
            yield f"{won} win by {tie.decided_by}, but {gone} play on", tie.span


def brackets_agree_with_the_matches(season: Season) -> Doubts:
    """Compare each place of a bracket that prints one number a side with the page's own tie."""
    totals = {
        (tie.team1, tie.team2): tie.total
        for tie in season.ties
        if tie.total and tie.measure == "goals"
    }
    for bracket in season.brackets:
        said = _pair(bracket)
        total = totals.get((bracket.team1, bracket.team2))
        turned = totals.get((bracket.team2, bracket.team1))
        known = total or (turned and (turned[1], turned[0]))
        if said and known and said != known:
            names = f"{name_of(season, bracket.team1)} v {name_of(season, bracket.team2)}"
            message = (
                f"{names}: the bracket says {format_pair(said)}, the matches {format_pair(known)}"
            )
            yield message, bracket.span


def _pair(bracket: Bracket) -> tuple[int, int] | None:
    numbers = [re.match(r"\s*(\d+)", text) for text in bracket.scores]
    if len(numbers) != 2 or None in numbers:  # noqa: PLR2004 - one a side
        return None
    one, other = (int(found[1]) for found in numbers if found)
    return one, other


def _names(season: Season, tie: Tie) -> str:
    return f"{name_of(season, tie.team1)} v {name_of(season, tie.team2)}"
