"""What a database says, as one number: equal for equal content, whatever engine holds it."""

import hashlib
import json
from typing import Any

from sqlalchemy import Engine, Select, Table, select

from schema.models import Base

HISTORY = {"run", "run_page", "change", "held", "held_fact"}  # what happened to this database
ROWS_AT_ONCE = 2000


def content_hash(database: Engine) -> str:
    """Return the SHA-256 of an ordered export of every table but those of its history.

    Keys sort by their bytes in both engines; the columns go by name.
    """
    digest = hashlib.sha256()
    with database.connect().execution_options(yield_per=ROWS_AT_ONCE) as connection:
        for table in sorted(Base.metadata.tables.values(), key=lambda table: table.name):
            if table.name not in HISTORY:
                digest.update(_line([table.name, *sorted(table.c.keys())]))
                for row in connection.execute(_ordered(table)):
                    digest.update(_line(list(row)))
    return digest.hexdigest()


def _ordered(table: Table) -> Select[Any]:
    return select(*(table.c[name] for name in sorted(table.c.keys()))).order_by(*table.primary_key)


def _line(values: list[str | int | None]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"
