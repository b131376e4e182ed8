"""The program copaperu: every command calls one function.

Standard output carries the result for programs; what people read goes to standard error.
SQLAlchemy, Alembic, mwparserfromhell and Prefect are imported only where a command needs them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.clubs import clubs

if TYPE_CHECKING:
    from pipeline.outcome import Report

app = typer.Typer(
    name="copaperu",
    help="The Copa Perú from wikitext to a relational database that people can trust.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
db = typer.Typer(help="The database: migrations and what it holds.", no_args_is_help=True)
flow = typer.Typer(help="The same work under Prefect.", no_args_is_help=True)
app.add_typer(db, name="db")
app.add_typer(flow, name="flow")
app.add_typer(clubs, name="clubs")

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


def main() -> None:
    """Run the program."""
    app()


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"copaperu {installed_version('copaperu')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def ingest(
    paths: Pages = None,
    database_url: DatabaseUrl = DEFAULT_URL,
    raw: Raw = DEFAULT_RAW,
    accept: Annotated[
        str | None, typer.Option(help="A held season to let through; needs --by.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who lets it through.")] = None,
) -> None:
    """Read pages, bring the schema to its head, validate and load every season."""
    from pipeline.build import ingest as run  # noqa: PLC0415

    if (accept is None) != (by is None):
        message = "--accept SEASON and --by TEXT go together: the run records who let it through"
        raise typer.BadParameter(message)
    with told_to_people():
        accepted = (accept, by) if accept and by else None
        report = run(_pages(paths, raw), database_url, accepted=accepted)
    _end_ingestion(report, database_url)


@app.command()
def extract(paths: NamedPages) -> None:
    """Print what pages say, as JSON Lines; any page of a football season, no database."""
    from pipeline.build import extract_pages, read_pages  # noqa: PLC0415
    from pipeline.report import fact_json  # noqa: PLC0415

    revisions, refused = read_pages(paths)
    for revision, extraction in zip(revisions, extract_pages(revisions), strict=True):
        for fact in extraction.facts:
            typer.echo(fact_json(fact, revision))
    for refusal in refused:
        _tell(refusal.message)
    raise typer.Exit(1 if refused else 0)


@app.command()
def validate(paths: Pages = None, raw: Raw = DEFAULT_RAW) -> None:
    """Do all but the load; print the findings as JSON Lines."""
    from pipeline.build import check  # noqa: PLC0415
    from pipeline.report import coverage_text, finding_json  # noqa: PLC0415

    with told_to_people():
        report = check(_pages(paths, raw))
    for page in report.built:
        for finding in page.findings:
            typer.echo(finding_json(finding, page.revision))
    _tell_findings(report)
    _tell(coverage_text((page.revision, page.account) for page in report.built))
    raise typer.Exit(0 if report.succeeded else 1)


@app.command()
def standings(
    season: Annotated[str, typer.Argument(help="The season's label, such as 1997.")],
    database_url: DatabaseUrl = DEFAULT_URL,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people or for programs.")
    ] = "text",
) -> None:
    """Show the tables of a season."""
    from pipeline.publish import standings as tables  # noqa: PLC0415
    from schema.database import engine  # noqa: PLC0415

    with told_to_people():
        rows = tables.standings(engine(database_url), season)
    if not rows:
        _tell(f"no table of season {season} in the database: ingest its page first")
        raise typer.Exit(1)
    typer.echo(tables.as_json(rows) if form == "json" else tables.as_text(season, rows))


@app.command()
def held(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Show the seasons that wait because their page lost facts, and what would change."""
    from pipeline.publish import history  # noqa: PLC0415
    from schema.database import engine  # noqa: PLC0415

    with told_to_people():
        typer.echo(history.held_text(history.held(engine(database_url))))


@app.command()
def diff(
    season: Annotated[str, typer.Argument(help="The season's label, such as 1997.")],
    revisions: Annotated[
        list[str] | None,
        typer.Argument(help="Two revisions in the --raw folder: numbers, or sha256 beginnings."),
    ] = None,
    database_url: DatabaseUrl = DEFAULT_URL,
    raw: Raw = DEFAULT_RAW,
) -> None:
    """Print what the last load changed, or what two revisions differ in, as JSON Lines."""
    from pipeline.publish import history  # noqa: PLC0415

    if revisions and len(revisions) != 2:  # noqa: PLR2004 - old and new
        message = f"name two revisions or none, not {len(revisions)}"
        raise typer.BadParameter(message)
    if revisions:
        from pipeline.build import UnknownRevisionError, between  # noqa: PLC0415

        try:
            rows = between(raw, season, revisions[0], revisions[1])
        except UnknownRevisionError as error:
            _tell(str(error))
            raise typer.Exit(1) from error
    else:
        from schema.database import engine  # noqa: PLC0415

        with told_to_people():
            rows = history.last_changes(engine(database_url), season)
    typer.echo(history.as_json_lines(rows), nl=False)


