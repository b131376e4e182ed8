"""The data dictionary, from the models and the files of the views.

python -m schema.dictionary > docs/schema.md
"""

import sys
from collections.abc import Iterator

from sqlalchemy import Column, Engine, Table, inspect

from schema.database import engine, upgrade, views
from schema.models import Base

HEAD = """# The database

Made by `python -m schema.dictionary > docs/schema.md`; a test compares. People query the views;
the tables may change with any version. Text sorts by its bytes, flags are 0 and 1, unknown is NULL.
"""


def dictionary() -> str:
    """Return the tables with their columns and references, and the views with theirs."""
    empty = engine("sqlite://")
    upgrade(empty)
    try:
        return "\n".join([HEAD, "## Views", "", *_views(empty), *_tables(), *_diagram()])
    finally:
        empty.dispose()


def _views(database: Engine) -> Iterator[str]:
    """Yield the public views, each with its comment and columns as SQLite gives them."""
    for name, sql in sorted(views().items()):
        if name.startswith("report_"):
            said = [line[3:] for line in sql.splitlines() if line.startswith("-- ")]
            columns = ", ".join(f"`{c['name']}`" for c in inspect(database).get_columns(name))
            yield f"**{name}**: {' '.join(said)}\n{columns}\n"


def _tables() -> Iterator[str]:
    yield "## Tables\n"
    for table in Base.metadata.sorted_tables:
        yield f"### {table.name}\n\n{table.comment}.\n"
        yield "| column | type | meaning | refers to |\n| --- | --- | --- | --- |"
        yield from (_column(column) for column in table.c)
        yield ""


def _column(column: Column[object]) -> str:
    kind = str(column.type).lower() + ("" if column.nullable else ", required")
    mark = "**" if column.primary_key else ""
    refers = ", ".join(sorted(f"`{key.target_fullname}`" for key in column.foreign_keys))
    return f"| {mark}{column.name}{mark} | {kind} | {column.comment} | {refers} |"


def _diagram() -> Iterator[str]:
    """Yield the references between tables as a Mermaid diagram."""
    yield "## Diagram\n\n```mermaid\nerDiagram"
    for table in Base.metadata.sorted_tables:
        for referred in _referred(table):
            yield f'    {referred} ||--o{{ {table.name} : ""'
    yield "```\n"


def _referred(table: Table) -> list[str]:
    return sorted({key.referred_table.name for key in table.foreign_key_constraints})


if __name__ == "__main__":
    sys.stdout.write(dictionary())
