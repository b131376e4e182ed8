"""How many matches a group should have, and how many of them have a result on the page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    A table whose rows all state their matches says itself how many there are, unless it leaves
    out clubs that have matches. It is that of a group if most of the group's clubs are in it.
    Without one, all pairs meet equally often, unless the group is large and most never meet.
    """
    tables: dict[tuple[str, str | None], list[Standing]] = {}
    for row in season.standings:
        tables.setdefault((row.stage, row.group), []).append(row)
    groups = {(group.stage, group.name): group for group in season.groups}
    for place, rows in tables.items():
        clubs = _clubs(groups[place].matches) if place in groups else frozenset()
        if len(clubs) > len({row.club for row in rows}):
            yield _by_pairs(groups[place], clubs)
        else:
            yield _by_table(rows, season.matches)
    for place, group in groups.items():
        if place not in tables and not _has_table(group, tables):
            yield _by_pairs(group, _clubs(group.matches))


def _has_table(group: Group, tables: Mapping[tuple[str, str | None], Sequence[Standing]]) -> bool:
    """Whether most clubs of the group are in one table of its stage, under whatever heading."""
    clubs = _clubs(group.matches)
    listed = ({r.club for r in rows} for (stage, _), rows in tables.items() if stage == group.stage)
    return any(len(clubs & table) > len(clubs) / 2 for table in listed)


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
    if _are_ties(group, met) or (len(clubs) > _SMALL and 2 * len(met) < pairs):
        return Expected(group.stage, group.name, len(clubs), None, found, "")
    times = max(met.values())
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    because = f"{len(clubs)} clubs, each pair {often}"
    return Expected(group.stage, group.name, len(clubs), pairs * times, found, because)


def _are_ties(group: Group, met: Counter[frozenset[Club]]) -> bool:
    """Whether the matches are legs: they say so, or each club meets one other more than once."""
    opponents = Counter(club for pair in met for club in pair)
    alone = max(opponents.values()) == 1 and len(opponents) > 2  # noqa: PLR2004 - more than a tie
    return any(match.leg for match in group.matches) or (alone and max(met.values()) > 1)


def _clubs(matches: Iterable[Match]) -> frozenset[Club]:
    return frozenset(club for match in matches for club in (match.home, match.away))
