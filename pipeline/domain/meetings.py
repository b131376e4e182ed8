"""Who has met whom: what tells a group, in which all clubs meet, from ties."""

from collections.abc import Iterable
from itertools import chain

from pipeline.domain.match import Club, Match
from pipeline.domain.tie import Tie

Pair = frozenset[Club]

CLUBS_OF_A_TIE = 2  # a group has more
_NEARLY_ALL = 0.8  # of the pairs: a page may lack a match of a group


def split_by_clubs(pairs: Iterable[Pair]) -> list[set[Pair]]:
    """Return the pairs, those together that share clubs, directly or by way of other pairs."""
    part_of_club: dict[Club, set[Pair]] = {}
    for pair in pairs:
        parts_of_pair = [part_of_club.setdefault(club, set()) for club in pair]
        largest = max(parts_of_pair, key=len)
        for part in parts_of_pair:
            # the pair joins two parts; the smaller one moves, so that long pages stay fast
            if part is not largest:
                largest |= part
        largest.add(pair)
        smallest = min(parts_of_pair, key=len)
        for club in clubs_of(smallest) | pair:
            part_of_club[club] = largest
    parts_by_identity = {id(part): part for part in part_of_club.values()}
    return list(parts_by_identity.values())


def clubs_of(pairs: Iterable[Pair]) -> set[Club]:
    """Return the clubs of the pairs."""
    return set(chain.from_iterable(pairs))


def clubs_of_matches(matches: Iterable[Match | Tie]) -> set[Club]:
    """Return the clubs of the matches or ties."""
    return clubs_of(match.clubs for match in matches)


def are_group(pairs: set[Pair]) -> bool:
    """Whether three clubs or more all meet, or nearly all: no round of ties has that."""
    club_count = len(clubs_of(pairs))
    pair_count = club_count * (club_count - 1) / 2
    # Alfa v Beta, Beta v Gama, Gama v Alfa; in a round of ties each club has one opponent
    return club_count > CLUBS_OF_A_TIE and len(pairs) >= _NEARLY_ALL * pair_count
