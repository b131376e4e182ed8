"""The referee is quick where it has much to try."""

from dataclasses import replace
from itertools import permutations
from time import process_time

import large
from large import clubs

from pipeline.domain.match import Score
from pipeline.domain.season import Standing
from pipeline.domain.standings import standings
from pipeline.lineage import Span
from pipeline.validate import judged

MATCHES = 380  # twenty clubs, everybody at home against everybody
LONGEST = 0.5  # seconds
WRONG = 6  # matches with another score than the table counts


def published(row):
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


def with_wrong_scores(season):
    """A season of twenty clubs whose table is right, with other scores in some matches."""
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


def test_twenty_clubs_with_several_wrong_scores_are_heard_in_time():
    assert len(list(permutations(clubs(MATCHES), 2))) == MATCHES
    _, season, _ = large.large("2010", MATCHES)
    wrong = with_wrong_scores(season)
    began = process_time()
    found = judged(wrong).differences
    spent = process_time() - began
    assert len(found) > 2 * WRONG
    assert spent < LONGEST, f"{spent:.2f} s"
