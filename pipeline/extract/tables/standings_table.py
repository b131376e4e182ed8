"""Standings in a plain wikitable, English and Spanish, known by their header."""

from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import Record, Sheet
from pipeline.facts import Fact, Section, StandingFact
from pipeline.lineage import Span
from pipeline.values.numbers import parse_count
from pipeline.values.scores import parse_penalties

TEAM = frozenset(
    {"team", "teams", "club", "equipo", "equipos", "nation", "country", "side", "teamvte"}
)
_POSITION = frozenset({"pos", "position", "posicion", "#", "no", "n°", "rank", "r"})
_ENGLISH = {
    "played": frozenset({"pld", "p", "gp", "mp", "pl", "played", "matches"}),
    "won": frozenset({"w", "won", "wins"}),
    "drawn": frozenset({"d", "t", "drawn", "draws"}),
    "lost": frozenset({"l", "lost", "losses"}),
}
_SPANISH = {
    "played": frozenset({"pj", "j", "jj", "jugados"}),
    "won": frozenset({"pg", "g", "ganados"}),
    "drawn": frozenset({"pe", "e", "empatados"}),
    "lost": frozenset({"pp", "p", "perdidos"}),
}
_ONLY_SPANISH = frozenset({"pj", "j", "jj", "pg", "pe", "pp", "e", "equipo", "gc", "ptos"})
_GOALS = {
    "goals_for": frozenset({"gf", "f", "for", "goals for"}),
    "goals_against": frozenset({"ga", "gc", "c", "a", "against", "goals against"}),
    "goal_difference": frozenset({"gd", "dg", "dif", "diff", "difference", "+/-", "±", "+/−"}),
    "points": frozenset({"pts", "pt", "ptos", "points", "puntos"}),
}
_BOTH_GOALS = frozenset({"gf:ga", "gf–ga", "gf-ga", "goals", "goles", "gf/ga"})
_QUALIFICATION = frozenset({"qualification", "clasificacion", "qualification or relegation"})


def recognises(sheet: Sheet) -> bool:
    """Whether the header has a team, points or goals, and wins, draws and losses."""
    columns = _columns(sheet)
    counts = {"won", "drawn", "lost"} <= columns.keys() or {"played", "points"} <= columns.keys()
    return sheet.column(TEAM) is not None and counts


def standing(page: Page, sheet: Sheet, record: Record, section: Section) -> list[Fact]:
    """Return the club's line; none where the row has no team."""
    texts = [page.visible(cell.start, cell.end) if cell else "" for cell in record.cells]

    def text(column: int | None) -> str | None:
        return texts[column] or None if column is not None and column < len(texts) else None

    counts = {name: parse_count(text(column)) for name, column in _columns(sheet).items()}
    if both := parse_penalties(text(_column(sheet, _BOTH_GOALS))):
        counts["goals_for"], counts["goals_against"] = both
    column = sheet.column(TEAM)
    team = text(column)
    if not team or column is None:
        return []
    cell = record.cells[column]
    return [
        StandingFact(
            section=section,
            span=Span(record.row.start, record.row.end),
            position=parse_count((text(_position(sheet, column)) or "").removeprefix("=")),
            team=team,
            team_link=page.link(cell.start, cell.end) if cell else None,
            played=counts.get("played"),
            won=counts.get("won"),
            drawn=counts.get("drawn"),
            lost=counts.get("lost"),
            goals_for=counts.get("goals_for"),
            goals_against=counts.get("goals_against"),
            goal_difference=counts.get("goal_difference"),
            points=counts.get("points"),
            adjustment=None,
            qualification=text(_column(sheet, _QUALIFICATION)),
        )
    ]


def _position(sheet: Sheet, team: int) -> int | None:
    """Return the column of the position; a blank header to the left of the team is one."""
    named = _column(sheet, _POSITION)
    return 0 if named is None and team > 0 and not sheet.folded[0] else named


def _columns(sheet: Sheet) -> dict[str, int]:
    """Return the column of each count; `P` is played beside `W`, lost beside `E`."""
    names = _ENGLISH if _ONLY_SPANISH.isdisjoint(_headers(sheet)) else _SPANISH
    found = {name: _column(sheet, words) for name, words in {**names, **_GOALS}.items()}
    return {name: column for name, column in found.items() if column is not None}


def _headers(sheet: Sheet) -> list[str]:
    """Return the headers without the dots of abbreviations, `P.J.` as `pj`."""
    return [text.replace(".", "") for text in sheet.folded]


def _column(sheet: Sheet, names: frozenset[str]) -> int | None:
    return next((place for place, text in enumerate(_headers(sheet)) if text in names), None)
