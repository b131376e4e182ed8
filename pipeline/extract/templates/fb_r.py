"""Cross tables of the `Fb r` family: a header, then for each home team a row and its cells.

A cell belongs to the column where it stands, as the page shows it. A column prints a short name;
it takes the name of the row with the same link, else of the row in the same place. A note on a name
is of the team, and says nothing of each of its matches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.builders.match_fact import build_match_fact, read_score
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.facts import Fact

_ROWS = frozenset({"fbrteam", "fbr2team"})
_CELL = "fbr"
_NO_MATCH = frozenset({"", "null", "-", "–", "—", "−"})
_ENDS = frozenset({"fbrheader", "fbr2header", "fbrfooter", "fbr2footer"})


def read_matches(calls: Sequence[Call]) -> Iterator[tuple[Call, list[Fact]]]:
    """Yield each call of the table, the header first, with the match that it states, if any."""
    header = calls[0]
    away_teams = _find_away_teams(calls)
    home = BLANK
    away_teams_of_row = iter(away_teams)
    yield header, []
    for call in calls[1:]:
        if call.name in _ENDS:
            break
        facts: list[Fact] = []
        if call.name in _ROWS:
            home = _read_team(call)
            away_teams_of_row = iter(away_teams)
        elif call.name == _CELL:
            # a row with more cells than the header has columns: the cell has no away team
            away = next(away_teams_of_row, BLANK)
            facts = _read_cell(call, home, away)
        yield call, facts


def _read_team(row: Call) -> Quote:
    return replace(row.quote("t", "team"), notes=())


def _find_away_teams(calls: Sequence[Call]) -> list[Quote]:
    """Return the team of each column of the header, named as in its row."""
    rows = [_read_team(call) for call in calls if call.name in _ROWS]
    columns = [replace(quote, notes=()) for _, quote in calls[0].positional()]
    row_by_column = _find_row_of_each_column(columns, rows)
    away_teams = []
    for column, header_team in enumerate(columns):
        row = row_by_column[column]
        away_teams.append(header_team if row is None else rows[row])
    return away_teams


def _find_row_of_each_column(columns: Sequence[Quote], rows: Sequence[Quote]) -> list[int | None]:
    """Return for each column the place of the row with the same team, None if none has it."""
    row_by_column = [_find_row_that_says_the_same(column, rows) for column in columns]
    if len(columns) != len(rows):
        return row_by_column
    # `|ECO |VID` above the rows Ecosem and Sport La Vid: column n is the club of row n
    for place in range(len(columns)):
        if row_by_column[place] is None and place not in row_by_column:
            row_by_column[place] = place
    # the columns stand in another order, and one is left: it is of the row that is left
    if row_by_column.count(None) == 1:
        rows_left = set(range(len(rows))) - set(row_by_column)
        if len(rows_left) == 1:
            row_by_column[row_by_column.index(None)] = rows_left.pop()
    return row_by_column


def _find_row_that_says_the_same(column: Quote, rows: Sequence[Quote]) -> int | None:
    """Return the first row with the link or the name of the column."""
    for place, row in enumerate(rows):
        # `[[Unión Huaral|HUA]]` heads the column of the row `[[Unión Huaral]]`
        if column.link is not None and column.link == row.link:
            return place
    for place, row in enumerate(rows):
        if column.text and column.text == row.text:
            return place
    return None


def _read_cell(cell: Call, home: Quote, away: Quote) -> list[Fact]:
    """Return the match of `{{Fb r|gf=2|ga=1}}` or of `{{Fb r|r=2–1}}`; none of `null`, a dash."""
    home_goals, away_goals = cell.quote("gf"), cell.quote("ga")
    score = cell.quote("r")
    if home_goals.text and away_goals.text:
        text = f"{home_goals.text}–{away_goals.text}"
        score = Quote(text, None, text, (*home_goals.notes, *away_goals.notes))
    if score.text.lower() in _NO_MATCH:
        return []
    return [
        build_match_fact(
            cell.section,
            cell.span,
            home,
            away,
            read_score(score),
            score_text=score.text,
            score_notes=score.notes,
        )
    ]


TABLE = TemplateTable("fb r", _ROWS | {_CELL}, _ENDS, read_matches)
