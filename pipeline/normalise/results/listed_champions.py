"""Whom the list of editions means by champion and runner-up, as clubs of the season's page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.domain.edition import Edition
from pipeline.domain.grouping import only_one
from pipeline.domain.match import Club
from pipeline.facts import SeasonFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import ClubResolver, build_resolver
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.champions import Champions
from pipeline.reference import Reference

# a printed name, and the clubs that clubs.csv means by it
NameAndClubs: TypeAlias = tuple[str, Collection[Club]]


@dataclass(frozen=True, slots=True)
class ListedClubs:
    """Champion and runner-up where the results leave them open, None where nobody names one."""

    champion: Club | None
    runner_up: Club | None


def find_listed(
    context: NormaliseContext, champions: Champions, infobox: SeasonFact
) -> ListedClubs:
    """Return whom the infobox or the list of editions names where no club is known yet."""
    edition = context.reference.editions.get(context.season)
    champion = None
    if champions.champion is None:
        names = _names_of_champion(infobox, edition)
        champion = _club_of_names(context, names, infobox.span)
    runner_up = None
    if champions.runner_up is None and edition is not None and edition.runner_up is not None:
        names = [(edition.runner_up, edition.runner_up_clubs)]
        runner_up = _club_of_names(context, names, infobox.span)
    # the page has another champion than the list, whose second is the first of the page
    if runner_up is not None and runner_up in {champion, champions.champion}:
        runner_up = None
    return ListedClubs(champion, runner_up)


def resolve_editions(reference: Reference) -> tuple[Edition, ...]:
    """Return every edition with its clubs, as far as the data files alone tell who they are."""
    return tuple(_resolve_edition(edition, reference) for edition in reference.editions.values())


def _resolve_edition(edition: Edition, reference: Reference) -> Edition:
    resolver = build_resolver(edition.season, (), reference.clubs, reference.departments)
    champion = _club_of_file(resolver, edition.champion, edition.champion_clubs)
    runner_up = _club_of_file(resolver, edition.runner_up, edition.runner_up_clubs)
    return replace(edition, champion_club=champion, runner_up_club=runner_up)


def _names_of_champion(infobox: SeasonFact, edition: Edition | None) -> list[NameAndClubs]:
    names: list[NameAndClubs] = []
    if infobox.winners:
        names.append((infobox.winners, frozenset()))
    if edition is not None and edition.champion is not None:
        names.append((edition.champion, edition.champion_clubs))
    return names


def _club_of_names(
    context: NormaliseContext, names: Sequence[NameAndClubs], span: Span
) -> Club | None:
    """Return the club of the first name that is settled, else a provisional one for the first.

    A name that nothing settles is a finding, like any other.
    """
    for name, clubs in names:
        club = _settled_club(context.clubs, name, clubs)
        if club is not None:
            return club
    for name, _ in names:
        return context.resolve_club(Mention(name, None, ()), span)
    return None


def _club_of_file(resolver: ClubResolver, name: str | None, clubs: Collection[Club]) -> Club | None:
    if name is None:
        return None
    club = _settled_club(resolver, name, clubs)
    if club is not None:
        return club
    resolution = resolver.resolve(Mention(name, None, ()))
    return resolution if isinstance(resolution, Club) else resolution.club


def _settled_club(resolver: ClubResolver, name: str, clubs: Collection[Club]) -> Club | None:
    """Return the club if the page settles the name, else the only one that clubs.csv means."""
    resolution = resolver.resolve(Mention(name, None, ()))
    if isinstance(resolution, Club):
        return resolution
    # "Alfonso Ugarte (Puno)": of the clubs of that name the file has one in Puno
    return only_one(clubs)
