"""A group ranked again: with other points for a win, or as it stood after an earlier round."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group
from pipeline.domain.standings import Rules, standings


def rank_by(rules: Rules, group: Group) -> Group:
    """Return the group ranked by other rules."""
    if rules == group.rules:
        return group
    return _rank_again(replace(group, rules=rules))


def rank_without(later_matches: Sequence[Match], group: Group) -> Group:
    """Return the group as it stood before these matches and before any play-off."""
    earlier_matches = tuple(match for match in group.matches if match not in later_matches)
    return _rank_again(replace(group, matches=earlier_matches, play_offs=()))


def _rank_again(group: Group) -> Group:
    adjustments: dict[Club, int] = {row.club: row.adjustment for row in group.table}
    table = standings(group.matches, group.rules, group.play_offs, adjustments)
    return replace(group, table=tuple(table))


def earlier_moments(group: Group) -> Iterator[tuple[str, list[Match]]]:
    """Yield each round but the last, by name, with all matches after it.

    Where rounds have no name, each day but the last with all matches after it.
    """
    rounds = list(dict.fromkeys(match.round for match in group.matches))
    if None in rounds or len(rounds) == 1:
        yield from _earlier_days(group)
        return
    for number, last_round in enumerate(rounds[:-1], 1):
        later_rounds = rounds[number:]
        yield str(last_round), [match for match in group.matches if match.round in later_rounds]


def _earlier_days(group: Group) -> Iterator[tuple[str, list[Match]]]:
    # "November 1997" may be before or after "9 November 1997": one inexact date leaves no order.
    if any(match.precision != "day" for match in group.matches):
        return
    days = sorted({match.date for match in group.matches if match.date})
    for last_day in days[:-1]:
        yield last_day, [match for match in group.matches if (match.date or "") > last_day]
