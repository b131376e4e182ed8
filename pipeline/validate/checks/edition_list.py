"""The first two of a season and those of the list of editions."""

from collections.abc import Collection

from pipeline.domain.keys import slug
from pipeline.domain.season import Season
from pipeline.validate.checks.check import Contradictions
from pipeline.validate.checks.message_names import join_alternatives, spellings_of


def the_champion_is_that_of_the_list_of_editions(season: Season) -> Contradictions:
    """Compare the champion, and the one of the infobox, with `editions.csv`."""
    edition = season.edition
    if edition is None or not edition.champion or season.champion in edition.champion_clubs:
        return
    # The infobox may name the club as the list does, where the matches abbreviate it.
    page_names: set[str] = set()
    if season.champion:
        page_names |= spellings_of(season, season.champion)
    if season.champion_stated:
        page_names.add(season.champion_stated)
    if not _is_any_of(page_names, edition.champion, edition.champion_names):
        yield from _contradict(season, f"the champion {edition.champion}", page_names)


def the_runner_up_is_that_of_the_list_of_editions(season: Season) -> Contradictions:
    """Compare the runner-up with `editions.csv`."""
    edition = season.edition
    if edition is None or not edition.runner_up or season.runner_up is None:
        return
    if season.runner_up in edition.runner_up_clubs:
        return
    page_names = spellings_of(season, season.runner_up)
    if not _is_any_of(page_names, edition.runner_up, edition.runner_up_names):
        yield from _contradict(season, f"the runner-up {edition.runner_up}", page_names)


def _contradict(season: Season, listed: str, page_names: Collection[str]) -> Contradictions:
    """Yield that the page, if it names anybody, names somebody else than the list."""
    if page_names:
        message = f"editions.csv has {listed}, the page {join_alternatives(page_names)}"
        yield message, season.span


def _is_any_of(page_names: Collection[str], listed_name: str, other_slugs: Collection[str]) -> bool:
    """Whether a name of the page is the listed one, or another name of the same club."""
    listed_slugs = {*_slugs([listed_name]), *other_slugs}
    return not listed_slugs.isdisjoint(_slugs(page_names))


def _slugs(names: Collection[str]) -> set[str]:
    """Return the names made comparable, as they are and without what stands in brackets."""
    slugs: set[str] = set()
    for name in names:
        # "Aurora (Ica)" is Aurora too.
        name_without_town = name.partition(" (")[0]
        slugs |= {slug(name), slug(name_without_town)}
    return slugs
