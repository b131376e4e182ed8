"""Compare the tables in a database with the models.

Alembic compares tables, columns, indexes, unique and foreign keys. It sees neither primary keys
nor what a CHECK says (its extension `checkconstraint_byname` compares the names alone).
"""

import re
from collections.abc import Iterator, Mapping

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, Inspector, Table, inspect, text

from schema.models import Base

CHECK_DEFINITIONS = text(
    "SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint"
    " WHERE contype = 'c' AND conrelid = to_regclass(:table)"
)


def table_differences(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each table, column or constraint that is not as in the models."""
    context = MigrationContext.configure(connection, opts={"target_metadata": Base.metadata})
    for difference in compare_metadata(context, Base.metadata):
        yield f"tables differ: {difference}"
    inspector = inspect(connection)
    stored_tables = set(inspector.get_table_names())
    for table in Base.metadata.sorted_tables:
        if table.name in stored_tables:
            yield from _primary_key_differences(inspector, table)
            yield from _check_differences(connection, inspector, table)


def _primary_key_differences(inspector: Inspector, table: Table) -> Iterator[str]:
    stored_columns = inspector.get_pk_constraint(table.name)["constrained_columns"]
    if stored_columns != table.primary_key.columns.keys():
        yield f"primary key of {table.name} differs"


def _check_differences(connection: Connection, inspector: Inspector, table: Table) -> Iterator[str]:
    wanted = _checks_of_model(table)
    stored = _checks_in_database(inspector, table)
    for name in sorted(wanted.keys() - stored.keys()):
        yield f"check {name} of {table.name} is missing"
    for name in sorted(stored.keys() - wanted.keys()):
        yield f"check {name} of {table.name} is unknown"

    # SQLite keeps the text of a CHECK. PostgreSQL rewrites it: "status IN ('a', 'b')" comes back
    # as "((status = ANY (ARRAY['a'::text, 'b'::text])))".
    if connection.dialect.name == "postgresql":
        if not _has_all_columns(inspector, table):
            return  # Alembic has named the missing column; no CHECK on it could be tried
        wanted = _checks_as_postgresql_rewrites_them(connection, table, wanted)
        stored = _postgresql_definitions(connection, f'"{table.name}"')
    for name in sorted(wanted.keys() & stored.keys()):
        if wanted[name] != stored[name]:
            yield f"check {name} of {table.name} says {stored[name]}, not {wanted[name]}"


def _checks_of_model(table: Table) -> dict[str, str]:
    checks = {}
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            checks[str(constraint.name)] = _collapse_blanks(str(constraint.sqltext))
    return checks


def _checks_in_database(inspector: Inspector, table: Table) -> dict[str, str]:
    checks = {}
    for constraint in inspector.get_check_constraints(table.name):
        checks[str(constraint["name"])] = _collapse_blanks(constraint["sqltext"])
    return checks


def _has_all_columns(inspector: Inspector, table: Table) -> bool:
    stored_columns = {column["name"] for column in inspector.get_columns(table.name)}
    return stored_columns.issuperset(table.c.keys())


def _checks_as_postgresql_rewrites_them(
    connection: Connection, table: Table, checks: Mapping[str, str]
) -> dict[str, str]:
    """Return what PostgreSQL makes of the checks, tried on an empty copy of the table."""
    copy = f"wanted_{table.name}"
    connection.exec_driver_sql(f'CREATE TEMPORARY TABLE {copy} (LIKE "{table.name}")')
    for name, rule in checks.items():
        connection.exec_driver_sql(f"ALTER TABLE {copy} ADD CONSTRAINT {name} CHECK ({rule})")
    definitions = _postgresql_definitions(connection, copy)
    connection.exec_driver_sql(f"DROP TABLE {copy}")
    return definitions


def _postgresql_definitions(connection: Connection, table: str) -> dict[str, str]:
    rows = connection.execute(CHECK_DEFINITIONS, {"table": table})
    return {row.name: row.definition for row in rows}


def _collapse_blanks(rule: str) -> str:
    return re.sub(r"\s+", " ", rule).strip()
