"""What a load costs beside the fastest way to write the same rows; how one season is found again.

    python benchmarks/load.py [POSTGRESQL_URL]    # every row of that database is deleted

The limit is a bare executemany in SQLite and COPY in PostgreSQL of tuples that are ready, in one
transaction, with all keys and indexes. Limit and ours alternate in one run, each time into an
emptied database; figures are of the fastest, because other work on a machine only ever adds.
Without a URL it starts the server of the tests.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # tests/pipeline must not hide the package

import large
import plans
import postgres
import seasons
from sqlalchemy import Engine, Table, insert, text

from pipeline.load.season_rows import build_season_rows
from pipeline.outcome import BuiltSeason
from schema import database
from schema.models import Base

MATCHES = 10_000
ROUNDS = 9
TABLES = Base.metadata.sorted_tables
SEASON = large.large("1972", MATCHES)


def main(urls: list[str]) -> None:
    """Print the ratios and the plans of both engines."""
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", f"sqlite:///{folder}/load.sqlite", _executemany, 2)
    with server(urls) as url:
        measure("PostgreSQL", url, _copy, 3)


@contextmanager
def server(urls: list[str]) -> Iterator[str]:
    """Yield the URL that was given, else start a server."""
    if urls:
        yield urls[0]
        return
    with postgres.server() as url:
        yield url


def measure(name: str, url: str, limit: Callable[..., None], goal: float) -> None:
    """Print the first load against its limit, the unchanged one against the first, the plans."""
    engine = database.engine(url)
    database.upgrade(engine)
    prepared = _tuples()
    bare, first, again, written = [], [], [], 0
    for _ in range(ROUNDS):
        large.empty(engine)
        bare.append(_timed(lambda: limit(engine, prepared)))
        large.empty(engine)
        first.append(_timed(lambda: _ours(engine)))
        before = _writes(engine)
        again.append(_timed(lambda: _ours(engine)))
        written += _writes(engine) - before
    ours = min(first)
    print(f"{name}: {MATCHES} matches in {ours:.2f} s")
    print(f"  first load / limit      {ours / min(bare):.2f}  (at most {goal})")
    print(f"  unchanged / first load  {min(again) / ours:.2f}  (at most 0.5)")
    print(f"  rows the unchanged load wrote: {written}")
    _show_plans(engine)
    engine.dispose()


def _writes(engine: Engine) -> int:
    """Return how many rows were inserted, updated and deleted so far, as the engine counts."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":  # of this connection, the only one
            raw: Any = connection.connection.driver_connection
            return int(raw.total_changes)
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
        connection.commit()
        count = "SELECT SUM(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables"
        return int(connection.scalar(text(count)))


def _show_plans(engine: Engine) -> None:
    large.empty(engine)
    plans.fill(engine)
    for view in ("report_standing", "report_match"):
        steps = plans.plan(engine, view)
        scanned = ", ".join(sorted(plans.scanned(steps))) or "none"
        print(f"  {view} of one season among 100,000 matches; full scans of facts: {scanned}")
        print(*(f"    {step}" for step in steps), sep="\n")


def _ours(engine: Engine) -> None:
    page, season, account = SEASON
    seasons.load(page, season, account, (seasons.FINDING,), seasons.DEPARTMENTS, engine)


def _tuples() -> list[tuple[Table, list[tuple[Any, ...]]]]:
    page, season, account = SEASON
    built = BuiltSeason(page, season, (seasons.FINDING,), tuple(account))
    made = build_season_rows(built, seasons.DEPARTMENTS)
    return [
        (table, [tuple(row[name] for name in list(table.c.keys())) for row in made[table.name]])
        for table in TABLES
        if made.get(table.name)
    ]


def _executemany(engine: Engine, prepared: list[tuple[Table, list[tuple[Any, ...]]]]) -> None:
    with database.writing(engine) as connection:
        raw: Any = connection.connection.driver_connection
        for table, values in prepared:
            raw.executemany(str(insert(table).compile(dialect=engine.dialect)), values)


def _copy(engine: Engine, prepared: list[tuple[Table, list[tuple[Any, ...]]]]) -> None:
    with database.writing(engine) as connection:
        raw: Any = connection.connection.driver_connection
        for table, values in prepared:
            columns = ", ".join(f'"{column.name}"' for column in table.c)
            with raw.cursor().copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
                for row in values:
                    copy.write_row(row)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()  # no work pays for what another left
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
