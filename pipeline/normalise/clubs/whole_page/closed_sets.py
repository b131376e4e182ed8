"""Closed sets: where all clubs that a short name can mean are known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.normalise.clubs.whole_page.identity import Identity, fit
from pipeline.normalise.clubs.whole_page.name_fit import Fit
from pipeline.normalise.clubs.whole_page.name_index import NameIndex
from pipeline.normalise.clubs.whole_page.page_clubs import PageClubs

Group = tuple[str, ...]
FitOfIdentity = tuple[Identity, Fit]


@dataclass(frozen=True, slots=True)
class TableSets:
    """The clubs of the tables of each group."""

    by_group: Mapping[Group, NameIndex]

    def find_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield the rows of the tables of the groups in which the name stands."""
        for group in identity.groups:
            rows = self.by_group.get(group)
            # a row is itself, in its own group
            if rows is not None and identity not in rows:
                yield from rows.find_fitting(identity)


def read_table_sets(page: PageClubs) -> TableSets:
    """Return the clubs of the tables as the page is read now."""
    rows: defaultdict[Group, dict[int, Identity]] = defaultdict(dict)
    for row in page.statements.table_rows:
        identity = page.of_mention(row.mention)
        rows[row.group][identity.number] = identity
    return TableSets({group: NameIndex(found.values()) for group, found in rows.items()})


@dataclass(frozen=True, slots=True)
class RegionSets:
    """The clubs of the lists, of which those of its departments play in a region."""

    listed: NameIndex

    def find_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield the clubs of the lists whose department plays where the name stands."""
        if identity.is_listed or not identity.regions:
            return
        codes = frozenset.intersection(*identity.regions)
        for club, strength in self.listed.find_fitting(identity):
            # "Marsa" in the region of La Libertad is no club of Puno
            if not codes.isdisjoint(club.department_codes):
                yield club, strength


def read_region_sets(page: PageClubs) -> RegionSets:
    """Return the clubs of the lists as the page is read now."""
    return RegionSets(NameIndex(_listed(page)))


@dataclass(slots=True)
class Round:
    """The clubs of a round of ties, and whom each of them meets, by their numbers."""

    clubs: dict[int, Identity] = field(default_factory=dict)
    opponents: defaultdict[int, dict[int, Identity]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, club: Identity, opponent: Identity) -> None:
        """Keep that the club meets the opponent."""
        self.clubs[club.number] = club
        self.opponents[club.number][opponent.number] = opponent

    def meets_others(self, club: Identity, identity: Identity) -> bool:
        """Whether the club meets somebody whom the identity does not meet."""
        opponents = self.opponents[identity.number].values()
        for opponent in self.opponents[club.number].values():
            if not _is_one_of(opponents, opponent):
                return True
        return False


def _is_one_of(opponents: Iterable[Identity], other: Identity) -> bool:
    """Whether one of the opponents is the other, or may be by its name."""
    return any(opponent is other or fit(opponent, other) is not None for opponent in opponents)


@dataclass(frozen=True, slots=True)
class RoundSets:
    """The clubs of each round of ties."""

    rounds: Mapping[tuple[str, ...], Round]
    indexes: Mapping[tuple[str, ...], NameIndex]
    rounds_of: Mapping[int, set[tuple[str, ...]]]

    def find_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield who meets the same opponent in the same round of ties."""
        for round_id in sorted(self.rounds_of.get(identity.number, ())):
            yield from self._find_in_round(identity, round_id)

    def _find_in_round(
        self, identity: Identity, round_id: tuple[str, ...]
    ) -> Iterator[FitOfIdentity]:
        fitting: list[FitOfIdentity] = []
        for club, strength in self.indexes[round_id].find_fitting(identity):
            if club is identity:
                continue
            # "Faro" meets Palmar, and both "Sport Faro" and "Deportivo Faro" are in the round
            if self.rounds[round_id].meets_others(club, identity):
                return
            fitting.append((club, strength))
        for club, strength in fitting:
            # the name that says less goes to the one that says more
            if club.rank <= identity.rank:
                yield club, strength


def read_round_sets(page: PageClubs) -> RoundSets:
    """Return who meets whom in the rounds of ties, as the page is read now."""
    rounds: defaultdict[tuple[str, ...], Round] = defaultdict(Round)
    rounds_of: defaultdict[int, set[tuple[str, ...]]] = defaultdict(set)
    for meeting in page.statements.meetings:
        if meeting.round is None:
            continue
        home = page.of_mention(meeting.home)
        away = page.of_mention(meeting.away)
        rounds[meeting.round].add(home, away)
        rounds[meeting.round].add(away, home)
        rounds_of[home.number].add(meeting.round)
        rounds_of[away.number].add(meeting.round)
    indexes = {round_id: NameIndex(found.clubs.values()) for round_id, found in rounds.items()}
    return RoundSets(rounds, indexes, rounds_of)


@dataclass(frozen=True, slots=True)
class PageSets:
    """The clubs of all lists of the page, and those of all lists and tables."""

    listed: NameIndex
    settled: NameIndex

    def find_candidates(self, identity: Identity) -> Iterator[FitOfIdentity]:
        """Yield the clubs of all lists and tables of the page."""
        if identity.is_listed:
            return
        # "A. Ponce" of a table, in a region of which no sentence names the departments
        clubs = self.listed if identity.is_in_table else self.settled
        yield from clubs.find_fitting(identity)


def read_page_sets(page: PageClubs) -> PageSets:
    """Return the clubs of the lists and tables as the page is read now."""
    in_tables = {page.of_mention(row.mention).number for row in page.statements.table_rows}
    settled: list[Identity] = []
    for identity in page.all():
        if identity.is_listed or identity.number in in_tables:
            settled.append(identity)
    return PageSets(NameIndex(_listed(page)), NameIndex(settled))


def _listed(page: PageClubs) -> list[Identity]:
    return [identity for identity in page.all() if identity.is_listed]
