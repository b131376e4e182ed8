"""One season among 100,000 matches is found by index, in both engines."""

import large
import pytest
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


@pytest.fixture(scope="module")
def full(module_engine):
    large.load_large(module_engine, FIRST, MATCHES)
    with database.writing(module_engine) as connection:
        if module_engine.dialect.name == "postgresql":  # or each reference would be looked up
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in COPIED:
            for label in LATER:
                connection.execute(text(copy(Base.metadata.tables[table], label)))
    if module_engine.dialect.name == "postgresql":
        with database.writing(module_engine) as connection:
            connection.execute(text("ANALYZE"))
    return module_engine


def copy(table, label):
    """The statement that writes the rows of the first season again for another one."""
    names, key = list(table.c.keys()), next(iter(table.primary_key)).name
    values = [f"'{label}' || substr({name}, 5)" if name in NAMES else name for name in names]
    return f"""
        INSERT INTO {table.name} ({", ".join(names)}) SELECT {", ".join(values)}
        FROM {table.name} WHERE substr({key}, 1, 4) = '{FIRST}'"""  # noqa: S608


def scanned(engine, statement):
    """The tables that the engine would read from end to end."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            plan = connection.execute(text(f"EXPLAIN QUERY PLAN {statement}")).all()
        return {row[3].split()[1] for row in plan if row[3].startswith("SCAN")}
    with engine.connect() as connection:
        plan = connection.execute(text(f"EXPLAIN {statement}")).scalars().all()
    return {line.split("Seq Scan on ")[1].split()[0] for line in plan if "Seq Scan on " in line}


def test_no_table_of_facts_is_read_from_end_to_end_for_one_season(full):
    assert scanned(full, "SELECT SUM(home_goals) FROM match") == {"match"}

    found = {
        name: scanned(full, f"SELECT * FROM {name.split()[0]} WHERE {condition}") & LARGE  # noqa: S608
        for name, condition in QUERIES.items()
    }

    assert found == {name: set() for name in QUERIES}
