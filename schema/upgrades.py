"""From one schema to another: migrations, with the views out of their way.

Alembic is imported only where a migration runs, because it is slow to import.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL

from schema import failures
from schema.connection import BEGIN_WRITING, transaction, writing
from schema.naming import settle_names
from schema.viewing import HERE, create_views, drop_views, view_differences


class SchemaNewerError(failures.DatabaseError):
    """The database was made by a newer version of the program."""

    def __init__(self, found: str, address: URL) -> None:
        """Say which schema the database has, and which this program knows."""
        super().__init__(
            f"the database {failures.shown(address)} has schema {found}, this program knows "
            f"schemas up to {head()}: install the newer program, or use another database",
        )


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did.

    before: the schema that was there, None where there was none of ours
    backup: the copy of the SQLite file that was made first
    """

    before: str | None
    after: str
    backup: Path | None

    @property
    def message(self) -> str | None:
        """What people should know: that an older database is no longer what it was."""
        if self.before in {None, self.after}:
            return None
        kept = f"; what was there is in {self.backup}" if self.backup else ""
        return f"the database is upgraded from schema {self.before} to {self.after}{kept}"


def head() -> str:
    """Return the newest schema this program knows: the last file of migrations/versions."""
    return max(_known())


def current(database: Engine) -> str | None:
    """Return the schema the database has, None where it has none of ours."""
    with database.connect() as connection:
        return _current(connection)


def upgrade(database: Engine) -> Upgrade | None:
    """Bring tables and views to the head in one transaction; None where they are there.

    raises: SchemaNewerError, DatabaseError
    """
    with database.connect() as connection:
        if _at_head(connection):
            return None
    with rebuilding(database) as connection:
        before = _current(connection)
        backup = _back_up(connection, before) if before not in {None, head()} else None
        if not _at_head(connection):
            drop_views(connection)
            _migrate(connection, "upgrade", "head")
            create_views(connection)
            settle_names(connection)
    return Upgrade(before, head(), backup)


def downgrade(database: Engine, revision: str) -> None:
    """Take the tables back to an older schema, `base` for none; the views belong to the head."""
    with rebuilding(database) as connection:
        drop_views(connection)
        _migrate(connection, "downgrade", revision)


@contextmanager
def rebuilding(database: Engine) -> Iterator[Connection]:
    """Open a writing transaction in which SQLite may rebuild a table without losing children."""
    if database.dialect.name == "postgresql":
        with writing(database) as connection:
            yield connection
        return
    with transaction(database, "PRAGMA foreign_keys = OFF", BEGIN_WRITING) as connection:
        yield connection
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            message = f"a migration broke {len(broken)} foreign keys, the first is {broken[0]}"
            raise RuntimeError(message)


def differences(database: Engine) -> list[str]:
    """Return a sentence for each thing in which tables and views differ from the program's."""
    from schema import comparison  # noqa: PLC0415  # imports Alembic

    with database.connect() as connection:
        version = _current(connection)
        wrong = [] if version == head() else [f"the schema is {version or 'none'}, not {head()}"]
        return [*wrong, *comparison.differences(connection), *view_differences(connection)]


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
    return _current(connection) == head() and not view_differences(connection)


def _back_up(connection: Connection, version: str | None) -> Path | None:
    """Copy an SQLite file beside itself; the caller's transaction keeps writers out meanwhile."""
    if connection.dialect.name != "sqlite":
        return None
    file = connection.exec_driver_sql("PRAGMA database_list").fetchall()[0][2]
    if not file:
        return None  # in memory
    copy = Path(f"{file}.{version}.bak")
    half = copy.with_name(f"{copy.name}.half")
    half.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(half)) as target:
        source.backup(target)
    return half.replace(copy)


def _migrate(connection: Connection, direction: str, revision: str) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(command, direction)(config, revision)
