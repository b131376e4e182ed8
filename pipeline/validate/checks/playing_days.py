"""When matches are played."""

from collections import defaultdict

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Season
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.checks.message_names import name_club, name_match


def dates_lie_within_a_year_of_the_season(season: Season) -> Contradictions:
    """Look for matches of another time: a final may wait for January, not for ten years."""
    season_year = int(season.label[:4])
    for match in season.matches:
        if not match.date:
            continue
        match_year = int(match.date[:4])
        # Season 2090: "4 January 2091" may be, "2 May 2080" is another season's or a slip.
        if abs(match_year - season_year) > 1:
            dated = f"{name_match(match)} is dated {match.date}"
            yield f"{dated} in season {season.label}", match.span


def no_club_plays_twice_on_a_day(season: Season) -> Contradictions:
    """Count each club's matches on each day; those under another pairing are others."""
    for (club, day), matches in _matches_by_club_and_day(season).items():
        if len(matches) > 1:
            times = f"{name_club(season, club)} plays {len(matches)} times"
            yield f"{times} on {day}", matches[-1].span


def _matches_by_club_and_day(season: Season) -> dict[tuple[Club, str], list[Match]]:
    matches: defaultdict[tuple[Club, str], list[Match]] = defaultdict(list)
    for match in season.matches:
        # "November 1997" is no day, and a match to come may still be moved.
        if match.date and match.precision == "day" and match.result:
            for club in match.clubs:
                matches[club, match.date].append(match)
    return matches
