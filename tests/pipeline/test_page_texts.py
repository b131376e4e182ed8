"""The text of a page is in the database once, and goes with the last revision that has it."""

import zlib
from dataclasses import replace

import large
import pytest
import seasons
from alembic.script import ScriptDirectory
from seasons import ACCOUNT, DEPARTMENTS, REVISION, SEASON
from sqlalchemy import text

from pipeline.outcome import RowCounts
from pipeline.publish.page_text import read_page_text
from schema import database

OTHER_SHA256 = "f" * 64
STORED = "SELECT sha256, text FROM page_text ORDER BY sha256"


def load(engine, revision=REVISION, season=SEASON):
    return seasons.load(revision, season, ACCOUNT, (), DEPARTMENTS, engine)


def stored_texts(engine):
    with engine.connect() as connection:
        rows = connection.execute(text(STORED))
        return {row.sha256: zlib.decompress(row.text).decode() for row in rows}


def write(engine, statement, **values):
    with database.writing(engine) as connection:
        connection.execute(text(statement), values)


@pytest.fixture
def before_texts(engine):
    """A loaded database as the schema before the texts left it, brought to the head."""
    load(engine)
    script = ScriptDirectory(str(database.MIGRATIONS))
    database.downgrade(engine, script.get_revision("0004_page_text").down_revision)
    return engine


def test_a_text_is_stored_compressed_and_read_as_it_was(engine):
    long_page = replace(REVISION, text=REVISION.text + "Perú ⚽ \0 " * 1000)
    load(engine, long_page)
    assert read_page_text(engine, REVISION.sha256) == long_page.text
    with engine.connect() as connection:
        size = connection.scalar(text("SELECT length(text) FROM page_text"))
    assert size < len(long_page.text) / 10


def test_a_second_load_writes_no_text(engine):
    first = load(engine)
    assert load(engine) == RowCounts(unchanged=first.inserted)
    assert stored_texts(engine) == {REVISION.sha256: REVISION.text}


def test_two_pages_of_the_same_bytes_have_one_text(engine):
    load(engine)
    other_page = replace(REVISION, title="1973 Copa Perú")
    load(engine, other_page, large.large("1973", 2)[1])
    assert stored_texts(engine) == {REVISION.sha256: REVISION.text}


def test_the_text_of_a_page_that_changed_takes_the_place_of_the_old_one(engine):
    load(engine)
    changed = replace(REVISION, sha256=OTHER_SHA256, text=REVISION.text.replace("2-1", "2-0"))
    load(engine, changed)
    assert stored_texts(engine) == {OTHER_SHA256: changed.text}


def test_a_text_that_another_page_has_stays(engine):
    load(engine)
    load(engine, replace(REVISION, title="1973 Copa Perú"), large.large("1973", 2)[1])
    load(engine, replace(REVISION, sha256=OTHER_SHA256))
    assert set(stored_texts(engine)) == {REVISION.sha256, OTHER_SHA256}


def test_the_hash_is_of_the_text_and_not_of_its_compressed_bytes(engine):
    load(engine)
    before = database.content_hash(engine)
    other_bytes = zlib.compress(REVISION.text.encode(), level=0)
    write(engine, "UPDATE page_text SET text = :bytes", bytes=other_bytes)
    assert database.content_hash(engine) == before
    # a load compares no bytes either
    assert load(engine).updated == 0

    other_text = zlib.compress(REVISION.text.replace("2-1", "2-0").encode())
    write(engine, "UPDATE page_text SET text = :bytes", bytes=other_text)
    assert database.content_hash(engine) != before


def test_a_database_of_an_earlier_schema_has_no_text_before_and_after_its_upgrade(before_texts):
    assert read_page_text(before_texts, REVISION.sha256) is None
    database.upgrade(before_texts)
    assert database.differences(before_texts) == []
    assert read_page_text(before_texts, REVISION.sha256) is None


def test_the_next_load_after_an_upgrade_stores_the_text_and_nothing_else(before_texts):
    database.upgrade(before_texts)
    counts = load(before_texts)
    assert (counts.inserted, counts.updated, counts.deleted) == (1, 0, 0)
    assert stored_texts(before_texts) == {REVISION.sha256: REVISION.text}
