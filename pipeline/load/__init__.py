"""Season -> database: the only writer; running it again changes nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)

from pipeline.account import Coverage
from pipeline.domain.season import Department, Season
from pipeline.findings import Finding
from pipeline.lineage import Revision
from pipeline.load.rows import Row, rows
from schema.database import engine as engine_for
from schema.database import upgrade, writing
from schema.models import Base

TABLES = Base.metadata.sorted_tables  # what is referred to comes first
SHARED = ("club", "revision", "page")  # between seasons: deleted when no season needs them
KEYS_AT_ONCE = 500

Found = dict[object, tuple[object, ...]]  # rows of a table by key


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a load wrote, and how many it found as they should be."""

    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both loads together."""
        return Counts(
            self.inserted + other.inserted,
            self.updated + other.updated,
            self.deleted + other.deleted,
            self.unchanged + other.unchanged,
        )


@contextmanager
def database(url: str) -> Iterator[Engine]:
    """Open the database with its schema at the head; close it afterwards."""
    opened = engine_for(url)
    try:
        upgrade(opened)
        yield opened
    finally:
        opened.dispose()


def load(  # noqa: PLR0913, PLR0917  # the results of all stages before it
    revision: Revision,
    season: Season,
    coverage: Sequence[Coverage],
    findings: Sequence[Finding],
    departments: Sequence[Department],
    engine: Engine,
) -> Counts:
    """Make the database say what the season says, all of it or nothing.

    The schema must be at its head. Rows of the season that are no longer meant are deleted.
    """
    meant = rows(revision, season, coverage, findings, departments)
    with writing(engine) as connection:
        changes = [_change(connection, t, season.label, meant[t.name]) for t in TABLES]
        for change in changes:
            _write(connection, change)
        for change in reversed(changes):
            _delete(connection, change)
        counts = sum((change.counts for change in changes), Counts())
        if counts.updated or counts.deleted:
            counts += _delete_orphans(connection)
    return counts


@dataclass(frozen=True, slots=True)
class _Change:
    """What must happen to a table so that it says what is meant; `vanished` are keys."""

    table: Table
    new: list[Row]
    changed: list[Row]
    vanished: list[object]
    unchanged: int

    @property
    def counts(self) -> Counts:
        return Counts(len(self.new), len(self.changed), len(self.vanished), self.unchanged)


def _change(connection: Connection, table: Table, season: str, meant: Sequence[Row]) -> _Change:
    """Compare what is meant with what is there: a row that says the same is not written."""
    names = table.c.keys()
    wanted = _by_key(table, meant)
    if "season" in table.c:
        found = _rows_of_season(connection, table, season)
    else:
        found = _rows_with_keys(connection, table, list(wanted))
    new = [row for row_key, row in wanted.items() if row_key not in found]
    changed = [
        row
        for row_key, row in wanted.items()
        if row_key in found and found[row_key] != tuple(row[name] for name in names)
    ]
    vanished = [row_key for row_key in found if row_key not in wanted]
    return _Change(table, new, changed, vanished, len(wanted) - len(new) - len(changed))


def _by_key(table: Table, meant: Sequence[Row]) -> dict[object, Row]:
    wanted: dict[object, Row] = {row[_key(table)]: row for row in meant}
    if len(wanted) < len(meant):
        twice = Counter(row[_key(table)] for row in meant).most_common(1)[0][0]
        message = f"two rows of {table.name} have the key {twice!r}: normalise must tell them apart"
        raise ValueError(message)
    return wanted


def _rows_of_season(connection: Connection, table: Table, season: str) -> Found:
    query = select(table.c[_key(table)], *table.c).where(table.c.season == season)
    return {key: tuple(row) for key, *row in connection.execute(query)}


def _rows_with_keys(connection: Connection, table: Table, keys: Sequence[object]) -> Found:
    key = table.c[_key(table)]
    found: Found = {}
    for start in range(0, len(keys), KEYS_AT_ONCE):
        some = key.in_(keys[start : start + KEYS_AT_ONCE])
        query = select(key, *table.c).where(some)
        found |= {of_key: tuple(row) for of_key, *row in connection.execute(query)}
    return found


def _write(connection: Connection, change: _Change) -> None:
    table, key, names = change.table, _key(change.table), change.table.c.keys()
    if change.new:
        connection.execute(insert(table), change.new)
    if change.changed:
        same_key = table.c[key] == bindparam("same_key")
        values: dict[str, Any] = {name: bindparam(name) for name in names if name != key}
        keyed = [
            {"same_key": row[key]} | {name: row[name] for name in values} for row in change.changed
        ]
        connection.execute(update(table).where(same_key).values(values), keyed)


def _delete(connection: Connection, change: _Change) -> None:
    """Delete the rows of the season that the page no longer says."""
    if change.vanished:
        vanished = change.table.c[_key(change.table)] == bindparam("vanished")
        keys = [{"vanished": key} for key in change.vanished]
        connection.execute(delete(change.table).where(vanished), keys)


def _delete_orphans(connection: Connection) -> Counts:
    """Delete the shared rows that nothing refers to any more."""
    deleted = 0
    for name in SHARED:
        table = Base.metadata.tables[name]
        deleted += connection.execute(delete(table).where(_unreferenced(table))).rowcount
    return Counts(deleted=deleted)


def _unreferenced(table: Table) -> ColumnElement[bool]:
    references = (
        reference.parent
        for other in TABLES
        for reference in other.foreign_keys
        if reference.column.table is table
    )
    return and_(*(~exists().where(column == table.c.key) for column in references))


def _key(table: Table) -> str:
    return next(iter(table.primary_key)).name
