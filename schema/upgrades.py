"""From one schema to another: migrations, with the views out of their way.

A schema is named after its migration: the file `versions/0001_baseline.py` makes `0001_baseline`.
Such a name has 32 characters at most: the column in which Alembic keeps it holds no more.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from schema.connection import BEGIN_WRITING, transaction, writing
from schema.database_errors import UnknownSchemaError
from schema.database_url import redact_url
from schema.team_names import update_team_names
from schema.view_sync import create_views, drop_views, view_differences

MIGRATIONS = Path(__file__).parent / "migrations"
IGNORE_FOREIGN_KEYS = "PRAGMA foreign_keys = OFF"


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
        sentence = f"the database is upgraded from schema {self.before} to {self.after}"
        if self.backup is None:
            return sentence
        return f"{sentence}; what was there is in {self.backup}"


def head() -> str:
    """Return the newest schema this program knows: the last file of migrations/versions."""
    return max(_known_schemas())


def current(database: Engine) -> str | None:
    """Return the schema the database has, None where it has none of ours."""
    with database.connect() as connection:
        return _current_schema(connection)


def upgrade(database: Engine) -> Upgrade | None:
    """Bring tables and views to the head in one transaction.

    returns: None where nothing was to do
    raises:  UnknownSchemaError, DatabaseError
    """
    with database.connect() as connection:
        if _is_at_head(connection):
            return None
    with rebuilding(database) as connection:
        before = _current_schema(connection)
        backup = None
        if before not in {None, head()}:
            backup = _back_up_sqlite_file(connection, before)
        # Another program may have upgraded the database since the first look, or only views are
        # missing: then Alembic finds nothing to run.
        if not _is_at_head(connection):
            _upgrade_tables_and_views(connection)
    return Upgrade(before, head(), backup)


def downgrade(database: Engine, revision: str) -> None:
    """Take the tables back to an older schema, `base` for none; the views belong to the head."""
    from schema.alembic_commands import downgrade_tables  # noqa: PLC0415  # slow to import

    with rebuilding(database) as connection:
        drop_views(connection)
        downgrade_tables(connection, MIGRATIONS, revision)


@contextmanager
def rebuilding(database: Engine) -> Iterator[Connection]:
    """Open a writing transaction in which SQLite may rebuild a table without losing children.

    SQLite alters a table by copying it, dropping it and renaming the copy. With foreign keys on,
    dropping `club` would delete the rows of `team` with it.

    raises: RuntimeError where a row is left that refers to nothing; nothing is changed then
    """
    if database.dialect.name == "postgresql":
        with writing(database) as connection:
            yield connection
        return
    with transaction(database, IGNORE_FOREIGN_KEYS, BEGIN_WRITING) as connection:
        yield connection
        broken_keys = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken_keys:
            message = (
                f"a migration broke {len(broken_keys)} foreign keys, the first is {broken_keys[0]}"
            )
            raise RuntimeError(message)


def differences(database: Engine) -> list[str]:
    """Return a sentence for each thing in which tables and views differ from the program's."""
    from schema.model_comparison import table_differences  # noqa: PLC0415  # slow to import

    sentences = []
    with database.connect() as connection:
        schema = _current_schema(connection)
        if schema != head():
            sentences.append(f"the schema is {schema or 'none'}, not {head()}")
        sentences.extend(table_differences(connection))
        sentences.extend(view_differences(connection))
    return sentences


def _known_schemas() -> set[str]:
    return {file.stem for file in (MIGRATIONS / "versions").glob("*_*.py")}


def _current_schema(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    schema: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if schema is not None and schema not in _known_schemas():
        raise UnknownSchemaError(redact_url(connection.engine.url), schema, head())
    return schema


def _is_at_head(connection: Connection) -> bool:
    return _current_schema(connection) == head() and not view_differences(connection)


def _upgrade_tables_and_views(connection: Connection) -> None:
    from schema.alembic_commands import upgrade_tables  # noqa: PLC0415  # slow to import

    drop_views(connection)
    upgrade_tables(connection, MIGRATIONS)
    create_views(connection)
    update_team_names(connection)


def _back_up_sqlite_file(connection: Connection, schema: str) -> Path | None:
    """Copy an SQLite file beside itself, such as `copa.sqlite.0001_baseline.bak`.

    The caller's transaction keeps writers out meanwhile.

    returns: None for PostgreSQL, and for a database in memory
    """
    if connection.dialect.name != "sqlite":
        return None
    (_, _, file) = connection.exec_driver_sql("PRAGMA database_list").fetchall()[0]
    if not file:
        return None
    backup = Path(f"{file}.{schema}.bak")
    # A copy that is cut short must not look like a backup, so it gets its name when it is whole.
    unfinished = backup.with_name(f"{backup.name}.half")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    return unfinished.replace(backup)
