"""The one way into the database, SQLite and PostgreSQL alike: open it, bring it to its head."""

from schema.connection import DatabaseUrlError, engine, writing
from schema.content import content_hash
from schema.upgrades import (
    SchemaNewerError,
    Upgrade,
    current,
    differences,
    downgrade,
    head,
    rebuilding,
    upgrade,
)
from schema.viewing import HERE, create_views, drop_views, views

__all__ = [
    "HERE",
    "DatabaseUrlError",
    "SchemaNewerError",
    "Upgrade",
    "content_hash",
    "create_views",
    "current",
    "differences",
    "downgrade",
    "drop_views",
    "engine",
    "head",
    "rebuilding",
    "upgrade",
    "views",
    "writing",
]
