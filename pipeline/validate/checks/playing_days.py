"""When matches are played."""

from collections import defaultdict

from pipeline.domain.season import Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import name_of


def dates_lie_within_a_year_of_the_season(season: Season) -> Doubts:
    """Look for matches of another time: a final may wait for January, not for ten years."""
    first = int(season.label[:4])
    for match in season.matches:
        if match.date and int(match.date[:4]) not in {first - 1, first, first + 1}:
            teams = f"{match.home_printed} v {match.away_printed}"
            yield f"{teams} is dated {match.date} in season {season.label}", match.span


def no_club_plays_twice_on_a_day(season: Season) -> Doubts:
    """Count each club's matches on each day; those under another pairing are others."""
    days = defaultdict(list)
    for match in season.matches:
        if match.date and match.precision == "day" and match.result:
            for club in match.clubs:
                days[club, match.date].append(match)
    for (club, day), matches in days.items():
        if len(matches) > 1:
            yield f"{name_of(season, club)} plays {len(matches)} times on {day}", matches[-1].span
