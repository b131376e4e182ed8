"""The champion of the infobox, and the seasons before and after."""

import re

from pipeline.domain.folding import fold
from pipeline.domain.season import Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import names_of

_YEAR = re.compile(r"[0-9]{4}(?![0-9])")


def the_champion_of_the_matches_is_the_stated_one(season: Season) -> Doubts:
    """Compare the club of the final or the last table with the one that the infobox names."""
    stated, won = season.champion_stated, season.champion
    if stated is None or won is None or won == season.champion_named:
        return
    names = names_of(season, won)
    if fold(stated.split(" (")[0]) not in {fold(name) for name in names}:
        given = " or ".join(sorted(names))
        yield f"the infobox names {stated}, the matches give {given}", season.span


def the_neighbouring_seasons_lie_before_and_after(season: Season) -> Doubts:
    """Compare the years of the seasons that the infobox names as previous and next."""
    for name, other, sign in (("previous", season.previous, -1), ("next", season.next, 1)):
        year = _YEAR.match(other or "")
        if year and sign * (int(year[0]) - int(season.label[:4])) <= 0:
            yield f"{other} is named as the {name} season of {season.label}", season.span
