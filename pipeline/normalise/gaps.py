"""What is known to be missing: `gaps.csv`, beside what each season shows itself."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from pipeline.domain.gap import Gap, gaps
from pipeline.domain.season import Season
from pipeline.normalise.data_file import DataFileError, packaged, rows

COLUMNS = ("season", "stage", "what", "why", "source")


@cache
def known_gaps() -> tuple[Gap, ...]:
    """Return the gaps of the file that comes with the program."""
    return read_gaps(packaged("gaps.csv"))


def read_gaps(source: Traversable | Path) -> tuple[Gap, ...]:
    """Read a file of gaps; raise DataFileError for one without season, what or why."""
    found = []
    for number, row in rows(source, COLUMNS):
        if missing := [name for name in ("season", "what", "why") if not row[name]]:
            message = f"{source.name}:{number}: no {', '.join(missing)}"
            raise DataFileError(message)
        stage, cited = row["stage"] or None, row["source"] or None
        found.append(Gap(row["season"], stage, row["what"], row["why"], cited))
    return tuple(found)


def all_gaps(season: Season) -> tuple[Gap, ...]:
    """Return the gaps of a season: those of the file, then those it shows itself."""
    told = [gap for gap in known_gaps() if gap.season == season.label]
    subjects = {gap.subject for gap in told}
    return (*told, *(gap for gap in gaps(season) if gap.subject not in subjects))
