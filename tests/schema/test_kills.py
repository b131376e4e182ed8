"""Whatever moment an ingestion is killed at, the database holds whole seasons, and the next
completes: the hash is as if nothing had been. Many kills, with what they met:

    COPAPERU_KILLS=50 python -m pytest tests/schema/test_kills.py -rP
"""

import os
import random
import time
from collections import Counter
from pathlib import Path

import ingestion
import large
import pytest
from sqlalchemy import text

from schema import database

LABELS = ("1967", "1968", "1969", "1970", "1971", "1972")
KILLS = int(os.environ.get("COPAPERU_KILLS", "3"))
FEWER = max(1, KILLS // 5)  # where the load is not alone, or the smaller part
MOMENTS = random.Random(1997)  # noqa: S311  # the same every time
AT_ONE_PACE = 5  # kills
BEYOND = 1.1  # of the time that the work takes: the last kills find it done


@pytest.fixture(scope="module")
def hashes(tmp_path_factory):
    """The hashes of a database with so many of the seasons: when these are loaded, at the end."""
    folder = tmp_path_factory.mktemp("whole")
    numbers = range(len(LABELS) + 1)
    return [hashes_with(f"sqlite:///{folder}/{n}.sqlite", LABELS[:n]) for n in numbers]


def hashes_with(url, labels):
    ingestion.load_only(url, labels)
    loaded = hashed(url)
    ingestion.ingest(url, labels)
    return loaded, hashed(url)


def hashed(url):
    engine = database.engine(url)
    try:
        return database.content_hash(engine)
    finally:
        engine.dispose()


def seasons_in(url):
    """How many seasons a database has, None where it has no tables yet."""
    engine = database.engine(url)
    try:
        if database.current(engine) is None:
            return None
        with engine.connect() as connection:
            return connection.scalar(text("SELECT COUNT(*) FROM season"))
    finally:
        engine.dispose()


def killed(url, seconds):
    """Kill an ingestion so many seconds after it began; say what it had come to."""
    program = ingestion.started(url, LABELS)
    time.sleep(seconds)
    program.kill()
    (status,) = ingestion.ended(program)
    return "had ended" if status == 0 else seasons_in(url)


def moments(url, prepared, number):
    """Yield as many moments, in seconds, one at random in each part of the time.

    The time is measured now and then, because machines have other work as well.
    """
    for turn, part in enumerate(MOMENTS.sample(range(number), number)):
        if turn % AT_ONE_PACE == 0:
            prepared(url)
            seconds = seconds_of(url)
        prepared(url)
        yield (part + MOMENTS.random()) / number * seconds * BEYOND


def seconds_of(url):
    """How long an ingestion works."""
    program, start = ingestion.started(url, LABELS), time.monotonic()
    assert ingestion.ended(program) == [0]
    return time.monotonic() - start


def emptied(url):
    """Delete every row."""
    engine = database.engine(url)
    large.empty(engine)
    engine.dispose()


def without_tables(url):
    """Take the tables away as well."""
    engine = database.engine(url)
    if engine.dialect.name == "sqlite":
        Path(engine.url.database).unlink()
    else:
        with database.writing(engine) as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.mark.parametrize(
    ("number", "prepared"), [(KILLS, emptied), (FEWER, without_tables)], ids=["load", "upgrade"]
)
def test_a_killed_ingestion_leaves_whole_seasons_and_the_next_completes(
    database_url, hashes, number, prepared
):
    met = Counter()
    for moment in moments(database_url, prepared, number):
        found = killed(database_url, moment)
        met[found] += 1
        if isinstance(found, int):
            assert hashed(database_url) in hashes[found]

        ingestion.ingest(database_url, LABELS)
        assert hashed(database_url) == hashes[-1][1]
    print(told(met))  # noqa: T201  # shown on demand


def told(met):
    """What the kills met, for people."""
    names = {None: "before the first table", 0: "before the first season", "had ended": "after"}
    lines = (
        f"{count:4} {names.get(found, f'{found} of {len(LABELS)} seasons there')}"
        for found, count in sorted(met.items(), key=lambda item: str(item[0]))
    )
    return "\n".join((f"{met.total()} kills:", *lines))


ORDERS = (LABELS, LABELS[::-1], LABELS, LABELS[3:])


def test_of_four_ingestions_at_once_one_is_killed_and_the_others_complete(database_url, hashes):
    for moment in moments(database_url, emptied, FEWER):
        first, *others = [ingestion.started(database_url, order) for order in ORDERS]
        time.sleep(2 * moment)  # four take longer than one
        first.kill()

        assert ingestion.ended(*others) == [0, 0, 0]
        assert hashed(database_url) == hashes[-1][1]


def test_four_ingestions_at_once_give_the_same(empty_url, hashes):
    statuses = ingestion.ended(*[ingestion.started(empty_url, order) for order in ORDERS])

    assert statuses == [0, 0, 0, 0]
    assert hashed(empty_url) == hashes[-1][1]
