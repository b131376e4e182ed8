"""A group ranked again: by another rule, or without some of its matches."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group
from pipeline.domain.standings import Rules, standings


def counting(rules: Rules, group: Group) -> Group:
    """Return the group by other rules."""
    return group if rules == group.rules else _ranked(replace(group, rules=rules))


def without(later: Sequence[Match], group: Group) -> Group:
    """Return the group before these matches."""
    matches = tuple(match for match in group.matches if match not in later)
    return _ranked(replace(group, matches=matches, play_offs=()))


def _ranked(group: Group) -> Group:
    adjusted: dict[Club, int] = {row.club: row.adjustment for row in group.table}
    table = standings(group.matches, group.rules, group.play_offs, adjusted)
    return replace(group, table=tuple(table))
