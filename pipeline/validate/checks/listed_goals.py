"""The goals that a page lists beside a match."""

from pipeline.domain.match import Match, Score
from pipeline.domain.season import Season
from pipeline.findings import count_in_words
from pipeline.validate.checks.check import Contradictions

# a result by a decision is not what happened on the ground: "3–0 (awarded)" and one goal scored
_DECIDED = {"awarded", "walkover"}


def listed_goals_give_the_score(season: Season) -> Contradictions:
    """Count the scorers of each side, penalties and own goals too, where a match lists any.

    Matches that list the scorers of one side only, as many pages do, are one finding.
    """
    one_sided = []
    for match in season.matches:
        if not match.goals or match.score is None or match.status in _DECIDED:
            continue
        listed = _count_goals(match)
        if listed == match.score.goals:
            continue
        message = _describe(match, match.score, listed)
        if _fits_where_listed(match.score, listed):
            one_sided.append((message, match.goals[0].span))
        else:
            yield message, match.goals[0].span
    if one_sided:
        first_message, span = one_sided[0]
        yield _describe_one_sided(first_message, len(one_sided) - 1), span


def _fits_where_listed(score: Score, listed: tuple[int, int]) -> bool:
    """Whether the side that lists scorers lists all of its own: 2–1, and the list says 2–0."""
    return all(count in {0, goals} for count, goals in zip(listed, score.goals, strict=True))


def _describe_one_sided(first_message: str, other_count: int) -> str:
    if other_count == 0:
        return first_message
    return f"{first_message}; {other_count} more list the scorers of one side only"


def _count_goals(match: Match) -> tuple[int, int]:
    home_goals = sum(goal.side == "home" for goal in match.goals)
    return home_goals, len(match.goals) - home_goals


def _describe(match: Match, score: Score, listed: tuple[int, int]) -> str:
    """Return both sides: `Grau 2–1 Aurora, but the scorers listed make 1–1 (1 own goal)`."""
    teams = f"{match.home_printed} {score.home}–{score.away} {match.away_printed}"
    message = f"{teams}, but the scorers listed make {listed[0]}–{listed[1]}"
    kinds = [
        _count_kind(match, "penalty", "penalty", "penalties"),
        _count_kind(match, "own-goal", "own goal", "own goals"),
    ]
    among_them = " and ".join(filter(None, kinds))
    return f"{message} ({among_them} among them)" if among_them else message


def _count_kind(match: Match, kind: str, one: str, several: str) -> str:
    """Return how many of the goals are of the kind, in words; nothing for none."""
    count = sum(goal.kind == kind for goal in match.goals)
    if count == 0:
        return ""
    return count_in_words(count, one, several)
