"""What is missing, read from the view."""

from typing import Any

from sqlalchemy import Engine, text

Row = dict[str, Any]

_GAPS = text(
    """
    SELECT season, stage, what, why, source FROM report_gap
    ORDER BY season, COALESCE(stage, ''), what, why
    """
)


def gaps(engine: Engine) -> list[Row]:
    """Return every gap, by season."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(_GAPS).mappings()]
