"""Take a season out of the database: its facts, its page, and what was judged of them."""

from sqlalchemy import Connection, Engine, Table, delete, select

from pipeline.load.shared_rows import delete_orphans
from pipeline.outcome import NO_ROWS, RowCounts
from schema.content_hash import HISTORY_TABLES
from schema.database import writing
from schema.models import Base
from schema.team_names import update_team_names

SEASON = Base.metadata.tables["season"]
# An edition is known without a page, and a run did load the page once.
KEPT_TABLES = {"edition", "run_page"}


def forget_season(season: str, engine: Engine) -> RowCounts:
    """Delete every row of the season, and the shared rows that only it needed.

    returns: the deleted rows, without those of the history; no rows where it is not loaded
    """
    deleted = 0
    with writing(engine) as connection:
        # "1973: no page tells this edition" is a gap, and stays.
        if connection.scalar(select(SEASON.c.label).where(SEASON.c.label == season)) is None:
            return NO_ROWS
        # what refers to a row goes before the row
        for table in reversed(Base.metadata.sorted_tables):
            count = _delete_rows_of_season(connection, table, season)
            if table.name not in HISTORY_TABLES:
                deleted += count
        counts = RowCounts(deleted=deleted) + delete_orphans(connection)
        # "Unión (Puno)" is "Unión" again when the other Unión went with the season.
        update_team_names(connection)
    return counts


def _delete_rows_of_season(connection: Connection, table: Table, season: str) -> int:
    if table is SEASON:
        return connection.execute(delete(table).where(table.c.label == season)).rowcount
    if "season" not in table.c or table.name in KEPT_TABLES:
        return 0
    return connection.execute(delete(table).where(table.c.season == season)).rowcount
