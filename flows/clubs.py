"""The commands `copaperu clubs …`: who is who, and what nothing settles yet."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.messages import end, print_lines, tell
from flows.options import DEFAULT_URL, DatabaseUrl, ReferenceFolder, exists, read_reference

if TYPE_CHECKING:
    from sqlalchemy import Engine

ViewRow = dict[str, Any]

clubs = typer.Typer(help="The clubs: who is who, and what is not settled.", no_args_is_help=True)


@clubs.command("list")
def list_clubs(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """List the clubs of the database: key, name, place, seasons."""
    from pipeline.publish.club_list import read_clubs

    print_lines(map(_format_club, _read(read_clubs, database_url)))


@clubs.command()
def search(
    words: Annotated[str, typer.Argument(help="Part of a name, any spelling.")],
    database_url: DatabaseUrl = DEFAULT_URL,
) -> None:
    """List the clubs that some page calls so; accents, dots and case do not count."""
    rows = _find_clubs_called(words, database_url)
    print_lines(map(_format_club, rows))
    _end_if_none(rows, f"no club is called {words!r}")


@clubs.command()
def show(
    club: Annotated[str, typer.Argument(help="A key, or the name as `clubs list` shows it.")],
    database_url: DatabaseUrl = DEFAULT_URL,
) -> None:
    """Show a club: its names, its seasons, its matches."""
    from pipeline.publish.club_list import read_clubs, read_matches, read_names, read_readings

    rows = [
        row for row in _read(read_clubs, database_url) if club in {row["team_key"], row["team"]}
    ]
    for row in rows:
        typer.echo(_format_club(row))
        for name in _read(read_names, database_url):
            if name["team_key"] == row["team_key"]:
                typer.echo(f"  {name['season']}  {name['team_printed']}  ({name['origin']})")
        for reading in _read(read_readings, database_url, row["team_key"]):
            typer.echo(f"  {reading['season']}  line {reading['line']}: {reading['message']}")
        print_lines(map(_format_match, _read(read_matches, database_url, row["team"])))
    _end_if_none(rows, f"no club {club!r}: see copaperu clubs list")


@clubs.command()
def unresolved(
    database_url: DatabaseUrl = DEFAULT_URL, reference_folder: ReferenceFolder = None
) -> None:
    """List the names that nothing settles, with candidates, and clubs that may be two or one."""
    from pipeline.normalise.clubs.duplicate_clubs import (
        ask_about_duplicates,
        read_listed_clubs,
    )
    from pipeline.publish.club_list import read_entries, read_unresolved_names

    reference = read_reference(reference_folder)
    for row in _read(read_unresolved_names, database_url):
        place = f"{row['season']} {row['page']}:{row['line']}"
        typer.echo(f"{place}: {row['code']}: {row['message']}")
    entries = _read(read_entries, database_url)
    listed_clubs = read_listed_clubs(entries, reference.departments)
    print_lines(ask_about_duplicates(listed_clubs, reference.clubs))


@clubs.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(help="A file of clubs; default: the program's.", exists=True),
    ] = None,
    database_url: DatabaseUrl = DEFAULT_URL,
    reference_folder: ReferenceFolder = None,
) -> None:
    """Check the file of clubs: double meanings, cycles, and lines that no loaded page needs."""
    from pipeline.publish.club_list import read_names
    from pipeline.reference.club_problems import find_double_meanings, find_unused_lines
    from pipeline.reference.clubs import find_wrong_lines, read_club_lines

    reference = read_reference(reference_folder)
    path = file or reference.folder / "clubs.csv"
    codes = [department.code for department in reference.departments.all]
    lines = read_club_lines(path)
    problems = [
        f"{path.name}:{line.number}: {column}: {problem}"
        for line, column, problem in find_wrong_lines(lines, codes)
    ]
    for line, problem in find_double_meanings(lines):
        problems.append(f"{path.name}:{line.number}: {problem}")
    print_lines(problems)
    if exists(database_url):
        names = _read(read_names, database_url)
        printed_names = [(name["season"], name["team_printed"]) for name in names]
        for line in find_unused_lines(lines, printed_names):
            typer.echo(f"{path.name}:{line.number}: unused: no loaded page prints {line.name!r}")
    end(succeeded=not problems)


def _find_clubs_called(words: str, database_url: str) -> list[ViewRow]:
    """Return the clubs whose name, or a spelling of it on some page, has the words."""
    from pipeline.publish.club_list import read_clubs, read_names
    from pipeline.values.club_names import comparable

    wanted = comparable(words)
    keys = set()
    for name in _read(read_names, database_url):
        # "aurich" finds "Juan Aurich" and "J. Aurich" alike
        if wanted in comparable(name["team_printed"]):
            keys.add(name["team_key"])
    return [
        row
        for row in _read(read_clubs, database_url)
        if row["team_key"] in keys or wanted in comparable(row["team"])
    ]


def _read(query: Callable[..., list[ViewRow]], database_url: str, *values: str) -> list[ViewRow]:
    """Run a query of publish.club_list; what a user can mend becomes a sentence."""
    from schema.database import engine

    database: Engine = engine(database_url)
    return query(database, *values)


def _format_club(row: ViewRow) -> str:
    place = ", ".join(filter(None, [row["town"], row["department"]])) or "place unknown"
    return f"{row['team_key']}  {row['team']}  {place}  seasons: {row['seasons']}"


def _format_match(row: ViewRow) -> str:
    # "  2001  2001-11-04  Final Stage / Round 1: 2–1 v Melgar"
    goals = f"{row['goals_for']}–{row['goals_against']}" if row["result"] else "?"
    headings = filter(None, [row["stage"], row["grp"], row["round"]])
    side = "v" if row["home"] else "at"
    date = row["date"] or "undated"
    return f"  {row['season']}  {date}  {' / '.join(headings)}: {goals} {side} {row['opponent']}"


def _end_if_none(rows: Sequence[ViewRow], message: str) -> None:
    if not rows:
        tell(message)
        raise typer.Exit(1)
