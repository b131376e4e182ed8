"""What a database driver refuses, in a sentence for people."""

import os
import sqlite3
import stat
from pathlib import Path

from sqlalchemy.engine import URL

BUSY = "another program is writing to it and did not finish in time; try again when it has finished"
STOPPED = (
    "the server stopped in the middle of the work; nothing half is stored, so do the same again "
    "when it is back"
)
SQLITE = {
    "attempt to write a readonly database": "it is read-only; allow writing or name another file",
    "database is locked": BUSY,
    "file is not a database": "the file is not an SQLite database; name another file",
    "malformed": "the file is damaged; restore it, or delete it and ingest again",
    "no such table": "it has not the tables of this program; run `copaperu db upgrade`",
    "no such column": "it has older tables; run `copaperu db upgrade`",
    "disk is full": "the disk is full",
}
POSTGRESQL = {
    "25006": "it is read-only; connect to the server that may be written to",
    "42501": "the user may not do this; grant the rights or connect as another user",
    "42P01": "it has not the tables of this program; run `copaperu db upgrade`",
    "42703": "it has older tables; run `copaperu db upgrade`",
    "55P03": BUSY,
    "57P01": STOPPED,
    "57P02": STOPPED,
    "57P03": "the server is starting or stopping; try again in a moment",
    "2BP01": "views of your own use ours; drop them first, and create them again afterwards",
}


class DatabaseError(Exception):
    """A database that cannot be opened, read or written: one sentence that says what to do."""


def explained(error: Exception, address: URL) -> DatabaseError | None:
    """Return the driver's refusal as ours, None where it is the program that is wrong."""
    sqlite = address.get_backend_name() == "sqlite"
    reason = _sqlite_reason(error, address) if sqlite else _postgresql_reason(error)
    return DatabaseError(_sentence(address, reason)) if reason else None


def shown(address: URL) -> str:
    """Return the address for people, without a password."""
    hidden = {name: "***" for name in address.query if "pass" in name.casefold()}
    return address.update_query_dict(hidden).render_as_string(hide_password=True)


def refuse_protected(address: URL) -> None:
    """Raise for an SQLite file that nobody may write to; the superuser could, and shall not."""
    file = Path(address.database or "")
    writable = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    sqlite = address.get_backend_name() == "sqlite"
    if sqlite and file.is_file() and not file.stat().st_mode & writable:
        reason = SQLITE["attempt to write a readonly database"]
        raise DatabaseError(_sentence(address, reason))


def _sentence(address: URL, reason: str) -> str:
    return f"cannot use the database {shown(address)}: {reason}"


def _sqlite_reason(error: Exception, address: URL) -> str | None:
    message = str(error)
    if "unable to open database file" in message:
        return _unopened(Path(address.database or ""))
    known = (reason for part, reason in SQLITE.items() if part in message)
    return next(known, message if isinstance(error, sqlite3.OperationalError) else None)


def _unopened(file: Path) -> str:
    folder = file.absolute().parent
    if file.is_dir():
        return "this is a folder; name a file in it"
    if not folder.exists():
        return f"the folder {folder} does not exist; create it first"
    if not folder.is_dir():
        return f"{folder} is a file, not a folder; name another place"
    if not file.exists() and not os.access(folder, os.W_OK, effective_ids=_EFFECTIVE):
        return f"the folder {folder} is read-only; allow writing or name another folder"
    return "the file cannot be opened; allow reading and writing it"


def _postgresql_reason(error: Exception) -> str | None:
    import psycopg  # noqa: PLC0415  # slow, and loaded already where it failed

    state = getattr(error, "sqlstate", None)
    if state in POSTGRESQL:
        return POSTGRESQL[state]
    if "closed the connection unexpectedly" in str(error) or "connection is lost" in str(error):
        return STOPPED
    first_line = str(error).partition("\n")[0]
    refused = isinstance(error, psycopg.OperationalError)
    return first_line if refused or "invalid connection option" in first_line else None


_EFFECTIVE = os.access in os.supports_effective_ids
