"""What people know to be missing: `gaps.csv`."""

from pathlib import Path

from pipeline.domain.gap import Gap
from pipeline.reference.data_file import read_table

COLUMNS = ("season", "stage", "what", "why", "source")


def read_gaps(path: Path) -> tuple[Gap, ...]:
    """Read a file of gaps; raise DataFileError for one without season, what or why, or a double."""
    gaps: dict[Gap, None] = {}
    for row in read_table(path, COLUMNS):
        row.require("season", "what", "why")
        row.require_season("season")
        # A blank stage means the whole season.
        stage, source = row["stage"] or None, row["source"] or None
        gap = Gap(row["season"], stage, row["what"], row["why"], source)
        if gap in gaps:
            row.reject("what", "this very gap stands in the file already")
        gaps[gap] = None
    return tuple(gaps)
