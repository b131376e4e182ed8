"""What is known to be missing: `gaps.csv`, beside what each season shows itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.gap import Gap, gaps
from pipeline.domain.season import Season


def all_gaps(season: Season, known: Sequence[Gap]) -> tuple[Gap, ...]:
    """Return the gaps of a season: what it shows itself, with what people know about it, and more.

    A gap of the file completes those that the season shows in the same stage of the same kind.

    known: what people know, of any season
    """
    told: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in known:
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
