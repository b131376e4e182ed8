"""The one way to read views: a query, its values, the rows as dictionaries."""

from typing import Any

from sqlalchemy import Engine, text

ViewRow = dict[str, Any]


def read_rows(engine: Engine, query: str, **values: str) -> list[ViewRow]:
    """Return the rows of a query, each by column.

    query:  SQL with `:name` for each value
    raises: the database's errors; schema.database.engine turns them into sentences
    """
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(query), values).mappings()]
