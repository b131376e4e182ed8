"""Cross tables of the `Fb r` family: a header, then for each home team a row and its cells.

A cell belongs to the column where it stands, as the page shows it. A column prints a short name
with a link; it takes the name of the row with the same link.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.builders.match_fact import build_match_fact
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.facts import Fact
from pipeline.values.scores import parse_score

_ROWS = frozenset({"fbrteam", "fbr2team"})
_CELL = "fbr"
_ENDS = frozenset({"fbrheader", "fbr2header", "fbrfooter", "fbr2footer"})


def read_matches(calls: Sequence[Call]) -> Iterator[tuple[Call, list[Fact]]]:
    """Yield each call of the table, the header first, with the match that it states, if any."""
    header = calls[0]
    away_teams = _find_away_teams(calls)
    home = BLANK
    column = 0
    yield header, []
    for call in calls[1:]:
        if call.name in _ENDS:
            break
        facts: list[Fact] = []
        if call.name in _ROWS:
            home = call.quote("t", "team")
            column = 0
        elif call.name == _CELL:
            # a row with more cells than the header has columns: the cell has no away team
            away = away_teams[column] if column < len(away_teams) else BLANK
            facts = _read_cell(call, home, away)
            column += 1
        yield call, facts


def _find_away_teams(calls: Sequence[Call]) -> list[Quote]:
    """Return the team of each column of the header, named as in its row."""
    row_teams = [call.quote("t", "team") for call in calls if call.name in _ROWS]
    row_team_by_link: dict[str, Quote] = {}
    for team in row_teams:
        if team.link:
            row_team_by_link.setdefault(team.link, team)
    away_teams = []
    for _, header_team in calls[0].positional():
        # `[[Unión Huaral|HUA]]` heads the column of the row `[[Unión Huaral]]`
        team = row_team_by_link.get(header_team.link or "", header_team)
        away_teams.append(team)
    return away_teams


def _read_cell(cell: Call, home: Quote, away: Quote) -> list[Fact]:
    """Return the match of `{{Fb r|gf=2|ga=1}}` or of `{{Fb r|r=2–1}}`; `null` states none."""
    home_goals = cell.text("gf")
    away_goals = cell.text("ga")
    score_text = cell.text("r") or ""
    if home_goals and away_goals:
        score_text = f"{home_goals}–{away_goals}"
    if score_text.lower() in {"", "null"}:
        return []
    score = parse_score(score_text)
    return [build_match_fact(cell.section, cell.span, home, away, score, score_text=score_text)]


TABLE = TemplateTable("fb r", _ROWS | {_CELL}, _ENDS, read_matches)
