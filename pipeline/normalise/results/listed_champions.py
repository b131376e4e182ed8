"""Whom the list of editions means by champion and runner-up, as clubs of the season's page."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from pipeline.domain.edition import Edition
from pipeline.domain.grouping import only_one
from pipeline.domain.match import Club
from pipeline.facts import SeasonFact
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.page_resolver import PageResolver
from pipeline.normalise.clubs.resolver import ClubResolver, build_resolver
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.champions import Champions
from pipeline.reference import Reference

# of a page, or of the data files alone
Resolver = ClubResolver | PageResolver


@dataclass(frozen=True, slots=True)
class ListedClubs:
    """Champion and runner-up where the results leave them open, None where nobody names one."""

    champion: Club | None
    runner_up: Club | None


def find_listed(
    context: NormaliseContext, champions: Champions, infobox: SeasonFact
) -> ListedClubs:
    """Return whom infobox or list of editions name where the results leave it open."""
    edition = context.reference.editions.get(context.season)
    champion = champions.champion
    listed_champion = None
    if champion is None:
        listed_champion = _find_champion(context, infobox, edition)
        champion = listed_champion
    runner_up = None
    if champions.runner_up is None and edition is not None:
        runner_up = _find_runner_up(context.clubs, edition, champion)
    return ListedClubs(listed_champion, runner_up)


def _find_champion(
    context: NormaliseContext, infobox: SeasonFact, edition: Edition | None
) -> Club | None:
    """Return the club that the list of editions names, else the one of the infobox."""
    if edition is not None:
        club = _settled_club(context.clubs, edition.champion, edition.champion_clubs)
        if club is not None:
            return club
    # a name of the page that nothing settles is a finding, like any other
    if infobox.winners:
        return context.resolve_club(Mention(infobox.winners, None, ()), infobox.span)
    if edition is None:
        return None
    return _club_of_list(context.clubs, edition.champion, edition.champion_clubs)


def _find_runner_up(resolver: Resolver, edition: Edition, champion: Club | None) -> Club | None:
    """Return the runner-up of the list, if the page has no other champion than the list."""
    listed_champion = _settled_club(resolver, edition.champion, edition.champion_clubs)
    if listed_champion is not None and champion != listed_champion:
        return None
    runner_up = _club_of_list(resolver, edition.runner_up, edition.runner_up_clubs)
    return None if runner_up == champion else runner_up


def resolve_editions(reference: Reference) -> tuple[Edition, ...]:
    """Return every edition with its clubs, as far as the data files alone tell who they are."""
    return tuple(_resolve_edition(edition, reference) for edition in reference.editions.values())


def _resolve_edition(edition: Edition, reference: Reference) -> Edition:
    resolver = build_resolver(edition.season, (), reference.clubs, reference.departments)
    champion = _club_of_list(resolver, edition.champion, edition.champion_clubs)
    runner_up = _club_of_list(resolver, edition.runner_up, edition.runner_up_clubs)
    return replace(edition, champion_club=champion, runner_up_club=runner_up)


def _club_of_list(resolver: Resolver, name: str | None, clubs: Collection[Club]) -> Club | None:
    """Return the club of a name in the list, a provisional one where nothing settles it."""
    club = _settled_club(resolver, name, clubs)
    if club is not None or name is None:
        return club
    resolution = resolver.resolve(Mention(name, None, ()))
    return resolution if isinstance(resolution, Club) else resolution.club


def _settled_club(resolver: Resolver, name: str | None, clubs: Collection[Club]) -> Club | None:
    """Return the club if the page settles the name, else the only one that clubs.csv means."""
    if name is None:
        return None
    resolution = resolver.resolve(Mention(name, None, ()))
    if isinstance(resolution, Club):
        return resolution
    # "Alfonso Ugarte (Puno)": of the clubs of that name the file has one in Puno
    return only_one(clubs)
