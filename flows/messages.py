"""What people read: sentences on standard error, and errors that they can mend as sentences."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from pipeline.errors import CopaPeruError
from schema.database_errors import DatabaseError, DatabaseUrlError


def tell(message: str) -> None:
    """Write a sentence for people."""
    sys.stderr.write(f"{message}\n")


def print_lines(lines: Iterable[object]) -> None:
    """Write each on a line of standard output."""
    for line in lines:
        typer.echo(line)


def end(*, succeeded: bool) -> NoReturn:
    """End the program with the contract's exit status."""
    raise typer.Exit(0 if succeeded else 1)


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
