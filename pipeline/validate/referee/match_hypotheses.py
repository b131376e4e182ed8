"""Hypotheses on one match: the table counts another score of it, or the page lacks it."""

from collections.abc import Iterator

from pipeline.domain.match import Club, Match, Score
from pipeline.domain.season import Group
from pipeline.domain.standings import Rules
from pipeline.validate.referee.cells import ZERO, Cells
from pipeline.validate.referee.hypothesis import Hypothesis, TableRows, effect_of_match

AWARDED_SCORES = (Score(3, 0), Score(0, 3))
MOST_GOALS = 15  # tried in place of a printed number


def describe_match(match: Match, score: Score) -> str:
    """Return the match with the score as people write it, such as `Boca 2–1 Grau`."""
    return f"{match.home_printed} {score.home}–{score.away} {match.away_printed}"


def score_is_other(match: Match, group: Group, rows: TableRows) -> Iterator[Hypothesis]:
    """Yield other scores that give the printed rows of both clubs."""
    listed = match.result
    if listed is None:
        return
    printed_goals = _goals_by_table(match, listed, rows)
    for score, remark in _other_scores(listed).items():
        if printed_goals is not None and score.goals != printed_goals:
            continue
        effect = _effect_of_other_score(match, listed, score, group.rules)
        # Asked before the text is written: there would be thousands of texts.
        if not rows.become_printed(effect):
            continue
        text = (
            f"the table fits {describe_match(match, score)}{remark},"
            f" the match list says {listed.home}–{listed.away}"
        )
        yield Hypothesis("other score", text, effect)


def _other_scores(listed: Score) -> dict[Score, str]:
    """Return the scores to try, each with the remark on it that a message makes.

    They are one number changed, awarded 3–0 or 0–3, the sides swapped.
    """
    remarks: dict[Score, str] = {}
    for goals in range(MOST_GOALS + 1):
        remarks[Score(goals, listed.away)] = ""
    for goals in range(MOST_GOALS + 1):
        remarks[Score(listed.home, goals)] = ""
    for awarded in AWARDED_SCORES:
        remarks.setdefault(awarded, " (as if awarded)")
    remarks.setdefault(Score(listed.away, listed.home), " (the sides swapped)")
    remarks.pop(Score(listed.home, listed.away), None)
    return remarks


def _goals_by_table(match: Match, listed: Score, rows: TableRows) -> tuple[int, int] | None:
    """Return the only goals of home and away that can give the printed rows.

    returns: None where the table prints the goals of neither club
    """
    # The table gives Boca 9 goals for, the matches 7: Boca scored two more than the list says.
    if _prints_goals(match.home, rows):
        deviation = rows.deviations.get(match.home, ZERO)
        return listed.home + deviation.goals_for, listed.away + deviation.goals_against
    if _prints_goals(match.away, rows):
        deviation = rows.deviations.get(match.away, ZERO)
        return listed.home + deviation.goals_against, listed.away + deviation.goals_for
    return None


def _prints_goals(club: Club, rows: TableRows) -> bool:
    printed = rows.printed.get(club, {})
    return "goals_for" in printed and "goals_against" in printed


def _effect_of_other_score(
    match: Match, listed: Score, score: Score, rules: Rules
) -> dict[Club, Cells]:
    listed_effect = effect_of_match(match.home, match.away, listed, rules)
    other_effect = effect_of_match(match.home, match.away, score, rules)
    return {club: cells.minus(listed_effect[club]) for club, cells in other_effect.items()}


def match_is_missing(group: Group, rows: TableRows) -> Iterator[Hypothesis]:
    """Yield the match that two clubs lack, if each has one fewer than the table prints."""
    matches_short = {club: deviation.played for club, deviation in rows.deviations.items()}
    clubs_short = sorted(club for club, count in matches_short.items() if count > 0)
    # "Pld 4" of Boca and of Grau, where the page lists three matches of each
    if [matches_short[club] for club in clubs_short] != [1, 1]:
        return
    first, second = clubs_short
    for score, text in _possible_results(first, second, rows):
        effect = effect_of_match(first, second, score, group.rules)
        yield Hypothesis("match missing", f"the page lacks {text}", effect)


def _possible_results(first: Club, second: Club, rows: TableRows) -> Iterator[tuple[Score, str]]:
    """Yield the results that a missing match may have had, as far as the row of one club tells."""
    deviation = rows.deviations[first]
    if _prints_goals(first, rows):
        scored, conceded = deviation.goals_for, deviation.goals_against
        if scored >= 0 and conceded >= 0:
            score_text = f"{rows.names[first]} {scored}–{conceded} {rows.names[second]}"
            yield Score(scored, conceded), f"{score_text}, whoever was at home"
        return
    # Without goals the table tells who won by the points, so one score of each kind is enough.
    differences = [1, 0, -1]
    if "goal_difference" in rows.printed[first]:
        differences = [deviation.goal_difference]
    for difference in differences:
        score = Score(max(difference, 0), max(-difference, 0))
        yield score, _describe_result(difference, rows.names[first], rows.names[second])


def _describe_result(difference: int, first_name: str, second_name: str) -> str:
    """Return the result without its goals, such as `a match that Boca won against Grau`."""
    if difference > 0:
        return f"a match that {first_name} won against {second_name}"
    if difference < 0:
        return f"a match that {second_name} won against {first_name}"
    return f"a draw of {first_name} and {second_name}"
