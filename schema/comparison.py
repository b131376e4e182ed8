"""The tables in a database beside the models. Imports Alembic; see schema.database."""

import re
from collections.abc import Iterator

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, Table, inspect

from schema.models import Base


def differences(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each table, column or constraint that is not as in the models."""
    context = MigrationContext.configure(connection, opts={"target_metadata": Base.metadata})
    for difference in compare_metadata(context, Base.metadata):
        yield f"tables differ: {difference}"
    existing = set(inspect(connection).get_table_names())
    for table in Base.metadata.sorted_tables:
        if table.name in existing:
            yield from _check_differences(connection, table)


def _check_differences(connection: Connection, table: Table) -> Iterator[str]:
    """Alembic does not see CHECK constraints. PostgreSQL rewrites their text, SQLite keeps it."""
    found = inspect(connection).get_check_constraints(table.name)
    actual = {str(check["name"]): _plain(check["sqltext"]) for check in found}
    wanted = {
        str(check.name): _plain(str(check.sqltext))
        for check in table.constraints
        if isinstance(check, CheckConstraint)
    }
    for name in wanted.keys() ^ actual.keys():
        yield f"check {name} of {table.name} is {'missing' if name in wanted else 'unknown'}"
    if connection.dialect.name == "sqlite":
        for name in wanted.keys() & actual.keys():
            if wanted[name] != actual[name]:
                yield f"check {name} of {table.name} says {actual[name]}, not {wanted[name]}"


def _plain(rule: str) -> str:
    return re.sub(r"\s+", " ", rule).strip()
