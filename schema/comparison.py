"""The tables in a database beside the models. Imports Alembic; see schema.database."""

import re
from collections.abc import Iterator, Mapping

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, Inspector, Table, inspect, text

from schema.models import Base


def differences(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each table, column or constraint that is not as in the models."""
    context = MigrationContext.configure(connection, opts={"target_metadata": Base.metadata})
    for difference in compare_metadata(context, Base.metadata):
        yield f"tables differ: {difference}"
    found = inspect(connection)
    existing = set(found.get_table_names())
    for table in Base.metadata.sorted_tables:
        if table.name in existing:
            yield from _key_differences(found, table)
            yield from _check_differences(connection, found, table)


def _key_differences(found: Inspector, table: Table) -> Iterator[str]:
    """Alembic does not see primary keys."""
    if (
        found.get_pk_constraint(table.name)["constrained_columns"]
        != table.primary_key.columns.keys()
    ):
        yield f"primary key of {table.name} differs"


def _check_differences(connection: Connection, found: Inspector, table: Table) -> Iterator[str]:
    """Alembic does not see CHECK constraints. PostgreSQL rewrites their text, SQLite keeps it."""
    checks = [check for check in table.constraints if isinstance(check, CheckConstraint)]
    wanted = {str(check.name): _plain(str(check.sqltext)) for check in checks}
    actual = {
        str(check["name"]): _plain(check["sqltext"])
        for check in found.get_check_constraints(table.name)
    }
    for name in wanted.keys() ^ actual.keys():
        yield f"check {name} of {table.name} is {'missing' if name in wanted else 'unknown'}"
    whole = {column["name"] for column in found.get_columns(table.name)} >= set(table.c.keys())
    if connection.dialect.name == "postgresql" and whole:
        wanted, actual = _as_rewritten(connection, table, wanted)
    for name in wanted.keys() & actual.keys():
        if wanted[name] != actual[name]:
            yield f"check {name} of {table.name} says {actual[name]}, not {wanted[name]}"


def _as_rewritten(
    connection: Connection, table: Table, wanted: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what PostgreSQL makes of our rules, tried on a copy of the table, and of its own."""
    copy = f"wanted_{table.name}"
    connection.exec_driver_sql(f'CREATE TEMPORARY TABLE {copy} (LIKE "{table.name}")')
    for name, rule in wanted.items():
        connection.exec_driver_sql(f"ALTER TABLE {copy} ADD CONSTRAINT {name} CHECK ({rule})")
    ours, theirs = (_definitions(connection, name) for name in (copy, f'"{table.name}"'))
    connection.exec_driver_sql(f"DROP TABLE {copy}")
    return ours, theirs


def _definitions(connection: Connection, table: str) -> dict[str, str]:
    query = text(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'c' AND conrelid = to_regclass(:name)"
    )
    return dict(connection.execute(query, {"name": table}).tuples().all())


def _plain(rule: str) -> str:
    return re.sub(r"\s+", " ", rule).strip()
