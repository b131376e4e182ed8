"""100,000 matches, and how an engine would find one season among them."""

import large
from sqlalchemy import text

from schema import database
from schema.models import Base

FIRST, LATER = "1967", [str(year) for year in range(1968, 1992)]
MATCHES = 4000  # a season: 100,000 together
LARGE = {"match", "standing", "construct", "club_name"}
COPIED = ("construct", "season", "club_name", "stage", "match", "rule", "standing")
NAMES = {"key", "label", "season", "stage", "construct_key", "rule_key"}
QUERIES = {
    "report_match": "season = '1972'",
    "report_team_match": "season = '1972'",
    "report_standing": "season = '1972'",
    "report_finding": "season = '1972'",
    "report_standing of a team": "team_key = 'club-7'",
}


def fill(engine):
    """Load a season, and write it again as each of the later ones."""
    large.load_large(engine, FIRST, MATCHES)
    postgresql = engine.dialect.name == "postgresql"
    with database.writing(engine) as connection:
        if postgresql:  # or each reference would be looked up
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in COPIED:
            for label in LATER:
                connection.execute(text(_copy(Base.metadata.tables[table], label)))
    if postgresql:
        with database.writing(engine) as connection:
            connection.execute(text("ANALYZE"))


def _copy(table, label):
    """Return the statement that writes the rows of the first season again for another one."""
    names, key = list(table.c.keys()), next(iter(table.primary_key)).name
    values = [f"'{label}' || substr({name}, 5)" if name in NAMES else name for name in names]
    return f"""
        INSERT INTO {table.name} ({", ".join(names)}) SELECT {", ".join(values)}
        FROM {table.name} WHERE substr({key}, 1, 4) = '{FIRST}'"""  # noqa: S608


def plan(engine, query):
    """Return how the engine would answer one of the queries, a line a step."""
    return explained(engine, f"SELECT * FROM {query.split()[0]} WHERE {QUERIES[query]}")  # noqa: S608


def explained(engine, statement):
    """Return how the engine would answer a statement, a line a step."""
    how = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        return [row[-1] for row in connection.execute(text(f"{how} {statement}"))]


def scanned(steps):
    """Return the large tables that the steps read from end to end."""
    marks = ("SCAN ", "Seq Scan on ")  # SQLite's, PostgreSQL's
    read = {step.split(mark)[1].split()[0] for step in steps for mark in marks if mark in step}
    return read & LARGE
