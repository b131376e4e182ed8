"""The same pages give the same hash: in any engine and order, after kills, side by side."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import large
import pytest
from sqlalchemy import text

from schema import database

PROGRAM = Path(__file__).parents[1] / "ingestion.py"
LABELS = ("1967", "1968", "1969", "1970", "1971", "1972")
KILLS = int(os.environ.get("COPAPERU_KILLS", "3"))
SMALL = 20  # matches


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """The hash of all seasons, loaded in order by one program."""
    url = f"sqlite:///{tmp_path_factory.mktemp('reference') / 'copa.sqlite'}"
    assert started(url, LABELS).wait() == 0
    return hashed(url)


def started(url, labels):
    command = [sys.executable, str(PROGRAM), url, *labels]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def hashed(url):
    engine = database.engine(url)
    try:
        return database.content_hash(engine)
    finally:
        engine.dispose()


def test_both_engines_and_any_order_give_one_hash(engine, tmp_path, sqlite_template):
    other = database.engine(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'other.sqlite')}")
    for label in LABELS:
        large.load_large(engine, label, SMALL)
    for label in reversed(LABELS):
        large.load_large(other, label, SMALL)

    assert database.content_hash(engine) == database.content_hash(other)
    other.dispose()


def test_a_second_load_keeps_the_hash(engine):
    large.load_large(engine, "1967", SMALL)
    before = database.content_hash(engine)

    large.load_large(engine, "1967", SMALL)

    assert database.content_hash(engine) == before


def test_a_season_that_went_through_another_state_gives_the_hash_of_its_last(engine):
    large.load_large(engine, "1967", SMALL)
    before = database.content_hash(engine)

    large.load_large(engine, "1967", SMALL - 5)
    assert database.content_hash(engine) != before

    large.load_large(engine, "1967", SMALL)
    assert database.content_hash(engine) == before


def test_one_letter_gives_another_hash(engine):
    large.load_large(engine, "1967", SMALL)
    before = database.content_hash(engine)

    with database.writing(engine) as connection:
        connection.execute(text("UPDATE stage SET name = 'league'"))

    assert database.content_hash(engine) != before


def test_four_ingestions_at_once_give_the_same(empty_url, reference):
    programs = [started(empty_url, order) for order in (LABELS, LABELS[::-1], LABELS, LABELS[3:])]

    ended = [(program.wait(), program.stderr.read().decode()) for program in programs]

    assert [status for status, _ in ended] == [0, 0, 0, 0], ended
    assert hashed(empty_url) == reference


def test_a_killed_ingestion_leaves_whole_seasons_and_the_next_completes(empty_url, reference):
    seconds = timed(empty_url)
    moments = random.Random(1997)  # noqa: S311  # the same moments every time
    for _ in range(KILLS):
        empty(empty_url)
        killed(empty_url, moments.uniform(0, seconds))
        assert matches(empty_url) <= {large_number()}

        assert started(empty_url, LABELS).wait() == 0
        assert hashed(empty_url) == reference


def timed(url):
    """How long the program works once it is ready."""
    program = started(url, LABELS)
    program.stdout.readline()
    start = time.monotonic()
    program.wait()
    return time.monotonic() - start


def killed(url, seconds):
    program = started(url, LABELS)
    program.stdout.readline()
    time.sleep(seconds)
    program.kill()
    program.wait()


def empty(url):
    engine = database.engine(url)
    database.downgrade(engine, "base")
    engine.dispose()


def matches(url):
    """The numbers of matches that seasons have."""
    engine = database.engine(url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT matches FROM report_season")).scalars().all()
    engine.dispose()
    return set(found)


def large_number():
    import ingestion

    return ingestion.MATCHES


def test_a_title_that_only_differs_in_its_bytes_sorts_alike(engine, tmp_path, sqlite_template):
    other = database.engine(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'other.sqlite')}")
    for target in (engine, other):
        with database.writing(target) as connection:
            for number, name in enumerate(("ñ", "n", "Ñ", "z", "_", "-", "É")):
                gap = {"key": name, "season": str(number)}
                connection.execute(
                    text("INSERT INTO gap VALUES (:key, :season, NULL, 'x', 'y', NULL)"), gap
                )

    assert database.content_hash(engine) == database.content_hash(other)
    other.dispose()
