"""What a load changed, and what waits for a person."""

import json
from typing import Any

from sqlalchemy import Engine, text

Row = dict[str, Any]

_LAST = """
    SELECT table_name, fact_key, kind, column_name, before, after FROM report_change
    WHERE season = :season AND load_number = (
        SELECT MAX(load_number) FROM report_change WHERE season = :season
    )
    ORDER BY table_name, fact_key, column_name
"""
_HELD = "SELECT season, page, sha256, reason FROM report_held ORDER BY season"
_FACTS = """
    SELECT table_name, fact_key, kind, column_name, before, after FROM report_held_fact
    WHERE season = :season ORDER BY kind, table_name, fact_key, column_name
"""


def last_changes(engine: Engine, season: str) -> list[Row]:
    """Return the facts that the last load which changed the season added, removed, changed."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(_LAST), {"season": season}).mappings()]


def held(engine: Engine) -> list[Row]:
    """Return the seasons that wait, each with its `facts` that letting it through would alter."""
    with engine.connect() as connection:
        return [
            {
                **row,
                "facts": [
                    dict(fact)
                    for fact in connection.execute(
                        text(_FACTS), {"season": row["season"]}
                    ).mappings()
                ],
            }
            for row in connection.execute(text(_HELD)).mappings()
        ]


def as_json_lines(rows: list[Row]) -> str:
    """Return changed facts for programs, one JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def held_text(seasons: list[Row]) -> str:
    """Return for people what waits and why."""
    if not seasons:
        return "nothing is held"
    return "\n".join(line for season in seasons for line in _held_lines(season))


def _held_lines(season: Row) -> list[str]:
    label = season["season"]
    accept = f"copaperu ingest --accept {label} --by NAME"
    return [
        f"{label}: {season['reason']} ({season['page']}, sha256 {season['sha256'][:12]})",
        *(_fact_line(fact) for fact in season["facts"]),
        f"  to let it through: {accept}",
    ]


def _fact_line(fact: Row) -> str:
    if fact["kind"] == "changed":
        values = f"{fact['column_name']} {fact['before']} -> {fact['after']}"
        return f"  changed {fact['fact_key']}: {values}"
    return f"  {fact['kind']} {fact['fact_key']}"
