"""Team lists: tables of the clubs that qualified, by department."""

from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import HeaderedTable, Record
from pipeline.facts import EntryFact, Fact, Section
from pipeline.lineage import Span

# `Departament` stands on several pages
_DEPARTMENT = frozenset({"department", "departament", "departamento", "departments", "depto."})
_TEAM = frozenset({"team", "teams", "club", "clubs", "equipo", "equipos", "clube"})
_LOCATION = frozenset({"location", "city", "town", "ciudad", "localidad", "sede", "place"})


def is_team_list(table: HeaderedTable) -> bool:
    """Whether the header has a department and a team."""
    has_department = table.find_column(_DEPARTMENT) is not None
    has_team = table.find_column(_TEAM) is not None
    return has_department and has_team


def read_entry(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the entry that the row states; none where its team cell is blank."""
    columns = {
        "department": table.find_column(_DEPARTMENT),
        "team": table.find_column(_TEAM),
        "location": table.find_column(_LOCATION),
    }
    quotes = record.quote_once(page, columns, fits={})
    team = quotes["team"]
    if not team.text:
        return []
    return [
        EntryFact(
            section=section,
            span=Span(record.row.start, record.row.end),
            department=quotes["department"].text or None,
            team=team.text,
            team_link=team.link,
            location=quotes["location"].text or None,
            columns=_read_columns(page, table, record),
        )
    ]


def _read_columns(page: Page, table: HeaderedTable, record: Record) -> dict[str, str]:
    """Return every header with the text of its cell; of two headers alike the last one filled."""
    columns = {}
    for column, header in enumerate(table.headers):
        text = record.text(page, column)
        is_repeated = column > 0 and record.has_one_cell_across(column - 1, column)
        if header and text and not is_repeated:
            columns[header] = text
    return columns
