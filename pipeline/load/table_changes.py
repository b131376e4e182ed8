"""One table at a time: compare the rows meant with those that are there, write the difference.

Rows to write are tuples of all columns, in the order of the model.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select, update

from pipeline.load.page_lineage import DatabaseRow, Value
from pipeline.outcome import RowCounts
from schema.bulk_rows import insert_rows, select_rows

KEYS_PER_QUERY = 500  # well below the number of parameters that either engine takes

Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class TableChange:
    """What must happen to a table so that it says what is meant; all by key.

    changed: the row before and after
    """

    table: Table
    new: dict[str, Values]
    changed: dict[str, tuple[Values, Values]]
    vanished: dict[str, Values]
    unchanged: int

    @property
    def counts(self) -> RowCounts:
        """How many rows the change concerns, by what happens to them."""
        return RowCounts(
            inserted=len(self.new),
            updated=len(self.changed),
            deleted=len(self.vanished),
            unchanged=self.unchanged,
        )


def compare_with_table(
    connection: Connection, table: Table, season: str, rows: Sequence[DatabaseRow]
) -> TableChange:
    """Compare the rows meant with those of the season, or of the same keys in a shared table."""
    # A club or a page has no season: it is compared by its key.
    if "season" in table.c:
        return compare_with_rows_where(connection, table, table.c.season == season, rows)
    meant = _values_by_key(table, rows)
    return _compare(table, _select_by_keys(connection, table, list(meant)), meant)


def compare_with_rows_where(
    connection: Connection,
    table: Table,
    condition: ColumnElement[bool],
    rows: Sequence[DatabaseRow],
) -> TableChange:
    """Compare the rows meant with those in the table for which the condition holds."""
    stored = select_rows(connection, select(table).where(condition))
    return _compare(table, stored, _values_by_key(table, rows))


def insert_all(table: Table, rows: Sequence[DatabaseRow]) -> TableChange:
    """Return the change of a table that can have nothing of the season yet."""
    return _find_differences(table, {}, _values_by_key(table, rows))


def compare_rows(
    table: Table, before: Sequence[DatabaseRow], after: Sequence[DatabaseRow]
) -> TableChange:
    """Compare two sets of rows of a table."""
    return _find_differences(table, _values_by_key(table, before), _values_by_key(table, after))


def _compare(table: Table, stored: Sequence[Values], meant: dict[str, Values]) -> TableChange:
    # Mostly nothing has changed, and rows come back in the order in which they were written.
    if stored == list(meant.values()):
        return TableChange(table, {}, {}, {}, len(meant))
    position = table.c.keys().index(key_column(table))
    stored_by_key = {str(row[position]): row for row in stored}
    return _find_differences(table, stored_by_key, meant)


def _find_differences(
    table: Table, stored: dict[str, Values], meant: dict[str, Values]
) -> TableChange:
    new: dict[str, Values] = {}
    changed: dict[str, tuple[Values, Values]] = {}
    unchanged = 0
    for key, row in meant.items():
        if key not in stored:
            new[key] = row
        elif stored[key] != row:
            changed[key] = stored[key], row
        else:
            unchanged += 1
    vanished = {key: row for key, row in stored.items() if key not in meant}
    rows_to_write = [*new.values(), *(after for _, after in changed.values())]
    _refuse_nul(table, rows_to_write)
    return TableChange(table, new, changed, vanished, unchanged)


def write_rows(connection: Connection, change: TableChange) -> None:
    """Insert what is new and update what says something else."""
    table = change.table
    if change.new:
        insert_rows(connection, table, list(change.new.values()))
    if not change.changed:
        return
    key_name = key_column(table)
    names = list(table.c.keys())
    new_values: dict[str, Any] = {name: bindparam(name) for name in names if name != key_name}
    parameters = []
    for key, (_, after) in change.changed.items():
        parameters.append({"row_key": key, **dict(zip(names, after, strict=True))})
    has_key = table.c[key_name] == bindparam("row_key")
    connection.execute(update(table).where(has_key).values(new_values), parameters)


def delete_rows(connection: Connection, change: TableChange) -> None:
    """Delete the rows of the season that are no longer meant."""
    if change.vanished:
        has_key = change.table.c[key_column(change.table)] == bindparam("row_key")
        keys = [{"row_key": key} for key in change.vanished]
        connection.execute(delete(change.table).where(has_key), keys)


def key_column(table: Table) -> str:
    """Return the name of the column by which a row is found."""
    return next(iter(table.primary_key)).name


def _values_by_key(table: Table, rows: Sequence[DatabaseRow]) -> dict[str, Values]:
    read_values = itemgetter(*table.c.keys())
    key_name = key_column(table)
    values = {str(row[key_name]): read_values(row) for row in rows}
    if len(values) < len(rows):
        [(key, _)] = Counter(row[key_name] for row in rows).most_common(1)
        message = f"two rows of {table.name} have the key {key!r}: normalise must tell them apart"
        raise ValueError(message)
    return values


def _refuse_nul(table: Table, rows: Sequence[Values]) -> None:
    """Raise for a NUL character: PostgreSQL cannot store one, and SQLite shows half the text."""
    for row in rows:
        for value in row:
            if type(value) is str and "\0" in value:
                message = f"a NUL character for the table {table.name}: {value[:80]!r}"
                raise ValueError(message)


def _select_by_keys(connection: Connection, table: Table, keys: Sequence[str]) -> list[Values]:
    rows: list[Values] = []
    for start in range(0, len(keys), KEYS_PER_QUERY):
        some_keys = keys[start : start + KEYS_PER_QUERY]
        has_key = table.c[key_column(table)].in_(some_keys)
        rows += select_rows(connection, select(table).where(has_key))
    return rows
