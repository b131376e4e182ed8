"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

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
DEFAULT_URL = "sqlite:///copa_peru.sqlite"
DEFAULT_RAW = Path("raw")


def pages(paths: list[Path] | None, raw: Path) -> list[Path]:
    """Return the paths that were named, else the folder; raise if there is none."""
    if not paths and not raw.exists():
        message = f"no folder {raw}: name pages, or the folder with --raw or COPAPERU_RAW"
        raise typer.BadParameter(message)
    return paths or [raw]


def exists(database_url: str) -> bool:
    """Whether there is a database to ask; a missing SQLite file is none."""
    file = database_url.removeprefix("sqlite:///")
    return file == database_url or Path(file).exists()
