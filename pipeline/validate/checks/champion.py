"""The champion of the infobox, and the seasons before and after."""

import re
from operator import gt, lt

from pipeline.domain.keys import fold
from pipeline.domain.season import Season
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.checks.message_names import join_alternatives, spellings_of

_YEAR = re.compile(r"[0-9]{4}(?![0-9])")


def the_champion_of_the_matches_is_the_stated_one(season: Season) -> Contradictions:
    """Compare the club of the final or the last table with the one that the infobox names."""
    stated, champion = season.champion_stated, season.champion
    if stated is None or champion is None or champion == season.champion_named:
        return
    # "Juan Aurich (Chiclayo)": the brackets tell clubs apart, they are no part of the name.
    stated_name = fold(stated.split(" (")[0])
    spellings = spellings_of(season, champion)
    if stated_name not in map(fold, spellings):
        given = join_alternatives(spellings)
        yield f"the infobox names {stated}, the matches give {given}", season.span


def the_neighbouring_seasons_lie_before_and_after(season: Season) -> Contradictions:
    """Compare the years of the seasons that the infobox names as previous and next."""
    # "2016–17" lies after 2015 and before 2017: the year in which a season begins decides.
    season_year = int(season.label[:4])
    neighbours = [("previous", season.previous, lt), ("next", season.next, gt)]
    for place, neighbour, lies_there in neighbours:
        year = _year_of(neighbour)
        if year is not None and not lies_there(year, season_year):
            message = f"{neighbour} is named as the {place} season of {season.label}"
            yield message, season.span


def _year_of(neighbour: str | None) -> int | None:
    """Return the first year of a season such as `2016–17`; None for `TBD` or `89`."""
    year = _YEAR.match(neighbour or "")
    if year is None:
        return None
    return int(year[0])
