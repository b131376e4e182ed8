"""One table at a time: compare what is meant with what is there, write only the difference.

Rows are tuples of all columns in the order of the model.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select, update

from pipeline.load.statements import Row, Value
from schema.bulk_rows import insert_rows, select_rows

KEYS_AT_ONCE = 500

Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What must happen to a table so that it says what is meant; all by key."""

    table: Table
    new: dict[str, Values]
    changed: dict[str, tuple[Values, Values]]  # before, after
    vanished: dict[str, Values]
    unchanged: int


def compare(connection: Connection, table: Table, season: str, meant: Sequence[Row]) -> Change:
    """Compare what is meant with what is there: a row that says the same is not written."""
    if "season" in table.c:
        return compare_where(connection, table, table.c.season == season, meant)
    wanted = _by_key(table, meant)
    return _compared(table, _found_with_keys(connection, table, list(wanted)), wanted)


def added(table: Table, meant: Sequence[Row]) -> Change:
    """Return the change of a table that can have nothing of the season yet."""
    return _change(table, {}, _by_key(table, meant))


def compare_where(
    connection: Connection, table: Table, which: ColumnElement[bool], meant: Sequence[Row]
) -> Change:
    """Compare what is meant with the rows of a condition."""
    found = select_rows(connection, select(table).where(which))
    return _compared(table, found, _by_key(table, meant))


def differing(table: Table, before: Sequence[Row], after: Sequence[Row]) -> Change:
    """Compare two sets of rows of a table."""
    return _change(table, _by_key(table, before), _by_key(table, after))


def _compared(table: Table, found: Sequence[Values], wanted: dict[str, Values]) -> Change:
    if found == list(wanted.values()):  # most often so, and in the order they were written in
        return Change(table, {}, {}, {}, len(wanted))
    position = table.c.keys().index(key_name(table))
    return _change(table, {str(row[position]): row for row in found}, wanted)


def _change(table: Table, found: dict[str, Values], wanted: dict[str, Values]) -> Change:
    new = {key: row for key, row in wanted.items() if key not in found}
    changed = {
        key: (found[key], row) for key, row in wanted.items() if key in found and found[key] != row
    }
    vanished = {key: row for key, row in found.items() if key not in wanted}
    _refuse_nul(table, (*new.values(), *(after for _, after in changed.values())))
    return Change(table, new, changed, vanished, len(wanted) - len(new) - len(changed))


def write(connection: Connection, change: Change) -> None:
    """Insert what is new and update what says something else."""
    if change.new:
        insert_rows(connection, change.table, list(change.new.values()))
    if change.changed:
        table, key = change.table, key_name(change.table)
        names = list(table.c.keys())
        values: dict[str, Any] = {name: bindparam(name) for name in names if name != key}
        keyed = [
            {"same_key": of_key, **dict(zip(names, after, strict=True))}
            for of_key, (_, after) in change.changed.items()
        ]
        same = table.c[key] == bindparam("same_key")
        connection.execute(update(table).where(same).values(values), keyed)


def remove(connection: Connection, change: Change) -> None:
    """Delete the rows of the season that are no longer meant."""
    if change.vanished:
        vanished = change.table.c[key_name(change.table)] == bindparam("vanished")
        keys = [{"vanished": key} for key in change.vanished]
        connection.execute(delete(change.table).where(vanished), keys)


def key_name(table: Table) -> str:
    """Return the column that a row is found by."""
    return next(iter(table.primary_key)).name


def _by_key(table: Table, meant: Sequence[Row]) -> dict[str, Values]:
    values, key = itemgetter(*table.c.keys()), key_name(table)
    wanted: dict[str, Values] = {str(row[key]): values(row) for row in meant}
    if len(wanted) < len(meant):
        twice = Counter(row[key] for row in meant).most_common(1)[0][0]
        message = f"two rows of {table.name} have the key {twice!r}: normalise must tell them apart"
        raise ValueError(message)
    return wanted


def _refuse_nul(table: Table, rows: Sequence[Values]) -> None:
    """Raise for a NUL character: PostgreSQL cannot store one, and SQLite shows half the text."""
    for row in rows:
        for value in row:
            if type(value) is str and "\0" in value:
                message = f"a NUL character for the table {table.name}: {value[:80]!r}"
                raise ValueError(message)


def _found_with_keys(connection: Connection, table: Table, keys: Sequence[str]) -> list[Values]:
    found: list[Values] = []
    for start in range(0, len(keys), KEYS_AT_ONCE):
        some = table.c[key_name(table)].in_(keys[start : start + KEYS_AT_ONCE])
        found += select_rows(connection, select(table).where(some))
    return found
