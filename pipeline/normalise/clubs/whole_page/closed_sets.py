"""Closed sets: where all clubs that a short name can mean are known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.identity import Identity, fit
from pipeline.normalise.clubs.whole_page.name_fit import Fit
from pipeline.normalise.clubs.whole_page.statements import Statements

Group = tuple[str, ...]
FitOfIdentity = tuple[Identity, Fit]


@dataclass(frozen=True, slots=True)
class Opponents:
    """A club of a round of ties, and whom it meets there."""

    club: Identity
    by_number: dict[int, Identity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClosedSets:
    """The closed sets of a page.

    in_tables: the clubs of the tables of a group
    rounds:    of a round of ties: each club with its opponents
    """

    in_tables: Mapping[Group, list[Identity]]
    listed: list[Identity]
    settled: list[Identity]
    rounds_of: Mapping[int, set[tuple[str, ...]]]
    rounds: Mapping[tuple[str, ...], dict[int, Opponents]]

    def table_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield the rows of the tables of the groups in which the name stands."""
        for group in identity.groups:
            rows = self.in_tables.get(group, ())
            # a row is itself, in its own group
            if all(row is not identity for row in rows):
                yield from _fitting(identity, rows)

    def region_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield the clubs of the lists whose department plays where the name stands."""
        if identity.is_listed or not identity.regions:
            return
        codes = frozenset.intersection(*identity.regions)
        in_region = [club for club in self.listed if not codes.isdisjoint(club.department_codes)]
        yield from _fitting(identity, in_region)

    def round_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield who meets the same opponent in the same round of ties."""
        for round_id in sorted(self.rounds_of.get(identity.number, ())):
            clubs_of_round = self.rounds[round_id]
            opponents = clubs_of_round[identity.number].by_number.values()
            fitting: dict[int, FitOfIdentity] = {}
            has_other_opponent = False
            for found in clubs_of_round.values():
                other = found.club
                strength = fit(identity, other)
                if other is identity or strength is None:
                    continue
                fitting[other.number] = other, strength
                for opponent_of_other in found.by_number.values():
                    has_other_opponent |= not _any_fits(opponents, opponent_of_other)
            # "Faro" meets Palmar, and both "Sport Faro" and "Deportivo Faro" are in the round
            if not has_other_opponent:
                for other, strength in fitting.values():
                    if other.rank <= identity.rank:
                        yield other, strength

    def page_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield the clubs of all lists and tables of the page."""
        if identity.is_listed:
            return
        # "A. Ponce" of a table, in a region of which no sentence names the departments
        is_in_table = any(kind == "table" for kind, _ in identity.exclusive)
        yield from _fitting(identity, self.listed if is_in_table else self.settled)


def _fitting(identity: Identity, others: Iterable[Identity]) -> Iterator[FitOfIdentity]:
    for other in others:
        strength = fit(identity, other)
        if strength is not None:
            yield other, strength


def _any_fits(opponents: Iterable[Identity], other: Identity) -> bool:
    return any(opponent is other or fit(opponent, other) is not None for opponent in opponents)


def index_closed_sets(
    identities: Iterable[Identity],
    identity_of: Mapping[Mention, Identity],
    statements: Statements,
    current: Callable[[Identity], Identity],
) -> ClosedSets:
    """Return the closed sets of the page as the identities stand now."""
    rows: defaultdict[Group, dict[int, Identity]] = defaultdict(dict)
    for row in statements.table_rows:
        identity = current(identity_of[row.mention])
        rows[row.group][identity.number] = identity
    rounds_of: defaultdict[int, set[tuple[str, ...]]] = defaultdict(set)
    rounds: defaultdict[tuple[str, ...], dict[int, Opponents]] = defaultdict(dict)
    for meeting in statements.meetings:
        if meeting.round is not None:
            home = current(identity_of[meeting.home])
            away = current(identity_of[meeting.away])
            for club, opponent in ((home, away), (away, home)):
                opponents = rounds[meeting.round].setdefault(club.number, Opponents(club))
                opponents.by_number[opponent.number] = opponent
            rounds_of[home.number].add(meeting.round)
            rounds_of[away.number].add(meeting.round)
    identities = list(identities)
    in_tables = {group: list(found.values()) for group, found in rows.items()}
    in_any_table = {identity.number for found in in_tables.values() for identity in found}
    listed = [identity for identity in identities if identity.is_listed]
    settled = [
        identity for identity in identities if identity.is_listed or identity.number in in_any_table
    ]
    return ClosedSets(in_tables, listed, settled, rounds_of, rounds)
