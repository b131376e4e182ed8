"""The commands for adding a season: what a page gives, a page to type into, what is missing."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from flows.messages import end, print_lines, tell
from flows.options import (
    DEFAULT_RAW,
    DEFAULT_URL,
    DatabaseUrl,
    NamedPages,
    Raw,
    ReferenceFolder,
    exists,
    read_reference,
)


def plan(
    paths: NamedPages,
    database_url: DatabaseUrl = DEFAULT_URL,
    reference_folder: ReferenceFolder = None,
) -> None:
    """Say in words what pages would give, and what is still to do; write nothing.

    New clubs are compared with clubs.csv, and with the clubs of the database if there is one.
    """
    from pipeline.plan import plan_pages
    from pipeline.plan.plan_text import plans_text

    loaded_entries = _read_loaded_entries(database_url)
    plans = plan_pages(paths, read_reference(reference_folder), loaded_entries)
    typer.echo(plans_text(plans))
    end(succeeded=plans.outcome.succeeded)


def _read_loaded_entries(database_url: str) -> list[dict[str, Any]]:
    """Return the rows of the team lists in the database, none where there is no database."""
    # without a file nothing of the database needs to be imported
    if not exists(database_url):
        return []
    from pipeline.load import is_there
    from pipeline.publish.club_list import read_entries
    from schema.database import engine

    # a plan must not create an empty database
    if not is_there(database_url):
        return []
    return read_entries(engine(database_url))


def new_season(
    year: Annotated[
        str, typer.Argument(help="The season, such as 1998.", metavar="YEAR", show_default=False)
    ],
    raw: Raw = DEFAULT_RAW,
) -> None:
    """Write an empty page for typing a season in, below own/ in the --raw folder."""
    from pipeline.plan.skeleton import PageExistsError, write_empty_page

    # "²²²²" is decimal for Python, and no year
    if not (len(year) == 4 and year.isdecimal() and year.isascii()):  # noqa: PLR2004 - a year
        message = f"{year!r} is no season: write a year of four digits, such as 1998"
        raise typer.BadParameter(message)
    try:
        path = write_empty_page(raw, year)
    except PageExistsError as error:
        tell(str(error))
        raise typer.Exit(1) from error
    except OSError as error:
        tell(f"cannot write below {raw}: {error.strerror}")
        raise typer.Exit(1) from error
    typer.echo(path)
    tell(f"Type the season into {path}, then look at it with: copaperu plan {path}")


def gaps(
    season: Annotated[str | None, typer.Argument(help="A season's label; default: all.")] = None,
    database_url: DatabaseUrl = DEFAULT_URL,
    reference_folder: ReferenceFolder = None,
) -> None:
    """List what no page tells yet, from the database; without one, from the data files alone."""
    # looking for gaps must not create an empty database
    if exists(database_url):
        from pipeline.publish.gap_list import read_gaps
        from schema.database import engine

        rows = read_gaps(engine(database_url))
    else:
        tell("no database yet: what people noted; ingest pages to see what those lack")
        rows = [asdict(gap) for gap in read_reference(reference_folder).gaps]
    rows_of_season = [row for row in rows if season in {None, row["season"]}]
    print_lines(map(_line, rows_of_season))
    if not rows_of_season:
        tell(f"nothing is known to be missing of {season or 'any season'}")


def _line(row: dict[str, str | None]) -> str:
    place = " ".join(filter(None, (row["season"], row["stage"])))
    source = f" ({row['source']})" if row["source"] not in {None, "derived"} else ""
    return f"{place}: {row['what']}: {row['why']}{source}"


def add_to(app: typer.Typer) -> None:
    """Give the program these commands."""
    app.command()(plan)
    app.command("new-season")(new_season)
    app.command()(gaps)
