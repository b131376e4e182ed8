"""The commands `copaperu reference ...`: the data files that people edit."""

from pathlib import Path
from typing import Annotated

import typer

from flows.messages import print_lines, tell

reference = typer.Typer(
    help="The data files: clubs, departments, rules, corrections and more.", no_args_is_help=True
)


@reference.callback()
def _keep_the_word_export() -> None:
    """Make Typer ask for the word `export`, although it is the only command here."""


@reference.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.", show_default=False)],
) -> None:
    """Write the program's data files into a folder, to edit them and use them with --reference."""
    from pipeline.reference import export_reference

    paths = export_reference(folder)
    print_lines(paths)
    tell(f"Edit these files, then use them with: copaperu ingest --reference {folder}")
