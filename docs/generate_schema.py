"""The data dictionary: docs/schema.md, from the models and the files of the views."""

from sqlalchemy import Column, Inspector, Table, inspect

from schema.database import engine, upgrade, views
from schema.models import Base
from schema.view_sync import is_public

SCHEMA_HEAD = """# The database

Made by `python docs/generate.py schema`; a test compares. People query the views;
the tables may change with any version. Text sorts by its bytes, flags are 0 and 1, unknown is NULL.
"""
COLUMNS_HEAD = "| column | type | meaning | refers to |\n| --- | --- | --- | --- |"


def make_schema_document() -> str:
    """Return the data dictionary: the views and tables with their columns and references."""
    blocks = [SCHEMA_HEAD, "## Views\n", *_describe_views(), "## Tables\n"]
    for table in Base.metadata.sorted_tables:
        blocks += _describe_table(table)
    blocks += _draw_references()
    return "\n".join(blocks)


def _describe_views() -> list[str]:
    """Return a paragraph for each public view; an empty database tells its columns."""
    database = engine("sqlite://")
    upgrade(database)
    try:
        inspector = inspect(database)
        return [
            _describe_view(name, sql, inspector)
            for name, sql in sorted(views().items())
            if is_public(name)
        ]
    finally:
        database.dispose()


def _describe_view(name: str, sql: str, inspector: Inspector) -> str:
    # The comment of a view's file says what it shows: "-- A match with its two clubs by name".
    comment_lines = [line.removeprefix("-- ") for line in sql.splitlines() if line[:3] == "-- "]
    columns = [f"`{column['name']}`" for column in inspector.get_columns(name)]
    return f"**{name}**: {' '.join(comment_lines)}\n{', '.join(columns)}\n"


def _describe_table(table: Table) -> list[str]:
    rows = [_describe_column(column) for column in table.c]
    return [f"### {table.name}\n\n{table.comment}.\n", COLUMNS_HEAD, *rows, ""]


def _describe_column(column: Column[object]) -> str:
    """Return the column as a row of a Markdown table; keys are bold."""
    name = f"**{column.name}**" if column.primary_key else column.name
    column_type = str(column.type).lower()
    if not column.nullable:
        column_type += ", required"
    referred_columns = sorted(f"`{key.target_fullname}`" for key in column.foreign_keys)
    return f"| {name} | {column_type} | {column.comment} | {', '.join(referred_columns)} |"


def _draw_references() -> list[str]:
    """Return the references between tables as a Mermaid diagram."""
    lines = ["## Diagram\n\n```mermaid\nerDiagram"]
    for table in Base.metadata.sorted_tables:
        referred_tables = {key.referred_table.name for key in table.foreign_key_constraints}
        for referred_table in sorted(referred_tables):
            lines.append(f'    {referred_table} ||--o{{ {table.name} : ""')  # plain
    lines.append("```\n")
    return lines
