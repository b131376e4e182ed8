"""The tables of a season, read from the view."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, text

Row = dict[str, Any]

_TABLES = text(
    """
    SELECT stage, grp, origin, position, team, played, won, drawn, lost, goals_for, goals_against,
           goal_difference, points
    FROM report_standing WHERE season = :season
    ORDER BY stage, COALESCE(grp, ''), origin, position, team
    """
)
_ORIGINS = {"derived": "derived from the matches", "published": "as published"}
_HEADER = ("Pos", "Team", "Pld", "W", "D", "L", "GF", "GA", "GD", "Pts")
_COLUMNS = (
    "position",
    "team",
    "played",
    "won",
    "drawn",
    "lost",
    "goals_for",
    "goals_against",
    "goal_difference",
    "points",
)


def standings(engine: Engine, season: str) -> list[Row]:
    """Return the rows of every table of the season, derived and published."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(_TABLES, {"season": season}).mappings()]


def as_json(rows: Sequence[Row]) -> str:
    """Return the rows for programs."""
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_text(season: str, rows: Sequence[Row]) -> str:
    """Return the tables for people, each under its stage and origin."""
    lines: list[str] = []
    title = None
    for row in rows:
        name = " / ".join(filter(None, (row["stage"], row["grp"])))
        if title != (title := f"{season} {name}, {_ORIGINS[row['origin']]}"):
            lines += ["", title, _line(_HEADER)]
        lines.append(_line([_shown(column, row[column]) for column in _COLUMNS]))
    return "\n".join(lines[1:])


def _shown(column: str, value: int | str | None) -> str:
    if value is None:
        return "?"
    return f"{value:+d}" if column == "goal_difference" and isinstance(value, int) else str(value)


def _line(cells: Sequence[str]) -> str:
    place, team, *numbers = cells
    return f"{place:>3}  {team:<28}" + "".join(f"{number:>5}" for number in numbers)
