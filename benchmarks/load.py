"""What a load costs, as a ratio to the fastest way to bring the same rows into the same tables.

    python benchmarks/load.py [POSTGRESQL_URL]

The limit is a bare executemany in SQLite and COPY in PostgreSQL of tuples that are ready, in one
transaction, with all keys and indexes. Limit and ours alternate in one run, each time into an
emptied database; figures are medians. Without a URL it starts the server of the tests.
"""

import statistics
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
import postgres
import seasons
from sqlalchemy import Engine, Table, insert

from pipeline.load.rows import rows
from schema import database
from schema.models import Base

MATCHES = 10_000
ROUNDS = 5
TABLES = Base.metadata.sorted_tables
SEASON = large.large("1972", MATCHES)


def main(urls: list[str]) -> None:
    """Print the ratios of both engines."""
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
    """Load in turns; print the first load and the unchanged one against their limits."""
    engine = database.engine(url)
    database.upgrade(engine)
    prepared = _tuples()
    bare, first, again = [], [], []
    for _ in range(ROUNDS):
        large.empty(engine)
        bare.append(_timed(lambda: limit(engine, prepared)))
        large.empty(engine)
        first.append(_timed(lambda: _ours(engine)))
        again.append(_timed(lambda: _ours(engine)))
    ours = statistics.median(first)
    over = ours / statistics.median(bare)
    rerun = statistics.median(again) / ours
    print(f"{name}: {MATCHES} matches in {ours:.2f} s")
    print(f"  first load / limit      {over:.2f}  (at most {goal})")
    print(f"  unchanged / first load  {rerun:.2f}  (at most 0.5)")
    engine.dispose()


def _ours(engine: Engine) -> None:
    page, season, account = SEASON
    seasons.load(page, season, account, (seasons.FINDING,), seasons.DEPARTMENTS, engine)


def _tuples() -> list[tuple[Table, list[tuple[Any, ...]]]]:
    page, season, account = SEASON
    made = rows(page, season, account, (seasons.FINDING,), seasons.DEPARTMENTS)
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
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
