"""Numbers that the page states of itself."""

import re
from collections.abc import Iterator

from pipeline.domain.folding import fold
from pipeline.domain.season import Group, Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.referee.arithmetic import is_full

_NUMBER = re.compile(r"\d+")
_SCORE = re.compile(r"(\d{1,2})\s*[-–—−:]\s*(\d{1,2})")
_MATCHES = {"matches", "total matches", "matches played", "partidos", "partidos jugados"}
_GOALS = {"goals", "total goals", "goles", "total goles", "goles anotados"}
_HIGHEST = re.compile(r"highest scoring|mayor goleada|mas goles")


def stated_departments_are_those_listed(season: Season) -> Doubts:
    """Count the departments of the team lists, where a sentence says how many there are."""
    stated = season.departments_stated
    listed = {entry.department for entry in season.entries if entry.department}
    if stated is None or not listed or stated == len(listed):
        return
    extra = "; Callao, a constitutional province, is among the listed" if _callao(season) else ""
    message = f"the page says {stated} departments, its team lists have {len(listed)}{extra}"
    yield message, season.statement_spans["departments"]


def _callao(season: Season) -> bool:
    return any(e.department and e.department.code == "PE-CAL" for e in season.entries)


def stated_goals_are_those_of_as_many_matches(season: Season) -> Doubts:
    """Compare the infobox's goals with a table or match list of just as many matches."""
    matches, goals = _number(season, _MATCHES), _number(season, _GOALS)
    if matches is None or goals is None:
        return
    found = sorted({scored for played, scored in _totals(season) if played == matches})
    if found and goals not in found:
        given = " or ".join(map(str, found))
        said = f"the infobox says {goals} goals in {matches} matches"
        yield f"{said}, the page's own give {given}", season.span


def stated_matches_are_no_fewer_than_those_of_the_last_stage(season: Season) -> Doubts:
    """Count the matches with a result of the last stage."""
    stated, last = _number(season, _MATCHES), season.stages[-1].name if season.stages else ""
    known = sum(1 for match in season.matches if match.stage == last and match.result)
    if stated is not None and stated < known:
        yield f"the infobox says {stated} matches, {last} alone has {known}", season.span


def no_match_of_the_last_stage_has_more_goals_than_the_stated_most(season: Season) -> Doubts:
    """Compare the infobox's highest scoring match with those of the last stage."""
    last = season.stages[-1].name if season.stages else ""
    text = next((t for name, t in season.stated.items() if _HIGHEST.search(_plain(name))), "")
    most = max((int(a) + int(b) for a, b in _SCORE.findall(text)), default=None)
    for match in season.matches if most is not None else ():
        score = match.result if match.stage == last else None
        if score and score.home + score.away > (most or 0):
            teams = f"{match.home_printed} {score.home}–{score.away} {match.away_printed}"
            yield f"the infobox calls {text} the highest score, {teams} is higher", match.span


def _totals(season: Season) -> Iterator[tuple[int, int]]:
    """Yield matches and goals of each full published table and of each complete group."""
    for group in season.groups:
        for table in group.published:
            played, goals = [row.played for row in table], [row.goals_for for row in table]
            if is_full(table) and None not in goals:
                yield sum(number or 0 for number in played) // 2, sum(g or 0 for g in goals)
        if group.matches and group.is_complete:
            yield _played(group)


def _played(group: Group) -> tuple[int, int]:
    scores = [match.result for match in group.matches if match.result]
    return len(scores), sum(score.home + score.away for score in scores)


def _number(season: Season, names: set[str]) -> int | None:
    text = next((t for name, t in season.stated.items() if _plain(name) in names), "")
    found = _NUMBER.search(text)
    return int(found[0]) if found else None


def _plain(name: str) -> str:
    return fold(name).replace("_", " ")
