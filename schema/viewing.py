"""The views: one file each, dropped before a migration and made again after it."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, text

HERE = Path(__file__).parent
READ_AS = "\n-- as PostgreSQL reads it: "  # stands before the sum of what it made of the text
RETIRED = {"team"}  # private views of older schemas
IN_DATABASE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'view'",
    "postgresql": "SELECT relname, obj_description(oid, 'pg_class'), md5(pg_get_viewdef(oid))"
    " FROM pg_class"
    " WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace",
}


def views() -> dict[str, str]:
    """Return the text of each view by name, those first that others build on."""
    files = (HERE / "views").glob("*.sql")
    texts = {file.stem: file.read_text(encoding="utf-8").strip().rstrip(";") for file in files}
    order = sorted(texts, key=lambda name: (is_public(name), _depth(name, texts), name))
    return {name: texts[name] for name in order}


def view_differences(connection: Connection) -> list[str]:
    """Return a sentence for each view that is not as its file says."""
    ours, found = views(), _found(connection)
    missing = [f"view {name} is missing" for name in ours if name not in found]
    other = [f"view {n} differs" for n, sql in ours.items() if n in found and found[n] != sql]
    return [*missing, *other, *(f"view {name} is unknown" for name in found.keys() - ours.keys())]


def drop_views(connection: Connection) -> None:
    """Drop the views that are ours, in an order that works."""
    found, ours = _found(connection), list(views())
    retired = sorted(found.keys() - set(ours) - RETIRED)
    named = (*retired, *reversed(ours), *sorted(RETIRED))
    for name in named:
        if name in found:
            connection.exec_driver_sql(f"DROP VIEW {name}")


def create_views(connection: Connection) -> None:
    """Create every view from its file."""
    for name, sql in views().items():
        connection.exec_driver_sql(sql)
        if connection.dialect.name == "postgresql":  # which keeps no text of its own
            meaning = connection.scalar(text(f"SELECT md5(pg_get_viewdef('{name}'::regclass))"))
            quoted = (sql + READ_AS + meaning).replace("'", "''")
            connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{quoted}'")


def is_public(view: str) -> bool:
    """Return whether people query the view."""
    return view.startswith("report_")


def _depth(name: str, texts: Mapping[str, str]) -> int:
    """Return how many views stand below this one."""
    words = set(texts[name].replace("\n", " ").replace(",", " ").split())
    return max(
        (_depth(other, texts) + 1 for other in texts if other != name and other in words), default=0
    )


def _found(connection: Connection) -> Mapping[str, str | None]:
    """Return the views in the database that are ours, with the text they were made from."""
    rows = connection.execute(text(IN_DATABASE[connection.dialect.name]))
    ours = views().keys() | RETIRED
    texts = {name: _text(*told) for name, *told in rows}
    return {name: sql for name, sql in texts.items() if name in ours or is_public(name)}


def _text(sql: str | None, meaning: str | None = None) -> str | None:
    """Return the text a view was made from, None where it has come to mean something else."""
    if meaning is None:
        return sql
    mark = READ_AS + meaning
    return sql.removesuffix(mark) if sql and sql.endswith(mark) else None
