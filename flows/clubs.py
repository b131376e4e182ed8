"""The commands `copaperu clubs …`: who is who, and what nothing settles yet."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.messages import told_to_people
from flows.options import DEFAULT_URL, DatabaseUrl, ReferenceFolder, exists, read_reference

clubs = typer.Typer(help="The clubs: who is who, and what is not settled.", no_args_is_help=True)


@clubs.command("list")
def list_clubs(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """List the clubs of the database: key, name, place, seasons."""
    for row in _read("clubs", database_url):
        typer.echo(_club_line(row))


@clubs.command()
def search(
    words: Annotated[str, typer.Argument(help="Part of a name, any spelling.")],
    database_url: DatabaseUrl = DEFAULT_URL,
) -> None:
    """List the clubs that some page calls so; accents, dots and case do not count."""
    found = _called(words, database_url)
    for row in found:
        typer.echo(_club_line(row))
    _end(found, f"no club is called {words!r}")


@clubs.command()
def show(
    club: Annotated[str, typer.Argument(help="A key, or the name as `clubs list` shows it.")],
    database_url: DatabaseUrl = DEFAULT_URL,
) -> None:
    """Show a club: its names, its seasons, its matches."""
    found = [one for one in _read("clubs", database_url) if club in {one["team_key"], one["team"]}]
    for row in found:
        typer.echo(_club_line(row))
        for name in _read("names", database_url):
            if name["team_key"] == row["team_key"]:
                typer.echo(f"  {name['season']}  {name['team_printed']}  ({name['origin']})")
        for match in _read("matches", database_url, row["team"]):
            typer.echo(_match_line(match))
    _end(found, f"no club {club!r}: see copaperu clubs list")


@clubs.command()
def unresolved(
    database_url: DatabaseUrl = DEFAULT_URL, reference_folder: ReferenceFolder = None
) -> None:
    """List the names that nothing settles, with candidates, and clubs that may be two or one."""
    from pipeline.normalise.clubs.duplicate_clubs import (  # noqa: PLC0415
        ask_about_duplicates,
        read_listed_clubs,
    )

    reference = read_reference(reference_folder)

    for row in _read("unresolved", database_url):
        place = f"{row['season']} {row['page']}:{row['line']}"
        typer.echo(f"{place}: {row['code']}: {row['message']}")
    entries = _read("entries", database_url)
    listed_clubs = read_listed_clubs(entries, reference.departments)
    for line in ask_about_duplicates(listed_clubs, reference.clubs):
        typer.echo(line)


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
    from pipeline.reference.club_problems import (  # noqa: PLC0415
        find_double_meanings,
        find_unused_lines,
    )
    from pipeline.reference.clubs import find_wrong_lines, read_club_lines  # noqa: PLC0415

    reference = read_reference(reference_folder)
    path = file or reference.folder / "clubs.csv"
    codes = [department.code for department in reference.departments.all]
    with told_to_people():
        lines = read_club_lines(path)
    problems = [
        f"{path.name}:{line.number}: {column}: {problem}"
        for line, column, problem in find_wrong_lines(lines, codes)
    ]
    for line, problem in find_double_meanings(lines):
        problems.append(f"{path.name}:{line.number}: {problem}")
    for problem in problems:
        typer.echo(problem)
    if exists(database_url):
        printed = [(row["season"], row["team_printed"]) for row in _read("names", database_url)]
        for line in find_unused_lines(lines, printed):
            typer.echo(f"{path.name}:{line.number}: unused: no loaded page prints {line.name!r}")
    raise typer.Exit(1 if problems else 0)


def _called(words: str, database_url: str) -> list[dict[str, Any]]:
    from pipeline.values.club_names import comparable  # noqa: PLC0415

    part = comparable(words)
    keys = {
        row["team_key"]
        for row in _read("names", database_url)
        if part in comparable(row["team_printed"])
    }
    return [
        row
        for row in _read("clubs", database_url)
        if row["team_key"] in keys or part in comparable(row["team"])
    ]


def _read(query: str, database_url: str, *values: str) -> list[dict[str, Any]]:
    """Run a query of publish.clubs; what a user can mend becomes a sentence."""
    from pipeline.publish import clubs as queries  # noqa: PLC0415
    from schema.database import engine  # noqa: PLC0415

    with told_to_people():
        rows: list[dict[str, Any]] = getattr(queries, query)(engine(database_url), *values)
        return rows


def _club_line(row: dict[str, Any]) -> str:
    place = ", ".join(filter(None, (row["town"], row["department"]))) or "place unknown"
    return f"{row['team_key']}  {row['team']}  {place}  seasons: {row['seasons']}"


def _match_line(row: dict[str, Any]) -> str:
    goals = f"{row['goals_for']}–{row['goals_against']}" if row["result"] else "?"
    where = " / ".join(filter(None, (row["stage"], row["grp"], row["round"])))
    side = "v" if row["home"] else "at"
    return (
        f"  {row['season']}  {row['date'] or 'undated'}  {where}: {goals} {side} {row['opponent']}"
    )


def _end(found: Iterable[object], message: str) -> None:
    if not found:
        typer.echo(message, err=True)
        raise typer.Exit(1)
