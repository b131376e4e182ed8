"""What is known to be missing: the file of gaps, beside what each season shows itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.gap import Gap, gaps
from pipeline.domain.season import Season


def all_gaps(season: Season, known_gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Return the gaps that a season shows, completed from the file, then the others of the file.

    known_gaps: what people know is missing, of any season
    """
    known_by_subject: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in known_gaps:
        if gap.season == season.label:
            known_by_subject[gap.subject].append(gap)
    # the season lacks "matches of Group A", the file knows why "matches" of the stage are lost
    season_gaps = [_complete(gap, known_by_subject[gap.subject]) for gap in gaps(season)]
    shown_subjects = {gap.subject for gap in season_gaps}
    for subject, gaps_of_file in known_by_subject.items():
        if subject not in shown_subjects:
            season_gaps += gaps_of_file
    return tuple(season_gaps)


def _complete(gap: Gap, known_gaps: Sequence[Gap]) -> Gap:
    """Return a gap that the season shows, with what the file says of the same subject."""
    reasons = [gap.why, *(known_gap.why for known_gap in known_gaps)]
    # each source once, in the order of the file
    sources = dict.fromkeys(known_gap.source for known_gap in known_gaps)
    joined_sources = " ".join(filter(None, sources))
    return replace(gap, why="; ".join(reasons), source=joined_sources or gap.source)
