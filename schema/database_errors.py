"""The errors that this package raises for people to read.

Each is one sentence that says what is wrong with the database and what to do about it.
"""


class DatabaseError(Exception):
    """A database that cannot be opened, read or written."""


class DatabaseUrlError(DatabaseError):
    """A database URL that is malformed or names a kind of database that is not supported."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"cannot use the database URL: {problem}; write sqlite:///file.sqlite "
            "or postgresql+psycopg://user:password@host/name",
        )


class UnknownSchemaError(DatabaseError):
    """The database has a schema that this program does not know: another version made it."""

    def __init__(self, shown_url: str, schema_found: str, newest_known: str) -> None:
        super().__init__(
            f"the database {shown_url} has schema {schema_found}, which this program does not "
            f"know; it knows schemas up to {newest_known}: install the newer program that made "
            "the database, or name another database and ingest again",
        )
