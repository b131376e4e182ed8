"""Numbers that the page states of itself."""

import re
from collections.abc import Iterator

from pipeline.domain.folding import fold
from pipeline.domain.season import Season, Table
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.referee.table_sums import is_full_round_robin

_NUMBER = re.compile(r"\d+")
_SCORE = re.compile(r"(\d{1,2})\s*[-–—−:]\s*(\d{1,2})")
_HIGHEST_SCORE = re.compile(r"highest scoring|mayor goleada|mas goles")
MATCH_PARAMETERS = {"matches", "total matches", "matches played", "partidos", "partidos jugados"}
GOAL_PARAMETERS = {"goals", "total goals", "goles", "total goles", "goles anotados"}
CALLAO = "PE-CAL"


def stated_departments_are_those_listed(season: Season) -> Contradictions:
    """Count the departments of the team lists, where a sentence says how many there are."""
    stated_count = season.departments_stated
    departments = {entry.department for entry in season.entries if entry.department}
    if stated_count is None or not departments or stated_count == len(departments):
        return
    stated = f"the page says {stated_count} departments"
    message = f"{stated}, its team lists have {len(departments)}"
    # "24 departments" and 25 in the lists: many count Callao apart.
    if any(department.code == CALLAO for department in departments):
        message += "; Callao, a constitutional province, is among the listed"
    yield message, season.statement_spans["departments"]


def stated_goals_are_those_of_as_many_matches(season: Season) -> Contradictions:
    """Compare the infobox's goals with a table or match list of just as many matches."""
    stated_matches = _stated_number(season, MATCH_PARAMETERS)
    stated_goals = _stated_number(season, GOAL_PARAMETERS)
    if stated_matches is None or stated_goals is None:
        return
    comparable_goals: set[int] = set()
    for match_count, goal_count in _match_and_goal_counts(season):
        if match_count == stated_matches:
            comparable_goals.add(goal_count)
    if comparable_goals and stated_goals not in comparable_goals:
        given = " or ".join(str(goals) for goals in sorted(comparable_goals))
        stated = f"the infobox says {stated_goals} goals in {stated_matches} matches"
        yield f"{stated}, the page's own give {given}", season.span


def _match_and_goal_counts(season: Season) -> Iterator[tuple[int, int]]:
    """Yield matches and goals of each full published table and of each complete group."""
    for group in season.groups:
        for table in group.published:
            yield from _counts_of_table(table)
        if group.matches and group.is_complete:
            scores = [match.result for match in group.matches if match.result]
            yield len(scores), sum(score.home + score.away for score in scores)


def _counts_of_table(table: Table) -> Iterator[tuple[int, int]]:
    goal_counts = [row.goals_for for row in table if row.goals_for is not None]
    if is_full_round_robin(table) and len(goal_counts) == len(table):
        # Each match stands in the rows of two clubs, each goal in one.
        yield sum(row.played or 0 for row in table) // 2, sum(goal_counts)


def stated_matches_are_no_fewer_than_those_of_the_last_stage(season: Season) -> Contradictions:
    """Count the matches with a result of the last stage."""
    stated_count = _stated_number(season, MATCH_PARAMETERS)
    last_stage = _last_stage(season)
    match_count = 0
    for match in season.matches:
        if match.stage == last_stage and match.result:
            match_count += 1
    if stated_count is not None and stated_count < match_count:
        stated = f"the infobox says {stated_count} matches"
        yield f"{stated}, {last_stage} alone has {match_count}", season.span


def no_match_of_the_last_stage_has_more_goals_than_the_stated_most(
    season: Season,
) -> Contradictions:
    """Compare the infobox's highest scoring match with those of the last stage."""
    stated_text = _stated_highest_score(season)
    # "Boca 7–1 Grau; Boca 4–4 Aurora": several matches may share the most goals.
    goal_counts = [int(home) + int(away) for home, away in _SCORE.findall(stated_text)]
    if not goal_counts:
        return
    last_stage = _last_stage(season)
    for match in season.matches:
        score = match.result
        if match.stage != last_stage or score is None:
            continue
        if score.home + score.away > max(goal_counts):
            higher = f"{match.home_printed} {score.home}–{score.away} {match.away_printed}"
            stated = f"the infobox calls {stated_text} the highest score"
            yield f"{stated}, {higher} is higher", match.span


def _last_stage(season: Season) -> str:
    if not season.stages:
        return ""
    return season.stages[-1].name


def _stated_highest_score(season: Season) -> str:
    """Return the infobox's highest scoring matches as written, nothing where it has none."""
    # "| highest scoring = Boca 7–1 Grau", "| mayor goleada = Boca 7–1 Grau"
    for name, text in season.stated.items():
        if _HIGHEST_SCORE.search(_comparable(name)):
            return text
    return ""


def _stated_number(season: Season, parameters: set[str]) -> int | None:
    """Return the number of the first parameter of the infobox that has one of these names."""
    for name, text in season.stated.items():
        if _comparable(name) in parameters:
            number = _NUMBER.search(text)
            if number is None:
                return None
            return int(number[0])
    return None


def _comparable(parameter: str) -> str:
    # "total_goals" and "Total goals" are one parameter.
    return fold(parameter).replace("_", " ")
