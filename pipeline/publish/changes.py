"""What a load changed, and what waits for a person."""

import json
from collections.abc import Sequence

from sqlalchemy import Engine

from pipeline.publish.view_rows import ViewRow, read_rows

_LAST_CHANGES = """
    SELECT table_name, fact_key, kind, column_name, before, after FROM report_change
    WHERE season = :season AND load_number = (
        SELECT MAX(load_number) FROM report_change WHERE season = :season
    )
    ORDER BY table_name, fact_key, column_name
"""
_HELD_SEASONS = "SELECT season, page, sha256, reason FROM report_held ORDER BY season"
_HELD_FACTS = """
    SELECT table_name, fact_key, kind, column_name, before, after FROM report_held_fact
    WHERE season = :season ORDER BY kind, table_name, fact_key, column_name
"""


def read_last_changes(engine: Engine, season: str) -> list[ViewRow]:
    """Return the facts that the last load which changed the season added, removed, changed."""
    return read_rows(engine, _LAST_CHANGES, season=season)


def read_held_seasons(engine: Engine) -> list[ViewRow]:
    """Return the seasons that wait, each with its `facts` that letting it through would alter."""
    seasons = read_rows(engine, _HELD_SEASONS)
    for season in seasons:
        season["facts"] = read_rows(engine, _HELD_FACTS, season=season["season"])
    return seasons


def format_json_lines(rows: Sequence[ViewRow]) -> str:
    """Return changed facts for programs, one JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def format_held_seasons(seasons: Sequence[ViewRow]) -> str:
    """Return for people what waits, why, and how to let it through."""
    if not seasons:
        return "nothing is held"
    lines: list[str] = []
    for season in seasons:
        label = season["season"]
        lines.append(
            f"{label}: {season['reason']} ({season['page']}, sha256 {season['sha256'][:12]})"
        )
        lines += [_format_fact(fact) for fact in season["facts"]]
        lines.append(f"  to let it through: copaperu ingest --accept {label} --by NAME")
    return "\n".join(lines)


def _format_fact(fact: ViewRow) -> str:
    # "changed 1997/…/juan-aurich-cni: home_goals 2 -> 3", but "removed 1997/…/juan-aurich-cni"
    if fact["kind"] == "changed":
        values = f"{fact['column_name']} {fact['before']} -> {fact['after']}"
        return f"  changed {fact['fact_key']}: {values}"
    return f"  {fact['kind']} {fact['fact_key']}"
