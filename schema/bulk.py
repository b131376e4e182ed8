"""Many rows at once, as plain tuples: in by COPY or one prepared statement, out in one piece.

The driver is called directly: going through the library costs as much again as the database.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, insert
from sqlalchemy.exc import DBAPIError

from schema import failures

TABLES_AT_ONCE = 64


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows, each with all columns in the order of the model."""
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        connection.exec_driver_sql(_insert(table, connection.dialect), list(rows))


@lru_cache(TABLES_AT_ONCE)
def _insert(table: Table, dialect: Dialect) -> str:
    """Return the statement; to compile it costs as much as to insert some rows."""
    return str(insert(table).compile(dialect=dialect))


def select_rows(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """Return all rows of the query, as the driver gives them."""
    driver: Any = connection.dialect.loaded_dbapi
    result: Any = connection.execute(query)
    try:
        found: list[tuple[Any, ...]] = result.cursor.fetchall()
    except driver.Error as error:
        raise _as_elsewhere(connection, str(query), error) from error
    finally:
        result.close()
    return found


def _copy(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(column.name) for column in table.c)
    statement = f"COPY {quote(table.name)} ({columns}) FROM STDIN"
    driver: Any = connection.dialect.loaded_dbapi
    raw: Any = connection.connection.driver_connection
    try:
        with raw.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        if raw.closed:
            connection.invalidate(error)
        raise _as_elsewhere(connection, statement, error) from error


def _as_elsewhere(connection: Connection, statement: str, error: Any) -> Any:  # noqa: ANN401
    """Return the driver's error as a statement of the library would raise it."""
    if problem := failures.explained(error, connection.engine.url):
        return problem
    driver: Any = connection.dialect.loaded_dbapi
    return DBAPIError.instance(statement, None, error, driver.Error, dialect=connection.dialect)
