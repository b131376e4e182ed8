"""The first two of a season and those of the list of editions."""

from collections.abc import Collection

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.domain.season import Season
from pipeline.validate.checks.check import Doubts
from pipeline.validate.checks.printed_names import names_of


def the_champion_is_that_of_the_list_of_editions(season: Season) -> Doubts:
    """Compare the champion, and the one of the infobox, with `editions.csv`."""
    listed, stated = season.edition, season.champion_stated
    names = _names(season, season.champion) | ({stated} if stated else set())
    if listed and listed.champion and names and season.champion not in listed.champion_clubs:
        meant = _slugs([listed.champion]) | listed.champion_names
        if not meant & _slugs(names):
            said = " or ".join(sorted(names))
            yield f"editions.csv has the champion {listed.champion}, the page {said}", season.span


def the_runner_up_is_that_of_the_list_of_editions(season: Season) -> Doubts:
    """Compare the runner-up with `editions.csv`."""
    listed, names = season.edition, _names(season, season.runner_up)
    if listed and listed.runner_up and names and season.runner_up not in listed.runner_up_clubs:
        meant = _slugs([listed.runner_up]) | listed.runner_up_names
        if not meant & _slugs(names):
            said = " or ".join(sorted(names))
            yield f"editions.csv has the runner-up {listed.runner_up}, the page {said}", season.span


def _names(season: Season, club: Club | None) -> set[str]:
    return names_of(season, club) if club else set()


def _slugs(names: Collection[str]) -> set[str]:
    """Return names as they are and without what stands in brackets, both made comparable."""
    return {slug(form) for name in names for form in (name, name.partition(" (")[0])}
