"""Names put to the only club that they can mean."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from pipeline.normalise.clubs.whole_page.contradictions import find_contradiction
from pipeline.normalise.clubs.whole_page.identity import Identity
from pipeline.normalise.clubs.whole_page.name_fit import Fit
from pipeline.normalise.clubs.whole_page.page_clubs import PageClubs

# what a step offers an identity: the others that it may be, with the strength of the fit
Candidates = Callable[[Identity], Iterable[tuple[Identity, Fit]]]


def join(
    page: PageClubs,
    identities: Iterable[Identity],
    candidates: Candidates,
    reason: str,
    *,
    is_closed_set: bool,
) -> None:
    """Put each identity to its only candidate; two that contradict each other stay as they are."""
    joining: defaultdict[int, list[Identity]] = defaultdict(list)
    # nothing is put together before all have been asked: their order must not count
    for identity in identities:
        club = _find_only_candidate(page, identity, candidates)
        if club is not None:
            joining[club.number].append(identity)
    clubs = dict(page.by_number)
    for number in sorted(joining):
        for identity in _without_contradictions(page, joining[number]):
            page.merge(clubs[number], identity, reason, is_of_closed_set=is_closed_set)


def _find_only_candidate(
    page: PageClubs, identity: Identity, candidates: Candidates
) -> Identity | None:
    """Return the one candidate of the strongest fit that nothing speaks against."""
    possible: list[tuple[Identity, Fit]] = []
    first_refusal: str | None = None
    for candidate, strength in candidates(identity):
        if candidate is identity:
            continue
        contradiction = find_contradiction(identity, candidate)
        if contradiction is None:
            possible.append((candidate, strength))
        elif first_refusal is None:
            name = min(candidate.printed_names, default="")
            first_refusal = f"it fits {name!r}, but {contradiction}"
    # "Lago" plays against "Sport Lago", and no other club fits
    if first_refusal is not None and not possible:
        page.contradictions[identity.number] = first_refusal
    return _find_only_strongest(possible)


def _find_only_strongest(possible: Sequence[tuple[Identity, Fit]]) -> Identity | None:
    """Return the club that fits best, None if two fit equally well."""
    strengths = dict(possible)
    strongest = min(strengths.values(), default=None)
    # "Minsa FBC" is "Minsa", though "Minsa Huari" has all its words too
    best_clubs = [club for club, strength in strengths.items() if strength == strongest]
    if len(best_clubs) != 1:
        return None
    return best_clubs[0]


def _without_contradictions(page: PageClubs, identities: Sequence[Identity]) -> list[Identity]:
    """Return those that do not contradict another one of them."""
    accepted: list[Identity] = []
    for identity in identities:
        contradiction = _find_contradiction_with_any(identity, identities)
        # "S. Lago" and "Sp. Lago" play each other: at most one of them is "Sport Lago"
        if contradiction is None:
            accepted.append(identity)
        else:
            page.contradictions[identity.number] = f"two names fit one club, but {contradiction}"
    return accepted


def _find_contradiction_with_any(identity: Identity, others: Iterable[Identity]) -> str | None:
    for other in others:
        if other is identity:
            continue
        contradiction = find_contradiction(identity, other)
        if contradiction is not None:
            return contradiction
    return None
