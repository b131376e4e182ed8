"""The one way to open a database, SQLite and PostgreSQL alike; one writer at a time."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError

from schema.database_errors import DatabaseUrlError
from schema.database_url import is_sqlite, parse_database_url, redact_url
from schema.driver_errors import explain_driver_error, refuse_write_protected_file

WRITER_LOCK = 19_971_998  # the number of our advisory lock in PostgreSQL
SECONDS_TO_WAIT = 60  # for another writer
SECONDS_TO_CONNECT = 10  # to a server
OBEY_FOREIGN_KEYS = "PRAGMA foreign_keys = ON"  # SQLite ignores it inside a transaction
BEGIN_READING = "BEGIN"
BEGIN_WRITING = "BEGIN IMMEDIATE"
WAITING = "another program is writing to the database %s: waiting for it to finish"

log = logging.getLogger(__name__)


def engine(url: str, seconds_to_wait: float = SECONDS_TO_WAIT) -> Engine:
    """Return the engine for an SQLAlchemy URL; nothing is opened before it is used.

    seconds_to_wait: for another writer; an SQLite URL may say it as ?timeout=
    raises: DatabaseUrlError; later, whatever uses the engine raises DatabaseError where the
            database cannot be opened, read or written
    """
    database_url = parse_database_url(url)
    connect_args: dict[str, float] = {}
    if is_sqlite(database_url):
        connect_args["timeout"] = seconds_to_wait
    else:
        connect_args["connect_timeout"] = SECONDS_TO_CONNECT
    # What the URL says itself goes first: "sqlite:///copa.sqlite?timeout=5".
    for option in database_url.query:
        connect_args.pop(option, None)
    try:
        database = create_engine(
            database_url,
            connect_args=connect_args,
            execution_options={"seconds_to_wait": seconds_to_wait},
        )
    except (ArgumentError, ValueError) as error:
        problem = str(error).partition("\n")[0]
        raise DatabaseUrlError(problem) from error
    event.listen(database, "handle_error", _raise_explained)
    if is_sqlite(database_url):
        event.listen(database, "connect", _turn_off_driver_transactions)
        event.listen(database, "begin", _begin_sqlite_transaction)
    return database


@contextmanager
def writing(database: Engine) -> Iterator[Connection]:
    """Open one transaction that writes; others wait until it ends, as long as they may.

    raises: DatabaseError where another writer does not finish in time
    """
    with transaction(database, OBEY_FOREIGN_KEYS, BEGIN_WRITING) as connection:
        if database.dialect.name == "postgresql":
            _lock_out_other_writers(connection)
        yield connection


@contextmanager
def transaction(database: Engine, *sqlite_begin: str) -> Iterator[Connection]:
    """Open one transaction; SQLite begins it with the given statements."""
    refuse_write_protected_file(database.url)
    options = {"sqlite_begin": sqlite_begin}
    with database.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _raise_explained(context: ExceptionContext) -> None:
    """Raise a DatabaseError instead of the library's error where a person can mend it."""
    if context.engine is None:
        return
    explained = explain_driver_error(context.original_exception, context.engine.url)
    if explained is not None:
        raise explained from context.original_exception


def _turn_off_driver_transactions(connection: Any, _record: object) -> None:  # noqa: ANN401  # DB-API
    """Keep sqlite3 from beginning transactions by itself: it would do so only before a write."""
    connection.isolation_level = None


def _begin_sqlite_transaction(connection: Connection) -> None:
    reading = (OBEY_FOREIGN_KEYS, BEGIN_READING)
    statements = connection.get_execution_options().get("sqlite_begin", reading)
    for statement in statements:
        if statement == BEGIN_WRITING:
            _begin_writing_in_sqlite(connection)
        else:
            connection.exec_driver_sql(statement)


def _begin_writing_in_sqlite(connection: Connection) -> None:
    """Begin at once; where another program writes, say so and let SQLite wait for it."""
    raw: Any = connection.connection.driver_connection
    (patience_milliseconds,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        raw.execute(BEGIN_WRITING)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            log.warning(WAITING, redact_url(connection.engine.url))
        has_begun = False
    else:
        has_begun = True
    finally:
        raw.execute(f"PRAGMA busy_timeout = {patience_milliseconds}")
    # The second try also raises, through the library, what was not about another writer.
    if not has_begun:
        connection.exec_driver_sql(BEGIN_WRITING)


def _lock_out_other_writers(connection: Connection) -> None:
    """Take our lock in PostgreSQL; it is given back when the transaction ends."""
    lock = {"lock": WRITER_LOCK}
    if connection.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), lock):
        return
    log.warning(WAITING, redact_url(connection.engine.url))
    seconds_to_wait = connection.get_execution_options()["seconds_to_wait"]
    milliseconds = int(seconds_to_wait * 1000)
    connection.execute(text(f"SET LOCAL lock_timeout = {milliseconds}"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), lock)
