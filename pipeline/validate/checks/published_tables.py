"""Published tables: against themselves, and against the matches."""

from itertools import groupby

from pipeline.domain.season import Group, Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import name_of
from pipeline.validate.checks.round_robin import where
from pipeline.validate.referee.arithmetic import contradictions, counted_by, imbalances
from pipeline.validate.referee.order import ranks


def published_rows_agree_with_themselves(season: Season) -> Doubts:
    """Check each row's own sums: matches, points, goal difference, goals for the wins."""
    for group in season.groups:
        for table in group.published:
            for found in contradictions(table, group.rules):
                yield f"{where(group)}: {found.row.printed}: {found.text}", found.row.span


def published_tables_count_points_by_the_rules(season: Season) -> Doubts:
    """Look for tables of which every row counts other points for a win."""
    for group in season.groups:
        for table in group.published:
            counted = counted_by(table, group.rules)
            if counted != group.rules:
                message = f"{where(group)}: the table counts {counted.win} points for a win"
                yield f"{message}, the rules of the season say {group.rules.win}", table[0].span


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
            f"{one.measure.replace('_', ' ')} {one.published}, not {one.derived}" for one in listed
        )
        reasons = dict.fromkeys(f"{one.verdict}: {one.explanation}" for one in listed)
        yield f"{listed[0].printed}: {values}; {'; '.join(reasons)}", listed[0].span


def clubs_level_on_every_rule_share_their_rank(season: Season) -> Doubts:
    """Tell the clubs of a table that no rule parts: nobody may invent an order."""
    for group in season.groups:
        for table in group.published:
            placed = ranks(table, group)
            for rank in sorted({one for one in placed.values() if one.is_level}):
                rows = [row for row in table if placed[row.club] == rank]
                yield _shared(group, [row.printed for row in rows], rank.first), rows[0].span
        if group.is_complete and not group.published:
            for position, level in groupby(group.table, key=lambda row: row.position):
                names = [name_of(season, row.club) for row in level]
                if len(names) > 1:
                    yield _shared(group, names, position), group.matches[0].span


def _shared(group: Group, names: list[str], first: int) -> str:
    return f"{where(group)}: {' and '.join(names)} share ranks {first} to {first + len(names) - 1}"
