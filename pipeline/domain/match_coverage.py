"""How many matches a group should have, and how many of them have a result on the page."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group, Season, Table

_SMALL = 10  # clubs; in a larger group not all need to meet
_DECIDED = frozenset({"awarded", "walkover"})


@dataclass(frozen=True, slots=True)
class Expected:
    """The matches of one group.

    expected: None where nothing says how many there should be
    found:    those with a result, in matches
    because:  what says how many there should be, a phrase for people
    """

    stage: str
    group: str | None
    clubs: int
    expected: int | None
    found: int
    because: str

    @property
    def place(self) -> str:
        """The stage and the group for people."""
        return " / ".join(filter(None, (self.stage, self.group)))


def has_result(match: Match) -> bool:
    """Whether it is known how the match ended."""
    return match.result is not None or match.status in _DECIDED


def expected_matches(season: Season) -> Iterator[Expected]:
    """Yield the groups in page order.

    A published table whose rows all state their matches says itself how many there are, unless it
    leaves out clubs that have matches. Without one, all pairs meet equally often, those of a team
    list of the very stage among them, unless the group is large and most never meet.
    """
    for group in season.groups:
        playing = {club for match in group.matches for club in match.clubs}
        tables = [table for table in group.published if playing <= {row.club for row in table}]
        if tables:
            yield _by_table(group, max(tables, key=_stated), season.matches)
        elif group.matches:
            yield _by_pairs(group, _listed(group, season) or playing)


def _stated(table: Table) -> int:
    """Return the matches that the rows of a table state, each counted by both of its clubs."""
    return sum(row.played or 0 for row in table)


def _by_table(group: Group, table: Table, matches: Iterable[Match]) -> Expected:
    """Compare each club's number of matches with those it has in the group, else in the stage.

    A table of a group without matches may rank clubs of several groups.
    """
    stage = (match for match in matches if match.stage == group.stage and match.counts)
    known = [match for match in group.matches or stage if has_result(match)]
    on_page = Counter(club for match in known for club in match.clubs)
    sides = sum(min(row.played or 0, on_page[row.club]) for row in table)
    if any(row.played is None for row in table):
        inside = sum(on_page[row.club] for row in table) // 2
        return Expected(group.stage, group.name, len(table), None, inside, "")
    expected = (_stated(table) + 1) // 2
    return Expected(group.stage, group.name, len(table), expected, sides // 2, "by its table")


def _listed(group: Group, season: Season) -> set[Club]:
    """Return the clubs of the stage's own list, if the group is alone in the stage and of them."""
    listed = {entry.club for entry in season.entries if entry.stage == group.stage}
    alone = sum(other.stage == group.stage for other in season.groups) == 1
    return listed if alone and group.clubs <= listed and len(listed) <= _SMALL else set()


def _by_pairs(group: Group, taking_part: Collection[Club]) -> Expected:
    clubs = len(taking_part)
    met = Counter(match.clubs for match in group.matches)
    found = sum(map(has_result, group.matches))
    pairs = clubs * (clubs - 1) // 2
    if _are_ties(group, met) or (clubs > _SMALL and 2 * len(met) < pairs):
        return Expected(group.stage, group.name, clubs, None, found, "")
    times = max(met.values())
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    because = f"{clubs} clubs, each pair {often}"
    return Expected(group.stage, group.name, clubs, pairs * times, found, because)


def _are_ties(group: Group, met: Counter[frozenset[Club]]) -> bool:
    """Whether the matches are legs: they say so, or each club meets one other more than once."""
    opponents = Counter(club for pair in met for club in pair)
    alone = max(opponents.values()) == 1 and len(opponents) > 2  # noqa: PLR2004 - more than a tie
    return any(match.leg for match in group.matches) or (alone and max(met.values()) > 1)
