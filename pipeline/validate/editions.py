"""The first two of a season and those of the list of editions."""

from collections.abc import Iterator, Mapping

from pipeline.domain.edition import Edition
from pipeline.domain.match import Club
from pipeline.domain.names import slug
from pipeline.domain.season import Season
from pipeline.findings import Finding


def first_two_are_those_of_the_list_of_editions(season: Season, page: str) -> Iterator[Finding]:
    """Compare champion and runner-up with `editions.csv`: the club it means, or the same name."""
    listed = season.edition
    if listed is None:
        return
    stated = season.champion_stated
    champion = _names(season, season.champion)
    if stated:
        champion |= dict.fromkeys(_slugs(stated), stated)
    runner_up = _names(season, season.runner_up)
    sides = (
        ("champion", listed.champion, season.champion, champion),
        ("runner-up", listed.runner_up, season.runner_up, runner_up),
    )
    for what, name, club, names in sides:
        if name and names and not _agree(listed, what, club, names):
            said = " or ".join(sorted(set(names.values())))
            message = f"editions.csv names {name} as {what}, the page {said}"
            code = f"edition-{what}-differs"
            yield Finding(code, "warning", message, page, season.span, season.label)


def _agree(listed: Edition, what: str, club: Club | None, names: Mapping[str, str]) -> bool:
    """Whether the list means the club, or has one of the names for it."""
    if what == "champion":
        name, clubs, others = listed.champion, listed.champion_clubs, listed.champion_names
    else:
        name, clubs, others = listed.runner_up, listed.runner_up_clubs, listed.runner_up_names
    return club in clubs or bool(names.keys() & (_slugs(name or "") | others))


def _slugs(name: str) -> set[str]:
    """Return a name as it is and without what stands in brackets, both made comparable."""
    return {slug(name), slug(name.partition(" (")[0])}


def _names(season: Season, club: Club | None) -> dict[str, str]:
    """Return every name that the season has for the club, by what makes it comparable."""
    if club is None:
        return {}
    sides = [
        *((entry.club, entry.printed) for entry in season.entries),
        *((match.home, match.home_printed) for match in season.matches),
        *((match.away, match.away_printed) for match in season.matches),
        *((row.club, row.printed) for row in season.standings),
    ]
    printed = {slug(name): name for one, name in sides if one == club}
    return ({slug(club.name): club.name} if club.name else {}) | printed
