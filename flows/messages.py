"""What people read: sentences on standard error, and errors that they can mend as sentences."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


def tell(message: str) -> None:
    """Say something to people."""
    sys.stderr.write(f"{message}\n")


@contextmanager
def told_to_people() -> Iterator[None]:
    """Turn the errors that a user can mend into a sentence and the contract's exit status."""
    try:
        yield
    except Exception as error:
        from pipeline.errors import CopaPeruError  # noqa: PLC0415
        from schema.database import DatabaseError, DatabaseUrlError  # noqa: PLC0415

        if not isinstance(error, DatabaseError | CopaPeruError):
            raise
        tell(str(error))
        raise typer.Exit(2 if isinstance(error, DatabaseUrlError) else 1) from error
