"""The arguments and options that several commands share."""

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.reference import Reference

Pages = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Page files (.wikitext, .wiki, .txt) or folders of them; default: the --raw folder.",
        exists=True,
        show_default=False,
    ),
]
NamedPages = Annotated[
    list[Path], typer.Argument(help="Page files or folders of them.", exists=True)
]
Season = Annotated[str, typer.Argument(help="The season's label, such as 1997.")]
DatabaseUrl = Annotated[
    str,
    typer.Option(
        envvar="COPAPERU_DATABASE_URL",
        help="SQLAlchemy URL: sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME.",
    ),
]
Raw = Annotated[
    Path, typer.Option(envvar="COPAPERU_RAW", help="The folder of pages used when none is named.")
]
ReferenceFolder = Annotated[
    Path | None,
    typer.Option(
        "--reference",
        envvar="COPAPERU_REFERENCE",
        help="A folder with the data files (clubs, rules, ...) instead of the program's own.",
        exists=True,
        file_okay=False,
        show_default=False,
    ),
]
DEFAULT_URL = "sqlite:///copa_peru.sqlite"
DEFAULT_RAW = Path("raw")


def pages(paths: list[Path] | None, raw: Path) -> list[Path]:
    """Return the paths that were named, else the folder; raise if there is none."""
    # in another folder `raw` is not there: say so, rather than "no pages"
    if not paths and not raw.exists():
        message = f"no folder {raw}: name pages, or the folder with --raw or COPAPERU_RAW"
        raise typer.BadParameter(message)
    return paths or [raw]


def read_reference(folder: Path | None) -> "Reference":
    """Read the data files of the folder, by default the program's own.

    A file that cannot be used ends the program with a sentence.
    """
    from pipeline import reference

    return reference.read_reference(folder or reference.PACKAGED)


def accept_reference(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command with the option `--reference`, which every command takes.

    One that reads no data file, such as `standings`, passes over it: a script can give the same
    option everywhere.
    """
    signature = inspect.signature(command, eval_str=True)
    if "reference_folder" in signature.parameters:
        return command
    option = inspect.Parameter(
        "reference_folder",
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=ReferenceFolder,
    )

    @functools.wraps(command)
    def run_without(*arguments: object, reference_folder: Path | None, **options: object) -> None:
        del reference_folder
        command(*arguments, **options)

    with_option = signature.replace(parameters=[*signature.parameters.values(), option])
    run_without.__signature__ = with_option  # type: ignore[attr-defined]
    return run_without


def exists(database_url: str) -> bool:
    """Whether there is a database to ask; a missing SQLite file is none."""
    # a PostgreSQL URL stays as it is, and is taken to be there
    file = database_url.removeprefix("sqlite:///")
    return file == database_url or Path(file).exists()
