"""What the tests share: databases of both engines, real ones, each test with its own."""

import shutil
import uuid

import postgres
import psycopg
import pytest
from sqlalchemy import make_url, text

from schema import database

ENGINES = ("sqlite", "postgresql")
SERVERS = {"server_url", "server"}  # fixtures that start PostgreSQL or Prefect
SLOW = {  # tests of a second and more, by file; `make test-fast` leaves them out
    "test_benchmarks.py",
    "test_concurrency.py",
    "test_fuzz.py",
    "test_gates.py",
    "test_handlers.py",
    "test_kills.py",
    "test_laws.py",
    "test_migrations.py",
    "test_parse_budget.py",
    "test_plans.py",
    "test_queries.py",
    "test_readme.py",
    "test_same_rows.py",
    "test_seeded_errors.py",
}


def pytest_collection_modifyitems(items):
    """Mark what `make test-fast` leaves out: tests that need a server, and slow ones."""
    for item in items:
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        if SERVERS & set(item.fixturenames) or "postgresql" in parameters:
            item.add_marker("server")
        elif item.path.name in SLOW:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def server_url():
    try:
        with postgres.server() as url:
            yield url
    except (postgres.NoPostgresError, psycopg.Error) as error:
        pytest.fail(str(error))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    file = tmp_path_factory.mktemp("template") / "head.sqlite"
    upgraded(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_template(server_url):
    name = f"template_{uuid.uuid4().hex}"
    administer(server_url, f"CREATE DATABASE {name}")
    upgraded(named(server_url, name))
    yield name
    administer(server_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=ENGINES)
def empty_url(request, tmp_path):
    """The URL of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite'}"
    else:
        yield from new_database(request.getfixturevalue("server_url"), "template0")


@pytest.fixture(params=ENGINES)
def database_url(request, tmp_path):
    """The URL of a database at the head, without rows."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "head.sqlite")
        yield f"sqlite:///{file}"
    else:
        template = request.getfixturevalue("postgresql_template")
        yield from new_database(request.getfixturevalue("server_url"), template)


@pytest.fixture
def new_postgresql(server_url, postgresql_template):
    """The URL of a PostgreSQL database at the head, without rows."""
    yield from new_database(server_url, postgresql_template)


@pytest.fixture
def engine(database_url):
    """A database at the head, without rows."""
    made = database.engine(database_url)
    yield made
    made.dispose()


@pytest.fixture(scope="module", params=ENGINES)
def module_engine(request, tmp_path_factory):
    """A database at the head for all tests of a module, none of which may commit."""
    if request.param == "sqlite":
        urls = iter([f"sqlite:///{tmp_path_factory.mktemp('module') / 'head.sqlite'}"])
    else:
        urls = new_database(request.getfixturevalue("server_url"), "template0")
    made = database.engine(next(urls))
    database.upgrade(made)
    yield made
    made.dispose()
    next(urls, None)


NEXT_MIGRATION = """
from alembic import op

revision = "9999_next"
down_revision = "{head}"


def upgrade():
    op.execute("UPDATE stage SET name = 'the next program'")


def downgrade():
    pass
"""


@pytest.fixture
def install_next_migration(tmp_path, monkeypatch):
    """Return a function that makes this program a later one, which has a migration more."""

    def install():
        migrations = tmp_path / "migrations"
        shutil.copytree(database.MIGRATIONS, migrations)
        file = migrations / "versions/9999_next.py"
        file.write_text(NEXT_MIGRATION.format(head=database.head()), encoding="utf-8")
        monkeypatch.setattr("schema.upgrades.MIGRATIONS", migrations)

    return install


@pytest.fixture
def empty(empty_url):
    """A database without tables."""
    made = database.engine(empty_url)
    yield made
    made.dispose()


def upgraded(url):
    made = database.engine(url)
    database.upgrade(made)
    made.dispose()


def new_database(server_url, template):
    name = f"test_{uuid.uuid4().hex}"
    administer(server_url, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield named(server_url, name)
    administer(server_url, f"DROP DATABASE {name} WITH (FORCE)")


def administer(server_url, statement):
    made = database.engine(server_url)
    with made.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(statement))
    made.dispose()


def named(server_url, name):
    return make_url(server_url).set(database=name).render_as_string(hide_password=False)
