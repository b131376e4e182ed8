"""Published tables: against themselves, and against the matches."""

from itertools import groupby

from pipeline.domain.season import Season
from pipeline.validate.check import Doubts
from pipeline.validate.naming import name_of
from pipeline.validate.referee.arithmetic import contradictions, imbalances
from pipeline.validate.round_robin import where


def published_rows_agree_with_themselves(season: Season) -> Doubts:
    """Check each row's own sums: matches, points, goal difference, goals for the wins."""
    for group in season.groups:
        for table in group.published:
            for found in contradictions(table, group.rules):
                yield f"{where(group)}: {found.row.printed}: {found.text}", found.row.span


def sums_of_published_tables_can_be(season: Season) -> Doubts:
    """Check that a full table has as many goals for as against, and as many wins as losses."""
    for group in season.groups:
        for table in group.published:
            for _, text in imbalances(table):
                yield f"{where(group)}: {text}", table[0].span


def published_tables_follow_from_the_matches(season: Season) -> Doubts:
    """Tell the differing cells of a row together, each with its verdict; not those unknown."""
    told = [one for one in season.differences if one.verdict != "not-comparable"]
    for _, cells in groupby(told, key=lambda one: (one.span, one.club)):
        listed = list(cells)
        values = ", ".join(
            f"{one.measure.replace('_', ' ')} {one.published} (matches: {one.derived})"
            for one in listed
        )
        reasons = dict.fromkeys(f"{one.verdict}: {one.explanation}" for one in listed)
        yield f"{listed[0].printed}: {values}; {'; '.join(reasons)}", listed[0].span


def clubs_level_on_every_rule_share_their_rank(season: Season) -> Doubts:
    """Tell the clubs of complete groups that the rules cannot part: nobody may invent an order."""
    for group in season.groups:
        table = group.table if group.is_complete else ()
        for position, rows in groupby(table, key=lambda row: row.position):
            names = [name_of(season, row.club) for row in rows]
            if len(names) > 1:
                last = position + len(names) - 1
                message = f"{where(group)}: {' and '.join(names)} share ranks {position} to {last}"
                yield message, group.matches[0].span
