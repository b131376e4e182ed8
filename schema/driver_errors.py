"""What a database driver refuses, as a sentence for people."""

import os
import sqlite3
import stat
from pathlib import Path

from sqlalchemy.engine import URL

from schema.database_errors import DatabaseError
from schema.database_url import is_sqlite, redact_url

READ_ONLY_FILE = "it is read-only; allow writing or name another file"
BUSY = "another program is writing to it and did not finish in time; try again when it has finished"
NO_TABLES = "it has not the tables of this program; run `copaperu db upgrade`"
OLDER_TABLES = "it has older tables; run `copaperu db upgrade`"
SERVER_STOPPED = (
    "the server stopped in the middle of the work; nothing half is stored, so do the same again "
    "when it is back"
)

SQLITE_REASONS = {  # part of the driver's message -> what people read
    "attempt to write a readonly database": READ_ONLY_FILE,
    "database is locked": BUSY,
    "file is not a database": "the file is not an SQLite database; name another file",
    "malformed": "the file is damaged; restore it, or delete it and ingest again",
    "no such table": NO_TABLES,
    "no such column": OLDER_TABLES,
    "disk is full": "the disk is full",
}
POSTGRESQL_REASONS = {  # SQLSTATE -> what people read
    "25006": "it is read-only; connect to the server that may be written to",
    "42501": "the user may not do this; grant the rights or connect as another user",
    "42P01": NO_TABLES,
    "42703": OLDER_TABLES,
    "55P03": BUSY,
    "57P01": SERVER_STOPPED,
    "57P02": SERVER_STOPPED,
    "57P03": "the server is starting or stopping; try again in a moment",
    "2BP01": "views of your own use ours; drop them first, and create them again afterwards",
}
_CAN_ASK_FOR_EFFECTIVE_USER = os.access in os.supports_effective_ids


def explain_driver_error(error: BaseException, url: URL) -> DatabaseError | None:
    """Return the driver's refusal as a DatabaseError.

    returns: None where no person can mend it, because the program itself is wrong: a CHECK that
             refuses a row, a statement that does not parse
    """
    reason = _sqlite_reason(error, url) if is_sqlite(url) else _postgresql_reason(error)
    if reason is None:
        return None
    return _cannot_use(url, reason)


def refuse_write_protected_file(url: URL) -> None:
    """Raise DatabaseError for an SQLite file that nobody may write to.

    The superuser is not held back by the permissions of a file, but shall respect them.
    """
    if not is_sqlite(url):
        return
    file = Path(url.database or "")
    anybody_may_write = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    if file.is_file() and not file.stat().st_mode & anybody_may_write:
        raise _cannot_use(url, READ_ONLY_FILE)


def _cannot_use(url: URL, reason: str) -> DatabaseError:
    return DatabaseError(f"cannot use the database {redact_url(url)}: {reason}")


def _sqlite_reason(error: BaseException, url: URL) -> str | None:
    message = str(error)
    # SQLite says the same for a missing folder, a folder in the file's place and no permission.
    if "unable to open database file" in message:
        return _why_sqlite_cannot_open(Path(url.database or ""))
    for part_of_message, reason in SQLITE_REASONS.items():
        if part_of_message in message:
            return reason
    # "disk I/O error": an OperationalError without a sentence of ours is shown as it is.
    if isinstance(error, sqlite3.OperationalError):
        return message
    return None


def _why_sqlite_cannot_open(file: Path) -> str:
    folder = file.absolute().parent
    may_write = os.access(folder, os.W_OK, effective_ids=_CAN_ASK_FOR_EFFECTIVE_USER)
    reasons = [
        (file.is_dir(), "this is a folder; name a file in it"),
        (not folder.exists(), f"the folder {folder} does not exist; create it first"),
        (not folder.is_dir(), f"{folder} is a file, not a folder; name another place"),
        (
            not (file.exists() or may_write),
            f"the folder {folder} is read-only; allow writing or name another folder",
        ),
    ]
    for applies, reason in reasons:
        if applies:
            return reason
    return "the file cannot be opened; allow reading and writing it"


def _postgresql_reason(error: BaseException) -> str | None:
    import psycopg  # noqa: PLC0415  # slow, and loaded already where it failed

    sqlstate = getattr(error, "sqlstate", None)
    if sqlstate in POSTGRESQL_REASONS:
        return POSTGRESQL_REASONS[sqlstate]
    # A connection that breaks has no SQLSTATE, only a sentence.
    message = str(error)
    if "closed the connection unexpectedly" in message or "connection is lost" in message:
        return SERVER_STOPPED
    # 'invalid connection option "colour"' is a ProgrammingError, but comes from the user's URL.
    first_line = message.partition("\n")[0]
    if isinstance(error, psycopg.OperationalError) or "invalid connection option" in first_line:
        return first_line
    return None
