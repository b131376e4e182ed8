"""Which names of a page are one club: the steps, the strongest evidence first.

Each step looks at all names as they stand and then puts together what it found, so that nothing
depends on the order in which a page is read. A step never puts together what `find_contradiction`
keeps apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.closed_sets import ClosedSets, index_closed_sets
from pipeline.normalise.clubs.whole_page.identities import choose_club, gather_identities
from pipeline.normalise.clubs.whole_page.identity import (
    Identity,
    absorb,
    find_contradiction,
    fit,
)
from pipeline.normalise.clubs.whole_page.name_fit import Fit
from pipeline.normalise.clubs.whole_page.name_form import read_name_form
from pipeline.normalise.clubs.whole_page.statements import Statements

_MOST_SWEEPS = 8  # each settles what the one before made clear; real pages need three


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


@dataclass(slots=True)
class _Page:
    """The identities of a page while they are put together."""

    identities: list[Identity]
    identity_of: dict[Mention, Identity]
    went_into: dict[int, Identity] = field(default_factory=dict)
    read_as: list[tuple[Identity, tuple[str, ...], str, bool]] = field(default_factory=list)
    contradictions: dict[int, str] = field(default_factory=dict)

    def current(self, identity: Identity) -> Identity:
        """Return what the identity has become."""
        while identity.number in self.went_into:
            identity = self.went_into[identity.number]
        return identity


# what a step offers an identity: the others that it may be, with the strength of the fit
_Candidates = Callable[[Identity], Iterable[tuple[Identity, Fit]]]


def assign_clubs(statements: Statements) -> Assignment:
    """Return the club of each name of the page."""
    identities, identity_of = gather_identities(statements)
    page = _Page(identities, identity_of)
    for _ in range(_MOST_SWEEPS):
        count_before = len(page.identities)
        _sweep(page, statements)
        if len(page.identities) == count_before:
            break
    return _describe(page, statements)


def _sweep(page: _Page, statements: Statements) -> None:
    """Take each step once, the strongest evidence first."""
    _join_titles(page)
    _join_same_names(page)
    for closed_set_step in ("table", "region", "round", "page"):
        sets = index_closed_sets(page.identities, page.identity_of, statements, page.current)
        _join_in_closed_set(page, sets, closed_set_step)


def _join_titles(page: _Page) -> None:
    """Put a link to the club whose listed name is the title: [[Juventud Milagro (Huaral)]]."""
    listed_by_core: defaultdict[tuple[str, ...], list[Identity]] = defaultdict(list)
    for identity in page.identities:
        if identity.is_listed:
            for form in identity.full_forms:
                listed_by_core[form.core].append(identity)

    def candidates(identity: Identity) -> Iterable[tuple[Identity, Fit]]:
        for title in sorted(identity.titles):
            for listed in listed_by_core.get(read_name_form(title).core, ()):
                if fit(identity, listed) is not None:
                    yield listed, Fit.SAME

    variables = [identity for identity in page.identities if not identity.is_listed]
    _join(page, variables, candidates, "the title of its link is the club's name", closed=False)


def _join_same_names(page: _Page) -> None:
    """Put together what is printed alike, unless the name means two clubs of the page."""
    by_name: defaultdict[str, list[Identity]] = defaultdict(list)
    for identity in page.identities:
        for name in identity.printed_names:
            by_name[name].append(identity)

    def candidates(identity: Identity) -> Iterable[tuple[Identity, Fit]]:
        fitting: dict[int, Identity] = {}
        for name in identity.printed_names:
            for other in by_name[name]:
                if other is not identity and find_contradiction(identity, other) is None:
                    fitting[other.number] = other
        best = min(fitting.values(), key=lambda other: other.rank, default=None)
        if best is None or best.rank > identity.rank:
            return
        yield best, Fit.SAME
        # two clubs of the name, and each may be meant
        for other in fitting.values():
            if other is not best and find_contradiction(best, other) is not None:
                yield other, Fit.SAME

    _join(page, page.identities, candidates, "the same name on this page", closed=False)


_REASONS = {
    "table": "the only club of its table that the name fits",
    "region": "the only club listed for its region that the name fits",
    "round": "the only club of its round that the name fits",
    "page": "the only club of the page that the name fits",
}


def _join_in_closed_set(page: _Page, sets: ClosedSets, step: str) -> None:
    """Read short forms where all clubs that can be meant are known."""
    candidates = getattr(sets, f"{step}_candidates")
    # what a line of clubs.csv says of a name stays
    variables = [identity for identity in page.identities if not identity.is_told]
    _join(page, variables, candidates, _REASONS[step], closed=True)


def _join(
    page: _Page,
    variables: Iterable[Identity],
    candidates: _Candidates,
    reason: str,
    *,
    closed: bool,
) -> None:
    """Put each identity to its only candidate; two that contradict each other stay as they are."""
    proposals: defaultdict[int, list[Identity]] = defaultdict(list)
    targets: dict[int, Identity] = {}
    for identity in variables:
        target = _only_candidate(page, identity, candidates(identity))
        if target is not None:
            targets[target.number] = target
            proposals[target.number].append(identity)
    for number in sorted(proposals):
        accepted = _without_contradictions(page, proposals[number])
        for identity in accepted:
            _merge(page, targets[number], identity, reason, closed=closed)


def _only_candidate(
    page: _Page, identity: Identity, candidates: Iterable[tuple[Identity, Fit]]
) -> Identity | None:
    """Return the one candidate of the strongest fit that nothing speaks against."""
    fitting: dict[int, tuple[Fit, Identity]] = {}
    refused: list[tuple[Identity, str]] = []
    for candidate, strength in candidates:
        if candidate is identity:
            continue
        contradiction = find_contradiction(identity, candidate)
        if contradiction is None:
            fitting[candidate.number] = strength, candidate
        else:
            refused.append((candidate, contradiction))
    if not fitting:
        for candidate, contradiction in refused[:1]:
            name = min(candidate.printed_names, default="")
            page.contradictions[identity.number] = f"it fits {name!r}, but {contradiction}"
        return None
    strongest = min(strength for strength, _ in fitting.values())
    best = [candidate for strength, candidate in fitting.values() if strength == strongest]
    return best[0] if len(best) == 1 else None


def _without_contradictions(page: _Page, identities: Sequence[Identity]) -> list[Identity]:
    """Return those that do not contradict another one of them."""
    accepted: list[Identity] = []
    for identity in identities:
        others = [other for other in identities if other is not identity]
        contradictions = [find_contradiction(identity, other) for other in others]
        if not any(contradictions):
            accepted.append(identity)
            continue
        reason = next(filter(None, contradictions))
        page.contradictions[identity.number] = f"two names fit one club, but {reason}"
    return accepted


def _merge(page: _Page, target: Identity, source: Identity, reason: str, *, closed: bool) -> None:
    stays, goes = page.current(target), page.current(source)
    if stays is goes or find_contradiction(stays, goes) is not None:
        return
    if goes.rank < stays.rank:
        stays, goes = goes, stays
    new_names = {mention.printed for mention in goes.mentions}
    new_names -= {mention.printed for mention in stays.mentions}
    if new_names:
        page.read_as.append((stays, tuple(sorted(new_names)), reason, closed))
    absorb(stays, goes)
    page.went_into[goes.number] = stays
    page.identities.remove(goes)


def _describe(page: _Page, statements: Statements) -> Assignment:
    """Return who is meant, once nothing more can be put together."""
    clubs = {
        identity.number: choose_club(identity, statements.file_keys) for identity in page.identities
    }
    clubs = _with_keys_of_their_own(page, clubs)
    readings: defaultdict[Club, list[Reading]] = defaultdict(list)
    for identity, names, reason, closed in page.read_as:
        club = clubs[page.current(identity).number]
        readings[club].append(Reading(names, club, reason, closed))
    club_of_key: dict[str, Club] = {}
    for identity in page.identities:
        for club in identity.clubs:
            club_of_key.setdefault(club.key, clubs[identity.number])
    contradictions: dict[Club, str] = {}
    for identity in page.identities:
        if identity.number in page.contradictions:
            contradictions[clubs[identity.number]] = page.contradictions[identity.number]
    return Assignment(
        club_of={
            mention: clubs[page.current(identity).number]
            for mention, identity in page.identity_of.items()
        },
        open_clubs=frozenset(
            clubs[identity.number] for identity in page.identities if identity.is_open
        ),
        club_of_key=club_of_key,
        readings=readings,
        contradictions=contradictions,
        fullest_names={
            clubs[identity.number]: min(identity.mentions, key=_fullness)
            for identity in page.identities
            if identity.mentions
        },
        links={clubs[identity.number]: frozenset(identity.titles) for identity in page.identities},
    )


def _fullness(mention: Mention) -> tuple[int, int, str]:
    """Sort the name with the most words first, any one of them for names that say the same."""
    form = read_name_form(mention.printed)
    whole_words = [word for word in form.words if not word.is_abbreviation]
    return -len(whole_words), -len(mention.printed), repr(mention)


def _with_keys_of_their_own(page: _Page, clubs: Mapping[int, Club]) -> dict[int, Club]:
    """Return the clubs; namesakes that nothing but their region tells apart get it as a suffix."""
    numbers_by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, club in clubs.items():
        numbers_by_key[club.key].append(number)
    own_clubs = dict(clubs)
    for identity in page.identities:
        club = clubs[identity.number]
        if len(numbers_by_key[club.key]) > 1:
            headings = sorted(min(answers) for answers in identity.answers.values())
            group = " ".join(headings)
            own_clubs[identity.number] = Club(f"{club.key}-{slug(group)}".rstrip("-"))
    return own_clubs
