"""What people read: sentences on standard error, and errors that they can mend as sentences."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from pipeline.errors import CopaPeruError
from schema.database_errors import DatabaseError, DatabaseUrlError


def tell(message: str) -> None:
    """Write a sentence for people."""
    sys.stderr.write(f"{message}\n")


@contextmanager
def explain_errors() -> Iterator[None]:
    """Turn the errors that a user can mend into a sentence and the contract's exit status."""
    try:
        yield
    except DatabaseUrlError as error:  # the command line is wrong, not what it asks for
        tell(str(error))
        raise typer.Exit(2) from error
    # anything else is a fault of the program and keeps its traceback
    except (CopaPeruError, DatabaseError) as error:
        tell(str(error))
        raise typer.Exit(1) from error
