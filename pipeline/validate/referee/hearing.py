"""One published table heard against the matches of its group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.domain.difference import Difference, Verdict
from pipeline.domain.season import Group, Standing, Table
from pipeline.validate.referee.arithmetic import (
    Contradiction,
    contradictions,
    imbalances,
    is_full,
)
from pipeline.validate.referee.cells import NOTHING, NUMBERS, Cells, Printed, differing, printed
from pipeline.validate.referee.edits import Edit, derived_cells, edits, fits, missing
from pipeline.validate.referee.order import Rank, is_numbered, ranks, stands

GRAVEST: tuple[Verdict, ...] = ("explained", "ambiguous", "not-comparable", "unexplained")


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one cell."""

    measure: str
    published: int
    derived: int
    verdict: Verdict
    explanation: str | None


def hearing(group: Group, table: Table) -> Iterator[Difference]:
    """Yield the cells of a table that do not follow from the matches, row by row."""
    judged = _Hearing(group, table)
    for row in table:
        for cell in judged.cells(row):
            yield Difference(
                stage=row.stage,
                group=row.group,
                club=row.club,
                printed=row.printed,
                measure=cell.measure,
                published=cell.published,
                derived=cell.derived,
                verdict=cell.verdict,
                explanation=cell.explanation,
                span=row.span,
            )


