"""The one name of each club: what the view team_naming says, kept in a table that is cheap to read.

A name depends on every page that names the club or another of the same name, so the names of all
clubs are updated after each load that changed something: the order of loading does not matter.
"""

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from schema.models import Base

TEAM = Base.metadata.tables["team"]
WANTED_TEAMS = text("SELECT key, name, department, town FROM team_naming")


def update_team_names(connection: Connection) -> None:
    """Make the table team say what the view team_naming says; equal rows are not written."""
    wanted_rows = {tuple(row) for row in connection.execute(WANTED_TEAMS)}
    stored_rows = {tuple(row) for row in connection.execute(select(TEAM))}

    # All deletions come first. Names are unique, and two clubs may change theirs at once:
    # "Mariscal" becomes "Mariscal (Puno)", and another club is the only "Mariscal" left.
    outdated_rows = stored_rows - wanted_rows
    if outdated_rows:
        outdated = TEAM.c.key == bindparam("outdated_key")
        keys = [{"outdated_key": row[0]} for row in outdated_rows]
        connection.execute(delete(TEAM).where(outdated), keys)

    new_rows = wanted_rows - stored_rows
    if new_rows:
        columns = TEAM.c.keys()
        values = [dict(zip(columns, row, strict=True)) for row in sorted(new_rows)]
        connection.execute(insert(TEAM), values)
