"""Groups in which all clubs meet."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from pipeline.domain.match import Club
from pipeline.domain.season import Group, Season
from pipeline.findings import Finding


def every_pair_of_a_group_meets_equally_often(season: Season, page: str) -> Iterator[Finding]:
    """Count the meetings of each pair; the group's most frequent number is what all should have."""
    for group in season.groups:
        clubs = sorted({club for match in group.matches for club in (match.home, match.away)})
        met = Counter(frozenset((match.home, match.away)) for match in group.matches)
        expected = max(met.values())
        for pair in combinations(clubs, 2):
            if met[frozenset(pair)] != expected:
                names = " and ".join(_printed(group, club) for club in pair)
                message = f"{names} meet {met[frozenset(pair)]} times, others {expected} times"
                yield _finding("round-robin-incomplete", message, season, page, group)


def every_club_plays_once_a_round(season: Season, page: str) -> Iterator[Finding]:
    """Count each club's matches in each round of a group."""
    for group in season.groups:
        played = Counter(
            (match.round, club)
            for match in group.matches
            if match.round
            for club in (match.home, match.away)
        )
        for (name, club), count in played.items():
            if count > 1:
                message = f"{_printed(group, club)} plays {count} times in {name}"
                yield _finding("club-twice-in-round", message, season, page, group)


def _printed(group: Group, club: Club) -> str:
    for match in group.matches:
        if club == match.home:
            return match.home_printed
        if club == match.away:
            return match.away_printed
    return club.key


def _finding(code: str, message: str, season: Season, page: str, group: Group) -> Finding:
    where = " / ".join(filter(None, (group.stage, group.name)))
    span = group.matches[0].span
    return Finding(code, "warning", f"{where}: {message}", page, span, season.label)
