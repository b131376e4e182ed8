"""The tables of a season, read from the views: published and derived side by side."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Engine, text

Row = dict[str, Any]

_TABLES = text(
    """
    SELECT report_standing.stage, grp, origin, report_standing.position, team, played, won, drawn,
           lost, goals_for, goals_against, goal_difference, points, adjustment, line
    FROM report_standing
    JOIN stage ON stage.season = report_standing.season AND stage.name = report_standing.stage
    WHERE report_standing.season = :season
    ORDER BY stage.position, COALESCE(grp, ''), origin, COALESCE(line, 0),
             COALESCE(report_standing.position, 0), standing_key
    """
)
_DIFFERENCES = text(
    """
    SELECT stage, grp, team, measure, published, derived, verdict, explanation
    FROM report_standing_difference WHERE season = :season
    """
)
NUMBERS = (
    "played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference", "points",
)  # fmt: skip
_HEADER = ("Pos", "Team", "Pld", "W", "D", "L", "GF", "GA", "GD", "Pts")
_MARKS = {
    "unexplained": "✗",
    "not-comparable": "·",
    "ambiguous": "?",
    "explained": "≈",
}  # the gravest first
_WIDTH = 36  # of a name
_LEGEND = "✓ agrees  ≈ explained  ? ambiguous  · not comparable  ✗ unexplained"


def standings(engine: Engine, season: str) -> list[Row]:
    """Return the rows of every table of the season, each published one with its `differences`."""
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(_TABLES, {"season": season}).mappings()]
        found = [
            dict(row) for row in connection.execute(_DIFFERENCES, {"season": season}).mappings()
        ]
    for row in rows:
        row["differences"] = [
            {
                name: one[name]
                for name in ("measure", "published", "derived", "verdict", "explanation")
            }
            for one in found
            if row["origin"] == "published" and _same(one, row)
        ]
    return rows


def _same(one: Row, row: Row) -> bool:
    return all(one[name] == row[name] for name in ("stage", "grp", "team"))


def as_json(rows: Sequence[Row]) -> str:
    """Return the rows for programs."""
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_text(season: str, rows: Sequence[Row]) -> str:
    """Return the tables for people, each under its stage, with ticks and reasons."""
    lines: list[str] = []
    for where in dict.fromkeys((row["stage"], row["grp"]) for row in rows):
        inside = [row for row in rows if (row["stage"], row["grp"]) == where]
        title = " ".join((season, " / ".join(filter(None, where))))
        lines += ["", *_group(title, inside)]
    if any(row["origin"] == "published" for row in rows):
        lines += ["", _LEGEND]
    return "\n".join(lines[1:])


def _group(title: str, rows: Sequence[Row]) -> Iterable[str]:
    published = [row for row in rows if row["origin"] == "published"]
    derived = {row["team"]: row for row in rows if row["origin"] == "derived"}
    if not published:
        yield f"{title}, {_derived(derived.values())}"
        yield _line(_HEADER)
        yield from (_line(_shown(row)) for row in derived.values())
        return
    yield f"{title}, as published" + (f" | {_derived(derived.values())}" if derived else "")
    beside = "   |" + _numbers(("Pos", *_HEADER[2:])) if derived else ""
    yield _line(_HEADER) + beside
    for row in published:
        other = derived.pop(row["team"], None)
        place, _, *numbers = _shown(other) if other else ("", "")
        yield f"{_line(_shown(row))}  {_tick(row)}" + (
            f"|{_numbers((place, *numbers))}" if other else ""
        )
    if derived:
        yield "in the matches, not in the table:"
        yield from (_line(_shown(row)) for row in derived.values())
    yield from (f"  {reason}" for row in published for reason in _reasons(row))


def _derived(rows: Iterable[Row]) -> str:
    """Return of how many matches the derived table is, which may be fewer than were played."""
    number = sum(row["played"] for row in rows) // 2
    return f"derived from {number} {'match' if number == 1 else 'matches'}"


def _tick(row: Row) -> str:
    verdicts = {one["verdict"] for one in row["differences"]}
    return next((mark for verdict, mark in _MARKS.items() if verdict in verdicts), "✓")


def _reasons(row: Row) -> Iterable[str]:
    """Yield one line for each reason, with the cells that it is about."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for one in row["differences"]:
        cell = f"{one['measure'].replace('_', ' ')} {one['published']}, not {one['derived']}"
        reasons.setdefault((one["verdict"], one["explanation"] or ""), []).append(cell)
    for (verdict, why), cells in reasons.items():
        yield f"{row['team']}: {'; '.join(cells)}: {verdict}: {why}"


def _shown(row: Mapping[str, Any]) -> list[str]:
    numbers = [_number(name, row[name]) for name in NUMBERS]
    return [_number("position", row["position"]), row["team"], *numbers]


def _number(name: str, value: int | None) -> str:
    if value is None:
        return "?"
    return f"{value:+d}" if name == "goal_difference" else str(value)


def _line(cells: Sequence[str]) -> str:
    place, team, *numbers = cells
    return f"{place:>3}  {_fitted(team)}" + _numbers(numbers)


def _numbers(cells: Sequence[str]) -> str:
    return "".join(f"{cell:>5}" for cell in cells)


def _fitted(team: str) -> str:
    return f"{team:<{_WIDTH}}" if len(team) <= _WIDTH else f"{team[: _WIDTH - 1]}…"
