"""The referee where it has much to try: a league of twenty clubs, a right table, six wrong scores.

    python benchmarks/referee.py

The limit is one ranking of the same 380 matches, in the same run.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # tests/pipeline must not hide the package

import large

from pipeline.domain.match import Score
from pipeline.domain.season import Season, Standing
from pipeline.domain.standings import StandingsRow, standings
from pipeline.lineage import Span
from pipeline.validate import add_differences

MATCHES = 380  # twenty clubs, everybody at home against everybody
WRONG = 6  # matches with another score than the table counts


def main() -> None:
    """Print the seconds of one comparison and its ratio to the limit."""
    _, season, _ = large.large("2010", MATCHES)
    wrong = with_wrong_scores(season)
    (group,) = wrong.groups
    comparing = _timed(lambda: add_differences(wrong))
    ranking = _timed(lambda: standings(group.matches, group.rules))
    print(f"{len(add_differences(wrong).differences)} cells differ; compared in {comparing:.3f} s,")
    print(f"{comparing / ranking:.1f} times one ranking of {MATCHES} matches ({ranking:.4f} s)")


def _timed(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(5):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def published(row: StandingsRow) -> Standing:
    """Return the row as a page would publish it."""
    return Standing(
        key=row.club.key,
        stage="League",
        group=None,
        position=row.position,
        club=row.club,
        printed=row.club.key,
        played=row.played,
        won=row.won,
        drawn=row.drawn,
        lost=row.lost,
        goals_for=row.goals_for,
        goals_against=row.goals_against,
        goal_difference=row.goal_difference,
        points=row.points,
        adjustment=None,
        qualification=None,
        span=Span(0, 1),
    )


def with_wrong_scores(season: Season) -> Season:
    """Return the season with its right table, and other scores in some matches."""
    (group,) = season.groups
    table = tuple(published(row) for row in group.table)
    step = MATCHES // WRONG
    matches = tuple(
        replace(match, score=Score(7, 6)) if number % step == 0 else match
        for number, match in enumerate(group.matches)
    )
    ranked = tuple(standings(matches, group.rules))
    return replace(
        season, groups=(replace(group, matches=matches, table=ranked, published=(table,)),)
    )


if __name__ == "__main__":
    main()
