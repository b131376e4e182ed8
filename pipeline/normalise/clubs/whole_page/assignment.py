"""Who is meant by each name of a page, and what was decided on the way."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.identities import choose_club
from pipeline.normalise.clubs.whole_page.identity import Identity
from pipeline.normalise.clubs.whole_page.name_form import read_name_form
from pipeline.normalise.clubs.whole_page.page_clubs import PageClubs


@dataclass(frozen=True, slots=True)
class Reading:
    """Names that were read as a club, and why.

    names:  as printed
    reason: such as "the only club of its table that the name fits"
    """

    names: tuple[str, ...]
    club: Club
    reason: str
    is_of_closed_set: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is meant by each name, and what was decided on the way.

    club_of_key:    the same for the key that a name had alone, or a row of a list
    open_clubs:     those that are known by their names only
    readings:       of each club: which names were read as it, and why
    contradictions: of a club that stays open: what keeps it from the one that its name fits
    links:          the titles of the articles that names of the club link to
    fullest_names:  the name that says most, for messages about the club
    """

    club_of: Mapping[Mention, Club]
    open_clubs: frozenset[Club]
    club_of_key: Mapping[str, Club]
    readings: Mapping[Club, Sequence[Reading]]
    contradictions: Mapping[Club, str]
    links: Mapping[Club, frozenset[str]]
    fullest_names: Mapping[Club, Mention]


def describe_assignment(page: PageClubs) -> Assignment:
    """Return who is meant, once nothing more can be put together."""
    clubs = _choose_clubs(page)
    club_of: dict[Mention, Club] = {}
    for mention in page.first_identities:
        club_of[mention] = clubs[page.of_mention(mention).number]
    open_clubs: set[Club] = set()
    club_of_key: dict[str, Club] = {}
    contradictions: dict[Club, str] = {}
    links: dict[Club, frozenset[str]] = {}
    fullest_names: dict[Club, Mention] = {}
    for identity in page.all():
        club = clubs[identity.number]
        links[club] = frozenset(identity.titles)
        if identity.is_open:
            open_clubs.add(club)
        if identity.number in page.contradictions:
            contradictions[club] = page.contradictions[identity.number]
        # a club of a list that no match or table names has no mention
        if identity.mentions:
            fullest_names[club] = min(identity.mentions, key=_fullness)
        # `provisional-2008-s-lago` has become `sport-lago-junin`
        for club_of_name in identity.clubs:
            club_of_key.setdefault(club_of_name.key, club)
    return Assignment(
        club_of=club_of,
        open_clubs=frozenset(open_clubs),
        club_of_key=club_of_key,
        readings=_read_merges(page, clubs),
        contradictions=contradictions,
        links=links,
        fullest_names=fullest_names,
    )


def _read_merges(page: PageClubs, clubs: Mapping[int, Club]) -> dict[Club, list[Reading]]:
    """Return which names were read as each club; a club may itself have become another one."""
    readings: defaultdict[Club, list[Reading]] = defaultdict(list)
    for merge in page.merges:
        club = clubs[page.current(merge.club).number]
        reading = Reading(merge.names, club, merge.reason, merge.is_of_closed_set)
        readings[club].append(reading)
    return readings


def _fullness(mention: Mention) -> tuple[int, int, str]:
    """Sort the name with the most words first, any one of them for names that say the same."""
    form = read_name_form(mention.printed)
    whole_words = [word for word in form.words if not word.is_abbreviation]
    return -len(whole_words), -len(mention.printed), repr(mention)


def _choose_clubs(page: PageClubs) -> dict[int, Club]:
    """Return the club of each identity, by its number; no two have the same key."""
    clubs: dict[int, Club] = {}
    numbers_by_key: defaultdict[str, list[int]] = defaultdict(list)
    for identity in page.all():
        club = choose_club(identity, page.statements.file_keys)
        clubs[identity.number] = club
        numbers_by_key[club.key].append(identity.number)
    for numbers in numbers_by_key.values():
        # "Municipal" of Region I and of Region II, and neither is in a list
        if len(numbers) > 1:
            for number in numbers:
                clubs[number] = _club_of_its_own(page.by_number[number], clubs[number])
    return clubs


def _club_of_its_own(identity: Identity, club: Club) -> Club:
    """Return a club whose key ends in the region or group: `provisional-2008-municipal-region-i`.

    Nothing else tells it from another club of the name.
    """
    headings = sorted(min(answers) for answers in identity.answers.values())
    group = slug(" ".join(headings))
    return Club(f"{club.key}-{group}".rstrip("-"))
