"""How messages name a club, a pair of clubs, a match, a group."""

from collections.abc import Iterable

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group, Season


def spellings_of(season: Season, club: Club) -> set[str]:
    """Return every spelling of the club in matches, tables and lists, and its own name."""
    names = [(row.club, row.printed) for row in season.standings]
    names += [(entry.club, entry.printed) for entry in season.entries]
    for match in season.matches:
        names += [(match.home, match.home_printed), (match.away, match.away_printed)]
    spellings = {printed for named_club, printed in names if named_club == club}
    return spellings | set(filter(None, [club.name]))


def name_club(season: Season, club: Club) -> str:
    """Return the shortest spelling of the club, its key where there is none."""
    # "UTC" rather than "Universidad Técnica de Cajamarca"; the alphabet decides between equals.
    spellings = sorted(spellings_of(season, club))
    return min(spellings, key=len, default=club.key)


def name_pair(season: Season, first: Club, second: Club) -> str:
    """Return two clubs as opponents, such as `Boca v Grau`."""
    return f"{name_club(season, first)} v {name_club(season, second)}"


def name_match(match: Match) -> str:
    """Return a match as the page prints its clubs, such as `Boca v Grau`."""
    return f"{match.home_printed} v {match.away_printed}"


def name_group(group: Group) -> str:
    """Return the stage and name of a group, such as `Regional Stage / Group A`."""
    if group.name:
        return f"{group.stage} / {group.name}"
    return group.stage


def join_alternatives(names: Iterable[str]) -> str:
    """Return the names in order, such as `Boca or Boca Juniors`."""
    return " or ".join(sorted(names))
