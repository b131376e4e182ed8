"""The program copaperu: every command calls one function.

Standard output carries the result for programs; what people read goes to standard error.
SQLAlchemy, Alembic, mwparserfromhell and Prefect are imported only where a command needs them.
"""

from dataclasses import asdict
from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows import planning
from flows.clubs import clubs
from flows.database import db
from flows.messages import end, explain_errors, tell
from flows.options import (
    DEFAULT_RAW,
    DEFAULT_URL,
    DatabaseUrl,
    NamedPages,
    Pages,
    Raw,
    ReferenceFolder,
    Season,
    accept_reference,
    pages,
    read_reference,
)
from flows.reference import reference

if TYPE_CHECKING:
    from pipeline.outcome import Outcome

app = typer.Typer(
    name="copaperu",
    help="The Copa Perú from wikitext to a relational database that people can trust.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
flow = typer.Typer(help="The same work under Prefect.", no_args_is_help=True)
app.add_typer(db, name="db")
app.add_typer(flow, name="flow")
app.add_typer(clubs, name="clubs")
app.add_typer(reference, name="reference")


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
    reference_folder: ReferenceFolder = None,
) -> None:
    """Read pages, bring the schema to its head, validate and load every season."""
    from pipeline.build import ingest as run

    # A season that was let through names the person who did it.
    if (accept is None) != (by is None):
        message = "--accept SEASON and --by TEXT go together: the run records who let it through"
        raise typer.BadParameter(message)
    accepted = (accept, by) if accept and by else None
    reference = read_reference(reference_folder)
    report = run(pages(paths, raw), database_url, reference, accepted=accepted)
    _end_ingestion(report, database_url)


@app.command()
def extract(paths: NamedPages) -> None:
    """Print what pages say, as JSON Lines; any page of a football season, no database."""
    from pipeline.build import extract_pages, read_pages
    from pipeline.report import fact_json

    revisions, refused = read_pages(paths)
    for revision, extraction in zip(revisions, extract_pages(revisions), strict=True):
        for fact in extraction.facts:
            typer.echo(fact_json(fact, revision))
    for refusal in refused:
        tell(refusal.message)
    end(succeeded=not refused)


@app.command()
def validate(
    paths: Pages = None, raw: Raw = DEFAULT_RAW, reference_folder: ReferenceFolder = None
) -> None:
    """Do all but the load; print the findings as JSON Lines."""
    from pipeline.build import check
    from pipeline.report import checks_text, coverage_text, finding_json
    from pipeline.validate import CHECKS

    report = check(pages(paths, raw), read_reference(reference_folder))
    # Standard output is for programs: one JSON object a finding, and nothing else.
    for page in report.built:
        for finding in page.findings:
            typer.echo(finding_json(finding, page.revision))
    _tell_findings(report)
    tell(coverage_text((page.revision, page.account) for page in report.built))
    tell(checks_text(((c.code, c.severity, c.sentence) for c in CHECKS), report.findings))
    end(succeeded=report.succeeded)


planning.add_to(app)


@app.command()
def standings(
    season: Season,
    database_url: DatabaseUrl = DEFAULT_URL,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people or for programs.")
    ] = "text",
) -> None:
    """Show the tables of a season."""
    from pipeline.publish import season_tables
    from schema.database import engine

    rows = season_tables.read_tables(engine(database_url), season)
    if not rows:
        tell(f"the database has no table of season {season}: see `copaperu gaps {season}`")
        raise typer.Exit(1)
    if form == "json":
        typer.echo(season_tables.format_json(rows))
    else:
        typer.echo(season_tables.format_text(season, rows))


