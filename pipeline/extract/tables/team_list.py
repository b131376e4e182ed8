"""Team lists: tables of the clubs that qualified, by department."""

from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import Record, Sheet
from pipeline.facts import EntryFact, Fact, Section
from pipeline.lineage import Span

DEPARTMENT = frozenset({"department", "departament", "departamento", "departments", "depto."})
TEAM = frozenset({"team", "teams", "club", "clubs", "equipo", "equipos", "clube"})
LOCATION = frozenset({"location", "city", "town", "ciudad", "localidad", "sede", "place"})


def recognises(sheet: Sheet) -> bool:
    """Whether the header has a department and a team."""
    return sheet.column(DEPARTMENT) is not None and sheet.column(TEAM) is not None


def entry(page: Page, sheet: Sheet, record: Record, section: Section) -> list[Fact]:
    """Return the entry that the row states; none where its team cell is blank."""
    texts = [page.visible(cell.start, cell.end) if cell else "" for cell in record.cells]

    def text(names: frozenset[str]) -> str | None:
        column = sheet.column(names)
        return texts[column] or None if column is not None and column < len(texts) else None

    team = sheet.column(TEAM)
    if team is None or not (name := text(TEAM)):
        return []
    cell = record.cells[team]
    return [
        EntryFact(
            section=section,
            span=Span(record.row.start, record.row.end),
            department=text(DEPARTMENT),
            team=name,
            team_link=page.link(cell.start, cell.end) if cell else None,
            location=text(LOCATION),
            columns={
                header: text
                for header, text in zip(sheet.headers, texts, strict=False)
                if header and text
            },
        )
    ]
