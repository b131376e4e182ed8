"""Results in a grid of a wikitable: a row and a column for each team, a result where they cross.

The columns are headed by names, short names or codes. Who is at home is said in the corner,
`Home / Away`; where nothing is said it is the team of the row, as in `#invoke:sports results`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.builders.match_fact import build_match_fact, read_score
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.tables.headered_table import HeaderedTable, Record
from pipeline.extract.tables.team_codes import assign_columns_to_teams
from pipeline.facts import Fact, Section
from pipeline.lineage import Span

_FEWEST_TEAMS = 2
_NUMBER = re.compile(r"\d{0,2}\W{0,2}")
_HOME = r"(?:home|local(?:es)?|casa)"
_AWAY = r"(?:away|visit\w+|visita|fuera)"
# `Visitante / Local`, `Away ↓ / Home →`, `Home → Away ↓`
_COLUMNS_AT_HOME = re.compile(
    rf"{_AWAY}\b(?![^↓]*→).*(?:{_HOME}|$)|{_AWAY}\W*↓.*{_HOME}|{_HOME}\W*→.*{_AWAY}\W*↓"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of results: which team has which row and which column.

    row_numbers: where a record begins on the page -> its row, in `teams`
    columns:     column -> the row of its team
    """

    row_numbers: dict[int, int]
    teams: tuple[Quote, ...]
    columns: dict[int, int]
    columns_at_home: bool


def is_cross_table(table: HeaderedTable) -> bool:
    """Whether rows and columns are teams, and results stand where they cross."""
    return _find_grid_of_table(table) is not None


def read_row(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the matches of the row."""
    grid = _find_grid_of_table(table)
    return list(read_matches(page, grid, record, section))


def _find_grid_of_table(table: HeaderedTable) -> Grid | None:
    # `Home / Away | ALF | BET`, or `# | Team | ALF | BET`
    grids = (find_grid(table, team_column, team_column + 1) for team_column in (0, 1))
    return next(filter(None, grids), None)


@lru_cache(maxsize=8)
def find_grid(table: HeaderedTable, team_column: int, first_column: int) -> Grid | None:
    """Return the grid of the columns from the first on, None if they make none with the rows."""
    named_columns = [
        column for column in range(first_column, len(table.headers)) if table.headers[column]
    ]
    # most tables have no columns that could be teams: their rows need no look
    if len(named_columns) < _FEWEST_TEAMS:
        return None
    page = table.page
    records = [record for record in table.records if _is_of_team(page, record, team_column)]
    columns = [
        column
        for column in named_columns
        if any(_states_result(record.quote(page, column)) for record in records)
    ]
    if min(len(records), len(columns)) < _FEWEST_TEAMS:
        return None
    teams = [record.quote(page, team_column) for record in records]
    headers = [Quote(table.headers[column], table.header_links[column], "") for column in columns]
    rows_of_columns = assign_columns_to_teams(headers, teams)
    if rows_of_columns is None:
        return None
    # nobody plays against itself: with a result there the columns are not these teams
    for column, row in zip(columns, rows_of_columns, strict=True):
        if _states_result(records[row].quote(page, column)):
            return None
    return Grid(
        row_numbers={record.row.start: row for row, record in enumerate(records)},
        teams=tuple(teams),
        columns=dict(zip(columns, rows_of_columns, strict=True)),
        columns_at_home=_says_columns_at_home(table.folded_headers[team_column]),
    )


def read_matches(page: Page, grid: Grid | None, record: Record, section: Section) -> Iterator[Fact]:
    """Yield the matches of the row, none without a grid; each stands in its cell."""
    if grid is None or record.row.start not in grid.row_numbers:
        return
    row = grid.row_numbers[record.row.start]
    for column, row_of_column in grid.columns.items():
        cell = record.cell(column)
        quote = record.quote(page, column)
        if cell is None or row_of_column == row or not _states_result(quote):
            continue
        home, away = grid.teams[row], grid.teams[row_of_column]
        if grid.columns_at_home:
            home, away = away, home
        start = page.text.index(quote.raw, cell.start)
        yield build_match_fact(
            section,
            Span(start, start + len(quote.raw)),
            home,
            away,
            read_score(quote),
            score_text=quote.text,
            score_notes=quote.notes,
            round_label=record.labels.round,
            group=record.labels.group,
        )


def _is_of_team(page: Page, record: Record, team_column: int) -> bool:
    """Whether the row is that of a team, and no label or header."""
    if record.labels.is_label or len(record.row.cells) == 1:
        return False
    return _NUMBER.fullmatch(record.text(page, team_column)) is None


def _states_result(quote: Quote) -> bool:
    """Whether the cell has a score, or says that the match is still to be played."""
    if not quote.text:
        return False
    return read_score(quote).status != "unknown"


def _says_columns_at_home(corner: str) -> bool:
    return _COLUMNS_AT_HOME.match(corner) is not None
