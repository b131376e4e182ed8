"""The one way to open a database, SQLite and PostgreSQL alike; one writer at a time."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError

from schema import failures

WRITER = 19_971_998  # our advisory lock in PostgreSQL: one writer at a time
SECONDS_TO_WAIT = 60
SQLITE_OPTIONS = {"timeout", "check_same_thread", "cached_statements"}
OBEY_FOREIGN_KEYS = "PRAGMA foreign_keys = ON"  # SQLite forgets; it must come before BEGIN
BEGIN_WRITING = "BEGIN IMMEDIATE"
WAITING = "another program is writing to the database %s: waiting for it to finish"

log = logging.getLogger(__name__)


class DatabaseUrlError(ValueError):
    """A database URL that we cannot use. The message says what one looks like."""

    def __init__(self, problem: str) -> None:
        """Say what is wrong, and what to write."""
        super().__init__(
            f"cannot use the database URL: {problem}; write sqlite:///file.sqlite "
            "or postgresql+psycopg://user:password@host/name",
        )


def engine(url: str, seconds_to_wait: float = SECONDS_TO_WAIT) -> Engine:
    """Return the engine for an SQLAlchemy URL; nothing is opened before it is used.

    seconds_to_wait: for another writer; an SQLite URL may say it as ?timeout=
    raises: DatabaseUrlError; later, whatever uses the engine raises DatabaseError where the
            database cannot be opened, read or written
    """
    address = _address(url)
    sqlite = address.get_backend_name() == "sqlite"
    waiting = {"timeout": seconds_to_wait} if sqlite else {"connect_timeout": 10}
    arguments = {name: value for name, value in waiting.items() if name not in address.query}
    options = {"seconds_to_wait": seconds_to_wait}
    try:
        made = create_engine(address, connect_args=arguments, execution_options=options)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUrlError(str(error).partition("\n")[0]) from error
    event.listen(made, "handle_error", _explained)
    if sqlite:
        event.listen(made, "connect", _leave_transactions_to_us)
        event.listen(made, "begin", _begin)
    return made


@contextmanager
def writing(database: Engine) -> Iterator[Connection]:
    """Open one transaction that writes; others wait until it ends, as long as they may.

    raises: DatabaseError where another writer does not finish in time
    """
    with transaction(database, OBEY_FOREIGN_KEYS, BEGIN_WRITING) as connection:
        if database.dialect.name == "postgresql":
            _lock_out_writers(connection)
        yield connection


@contextmanager
def transaction(database: Engine, *sqlite_begin: str) -> Iterator[Connection]:
    """Open one transaction, in SQLite begun by the statements."""
    failures.refuse_protected(database.url)
    options = {"sqlite_begin": sqlite_begin}
    with database.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        problem = "it cannot be parsed"  # the URL itself may hold a password
        raise DatabaseUrlError(problem) from error
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    if address.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        problem = f"{address.drivername} is neither SQLite nor PostgreSQL with psycopg"
        raise DatabaseUrlError(problem)
    unknown = address.query.keys() - SQLITE_OPTIONS
    if address.get_backend_name() == "sqlite" and "uri" not in address.query and unknown:
        problem = f"SQLite has no option {min(unknown)}"
        raise DatabaseUrlError(problem)
    return address


def _explained(context: ExceptionContext) -> None:
    """Raise our own error where SQLAlchemy would raise one that people cannot read."""
    error = context.original_exception
    if context.engine and isinstance(error, Exception):
        problem = failures.explained(error, context.engine.url)
        if problem:
            raise problem from error


def _leave_transactions_to_us(connection: Any, _record: object) -> None:  # noqa: ANN401  # DB-API
    connection.isolation_level = None  # the driver begins nothing by itself


def _begin(connection: Connection) -> None:
    default = (OBEY_FOREIGN_KEYS, "BEGIN")
    for statement in connection.get_execution_options().get("sqlite_begin", default):
        if statement != BEGIN_WRITING or not _begun_at_once(connection):
            connection.exec_driver_sql(statement)


def _begun_at_once(connection: Connection) -> bool:
    """Begin to write unless another program does; then say so, and leave the waiting to SQLite."""
    raw: Any = connection.connection.driver_connection
    (milliseconds,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        raw.execute(BEGIN_WRITING)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            log.warning(WAITING, failures.shown(connection.engine.url))
        return False
    finally:
        raw.execute(f"PRAGMA busy_timeout = {milliseconds}")
    return True


def _lock_out_writers(connection: Connection) -> None:
    """Take our lock in PostgreSQL; it is given back when the transaction ends."""
    key = {"key": WRITER}
    if connection.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), key):
        return
    log.warning(WAITING, failures.shown(connection.engine.url))
    milliseconds = int(connection.get_execution_options()["seconds_to_wait"] * 1000)
    connection.execute(text(f"SET LOCAL lock_timeout = {milliseconds}"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), key)
