"""Insert and select many rows at once, as plain tuples in the order of the model's columns.

The driver is called directly, because a season is thousands of rows: with SQLAlchemy's own
`connection.execute(insert(table), rows)` the first load of a season takes half as long again in
SQLite and three times as long in PostgreSQL (`python benchmarks/load.py`).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, insert
from sqlalchemy.exc import DBAPIError

from schema.driver_errors import explain_driver_error

CACHED_STATEMENTS = 64  # more than there are tables, for two engines


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows, each with all columns in the order of the model."""
    if connection.dialect.name == "postgresql":
        _copy_rows(connection, table, rows)
    else:
        statement = _insert_statement(table, connection.dialect)
        connection.exec_driver_sql(statement, list(rows))


def select_rows(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """Return all rows of the query, as the driver gives them."""
    driver: Any = connection.dialect.loaded_dbapi
    result: Any = connection.execute(query)
    try:
        rows: list[tuple[Any, ...]] = result.cursor.fetchall()
    except driver.Error as error:
        raise _translate_error(connection, str(query), error) from error
    finally:
        result.close()
    return rows


@lru_cache(CACHED_STATEMENTS)
def _insert_statement(table: Table, dialect: Dialect) -> str:
    """Return the statement; compiling it costs as much as inserting some rows."""
    return str(insert(table).compile(dialect=dialect))


def _copy_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows into PostgreSQL by COPY."""
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(column.name) for column in table.c)
    statement = f"COPY {quote(table.name)} ({columns}) FROM STDIN"
    driver: Any = connection.dialect.loaded_dbapi
    raw_connection: Any = connection.connection.driver_connection
    try:
        with raw_connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        # The library did not see the server stop; it would give the dead connection out again.
        if raw_connection.closed:
            connection.invalidate(error)
        raise _translate_error(connection, statement, error) from error


def _translate_error(connection: Connection, statement: str, error: Any) -> BaseException:  # noqa: ANN401  # DB-API
    """Return the error that the library would have raised for the driver's."""
    explained = explain_driver_error(error, connection.engine.url)
    if explained is not None:
        return explained
    driver: Any = connection.dialect.loaded_dbapi
    translated: BaseException = DBAPIError.instance(
        statement, None, error, driver.Error, dialect=connection.dialect
    )
    return translated
