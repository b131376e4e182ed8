"""The one way into the database, SQLite and PostgreSQL alike: open it, bring it to its head."""

from schema.connection import engine, writing
from schema.content_hash import content_hash
from schema.database_errors import DatabaseError, DatabaseUrlError, UnknownSchemaError
from schema.database_url import redact_url
from schema.upgrades import (
    MIGRATIONS,
    Upgrade,
    current,
    differences,
    downgrade,
    head,
    rebuilding,
    upgrade,
)
from schema.view_sync import create_views, drop_views, views

__all__ = [
    "MIGRATIONS",
    "DatabaseError",
    "DatabaseUrlError",
    "UnknownSchemaError",
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
    "redact_url",
    "upgrade",
    "views",
    "writing",
]
