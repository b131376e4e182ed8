"""Run migrations with Alembic, on a connection that is already in its transaction.

Only `schema.upgrades` imports this module, and only where a migration runs: Alembic is slow to
import, and most commands find a database whose schema is the newest.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade_tables(connection: Connection, migrations: Path) -> None:
    """Run all migrations that the database has not seen yet."""
    command.upgrade(_alembic_config(connection, migrations), "head")


def downgrade_tables(connection: Connection, migrations: Path, revision: str) -> None:
    """Undo migrations down to the revision; `base` undoes all."""
    command.downgrade(_alembic_config(connection, migrations), revision)


def _alembic_config(connection: Connection, migrations: Path) -> Config:
    config = Config()
    # Alembic reads "%" as the start of a placeholder: a folder may be called "100%".
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection  # migrations/env.py takes it from here
    return config
