"""The one name of each club: what the view team_naming says, kept where it is cheap to look up.

A name depends on every page that names the club or another of the same name, so it is settled for
all clubs after each load that changed something: then no order of loading matters.
"""

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from schema.models import Base

TEAM = Base.metadata.tables["team"]
NAMES = text("SELECT key, name, department, town FROM team_naming")


def settle_names(connection: Connection) -> None:
    """Make the table team say what the view team_naming says; write no row that says it."""
    meant = {tuple(row) for row in connection.execute(NAMES)}
    found = {tuple(row) for row in connection.execute(select(TEAM))}
    if gone := found - meant:
        keys = [{"gone": row[0]} for row in gone]
        connection.execute(delete(TEAM).where(TEAM.c.key == bindparam("gone")), keys)
    if new := meant - found:
        rows = [dict(zip(TEAM.c.keys(), row, strict=True)) for row in sorted(new)]
        connection.execute(insert(TEAM), rows)
