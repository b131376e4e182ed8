"""The tables of a season, read from the views: published and derived side by side."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter

from sqlalchemy import Engine

from pipeline.findings import count_in_words
from pipeline.publish.view_rows import ViewRow, read_rows

_TABLES = """
    SELECT report_standing.stage, grp, origin, report_standing.position, team, played, won, drawn,
           lost, goals_for, goals_against, goal_difference, points, adjustment, line
    FROM report_standing
    JOIN stage ON stage.season = report_standing.season AND stage.name = report_standing.stage
    WHERE report_standing.season = :season
    ORDER BY stage.position, COALESCE(grp, ''), origin, COALESCE(line, 0),
             COALESCE(report_standing.position, 0), standing_key
"""
_DIFFERENCES = """
    SELECT stage, grp, team, measure, published, derived, verdict, explanation
    FROM report_standing_difference WHERE season = :season
"""
_CLUB_OF_TABLE = itemgetter("stage", "grp", "team")
_DIFFERENCE_COLUMNS = ("measure", "published", "derived", "verdict", "explanation")
_NUMBER_COLUMNS = (
    "played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference", "points",
)  # fmt: skip
_HEADER = ("Pos", "Team", "Pld", "W", "D", "L", "GF", "GA", "GD", "Pts")
# A row gets the mark of the worst verdict on one of its cells; the worst stands first.
_MARK_BY_VERDICT = {
    "unexplained": "✗",
    "not-comparable": "·",
    "ambiguous": "?",
    "explained": "≈",
}
_MARK_OF_AGREEMENT = "✓"
_LEGEND = "✓ agrees  ≈ explained  ? ambiguous  · not comparable  ✗ unexplained"
_NAME_WIDTH = 36


def read_tables(engine: Engine, season: str) -> list[ViewRow]:
    """Return the rows of every table of the season, each published one with its `differences`."""
    rows = read_rows(engine, _TABLES, season=season)
    differences = read_rows(engine, _DIFFERENCES, season=season)
    differences_by_club: defaultdict[tuple[str, ...], list[ViewRow]] = defaultdict(list)
    for difference in differences:
        cells = {name: difference[name] for name in _DIFFERENCE_COLUMNS}
        differences_by_club[_CLUB_OF_TABLE(difference)].append(cells)
    for row in rows:
        row["differences"] = []
        if row["origin"] == "published":
            row["differences"] += differences_by_club[_CLUB_OF_TABLE(row)]
    return rows


def format_json(rows: Sequence[ViewRow]) -> str:
    """Return the rows for programs."""
    return json.dumps(rows, ensure_ascii=False, indent=1)


def format_text(season: str, rows: Sequence[ViewRow]) -> str:
    """Return the tables for people, each under its stage, with marks and reasons."""
    rows_by_group: dict[tuple[str, str | None], list[ViewRow]] = {}
    for row in rows:
        rows_by_group.setdefault((row["stage"], row["grp"]), []).append(row)
    tables = []
    for (stage, group), rows_of_group in rows_by_group.items():
        place = f"{stage} / {group}" if group else stage
        tables.append("\n".join(_format_group(f"{season} {place}", rows_of_group)))
    if any(row["origin"] == "published" for row in rows):
        tables.append(_LEGEND)
    return "\n\n".join(tables)


def _format_group(title: str, rows: Sequence[ViewRow]) -> Iterator[str]:
    published = [row for row in rows if row["origin"] == "published"]
    derived_by_team = {row["team"]: row for row in rows if row["origin"] == "derived"}
    if not published:
        yield f"{title}, {_describe_derived(derived_by_team.values())}"
        yield _format_line(_HEADER)
        yield from map(_format_row, derived_by_team.values())
        return
    head = _format_line(_HEADER)
    if derived_by_team:
        yield f"{title}, as published | {_describe_derived(derived_by_team.values())}"
        yield f"{head}   |{_format_numbers(('Pos', *_HEADER[2:]))}"
    else:
        yield f"{title}, as published"
        yield head
    for row in published:
        line = f"{_format_row(row)}  {_mark(row)}"
        # a club of the published table may have no match on the page
        derived = derived_by_team.pop(row["team"], None)
        if derived:
            position, _, *numbers = _cells(derived)
            line = f"{line}|{_format_numbers((position, *numbers))}"
        yield line
    if derived_by_team:
        yield "in the matches, not in the table:"
        yield from map(_format_row, derived_by_team.values())
    for row in published:
        yield from _format_reasons(row)


def _describe_derived(rows: Collection[ViewRow]) -> str:
    """Return of how many matches the derived table is, which may be fewer than were played."""
    match_count = sum(row["played"] for row in rows) // 2  # each counts for two clubs
    return f"derived from {count_in_words(match_count, 'match', 'matches')}"


def _mark(row: ViewRow) -> str:
    verdicts = {difference["verdict"] for difference in row["differences"]}
    for verdict, mark in _MARK_BY_VERDICT.items():
        if verdict in verdicts:
            return mark
    return _MARK_OF_AGREEMENT


def _format_reasons(row: ViewRow) -> Iterator[str]:
    """Yield one line for each reason, with the cells that it is about."""
    # "Juan Aurich: points 9, not 10; won 2, not 3: explained: one match is missing"
    cells_by_reason: dict[tuple[str, str], list[str]] = {}
    for difference in row["differences"]:
        measure = difference["measure"].replace("_", " ")
        cell = f"{measure} {difference['published']}, not {difference['derived']}"
        reason = difference["verdict"], difference["explanation"] or ""
        cells_by_reason.setdefault(reason, []).append(cell)
    for (verdict, explanation), cells in cells_by_reason.items():
        yield f"  {row['team']}: {'; '.join(cells)}: {verdict}: {explanation}"


def _cells(row: ViewRow) -> list[str]:
    numbers = [_format_number(name, row[name]) for name in _NUMBER_COLUMNS]
    return [_format_number("position", row["position"]), row["team"], *numbers]


def _format_row(row: ViewRow) -> str:
    return _format_line(_cells(row))


def _format_number(name: str, value: int | None) -> str:
    if value is None:
        return "?"
    return f"{value:+d}" if name == "goal_difference" else str(value)


def _format_line(cells: Sequence[str]) -> str:
    position, team, *numbers = cells
    # a long name must not move the numbers
    if len(team) > _NAME_WIDTH:
        team = f"{team[: _NAME_WIDTH - 1]}…"
    return f"{position:>3}  {team:<{_NAME_WIDTH}}{_format_numbers(numbers)}"


def _format_numbers(cells: Sequence[str]) -> str:
    return "".join(f"{cell:>5}" for cell in cells)
