"""How many matches a group should have, and how many of them have a result on the page."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pipeline.domain.keys import fold
from pipeline.domain.match import Club, Match
from pipeline.domain.meetings import are_group, clubs_of_matches
from pipeline.domain.season import Group, Season, Table

LARGE_GROUP = 11  # clubs; from so many on, not all need to meet
# `Grupo A`, `Liguilla final`, `Hexagonal`; `Segunda fase` and `Región IV` may be ties
_ALL_MEET = re.compile(
    r"\b(?:groups?|grupos?|liguilla|liga|league|todos contra todos|round.robin|triangular"
    r"|cuadrangular|quadrangular|pentagonal|hexagonal|heptagonal|octogonal|serie|zona|zone"
    # the last stage of the cup is a league by its rules
    r"|(?:etapa|fase|ronda) final|final (?:stage|round|phase))\b"
)
_DAY_OF_LEAGUE = re.compile(
    r"(?:fecha|jornada|matchday|round|match day)\b.*\d|\d.*(?:fecha|jornada)"
)
_STATUSES_WITH_A_WINNER = frozenset({"awarded", "walkover"})


@dataclass(frozen=True, slots=True)
class MatchCoverage:
    """The matches of one group.

    clubs:       how many there are
    expected:    how many matches there should be; None where nothing says it
    with_result: how many of them the page tells with a result
    reason:      what says how many there should be, a phrase for people
    """

    stage: str
    group: str | None
    clubs: int
    expected: int | None
    with_result: int
    reason: str

    @property
    def place(self) -> str:
        """The stage and the group for people."""
        return " / ".join(filter(None, (self.stage, self.group)))


def has_result(match: Match) -> bool:
    """Whether it is known how the match ended; a match may be awarded without goals."""
    return match.result is not None or match.status in _STATUSES_WITH_A_WINNER


def results_by_club(matches: Iterable[Match]) -> Counter[Club]:
    """Return how many matches of each club have a result."""
    result_counts: Counter[Club] = Counter()
    for match in filter(has_result, matches):
        result_counts.update(match.clubs)
    return result_counts


def match_coverage(season: Season) -> Iterator[MatchCoverage]:
    """Yield the coverage of each group in page order.

    A published table whose rows all state their matches says itself how many there are, unless it
    leaves out clubs that have matches. Without one, all pairs meet equally often, those of a team
    list of the very stage among them, where the page says that all meet or nearly all have met. If
    the group is large and most never meet, each club has as many matches as most have.
    """
    for group in season.groups:
        tables = tables_of_all_clubs(group)
        if tables:
            fullest_table = max(tables, key=matches_in_table)
            yield _coverage_by_table(group, fullest_table, season)
        elif group.matches:
            clubs_with_matches = clubs_of_matches(group.matches)
            clubs = _listed_clubs(group, season) or clubs_with_matches
            yield _coverage_by_pairs(group, clubs)


def _coverage_by_table(group: Group, table: Table, season: Season) -> MatchCoverage:
    """Compare each club's number of matches with those it has in the group, else in the stage."""
    # a table without matches of its own may rank the clubs of "Group A" and "Group B"
    matches = group.matches or [
        match for match in season.matches if match.stage == group.stage and match.counts
    ]
    results_of_club = results_by_club(matches)
    if any(row.played is None for row in table):
        results_per_club = sum(results_of_club[row.club] for row in table)
        expected = None
        reason = ""
    else:
        # a club with 3 matches in its row and 4 on the page has the 3
        results_per_club = sum(min(row.played or 0, results_of_club[row.club]) for row in table)
        # 3, 2 and 2 matches in three rows: the odd one is not told of one club
        expected = (matches_in_table(table) + 1) // 2
        reason = "by its table"
    return MatchCoverage(
        stage=group.stage,
        group=group.name,
        clubs=len(table),
        expected=expected,
        with_result=results_per_club // 2,
        reason=reason,
    )


def _listed_clubs(group: Group, season: Season) -> set[Club]:
    """Return the clubs of the stage's own list, if the group is alone in the stage and of them."""
    listed_clubs = {entry.club for entry in season.entries if entry.stage == group.stage}
    groups_of_stage = sum(other.stage == group.stage for other in season.groups)
    has_listed_clubs_only = group.clubs <= listed_clubs
    if groups_of_stage == 1 and has_listed_clubs_only and len(listed_clubs) < LARGE_GROUP:
        return listed_clubs
    return set()


def _coverage_by_pairs(group: Group, clubs: Collection[Club]) -> MatchCoverage:
    """Expect each pair to meet as often as the pair that meets most often."""
    meetings = Counter(match.clubs for match in group.matches)
    pair_count = len(clubs) * (len(clubs) - 1) // 2
    expected_of_clubs = expected_matches_of_clubs(group)
    expected: int | None = None
    reason = ""
    if expected_of_clubs is not None:
        # fifty clubs, and most of them have six matches
        expected = (sum(expected_of_clubs.values()) + 1) // 2
        reason = f"{len(clubs)} clubs, {max(expected_of_clubs.values())} matches each"
    elif not _are_ties(group, meetings) and all_should_meet(group, len(clubs)):
        times = max(meetings.values())
        expected = pair_count * times
        how_often = {1: "once", 2: "twice"}.get(times, f"{times} times")
        reason = f"{len(clubs)} clubs, each pair {how_often}"
    return MatchCoverage(
        stage=group.stage,
        group=group.name,
        clubs=len(clubs),
        expected=expected,
        with_result=sum(map(has_result, group.matches)),
        reason=reason,
    )


def _are_ties(group: Group, meetings: Counter[frozenset[Club]]) -> bool:
    """Whether the matches are legs of ties rather than those of a group."""
    # "Ida" and "Vuelta" of clubs that all meet
    if are_group(set(meetings)):
        return False
    # "1st leg", "2nd leg"
    if any(match.leg for match in group.matches):
        return True
    # A–B, B–A, C–D, D–C: four clubs, and each has met only one other, twice
    opponents_of_club = Counter(chain.from_iterable(meetings))
    each_has_one_opponent = max(opponents_of_club.values()) == 1
    is_more_than_one_tie = len(opponents_of_club) > 2  # noqa: PLR2004 - the clubs of one tie
    return each_has_one_opponent and is_more_than_one_tie and max(meetings.values()) > 1


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


def all_should_meet(group: Group, club_count: int) -> bool:
    """Whether each club should meet each other: the page says so, or nearly all have met.

    `Segunda fase` with five matches of six clubs is no league: nothing says how many there are.
    """
    if most_never_meet(group, club_count):
        return False
    if group.published or are_group({match.clubs for match in group.matches}):
        return True
    # a tie or a single match is no group that could be incomplete
    words = fold(" ".join(filter(None, (group.stage, group.name))))
    has_days = any(_DAY_OF_LEAGUE.match(fold(match.round or "")) for match in group.matches)
    return has_days or _ALL_MEET.search(words) is not None


def _number_of_most(numbers: Iterable[int]) -> int | None:
    """Return the number that more than half of them are, None without one."""
    counts = Counter(numbers)
    for number, count in counts.most_common(1):
        if 2 * count > counts.total():
            return number
    return None
