"""How many matches each club of a group should have, where not all pairs of clubs meet."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pipeline.domain.match import Club
from pipeline.domain.meetings import clubs_of_matches
from pipeline.domain.season import Group, Table

LARGE_GROUP = 11  # clubs; from so many on, not all need to meet


def tables_of_all_clubs(group: Group) -> list[Table]:
    """Return the published tables that leave out no club with a match."""
    clubs_with_matches = clubs_of_matches(group.matches)
    tables: list[Table] = []
    for table in group.published:
        clubs_in_table = {row.club for row in table}
        if clubs_with_matches <= clubs_in_table:
            tables.append(table)
    return tables


def matches_in_table(table: Table) -> int:
    """Return how many matches the rows state in all, each counted for both of its clubs."""
    return sum(row.played or 0 for row in table)


def expected_matches_of_clubs(group: Group) -> Mapping[Club, int] | None:
    """Return how many matches each club should have, None where all pairs should meet.

    Fifty clubs that a table gives six matches each have 150, and 1,225 pairs that need not meet.
    """
    tables = tables_of_all_clubs(group)
    matches_of_club = _count_matches(group)
    if not tables:
        return _by_most_clubs(group, matches_of_club)
    expected = _by_table(max(tables, key=matches_in_table))
    if expected is None or all(matches_of_club[club] <= expected[club] for club in expected):
        return expected
    # the table of the second round, and matches of the third: it is not the last word
    return _by_most_clubs(group, matches_of_club)


def _count_matches(group: Group) -> Counter[Club]:
    matches_of_club: Counter[Club] = Counter()
    for match in group.matches:
        if not match.is_void:
            matches_of_club.update(match.clubs)
    return matches_of_club


def _by_table(table: Table) -> Mapping[Club, int] | None:
    expected: dict[Club, int] = {}
    for row in table:
        if row.played is None:
            return None
        expected[row.club] = row.played
    usual_number = _number_of_most(expected.values())
    opponent_count = len(expected) - 1
    # 5, 5, 5, 5, 4 and 4 matches of six clubs: all meet, and one match is missing
    if not usual_number or not opponent_count or usual_number % opponent_count == 0:
        return None
    return expected


def _by_most_clubs(group: Group, matches_of_club: Counter[Club]) -> Mapping[Club, int] | None:
    """Expect of each club of a large group as many matches as most of them have on the page."""
    if not most_never_meet(group, len(matches_of_club)):
        return None
    usual_number = _number_of_most(matches_of_club.values())
    # most clubs have one match and some have five: the page tells a part only
    if usual_number is None or max(matches_of_club.values()) > usual_number + 1:
        return None
    return dict.fromkeys(matches_of_club, usual_number)


def most_never_meet(group: Group, club_count: int) -> bool:
    """Whether the group is too large for all to meet, and most of the pairs have no match."""
    pairs = {match.clubs for match in group.matches}
    pair_count = club_count * (club_count - 1) // 2
    # six clubs and three rounds: the other two are missing; fifty clubs never all meet
    return club_count >= LARGE_GROUP and 2 * len(pairs) < pair_count


def _number_of_most(numbers: Iterable[int]) -> int | None:
    """Return the number that more than half of them are, None without one."""
    counts = Counter(numbers)
    for number, count in counts.most_common(1):
        if 2 * count > counts.total():
            return number
    return None
