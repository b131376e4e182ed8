"""What a database says, as one number: equal for equal content, whatever engine holds it."""

import hashlib
import json
from typing import Any

from sqlalchemy import Engine, Select, Table, select

from schema.models import Base

# What happened to this one database is no content: two loads of one page give two runs.
HISTORY_TABLES = {"run", "run_page", "page_file", "change", "held", "held_fact"}
ROWS_AT_ONCE = 2000


def content_hash(database: Engine) -> str:
    """Return the SHA-256 of an ordered export of every table but those of its history.

    Tables and columns go by name, rows by key; keys sort by their bytes in both engines. The text
    of a page counts as text: its compressed bytes depend on the version of zlib that made them.
    """
    digest = hashlib.sha256()
    with database.connect().execution_options(yield_per=ROWS_AT_ONCE) as connection:
        for name, table in sorted(Base.metadata.tables.items()):
            if name in HISTORY_TABLES:
                continue
            digest.update(_encode_line([name, *sorted(table.c.keys())]))
            for row in connection.execute(_select_in_order(table)):
                digest.update(_encode_line(list(row)))
    return digest.hexdigest()


def _select_in_order(table: Table) -> Select[Any]:
    columns = [table.c[name] for name in sorted(table.c.keys())]
    return select(*columns).order_by(*table.primary_key)


def _encode_line(values: list[str | int | None]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"