@app.command()
def held(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Show the seasons that wait because their page lost facts, and what would change."""
    from pipeline.publish import changes
    from schema.database import engine

    seasons = changes.read_held_seasons(engine(database_url))
    typer.echo(changes.format_held_seasons(seasons))


@app.command()
def forget(
    season: Season,
    by: Annotated[str, typer.Option(help="Who takes it out; the run records it.")],
    database_url: DatabaseUrl = DEFAULT_URL,
    reference_folder: ReferenceFolder = None,
) -> None:
    """Take a season's page and facts out of the database.

    Example: copaperu forget 1997 --by "Ana Quispe"
    """
    from pipeline.build import forget as run
    from pipeline.report import summary_json

    if not by.strip():
        message = "--by needs a name: the run records who takes the season out"
        raise typer.BadParameter(message)
    report = run(season, by, database_url, read_reference(reference_folder))
    for refusal in report.refused:
        tell(refusal.message)
    if not report.refused:
        tell(
            f"Season {season} is forgotten. While its page is in the folder, ingest loads it again."
        )
    refused = [refusal.path for refusal in report.refused]
    typer.echo(summary_json(asdict(report.counts), refused, report.held))
    end(succeeded=not report.refused)


@app.command()
def diff(
    season: Season,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(help="Two revisions in the --raw folder: numbers, or sha256 beginnings."),
    ] = None,
    database_url: DatabaseUrl = DEFAULT_URL,
    raw: Raw = DEFAULT_RAW,
    reference_folder: ReferenceFolder = None,
) -> None:
    """Print what the last load changed, or what two revisions differ in, as JSON Lines."""
    from pipeline.publish import changes

    # `diff 1997` shows the last load, `diff 1997 OLD NEW` two pages of the folder
    if revisions and len(revisions) != 2:  # noqa: PLR2004 - old and new
        message = f"name two revisions or none, not {len(revisions)}"
        raise typer.BadParameter(message)
    if revisions:
        from pipeline.revision_comparison import compare_revisions

        reference = read_reference(reference_folder)
        rows = compare_revisions(raw, season, revisions[0], revisions[1], reference)
    else:
        from schema.database import engine

        rows = changes.read_last_changes(engine(database_url), season)
    typer.echo(changes.format_json_lines(rows), nl=False)


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
    from pipeline.publish import explanation as explanations
    from pipeline.publish.page_text import read_page_text
    from pipeline.snapshot import find_wikitext
    from schema.database import engine

    database = engine(database_url)
    explanation = explanations.explain_fact(database, key)
    if explanation is None:
        tell(f"no match, standing or entry has the key {key}: see report_match and its kin")
        raise typer.Exit(1)
    # a derived standing follows from matches: no words of a page state it
    source = explanation.get("source")
    wikitext = None
    if source:
        wikitext = read_page_text(database, source["sha256"])
    # a database that an earlier version filled has no texts until the next ingestion
    if source and wikitext is None:
        wikitext = find_wikitext(source["sha256"], raw)
    if form == "json":
        typer.echo(explanations.format_json(explanation, wikitext))
    else:
        typer.echo(explanations.format_text(key, explanation, wikitext))


@flow.command("ingest")
def flow_ingest(
    paths: Pages = None,
    database_url: DatabaseUrl = DEFAULT_URL,
    raw: Raw = DEFAULT_RAW,
    reference_folder: ReferenceFolder = None,
) -> None:
    """Ingest as a Prefect flow run, with a task a stage; starts a server if none is named."""
    from flows.season import ingest_season

    # a schedule keeps parameters as JSON, which knows no paths
    texts = [str(path) for path in pages(paths, raw)]
    folder = str(reference_folder) if reference_folder else None
    report = ingest_season(texts, database_url, folder)
    _end_ingestion(report, database_url)


def _end_ingestion(report: "Outcome", database_url: str) -> None:
    """Tell people what was found, programs what was written."""
    from pipeline.report import summary_json

    _tell_findings(report)
    for season in report.held:
        tell(f"season {season} is held, nothing of it was changed: see `copaperu held`")
    if report.built:
        from sqlalchemy.engine import make_url

        from schema.database import redact_url

        tell(f"The database is {redact_url(make_url(database_url))}")
    counts = asdict(report.counts)
    # a folder may hold other pages; only a file that was asked for counts as refused
    refused = [one.path for one in report.refused if one.named or not report.built]
    typer.echo(summary_json(counts, refused, report.held))
    end(succeeded=report.succeeded)


def _tell_findings(report: "Outcome") -> None:
    from pipeline.report import finding_text

    for page in report.built:
        for finding in page.findings:
            tell(finding_text(finding, page.revision))
    for finding in report.gone:
        tell(f"{', '.join(report.folders)}: {finding.severity} {finding.code}: {finding.message}")
    for refusal in report.refused:
        severity = "error" if refusal.named else "warning"
        tell(f"{severity} {refusal.code}: {refusal.message}")


# Every command takes --reference, and tells a user's mistake in one sentence.
for group in (app, db, flow, clubs, reference):
    for command in group.registered_commands:
        if command.callback:
            command.callback = accept_reference(explain_errors()(command.callback))

if __name__ == "__main__":
    main()
