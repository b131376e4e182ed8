"""The commands `copaperu db …`: migrations, and what the database holds."""

import typer

from flows.messages import end, print_lines, tell
from flows.options import DEFAULT_URL, DatabaseUrl

db = typer.Typer(help="The database: migrations and what it holds.", no_args_is_help=True)


@db.command("upgrade")
def db_upgrade(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Bring the schema to the newest version this program knows."""
    from schema.database import current, engine
    from schema.database import upgrade as run

    database = engine(database_url)
    done = run(database)
    # an upgrade says where it left the backup of a SQLite file
    if done and done.message:
        tell(done.message)
    typer.echo(current(database))


@db.command("current")
def db_current(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Show the version of the schema that the database has."""
    from schema.database import current, engine

    typer.echo(current(engine(database_url)) or "none")


@db.command("check")
def db_check(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Compare tables, constraints and views with what this program expects."""
    from schema.database import differences, engine

    sentences = differences(engine(database_url))
    print_lines(sentences)
    end(succeeded=not sentences)


@db.command("hash")
def db_hash(database_url: DatabaseUrl = DEFAULT_URL) -> None:
    """Show the SHA-256 of the content: the same pages give the same in any database."""
    from schema.database import content_hash, engine

    typer.echo(content_hash(engine(database_url)))