@app.command()
def explain(
    key: Annotated[str, typer.Argument(help="Key of a match, standing or entry.")],
    database_url: DatabaseUrl = DEFAULT_URL,
    raw: Raw = DEFAULT_RAW,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people or for programs.")
    ] = "text",
) -> None:
    """Show where a fact comes from: page, revision, line and words, or the matches behind it."""
    from pipeline.build import wikitext_with  # noqa: PLC0415
    from pipeline.publish import explain as explaining  # noqa: PLC0415
    from schema.database import engine  # noqa: PLC0415

    with told_to_people():
        found = explaining.explain(engine(database_url), key)
    if found is None:
        _tell(f"no match, standing or entry has the key {key}: see report_match and its kin")
        raise typer.Exit(1)
    source = found.get("source")
    wikitext = wikitext_with(source["sha256"], raw) if source else None
    if form == "json":
        typer.echo(explaining.as_json(found))
    else:
        typer.echo(explaining.as_text(key, found, wikitext))


@db.command("upgrade")
def db_upgrade(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Bring the schema to the newest version this program knows."""
    from schema.database import current, engine  # noqa: PLC0415
    from schema.database import upgrade as run  # noqa: PLC0415

    with told_to_people():
        database = engine(database_url)
        done = run(database)
        if done and done.message:
            _tell(done.message)
        typer.echo(current(database))


@db.command("current")
def db_current(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Show the version of the schema that the database has."""
    from schema.database import current, engine  # noqa: PLC0415

    with told_to_people():
        typer.echo(current(engine(database_url)) or "none")


@db.command("check")
def db_check(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Compare tables, constraints and views with what this program expects."""
    from schema.database import differences, engine  # noqa: PLC0415

    with told_to_people():
        found = differences(engine(database_url))
    for difference in found:
        typer.echo(difference)
    raise typer.Exit(1 if found else 0)


@db.command("hash")
def db_hash(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Show the SHA-256 of the content: the same pages give the same in any database."""
    from schema.database import content_hash, engine  # noqa: PLC0415

    with told_to_people():
        typer.echo(content_hash(engine(database_url)))


@flow.command("ingest")
def flow_ingest(
    paths: Pages = None, database_url: DatabaseUrl = DEFAULT_URL, raw: Raw = DEFAULT_RAW
) -> None:
    """Ingest as a Prefect flow run, with a task a stage; starts a server if none is named."""
    from flows.season import ingest_season  # noqa: PLC0415

    with told_to_people():
        report = ingest_season(_pages(paths, raw), database_url)
    _end_ingestion(report, database_url)


def _pages(paths: list[Path] | None, raw: Path) -> list[Path]:
    if not paths and not raw.exists():
        message = f"no folder {raw}: name pages, or the folder with --raw or COPAPERU_RAW"
        raise typer.BadParameter(message)
    return paths or [raw]


@contextmanager
def told_to_people() -> Iterator[None]:
    """Turn the errors that a user can mend into a sentence and the contract's exit status."""
    try:
        yield
    except Exception as error:
        from pipeline.normalise.data_file import DataFileError  # noqa: PLC0415
        from schema.database import DatabaseUrlError  # noqa: PLC0415
        from schema.failures import DatabaseError  # noqa: PLC0415

        if not isinstance(error, DatabaseError | DatabaseUrlError | DataFileError):
            raise
        _tell(str(error))
        raise typer.Exit(2 if isinstance(error, DatabaseUrlError) else 1) from error


def _end_ingestion(report: "Report", database_url: str) -> None:
    """Tell people what was found, programs what was written."""
    from pipeline.report import summary_json  # noqa: PLC0415

    _tell_findings(report)
    for season in report.held:
        _tell(f"season {season} is held, nothing of it was changed: see `copaperu held`")
    if report.built:
        from sqlalchemy.engine import make_url  # noqa: PLC0415

        from schema.failures import shown  # noqa: PLC0415

        _tell(f"The database is {shown(make_url(database_url))}")
    counts = {
        "inserted": report.inserted,
        "updated": report.updated,
        "deleted": report.deleted,
        "unchanged": report.unchanged,
    }
    refused = [refusal.path for refusal in report.refused if refusal.named]
    typer.echo(summary_json(counts, refused, report.held))
    raise typer.Exit(0 if report.succeeded else 1)


def _tell_findings(report: "Report") -> None:
    from pipeline.report import finding_text  # noqa: PLC0415

    for page in report.built:
        for finding in page.findings:
            _tell(finding_text(finding, page.revision))
    for refusal in report.refused:
        severity = "error" if refusal.named else "warning"
        _tell(f"{severity} {refusal.code}: {refusal.message}")


def _tell(message: str) -> None:
    sys.stderr.write(f"{message}\n")


if __name__ == "__main__":
    main()
