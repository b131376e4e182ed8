"""Groups in which all clubs meet."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.domain.expected import expected_matches_of_clubs, most_never_meet
from pipeline.domain.match import Club
from pipeline.domain.match_coverage import has_result
from pipeline.domain.season import Group, Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import name_of
from pipeline.validate.referee.arithmetic import is_full

SHOWN = 3  # pairs or clubs that a message names


def every_pair_of_a_group_meets_equally_often(season: Season) -> Doubts:
    """Count the meetings of each pair of clubs, against the full table that is published if any.

    Where a large group or its table says that not all pairs meet, count the matches of each club.
    """
    for group in season.groups:
        if not group.matches:
            continue
        expected_of_clubs = expected_matches_of_clubs(group)
        if expected_of_clubs is None:
            message = _describe_odd_pairs(season, group)
        else:
            message = _describe_odd_clubs(season, group, expected_of_clubs)
        if message:
            yield message, group.matches[0].span


def _describe_odd_pairs(season: Season, group: Group) -> str | None:
    """Return which pairs have met more or less often than others, None if all are even."""
    meetings = group.meetings
    expected = _expected(group)
    odd = [pair for pair, number in meetings.items() if number != expected]
    if not odd:
        return None
    number = sum(meetings.values())
    known = f"{where(group)}: {number} {'match is' if number == 1 else 'matches are'} known"
    # a part of the matches of fifty clubs: that most pairs have none says nothing
    if most_never_meet(group, len(group.clubs)):
        return f"{known} of {len(group.clubs)} clubs, and nothing says how many there are"
    pairs = sorted(_told(season, pair, meetings[pair]) for pair in odd)
    return f"{known}, with {len(meetings)} pairs of clubs: {_list_first(pairs)}"


def _describe_odd_clubs(
    season: Season, group: Group, expected_of_clubs: Mapping[Club, int]
) -> str | None:
    """Return which clubs of a group in which not all meet have other numbers of matches."""
    matches_of_club: Counter[Club] = Counter()
    known_count = 0
    for match in group.matches:
        if has_result(match):
            matches_of_club.update(match.clubs)
            known_count += 1
    phrases: list[str] = []
    for club, expected in expected_of_clubs.items():
        number = matches_of_club[club]
        if number != expected:
            phrases.append(f"{name_of(season, club)} has {number} of {expected}")
    if not phrases:
        return None
    expected_count = (sum(expected_of_clubs.values()) + 1) // 2
    known = f"{where(group)}: {known_count} of {expected_count} matches are known"
    return f"{known}: {_list_first(sorted(phrases))}"


def _list_first(phrases: Sequence[str]) -> str:
    more = f" and {len(phrases) - SHOWN} more" if len(phrases) > SHOWN else ""
    return ", ".join(phrases[:SHOWN]) + more


def _expected(group: Group) -> int:
    """Return how often two clubs meet: by the published table, else as most pairs or the busiest.

    One pair that has met more often than all others has had one match too many.
    """
    full = [table for table in group.published if is_full(table)]
    if full:
        return max((table[0].played or 0) // (len(table) - 1) for table in full)
    numbers = sorted(group.meetings.values(), reverse=True)
    one_too_many = len(numbers) > 2 and numbers[0] > numbers[1] == numbers[2] > 0  # noqa: PLR2004 - pairs
    return numbers[1] if one_too_many else max([*numbers, 1])


def _told(season: Season, pair: frozenset[Club], number: int) -> str:
    names = " and ".join(sorted(name_of(season, club) for club in pair))
    times = {0: "no match", 1: "one match"}.get(number, f"{number} matches")
    return f"{times} of {names}"


def every_club_plays_once_a_round(season: Season) -> Doubts:
    """Count each club's matches in each round of a group."""
    for group in season.groups:
        played: Counter[tuple[str, Club]] = Counter()
        last = {}
        for match in group.matches:
            for club in match.clubs if match.round and not match.is_void else ():
                played[match.round or "", club] += 1
                last[match.round or "", club] = match.span
        for (name, club), count in sorted(played.items()):
            if count > 1:
                message = f"{where(group)}: {name_of(season, club)} plays {count} times in {name}"
                yield message, last[name, club]


def clubs_that_should_go_on_play_on(season: Season) -> Doubts:
    """Look for the first clubs of each group in later stages, where a rule says how many go on."""
    order = {stage.name: stage.position for stage in season.stages}
    for group in season.groups:
        later = {
            club
            for match in season.matches
            if order[match.stage] > order[group.stage]
            for club in match.clubs
        }
        for row in group.table if later and group.is_complete else ():
            if row.position <= (group.rules.advance or 0) and row.club not in later:
                name = name_of(season, row.club)
                said = f"{where(group)}: {name} is placed {row.position}"
                yield f"{said} and plays in no later stage", group.matches[0].span


def where(group: Group) -> str:
    """Return the stage and name of a group for people."""
    return " / ".join(filter(None, (group.stage, group.name)))
