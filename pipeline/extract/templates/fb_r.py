"""Cross tables of the `Fb r` family: a header, then for each home team a row and its cells.

A cell belongs to the column where it stands, as the page shows it. A column prints a short name;
it takes the name of the row with the same link, else of the row in the same place.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.builders.match_fact import build_match_fact
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.facts import Fact
from pipeline.values.scores import parse_score

_ROWS = frozenset({"fbrteam", "fbr2team"})
_CELL = "fbr"
_NO_MATCH = frozenset({"", "null", "-", "–", "—", "−"})
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
    rows = [call.quote("t", "team") for call in calls if call.name in _ROWS]
    columns = [quote for _, quote in calls[0].positional()]
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
    home_goals = cell.text("gf")
    away_goals = cell.text("ga")
    score_text = cell.text("r") or ""
    if home_goals and away_goals:
        score_text = f"{home_goals}–{away_goals}"
    if score_text.lower() in _NO_MATCH:
        return []
    score = parse_score(score_text)
    return [build_match_fact(cell.section, cell.span, home, away, score, score_text=score_text)]


TABLE = TemplateTable("fb r", _ROWS | {_CELL}, _ENDS, read_matches)
