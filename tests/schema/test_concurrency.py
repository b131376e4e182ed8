"""One writer at a time: others say that they wait, and do not wait for ever."""

import logging
import signal
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import large
import postgres
import pytest
import seasons
from sqlalchemy import event, text

from schema import database
from schema.bulk_rows import insert_rows
from schema.database_errors import DatabaseError
from schema.models import Department

MATCHES = 50


@pytest.fixture
def impatient(database_url):
    """A second program's way into the same database; it waits half a second."""
    made = database.engine(database_url, seconds_to_wait=0.5)
    yield made
    made.dispose()


def write(engine):
    with database.writing(engine) as connection:
        connection.execute(text("DELETE FROM finding"))


def test_a_writer_that_need_not_wait_says_nothing(engine, caplog):
    write(engine)

    assert caplog.messages == []


def test_a_writer_says_that_it_waits_and_gives_up(engine, impatient, caplog):
    with (
        database.writing(engine),
        pytest.raises(DatabaseError, match="another program is writing to it and did not finish"),
    ):
        write(impatient)

    (message,) = caplog.messages
    assert message.startswith("another program is writing to the database")
    assert message.endswith("waiting for it to finish")
    assert caplog.records[0].levelno == logging.WARNING


def test_a_writer_that_gave_up_can_write_later(engine, impatient):
    with database.writing(engine), pytest.raises(DatabaseError):
        write(impatient)

    write(impatient)


def test_two_ingestions_of_one_season_wait_for_each_other(engine, database_url):
    def loaded(_):
        own = database.engine(database_url)
        try:
            return large.load_large(own, "1972", MATCHES)
        finally:
            own.dispose()

    with ThreadPoolExecutor(2) as programs:
        first, second = sorted(programs.map(loaded, "ab"), key=lambda counts: counts.unchanged)

    assert (first.unchanged, second.inserted) == (0, 0)
    assert second.unchanged == first.inserted


def test_readers_need_not_wait(engine, impatient):
    large.load_large(engine, "1972", MATCHES)
    with database.writing(engine), impatient.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM report_match")) == MATCHES


@pytest.fixture
def stoppable():
    """A server of its own: how to stop it, start it again, and where it is."""
    with tempfile.TemporaryDirectory(prefix="postgres-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = Server(postgres.initialised(folder))
        server.start()
        yield server
        server.stop()


class Server:
    def __init__(self, run):
        self.run, self.url = run, postgres.url(run)

    def start(self):
        self.process = postgres.start(self.run)

    def stop(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def loaded(engine):
    departments = seasons.DEPARTMENTS
    return seasons.load(seasons.REVISION, seasons.SEASON, seasons.ACCOUNT, (), departments, engine)


@pytest.mark.parametrize("moment", ["FROM club", "FROM team_naming"], ids=["first", "last"])
def test_a_server_that_stops_leaves_nothing_half(stoppable, moment):
    engine = database.engine(stoppable.url)
    database.upgrade(engine)

    def stop(_connection, _cursor, statement, *_):
        if moment in statement.replace("\n", "").replace('"', ""):
            event.remove(engine, "before_cursor_execute", stop)
            stoppable.stop()

    event.listen(engine, "before_cursor_execute", stop)
    with pytest.raises(DatabaseError) as caught:
        loaded(engine)
    assert "the server stopped in the middle of the work" in str(caught.value)
    assert "\n" not in str(caught.value)

    stoppable.start()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM page")) == 0
    assert loaded(engine).inserted > 0
    engine.dispose()


def test_a_server_that_stops_during_copy_says_the_same(stoppable):
    engine = database.engine(stoppable.url)
    database.upgrade(engine)

    with pytest.raises(DatabaseError, match="the server stopped in the middle of the work"):
        copied_after(stoppable.stop, engine)

    stoppable.start()
    engine.dispose()


def copied_after(stop, engine):
    with database.writing(engine) as connection:
        stop()
        insert_rows(connection, Department.__table__, [("PE-PUN", "21", "Puno")])
