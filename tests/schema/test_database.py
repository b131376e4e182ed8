"""One clear sentence for everything that can be wrong with a database."""

import os
import pwd
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from schema import database
from schema.database_errors import DatabaseError


@contextmanager
def as_ordinary_user():
    """Act as somebody whom file permissions hold back."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder(sqlite_template):
    """A folder that everyone may enter, with a database, without permission to write."""
    path = Path(tempfile.mkdtemp())
    shutil.copy(sqlite_template, path / "copa.sqlite")
    path.chmod(0o555)
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


def failure(url, use=database.upgrade):
    engine = database.engine(str(url))
    try:
        with pytest.raises(DatabaseError) as caught:
            use(engine)
    finally:
        engine.dispose()
    message = str(caught.value)
    assert "\n" not in message
    return message


def write(engine):
    with database.writing(engine) as connection:
        connection.execute(text("DELETE FROM finding"))


def test_a_missing_folder_is_named(tmp_path):
    message = failure(f"sqlite:///{tmp_path}/missing/copa.sqlite")

    assert f"the folder {tmp_path}/missing does not exist" in message


def test_a_folder_is_no_database(tmp_path):
    assert "this is a folder; name a file in it" in failure(f"sqlite:///{tmp_path}")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "notes.txt").write_text("x")

    message = failure(f"sqlite:///{tmp_path}/notes.txt/copa.sqlite")

    assert "notes.txt is a file, not a folder" in message


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("Juan Aurich 7-0 CNI\n" * 100)

    assert "is not an SQLite database" in failure(f"sqlite:///{file}")
    assert file.read_text() == "Juan Aurich 7-0 CNI\n" * 100


def test_a_read_only_folder_is_named(folder):
    with as_ordinary_user():
        message = failure(f"sqlite:///{folder}/new.sqlite")

    assert f"the folder {folder} is read-only" in message


def test_a_read_only_file_is_named(folder):
    file = folder / "copa.sqlite"
    file.chmod(0o444)

    with as_ordinary_user():
        message = failure(f"sqlite:///{file}", write)

    assert f"{file}: it is read-only" in message


def test_a_read_only_file_at_the_head_needs_no_upgrade(folder):
    file = folder / "copa.sqlite"
    file.chmod(0o444)
    engine = database.engine(f"sqlite:///{file}")

    with as_ordinary_user():
        assert not database.upgrade(engine)

    engine.dispose()


def test_a_file_that_nobody_may_read_is_named(folder):
    file = folder / "copa.sqlite"
    file.chmod(0o000)

    with as_ordinary_user():
        assert "cannot be opened; allow reading" in failure(f"sqlite:///{file}")


def test_a_locked_file_says_so(tmp_path, sqlite_template):
    file = shutil.copy(sqlite_template, tmp_path / "copa.sqlite")
    other = database.engine(f"sqlite:///{file}")
    with database.writing(other):
        message = failure(f"sqlite:///{file}?timeout=0.1", write)
    other.dispose()

    assert "another program is writing to it" in message


def test_a_database_without_tables_says_what_to_run(empty_url):
    assert "run `copaperu db upgrade`" in failure(empty_url, write)


def test_an_unreachable_server_is_named_without_the_password():
    message = failure("postgresql+psycopg://someone:secret@127.0.0.1:1/copa?connect_timeout=2")

    assert "someone:***@127.0.0.1:1/copa" in message
    assert "secret" not in message


def test_a_password_in_the_query_is_not_shown():
    message = failure("postgresql+psycopg://someone@127.0.0.1:1/copa?password=secret")

    assert "secret" not in message


def test_a_missing_database_on_a_server_is_named(server_url):
    missing = make_url(server_url).set(database="missing")

    message = failure(missing.render_as_string(hide_password=False))

    assert 'database "missing" does not exist' in message


def test_an_unknown_option_is_named(server_url):
    wrong = make_url(server_url).update_query_dict({"colour": "red"})

    assert 'invalid connection option "colour"' in failure(wrong.render_as_string())


def test_a_read_only_server_says_so(postgresql_template, server_url):
    address = make_url(server_url).set(database=postgresql_template)
    read_only = address.update_query_dict({"options": "-c default_transaction_read_only=on"})

    message = failure(read_only.render_as_string(hide_password=False), write)

    assert "it is read-only" in message


def test_a_view_of_a_user_that_stands_in_the_way_is_named(postgresql_template, server_url):
    address = make_url(server_url).set(database=postgresql_template)
    engine = database.engine(address.render_as_string(hide_password=False))
    with pytest.raises(DatabaseError, match="views of your own use ours"):
        downgrade_below_a_view(engine)
    engine.dispose()


def downgrade_below_a_view(engine):
    with database.rebuilding(engine) as connection:
        connection.execute(text("CREATE VIEW mine AS SELECT page FROM report_page"))
        database.drop_views(connection)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "cannot be parsed"),
        ("copa.sqlite", "cannot be parsed"),
        ("postgresql+psycopg://user:secret@host:port/name", "cannot be parsed"),
        ("mysql://user:secret@host/name", "mysql is neither SQLite nor PostgreSQL"),
        ("postgresql+asyncpg://user:secret@host/name", "asyncpg is neither"),
        ("nonsense://host/name", "nonsense is neither"),
        ("sqlite:///copa.sqlite?timeout=soon", "soon"),
        ("sqlite:///copa.sqlite?colour=red", "colour"),
        ("sqlite://host/copa.sqlite", "host"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused(url, problem):
    with pytest.raises(database.DatabaseUrlError, match=problem) as caught:
        database.engine(url)

    assert "write sqlite:///file.sqlite or postgresql+psycopg://" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_plain_postgresql_url_means_psycopg():
    assert database.engine("postgresql://host/name").url.drivername == "postgresql+psycopg"


def test_a_database_in_memory_comes_to_the_head():
    engine = database.engine("sqlite://")

    database.upgrade(engine)

    assert database.differences(engine) == []
    engine.dispose()
