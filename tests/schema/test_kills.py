"""Whatever moment an ingestion is killed at, the database holds whole seasons, and the next
completes: the hash is as if nothing had been. Many kills, with what they met:

    COPAPERU_KILLS=50 python -m pytest tests/schema/test_kills.py -rP
"""

import os
import random
import time
from collections import Counter

import ingestion
import large
import pytest
from sqlalchemy import text

from schema import database

LABELS = ("1967", "1968", "1969", "1970", "1971", "1972")
KILLS = int(os.environ.get("COPAPERU_KILLS", "3"))
FEWER = max(1, KILLS // 5)  # where the load is not alone, or the smaller part
MOMENTS = random.Random(1997)  # noqa: S311  # the same every time
BEYOND = 1.1  # of the time that the work takes: the last kills find it done


@pytest.fixture(scope="module")
def hashes(tmp_path_factory):
    """The hash of a database with so many of the seasons, from none to all."""
    url = f"sqlite:///{tmp_path_factory.mktemp('whole') / 'copa.sqlite'}"
    return [hash_with(url, LABELS[:number]) for number in range(len(LABELS) + 1)]


def hash_with(url, labels):
    engine = database.engine(url)
    database.upgrade(engine)
    engine.dispose()
    ingestion.ingest(url, labels)
    return hashed(url)


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


def moments(number, seconds):
    """Yield as many moments, one at random in each part of the time."""
    for part in range(number):
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
    database.downgrade(engine, "base")
    engine.dispose()


@pytest.mark.parametrize(
    ("number", "prepared"), [(KILLS, emptied), (FEWER, without_tables)], ids=["load", "upgrade"]
)
def test_a_killed_ingestion_leaves_whole_seasons_and_the_next_completes(
    database_url, hashes, number, prepared
):
    prepared(database_url)
    seconds, met = seconds_of(database_url), Counter()
    for moment in moments(number, seconds):
        prepared(database_url)
        found = killed(database_url, moment)
        met[found] += 1
        if isinstance(found, int):
            assert hashed(database_url) == hashes[found]

        ingestion.ingest(database_url, LABELS)
        assert hashed(database_url) == hashes[-1]
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
    for moment in moments(FEWER, 2 * seconds_of(database_url)):
        emptied(database_url)
        first, *others = [ingestion.started(database_url, order) for order in ORDERS]
        time.sleep(moment)
        first.kill()

        assert ingestion.ended(*others) == [0, 0, 0]
        assert hashed(database_url) == hashes[-1]


def test_four_ingestions_at_once_give_the_same(empty_url, hashes):
    statuses = ingestion.ended(*[ingestion.started(empty_url, order) for order in ORDERS])

    assert statuses == [0, 0, 0, 0]
    assert hashed(empty_url) == hashes[-1]
