"""The rows that seasons share: clubs, pages and texts go with the last season that has them."""

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists

from pipeline.load.page_texts import delete_unused_texts
from pipeline.outcome import RowCounts
from schema.models import Base

SHARED_TABLES = ("club", "revision", "page")
# Rows that are deleted with the row they refer to, so their reference keeps nothing alive.
DELETED_WITH_TARGET = {"team"}


def delete_orphans(connection: Connection) -> RowCounts:
    """Delete the shared rows that nothing refers to any more."""
    deleted = 0
    for name in SHARED_TABLES:
        table = Base.metadata.tables[name]
        deleted += connection.execute(delete(table).where(_is_unreferenced(table))).rowcount
    deleted += delete_unused_texts(connection)
    return RowCounts(deleted=deleted)


def _is_unreferenced(table: Table) -> ColumnElement[bool]:
    """Return the condition that no other table refers to a row."""
    conditions = []
    for other in Base.metadata.sorted_tables:
        if other.name in DELETED_WITH_TARGET:
            continue
        for reference in other.foreign_keys:
            if reference.column.table is table:
                conditions.append(~exists().where(reference.parent == table.c.key))
    return and_(*conditions)