class _Hearing:
    """A table with all that is asked of it: its own sums first, then the single changes."""

    def __init__(self, group: Group, table: Table) -> None:
        self.group, self.table = group, table
        self.derived = derived_cells(group)
        self.own = contradictions(table, group.rules)
        self.sums = imbalances(table)
        self.printed = {row.club: self._sound(row) for row in table}
        self.wrong = {
            club: _less(has, self.derived.get(club, NOTHING))
            for club, has in self.printed.items()
            if differing(has, self.derived.get(club, NOTHING))
        }
        self.fitting = _fitting(self) if self.wrong else []
        self.ranks = ranks(table, group)

    def _sound(self, row: Standing) -> Printed:
        """Return the printed numbers that contradict no other of the row."""
        doubtful = {cell for one in self._own_of(row) for cell in one.cells}
        return {name: value for name, value in printed(row).items() if name not in doubtful}

    def _own_of(self, row: Standing) -> list[Contradiction]:
        return [one for one in self.own if one.row is row]

    def cells(self, row: Standing) -> Iterator[Judged]:
        """Yield what is said of the cells of a row that differ."""
        numbers = list(self._numbers(row))
        yield from numbers
        rank = self.ranks.get(row.club)
        if rank and row.position is not None:
            yield from self._position(row, row.position, rank)

    def _numbers(self, row: Standing) -> Iterator[Judged]:
        given = dict(zip(NUMBERS, self.derived.get(row.club, NOTHING), strict=True))
        has, short = printed(row), self.lacks(row)
        own = self._own_of(row)
        if short:
            yield from _of_itself(has, own)
            yield from self._not_comparable(has, given, {one.measure for one in own})
            return
        for measure in differing(has, self.derived.get(row.club, NOTHING)):
            verdict, why = self._verdict(row, measure)
            yield Judged(measure, has[measure], given[measure], verdict, why)

    def lacks(self, row: Standing) -> bool:
        """Whether matches of the row's club are missing, and no single one explains it."""
        if any(row.club in edit.effect for edit in self.fitting):
            return False
        number = self.derived.get(row.club, NOTHING)[0]
        if row.played is not None and "played" in self.printed[row.club]:
            return number < row.played
        return not self.group.is_complete or not self.group.matches

    def _not_comparable(
        self, has: Printed, given: Mapping[str, int], told: set[str]
    ) -> Iterator[Judged]:
        """Yield one cell for the row: how many matches, else the first number that differs."""
        measure = next((name for name in has if has[name] != given[name]), None)
        if measure and measure not in told:
            text = self._known_matches()
            yield Judged(measure, has[measure], given[measure], "not-comparable", text)

    def _known_matches(self) -> str:
        known = sum(1 for match in self.group.matches if match.result)
        played = [row.played for row in self.table]
        if None in played or not is_full(self.table):
            return f"{known} matches between the clubs of the table are known"
        return f"{known} of {sum(number or 0 for number in played) // 2} matches are known"

    def _verdict(self, row: Standing, measure: str) -> tuple[Verdict, str]:
        for one in self._own_of(row):
            if measure in one.cells:
                return "explained", f"the row contradicts itself: {one.text}"
        found = self._explaining(row)
        if len(found) == 1:
            return "explained", found[0].text
        if found:
            return (
                "ambiguous",
                f"{len(found)} single changes give this row, such as: {found[0].text}",
            )
        for cells, text in self.sums:
            if measure in cells:
                return "explained", f"the table contradicts itself: {text}"
        return "unexplained", self._suspicion()

    def _explaining(self, row: Standing) -> list[Edit]:
        """Return the changes that give the club's row; what explains fewer rows gives way."""
        found = [edit for edit in self.fitting if edit.effect.get(row.club, NOTHING) != NOTHING]
        rows = [edit.effect.keys() & self.wrong.keys() for edit in found]
        return [
            edit
            for edit, explained in zip(found, rows, strict=True)
            if not any(explained < more for more in rows)
        ]

    def _suspicion(self) -> str:
        """Return where to look: one club alone points to the table, two to a match of theirs."""
        names = [row.printed for row in self.table if row.club in self.wrong]
        if len(names) == 1:
            return "no single change gives this row; no other row differs, so look at the table"
        if len(names) == 2:  # noqa: PLR2004 - the clubs of one match
            return f"no single change gives this row; look at a match of {' and '.join(names)}"
        return f"no single change gives this row; {len(names)} rows differ"

    def _position(self, row: Standing, position: int, rank: Rank) -> Iterator[Judged]:
        if not stands(row, rank, self.table):
            verdict, why = self._disorder(position, rank)
            yield Judged("position", position, rank.first, verdict, why)
            return
        same = next((r for r in self.group.table if r.club == row.club), None)
        shared = [r for r in self.group.table if same and r.position == same.position]
        if same is None or not self.wrong or self._is_partial():
            return
        if not same.position <= position < same.position + len(shared):
            worst = max((self._gravity(other) for other in self.table), key=GRAVEST.index)
            why = "the order follows from the table's own numbers, of which some differ"
            yield Judged("position", position, same.position, worst, why)

    def _is_partial(self) -> bool:
        """Whether some row lacks matches or is missing, so that derived places mean little."""
        return any(map(self.lacks, self.table)) or len(self.table) < len(self.group.table)

    def _gravity(self, row: Standing) -> Verdict:
        return max(
            (cell.verdict for cell in self._numbers(row)), key=GRAVEST.index, default="explained"
        )

    def _disorder(self, position: int, rank: Rank) -> tuple[Verdict, str]:
        same = [other.printed for other in self.table if other.position == position]
        if len(same) > 1 and is_numbered(self.table):
            return "explained", f"the table numbers {' and '.join(same)} {position}"
        return "unexplained", (
            f"by {', '.join(('points', *self.group.rules.tiebreakers))} the row's own numbers"
            f" give place {rank.first}"
        )


def _less(has: Printed, given: Cells) -> Cells:
    """Return published less derived, 0 where nothing is published."""
    return tuple(has.get(n, value) - value for n, value in zip(NUMBERS, given, strict=True))


def _of_itself(has: Printed, own: list[Contradiction]) -> Iterator[Judged]:
    for one in own:
        text = f"the row contradicts itself: {one.text}"
        yield Judged(one.measure, has[one.measure], one.given, "explained", text)


def _fitting(heard: _Hearing) -> list[Edit]:
    """Return the single changes that give the rows they touch, each effect once."""
    names = {row.club: row.printed for row in heard.table}
    tried = [
        *missing(heard.group, heard.wrong, names),
        *edits(heard.group, heard.wrong),
    ]
    found: dict[object, Edit] = {}
    told: set[str] = set()
    for edit in tried:
        if not edit.effect.keys() & heard.wrong.keys() or edit.text in told:
            continue
        if fits(edit, heard.printed, heard.derived):
            effect = frozenset(edit.effect.items())
            if effect in found and found[effect].kind != edit.kind:
                continue
            told.add(edit.text)
            found[effect if effect not in found else edit.text] = edit
    return list(found.values())
