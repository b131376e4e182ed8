"""Keep the views in the database equal to their files: one file a view in `views/`.

Views stand in the way of migrations, so all are dropped before one and created again after it.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, text

VIEWS = Path(__file__).parent / "views"
RETIRED_VIEWS = {"team"}  # the name of a private view once, of a table now

# PostgreSQL does not keep the text of a view, so we keep it as the view's comment, and behind it
# a checksum of what PostgreSQL understood. CREATE OR REPLACE VIEW leaves the comment alone: then
# the checksum no longer fits, and the view is known to be another.
CHECKSUM_MARK = "\n-- as PostgreSQL reads it: "

STORED_SQLITE_VIEWS = text("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
STORED_POSTGRESQL_VIEWS = text(
    "SELECT relname AS name, obj_description(oid, 'pg_class') AS comment,"
    " md5(pg_get_viewdef(oid)) AS checksum FROM pg_class"
    " WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace"
)


def views() -> dict[str, str]:
    """Return the SQL of each view by name, in an order in which they can be created."""
    sql_by_name = {}
    for file in VIEWS.glob("*.sql"):
        sql_by_name[file.stem] = file.read_text(encoding="utf-8").strip().rstrip(";")

    def creation_order(name: str) -> tuple[bool, int, str]:
        return is_public(name), _count_levels_below(name, sql_by_name), name

    return {name: sql_by_name[name] for name in sorted(sql_by_name, key=creation_order)}


def is_public(view: str) -> bool:
    """Return whether people query the view; the others are steps on the way to these."""
    return view.startswith("report_")


def view_differences(connection: Connection) -> list[str]:
    """Return a sentence for each view that is not as its file says."""
    wanted = views()
    stored = _stored_views(connection)
    sentences = []
    for name, sql in wanted.items():
        if name not in stored:
            sentences.append(f"view {name} is missing")
        elif stored[name] != sql:
            sentences.append(f"view {name} differs")
    without_file = sorted(stored.keys() - wanted.keys())
    sentences.extend(f"view {name} is unknown" for name in without_file)
    return sentences


def drop_views(connection: Connection) -> None:
    """Drop our views, each before those that it is built on.

    A public view without a file comes from another version of the program and can only be built
    on views that still have one, so it goes first.
    """
    wanted = views()
    stored = _stored_views(connection)
    without_file = sorted(stored.keys() - wanted.keys() - RETIRED_VIEWS)
    drop_order = [*without_file, *reversed(wanted), *sorted(RETIRED_VIEWS)]
    for name in drop_order:
        if name in stored:
            connection.exec_driver_sql(f"DROP VIEW {name}")


def create_views(connection: Connection) -> None:
    """Create every view from its file."""
    for name, sql in views().items():
        connection.exec_driver_sql(sql)
        if connection.dialect.name == "postgresql":
            _store_sql_as_comment(connection, name, sql)


def _store_sql_as_comment(connection: Connection, name: str, sql: str) -> None:
    query = text("SELECT md5(pg_get_viewdef(CAST(:name AS regclass)))")
    checksum = connection.scalar(query, {"name": name})
    quoted_comment = (sql + CHECKSUM_MARK + checksum).replace("'", "''")
    connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{quoted_comment}'")


def _count_levels_below(name: str, sql_by_name: Mapping[str, str]) -> int:
    """Return how many levels of other views the view is built on.

    report_team_match reads report_match, which reads source, which reads tables: two levels.
    """
    words = set(sql_by_name[name].replace(",", " ").split())
    views_below = words & sql_by_name.keys() - {name}
    levels = [1 + _count_levels_below(view, sql_by_name) for view in views_below]
    return max(levels, default=0)


def _stored_views(connection: Connection) -> dict[str, str | None]:
    """Return our views in the database with their SQL; other people's views are left alone.

    returns: None as the SQL of a view that was not created by `create_views`
    """
    if connection.dialect.name == "sqlite":
        rows = connection.execute(STORED_SQLITE_VIEWS)
        stored = {row.name: row.sql for row in rows}
    else:
        rows = connection.execute(STORED_POSTGRESQL_VIEWS)
        stored = {row.name: _sql_in_comment(row.comment, row.checksum) for row in rows}
    our_names = views().keys() | RETIRED_VIEWS
    return {name: sql for name, sql in stored.items() if name in our_names or is_public(name)}


def _sql_in_comment(comment: str | None, checksum: str) -> str | None:
    ending = CHECKSUM_MARK + checksum
    if comment is None or not comment.endswith(ending):
        return None
    return comment.removesuffix(ending)
