"""The same pages give the same hash, in any engine and order; killed ones in test_kills.py."""

import shutil

import large
from sqlalchemy import text

from schema import database

LABELS = ("1967", "1968", "1969", "1970", "1971", "1972")
SMALL = 20  # matches


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
