"""What is missing, read from the view."""

from sqlalchemy import Engine

from pipeline.publish.view_rows import ViewRow, read_rows

_GAPS = """
    SELECT season, stage, what, why, source FROM report_gap
    ORDER BY season, COALESCE(stage, ''), what, why
"""


def read_gaps(engine: Engine) -> list[ViewRow]:
    """Return every gap, by season."""
    return read_rows(engine, _GAPS)
