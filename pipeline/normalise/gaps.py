"""What is known to be missing: `gaps.csv`, beside what each season shows itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from pipeline.domain.gap import Gap, gaps
from pipeline.domain.season import Season
from pipeline.reference.data_file import DataFileError, packaged, rows

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


def all_gaps(season: Season, known: Sequence[Gap] | None = None) -> tuple[Gap, ...]:
    """Return the gaps of a season: what it shows itself, with what people know about it, and more.

    A gap of the file completes those that the season shows in the same stage of the same kind.

    known: what people know, of any season; by default the file that comes with the program
    """
    told: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in known_gaps() if known is None else known:
        if gap.season == season.label:
            told[gap.subject].append(gap)
    completed = [_completed(gap, told[gap.subject]) for gap in gaps(season)]
    subjects = {gap.subject for gap in completed}
    others = (gap for some in told.values() for gap in some if gap.subject not in subjects)
    return (*completed, *others)


def _completed(gap: Gap, told: Sequence[Gap]) -> Gap:
    """Return a gap that the season shows, with what the file says of such a gap."""
    why = "; ".join((gap.why, *(one.why for one in told)))
    sources = [one.source for one in told if one.source]
    return replace(gap, why=why, source=" ".join(dict.fromkeys(sources)) or gap.source)
