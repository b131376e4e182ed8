"""Database URLs: which ones are accepted, and how they are shown without a password."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from schema.database_errors import DatabaseUrlError

SQLITE_DRIVERS = ("sqlite", "sqlite+pysqlite")
POSTGRESQL_DRIVER = "postgresql+psycopg"
SQLITE_OPTIONS = {"timeout", "check_same_thread", "cached_statements"}


def parse_database_url(text: str) -> URL:
    """Read a database URL.

    raises: DatabaseUrlError; the sentence never repeats the URL, which may hold a password
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        problem = "it cannot be parsed"
        raise DatabaseUrlError(problem) from error
    # "postgresql://host/name" means psycopg 3 here; to SQLAlchemy it would mean psycopg 2.
    if url.drivername == "postgresql":
        url = url.set(drivername=POSTGRESQL_DRIVER)
    if url.drivername not in (*SQLITE_DRIVERS, POSTGRESQL_DRIVER):
        problem = f"{url.drivername} is neither SQLite nor PostgreSQL with psycopg"
        raise DatabaseUrlError(problem)
    if is_sqlite(url):
        _refuse_unknown_sqlite_options(url)
    return url


def is_sqlite(url: URL) -> bool:
    """Return whether the URL names an SQLite database."""
    return url.get_backend_name() == "sqlite"


def redact_url(url: URL) -> str:
    """Return the URL for people, without passwords.

    A password may also stand in the query: `postgresql://user@host/name?password=secret`.
    """
    hidden_options = {name: "***" for name in url.query if "pass" in name.casefold()}
    return url.update_query_dict(hidden_options).render_as_string(hide_password=True)


def _refuse_unknown_sqlite_options(url: URL) -> None:
    # "sqlite:///file:copa.sqlite?mode=ro&uri=true": SQLite itself reads such options.
    if "uri" in url.query:
        return
    unknown_options = url.query.keys() - SQLITE_OPTIONS
    if unknown_options:
        problem = f"SQLite has no option {min(unknown_options)}"
        raise DatabaseUrlError(problem)
