"""Numbers that the page states of itself."""

import re
from collections.abc import Iterator

from pipeline.domain.keys import fold
from pipeline.domain.match import Match, Score, results_of
from pipeline.domain.match_coverage import matches_in_table
from pipeline.domain.season import Season, Table
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.referee.table_sums import is_full_round_robin, sum_of_column

_NUMBER = re.compile(r"\d+")
_SCORE = re.compile(r"(\d{1,2})\s*[-–—−:]\s*(\d{1,2})")
_HIGHEST_SCORE = re.compile(r"highest scoring|mayor goleada|mas goles")
_MATCHES = re.compile(r"^(?:(?:total )?matches|matches played|partidos(?: jugados)?)$")
_GOALS = re.compile(r"^(?:(?:total )?goals|(?:total )?goles|goles anotados)$")
CALLAO = "PE-CAL"


def stated_departments_are_those_listed(season: Season) -> Contradictions:
    """Count the departments of the team lists, where a sentence says how many there are."""
    stated_count = season.departments_stated
    listed_codes = {entry.department_code for entry in season.entries} - {None}
    if not listed_codes or stated_count in {None, len(listed_codes)}:
        return
    stated = f"the page says {stated_count} departments"
    message = f"{stated}, its team lists have {len(listed_codes)}"
    # "24 departments" and 25 in the lists: many count Callao apart.
    if CALLAO in listed_codes:
        message += "; Callao, a constitutional province, is among the listed"
    yield message, season.statement_spans["departments"]


def stated_goals_are_those_of_as_many_matches(season: Season) -> Contradictions:
    """Compare the infobox's goals with a table or match list of just as many matches."""
    stated_matches = _stated_number(season, _MATCHES)
    stated_goals = _stated_number(season, _GOALS)
    if stated_matches is None or stated_goals is None:
        return
    comparable_goals: set[int] = set()
    for match_count, goal_count in _match_and_goal_counts(season):
        if match_count == stated_matches:
            comparable_goals.add(goal_count)
    if comparable_goals and stated_goals not in comparable_goals:
        given = " or ".join(map(str, sorted(comparable_goals)))
        stated = f"the infobox says {stated_goals} goals in {stated_matches} matches"
        yield f"{stated}, the page's own give {given}", season.span


def _match_and_goal_counts(season: Season) -> Iterator[tuple[int, int]]:
    """Yield matches and goals of each full published table and of each complete group."""
    for group in season.groups:
        for table in group.published:
            yield from _counts_of_table(table)
        if group.is_complete:
            goal_counts = [sum(score.goals) for _, score in results_of(group.matches)]
            yield len(goal_counts), sum(goal_counts)


def _counts_of_table(table: Table) -> Iterator[tuple[int, int]]:
    goal_count = sum_of_column(table, "goals_for")
    if is_full_round_robin(table) and goal_count is not None:
        # Each match stands in the rows of two clubs, each goal in one.
        yield matches_in_table(table) // 2, goal_count


def stated_matches_are_no_fewer_than_those_of_the_last_stage(season: Season) -> Contradictions:
    """Count the matches with a result of the last stage."""
    stated_count = _stated_number(season, _MATCHES)
    match_count = len(list(_results_of_last_stage(season)))
    if stated_count is not None and stated_count < match_count:
        stated = f"the infobox says {stated_count} matches"
        yield f"{stated}, {season.last_stage} alone has {match_count}", season.span


def no_match_of_the_last_stage_has_more_goals_than_the_stated_most(
    season: Season,
) -> Contradictions:
    """Compare the infobox's highest scoring match with those of the last stage."""
    # "| highest scoring = Boca 7–1 Grau", "| mayor goleada = Boca 7–1 Grau"
    stated_text = _stated_text(season, _HIGHEST_SCORE)
    # "Boca 7–1 Grau; Boca 4–4 Aurora": several matches may share the most goals.
    goal_counts = [int(home) + int(away) for home, away in _SCORE.findall(stated_text)]
    if not goal_counts:
        return
    for match, score in _results_of_last_stage(season):
        if sum(score.goals) > max(goal_counts):
            higher = f"{match.home_printed} {score.home}–{score.away} {match.away_printed}"
            stated = f"the infobox calls {stated_text} the highest score"
            yield f"{stated}, {higher} is higher", match.span


def _results_of_last_stage(season: Season) -> Iterator[tuple[Match, Score]]:
    """Yield the matches of the last stage that have a result, each with its score."""
    for match, score in results_of(season.matches):
        if match.stage == season.last_stage:
            yield match, score


def _stated_number(season: Season, parameter: re.Pattern[str]) -> int | None:
    """Return the number of the infobox's first parameter of such a name, None without one."""
    number = _NUMBER.search(_stated_text(season, parameter))
    return int(number[0]) if number else None


def _stated_text(season: Season, parameter: re.Pattern[str]) -> str:
    """Return the infobox's first parameter of such a name as written, nothing without one."""
    for name, text in season.stated.items():
        # "total_goals" and "Total goals" are one parameter.
        if parameter.search(fold(name).replace("_", " ")):
            return text
    return ""
