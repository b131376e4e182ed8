"""The champion of the infobox, and the seasons before and after."""

from pipeline.domain.names import fold
from pipeline.domain.season import Season
from pipeline.validate.check import Doubts
from pipeline.validate.naming import names_of


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
        year = (other or "")[:4]
        if year.isdigit() and sign * (int(year) - int(season.label[:4])) <= 0:
            yield f"{other} is named as the {name} season of {season.label}", season.span
