"""The clubs of a page while names are put together."""

from dataclasses import dataclass, field

from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.contradictions import find_contradiction
from pipeline.normalise.clubs.whole_page.identities import gather_identities
from pipeline.normalise.clubs.whole_page.identity import Identity
from pipeline.normalise.clubs.whole_page.statements import Statements


@dataclass(frozen=True, slots=True)
class Merge:
    """Names that were put to a club.

    names:  as printed, without those that the club had before
    reason: such as "the only club of its table that the name fits"
    """

    club: Identity
    names: tuple[str, ...]
    reason: str
    is_of_closed_set: bool


@dataclass(slots=True)
class PageClubs:
    """The identities of a page, each of them one club as far as the page is read.

    by_number:      those that are left
    contradictions: by the number of an identity that stays alone: what keeps it from its club
    """

    statements: Statements
    by_number: dict[int, Identity]
    first_identities: dict[Mention, Identity]
    merges: list[Merge] = field(default_factory=list)
    contradictions: dict[int, str] = field(default_factory=dict)
    _went_into: dict[int, Identity] = field(default_factory=dict)

    def all(self) -> list[Identity]:
        """Return the identities that are left."""
        return list(self.by_number.values())

    def of_mention(self, mention: Mention) -> Identity:
        """Return the identity of a name as it stands now."""
        return self.current(self.first_identities[mention])

    def current(self, identity: Identity) -> Identity:
        """Return what the identity has become."""
        while identity.number in self._went_into:
            identity = self._went_into[identity.number]
        return identity

    def merge(
        self, first: Identity, second: Identity, reason: str, *, is_of_closed_set: bool
    ) -> None:
        """Put two identities together, unless something keeps apart what they have become."""
        first = self.current(first)
        second = self.current(second)
        if first is second or find_contradiction(first, second) is not None:
            return
        # "S. Lago" of a match goes into "Sport Lago" of the table, whichever comes first
        stays, goes = sorted((first, second), key=lambda identity: identity.rank)
        self._note_merge(stays, goes, reason, is_of_closed_set=is_of_closed_set)
        stays.absorb(goes)
        self._went_into[goes.number] = stays
        del self.by_number[goes.number]

    def _note_merge(
        self, stays: Identity, goes: Identity, reason: str, *, is_of_closed_set: bool
    ) -> None:
        new_names = _printed_names(goes) - _printed_names(stays)
        # "Sport Lago" with a link and without one: the name was read as the club before
        if new_names:
            names = tuple(sorted(new_names))
            self.merges.append(Merge(stays, names, reason, is_of_closed_set))


def _printed_names(identity: Identity) -> set[str]:
    return {mention.printed for mention in identity.mentions}


def gather_page_clubs(statements: Statements) -> PageClubs:
    """Return the clubs of a page before any two of them are put together."""
    identities, identity_of = gather_identities(statements)
    by_number = {identity.number: identity for identity in identities}
    return PageClubs(statements, by_number, identity_of)
