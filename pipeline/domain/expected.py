"""How many matches a group should have, and how many of them have a result on the page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.match import Club, Match
from pipeline.domain.season import Group, Season, Standing

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
    return match.score is not None or match.status in _DECIDED


def expected_matches(season: Season) -> Iterator[Expected]:
    """Yield the groups: first those with a published table, then those that have only matches.

    A table whose rows all state their matches says itself how many there are; it is that of a
    group if most of the group's clubs are in it. Without one, all pairs meet equally often, unless
    the group is large and most pairs never meet.
    """
    tables: dict[tuple[str, str | None], list[Standing]] = {}
    for row in season.standings:
        tables.setdefault((row.stage, row.group), []).append(row)
    for rows in tables.values():
        yield _by_table(rows, season.matches)
    for group in season.groups:
        clubs = _clubs(group.matches)
        listed = [
            {row.club for row in rows}
            for (stage, _), rows in tables.items()
            if stage == group.stage
        ]
        if not any(len(clubs & table) > len(clubs) / 2 for table in listed):
            yield _by_pairs(group, clubs)


def _by_table(rows: Sequence[Standing], matches: Iterable[Match]) -> Expected:
    """Compare each club's number of matches with those it has in the group, else in the stage.

    A table may stand under a heading of its own, or rank clubs of several groups.
    """
    first = rows[0]
    clubs = frozenset(row.club for row in rows)
    counting = [m for m in matches if m.stage == first.stage and m.counts and has_result(m)]
    inside = [m for m in counting if m.group == first.group] or counting
    on_page = Counter(club for m in inside for club in (m.home, m.away))
    stated = {row.club: row.played for row in rows if row.played is not None}
    if len(stated) < len(clubs):
        found = sum(on_page[club] for club in clubs) // 2
        return Expected(first.stage, first.group, len(clubs), None, found, "")
    sides = sum(min(played, on_page[club]) for club, played in stated.items())
    expected = (sum(stated.values()) + 1) // 2
    return Expected(first.stage, first.group, len(clubs), expected, sides // 2, "by its table")


def _by_pairs(group: Group, clubs: frozenset[Club]) -> Expected:
    met = Counter(frozenset((match.home, match.away)) for match in group.matches)
    found = sum(map(has_result, group.matches))
    pairs = len(clubs) * (len(clubs) - 1) // 2
    if len(clubs) > _SMALL and 2 * len(met) < pairs:
        return Expected(group.stage, group.name, len(clubs), None, found, "")
    times = max(met.values())
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    because = f"{len(clubs)} clubs, each pair {often}"
    return Expected(group.stage, group.name, len(clubs), pairs * times, found, because)


def _clubs(matches: Iterable[Match]) -> frozenset[Club]:
    return frozenset(club for match in matches for club in (match.home, match.away))
