"""Groups in which all clubs meet."""

from collections import defaultdict
from collections.abc import Mapping

from pipeline.domain.match import Club, Match
from pipeline.domain.match_coverage import (
    all_should_meet,
    expected_matches_of_clubs,
    most_never_meet,
    results_by_club,
)
from pipeline.domain.season import Group, Season
from pipeline.findings import count_in_words
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.checks.message_names import name_club, name_group
from pipeline.validate.referee.table_sums import is_full_round_robin

NAMED = 3  # pairs or clubs, in a message
MATCHES_IN_WORDS = {0: "no match", 1: "one match"}


def every_pair_of_a_group_meets_equally_often(season: Season) -> Contradictions:
    """Count the meetings of each pair of clubs, against the full table that is published if any.

    Where a table or most clubs say that not all pairs meet, count the matches of each club.
    """
    for group in season.groups:
        if not group.matches:
            continue
        expected_of_clubs = expected_matches_of_clubs(group)
        if expected_of_clubs is None:
            message = _describe_unusual_pairs(season, group)
        else:
            message = _describe_unusual_clubs(season, group, expected_of_clubs)
        if message:
            yield message, group.matches[0].span


def _describe_unusual_pairs(season: Season, group: Group) -> str | None:
    """Return which pairs have met more or less often than others, None without one."""
    expected = _expected_meetings(group)
    unusual_pairs: list[str] = []
    for pair, meeting_count in group.meetings.items():
        if meeting_count != expected:
            unusual_pairs.append(_describe_meetings(season, pair, meeting_count))
    if not unusual_pairs:
        return None
    # A part of the matches of fifty clubs: that most pairs have none says nothing.
    if most_never_meet(group, len(group.clubs)):
        clubs = f"{len(group.clubs)} clubs, and nothing says how many there are"
        return f"{_count_known_matches(group)} of {clubs}"
    # five matches of six clubs in `Segunda fase`: nothing says that all meet
    if not all_should_meet(group, len(group.clubs)):
        return None
    pairs = f"with {len(group.meetings)} pairs of clubs"
    return f"{_count_known_matches(group)}, {pairs}: {_list_some(sorted(unusual_pairs))}"


def _describe_unusual_clubs(
    season: Season, group: Group, expected_of_clubs: Mapping[Club, int]
) -> str | None:
    """Return which clubs have more or fewer matches than they should, None without one."""
    matches_of_club = results_by_club(group.matches)
    unusual_clubs: list[str] = []
    for club, expected in expected_of_clubs.items():
        if matches_of_club[club] != expected:
            number = f"{matches_of_club[club]} of {expected}"
            unusual_clubs.append(f"{name_club(season, club)} has {number}")
    if not unusual_clubs:
        return None
    expected_count = (sum(expected_of_clubs.values()) + 1) // 2
    # each match counts for both of its clubs
    known_count = matches_of_club.total() // 2
    known = f"{known_count} of {expected_count} matches are known"
    return f"{name_group(group)}: {known}: {_list_some(sorted(unusual_clubs))}"


def _expected_meetings(group: Group) -> int:
    """Return how often two clubs should meet."""
    full_tables = [table for table in group.published if is_full_round_robin(table)]
    # Four clubs with 6 matches each in the table: every pair meets twice.
    if full_tables:
        return max((table[0].played or 0) // (len(table) - 1) for table in full_tables)
    meeting_counts = sorted(group.meetings.values(), reverse=True)
    if not meeting_counts:
        return 1
    # 2, 1, 1 meetings: the one pair that has met more often has had one match too many.
    most, *others = meeting_counts
    if len(others) > 1 and most > others[0] == others[1] > 0:
        return others[0]
    return max(most, 1)


def _count_known_matches(group: Group) -> str:
    matches_are = count_in_words(group.meetings.total(), "match is", "matches are")
    return f"{name_group(group)}: {matches_are} known"


def _describe_meetings(season: Season, pair: frozenset[Club], meeting_count: int) -> str:
    """Return such as `no match of Boca and Grau`."""
    names = " and ".join(sorted(name_club(season, club) for club in pair))
    matches = MATCHES_IN_WORDS.get(meeting_count, f"{meeting_count} matches")
    return f"{matches} of {names}"


def _list_some(phrases: list[str]) -> str:
    named = ", ".join(phrases[:NAMED])
    if len(phrases) > NAMED:
        return f"{named} and {len(phrases) - NAMED} more"
    return named


def every_club_plays_once_a_round(season: Season) -> Contradictions:
    """Count each club's matches in each round of a group."""
    for group in season.groups:
        matches_by_round_and_club: defaultdict[tuple[str, Club], list[Match]] = defaultdict(list)
        for match in group.matches:
            # An annulled match may be played again in its round.
            if match.round and not match.is_void:
                for club in match.clubs:
                    matches_by_round_and_club[match.round, club].append(match)
        for (round_name, club), matches in sorted(matches_by_round_and_club.items()):
            if len(matches) > 1:
                times = f"{name_club(season, club)} plays {len(matches)} times"
                yield f"{name_group(group)}: {times} in {round_name}", matches[-1].span


def clubs_that_should_go_on_play_on(season: Season) -> Contradictions:
    """Look for the first clubs of each group in later stages, where a rule says how many go on."""
    for group in season.groups:
        clubs_playing_on = _clubs_of_later_stages(season, group)
        if not clubs_playing_on or not group.is_complete:
            continue
        for row in group.table:
            # "The first two of each group go on": position 3 does not.
            goes_on = row.position <= (group.rules.advance or 0)
            if goes_on and row.club not in clubs_playing_on:
                placed = f"{name_club(season, row.club)} is placed {row.position}"
                message = f"{name_group(group)}: {placed} and plays in no later stage"
                yield message, group.matches[0].span


def _clubs_of_later_stages(season: Season, group: Group) -> set[Club]:
    positions = {stage.name: stage.position for stage in season.stages}
    clubs: set[Club] = set()
    for match in season.matches:
        if positions[match.stage] > positions[group.stage]:
            clubs |= match.clubs
    return clubs
