"""The one way into the database, SQLite and PostgreSQL alike: open it, bring it to its head.

Alembic is imported only where a migration runs, because it is slow to import.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError

from schema import failures

HERE = Path(__file__).parent
WRITER = 19_971_998  # our advisory lock in PostgreSQL: one writer at a time
SECONDS_TO_WAIT = 60
SQLITE_OPTIONS = {"timeout", "check_same_thread", "cached_statements"}
OBEY_FOREIGN_KEYS = "PRAGMA foreign_keys = ON"  # SQLite forgets; it must come before BEGIN
VIEWS_IN_DATABASE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'view'",
    "postgresql": "SELECT relname, obj_description(oid, 'pg_class') FROM pg_class"
    " WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace",
}


class DatabaseUrlError(ValueError):
    """A database URL that we cannot use. The message says what one looks like."""

    def __init__(self, problem: str) -> None:
        """Say what is wrong, and what to write."""
        super().__init__(
            f"cannot use the database URL: {problem}; write sqlite:///file.sqlite "
            "or postgresql+psycopg://user:password@host/name",
        )


class SchemaNewerError(failures.DatabaseError):
    """The database was made by a newer version of the program."""

    def __init__(self, found: str, address: URL) -> None:
        """Say which schema the database has, and which this program knows."""
        super().__init__(
            f"the database {failures.shown(address)} has schema {found}, this program knows "
            f"schemas up to {head()}: install the newer program, or use another database",
        )


def engine(url: str) -> Engine:
    """Return the engine for an SQLAlchemy URL; nothing is opened before it is used.

    raises: DatabaseUrlError; later, whatever uses the engine raises DatabaseError where the
            database cannot be opened, read or written
    """
    address = _address(url)
    sqlite = address.get_backend_name() == "sqlite"
    waiting = {"timeout": SECONDS_TO_WAIT} if sqlite else {"connect_timeout": 10}
    arguments = {name: value for name, value in waiting.items() if name not in address.query}
    try:
        made = create_engine(address, connect_args=arguments)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUrlError(str(error).partition("\n")[0]) from error
    event.listen(made, "handle_error", _explained)
    if sqlite:
        event.listen(made, "connect", _leave_transactions_to_us)
        event.listen(made, "begin", _begin)
    return made


@contextmanager
def writing(database: Engine) -> Iterator[Connection]:
    """Open one transaction that writes; other writers wait until it ends."""
    with _transaction(database, OBEY_FOREIGN_KEYS, "BEGIN IMMEDIATE") as connection:
        if database.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER})
        yield connection


def head() -> str:
    """Return the newest schema this program knows: the last file of migrations/versions."""
    return max(_known())


def current(database: Engine) -> str | None:
    """Return the schema the database has, None where it has none of ours."""
    with database.connect() as connection:
        return _current(connection)


def upgrade(database: Engine) -> bool:
    """Bring tables and views to the head in one transaction; return whether that took anything.

    raises: SchemaNewerError, DatabaseError
    """
    with database.connect() as connection:
        if _at_head(connection):
            return False
    with rebuilding(database) as connection:
        if not _at_head(connection):
            drop_views(connection)
            _migrate(connection, "upgrade", "head")
            create_views(connection)
    return True


def downgrade(database: Engine, revision: str) -> None:
    """Take the tables back to an older schema, `base` for none; the views belong to the head."""
    with rebuilding(database) as connection:
        drop_views(connection)
        _migrate(connection, "downgrade", revision)


def views() -> dict[str, str]:
    """Return the text of each view by name, private ones first: the others build on them."""
    files = sorted((HERE / "views").glob("*.sql"), key=lambda f: (_is_public(f.stem), f.stem))
    return {file.stem: file.read_text(encoding="utf-8").strip().rstrip(";") for file in files}


def differences(database: Engine) -> list[str]:
    """Return a sentence for each thing in which tables and views differ from the program's."""
    from schema import comparison  # noqa: PLC0415  # imports Alembic

    with database.connect() as connection:
        return [*comparison.differences(connection), *_view_differences(connection)]


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


@contextmanager
def _transaction(database: Engine, *sqlite_begin: str) -> Iterator[Connection]:
    failures.refuse_protected(database.url)
    options = {"sqlite_begin": sqlite_begin}
    with database.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _begin(connection: Connection) -> None:
    default = (OBEY_FOREIGN_KEYS, "BEGIN")
    for statement in connection.get_execution_options().get("sqlite_begin", default):
        connection.exec_driver_sql(statement)


def _known() -> set[str]:
    return {file.name.partition("_")[0] for file in (HERE / "migrations/versions").glob("*_*.py")}


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found is not None and found not in _known():
        raise SchemaNewerError(found, connection.engine.url)
    return found


def _at_head(connection: Connection) -> bool:
    return _current(connection) == head() and not _view_differences(connection)


def _view_differences(connection: Connection) -> list[str]:
    ours, found = views(), _views_found(connection)
    missing = [f"view {name} is missing" for name in ours if name not in found]
    other = [f"view {n} differs" for n, sql in ours.items() if n in found and found[n] != sql]
    return [*missing, *other, *(f"view {name} is unknown" for name in found.keys() - ours.keys())]


def _views_found(connection: Connection) -> Mapping[str, str | None]:
    """Return the views in the database that are ours, with the text they were made from."""
    rows = connection.execute(text(VIEWS_IN_DATABASE[connection.dialect.name]))
    ours = views()
    return {name: sql for name, sql in rows if name in ours or _is_public(name)}


def _is_public(view: str) -> bool:
    return view.startswith("report_")


@contextmanager
def rebuilding(database: Engine) -> Iterator[Connection]:
    """Open a writing transaction in which SQLite may rebuild a table without losing children."""
    if database.dialect.name == "postgresql":
        with writing(database) as connection:
            yield connection
        return
    with _transaction(database, "PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE") as connection:
        yield connection
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            message = f"a migration broke {len(broken)} foreign keys, the first is {broken[0]}"
            raise RuntimeError(message)


def _migrate(connection: Connection, direction: str, revision: str) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(command, direction)(config, revision)


def drop_views(connection: Connection) -> None:
    """Drop the views that are ours, in an order that works."""
    found, ours = _views_found(connection), list(views())
    retired = sorted(found.keys() - set(ours))
    for name in (*retired, *(name for name in reversed(ours) if name in found)):
        connection.exec_driver_sql(f"DROP VIEW {name}")


def create_views(connection: Connection) -> None:
    """Create every view from its file."""
    for name, sql in views().items():
        connection.exec_driver_sql(sql)
        if connection.dialect.name == "postgresql":  # which keeps no text of its own
            quoted = sql.replace("'", "''")
            connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{quoted}'")
