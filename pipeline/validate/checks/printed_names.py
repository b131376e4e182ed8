"""How the pages of a season print a club."""

from pipeline.domain.match import Club
from pipeline.domain.season import Season


def names_of(season: Season, club: Club) -> set[str]:
    """Return every spelling of the club in matches, tables and lists, and its own name."""
    printed = {match.home_printed for match in season.matches if match.home == club}
    printed |= {match.away_printed for match in season.matches if match.away == club}
    printed |= {row.printed for row in season.standings if row.club == club}
    printed |= {entry.printed for entry in season.entries if entry.club == club}
    return printed | ({club.name} if club.name else set())


def name_of(season: Season, club: Club) -> str:
    """Return one spelling of the club, the same for the same season."""
    return min(names_of(season, club), key=lambda name: (len(name), name), default=club.key)


def is_provisional(club: Club) -> bool:
    """Whether the club only stands in for a name that nothing settles."""
    return club.key.startswith("provisional-")
