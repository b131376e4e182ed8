"""What is said of the numbers of a table: which differ from the matches, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.domain.difference import Verdict
from pipeline.domain.match import Club
from pipeline.domain.season import Group, Standing, Table
from pipeline.validate.referee.arithmetic import (
    Contradiction,
    contradictions,
    counted_by,
    imbalances,
)
from pipeline.validate.referee.cells import (
    NOTHING,
    NUMBERS,
    Cells,
    Printed,
    cells,
    differing,
    less,
    plus,
    printed,
)
from pipeline.validate.referee.hypotheses import fitting
from pipeline.validate.referee.hypothesis import Edit, Rows
from pipeline.validate.referee.match_counts import known_matches, stated_matches
from pipeline.validate.referee.ranking import counting
from pipeline.validate.referee.single_cell_errors import slips


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one cell."""

    measure: str
    published: int
    derived: int
    verdict: Verdict
    explanation: str | None


class Numbers:
    """A table beside its matches: its own sums are asked first, then the single changes.

    group: with as many points for a win as the table counts
    """

    def __init__(self, group: Group, table: Table) -> None:
        """Compare the table with the matches, and look for what explains the difference."""
        self.table, self.rules = table, group.rules
        self.by_rule = _derived(group)
        self.group = counting(counted_by(table, group.rules), group)
        self.own = contradictions(table, group.rules)
        self.sums = imbalances(table)
        self.rows = self._rows(table)
        self.fitting = fitting(self.group, self.rows) if self.rows.wrong else []
        self.alone = self._alone()
        if self.alone:
            found = list(slips(self.group, self.rows, self.alone))
            self.fitting += found
            self.alone = None if found else self.alone
        self.found = {row.club: self._explaining(row.club) for row in table}

    def _rows(self, table: Table) -> Rows:
        derived = _derived(self.group)
        sound = {row.club: self._sound(row) for row in table}
        wrong = {
            club: less(has, derived.get(club, NOTHING))
            for club, has in sound.items()
            if differing(has, derived.get(club, NOTHING))
        }
        return Rows(sound, derived, wrong, {row.club: row.printed for row in table})

    def _sound(self, row: Standing) -> Printed:
        """Return the printed numbers that contradict no other of the row."""
        doubtful = self._doubtful(row)
        return {name: value for name, value in printed(row).items() if name not in doubtful}

    def _doubtful(self, row: Standing) -> frozenset[str]:
        return frozenset(cell for one in self._own_of(row) for cell in one.cells)

    def _own_of(self, row: Standing) -> list[Contradiction]:
        return [one for one in self.own if one.row is row]

    def _alone(self) -> Club | None:
        """Return the club whose row alone differs, or alone is left by the changes found."""
        wrong = self.rows.wrong
        left = [club for club in wrong if not any(club in edit.effect for edit in self.fitting)]
        one = list(wrong) if len(wrong) == 1 else left
        return one[0] if len(one) == 1 else None

    def judged(self, row: Standing) -> Iterator[Judged]:
        """Yield what is said of the cells of a row that differ."""
        given = dict(zip(NUMBERS, self.by_rule.get(row.club, NOTHING), strict=True))
        has = printed(row)
        if self.lacks(row):
            told = list(self._of_itself(row))
            yield from told
            yield from self._not_comparable(has, given, {one.measure for one in told})
            return
        for measure in differing(has, tuple(given.values())):
            verdict, why = self._verdict(row, measure)
            yield Judged(measure, has[measure], given[measure], verdict, why)

    def lacks(self, row: Standing) -> bool:
        """Whether matches of the row's club are missing, and no single one explains it."""
        if any(row.club in edit.effect for edit in self.fitting):
            return False
        number = self.rows.derived.get(row.club, NOTHING)[0]
        stated = stated_matches(row)
        if number in stated and (row.club not in self.rows.wrong or self._is_complete):
            return False
        return number < max(stated) if stated else not self._is_complete

    @property
    def _is_complete(self) -> bool:
        return bool(self.group.matches) and self.group.is_complete

    def _of_itself(self, row: Standing) -> Iterator[Judged]:
        """Yield what the row's own cells say of one another."""
        has = printed(row)
        own = self._own_of(row)
        for one in own:
            yield Judged(one.measure, has[one.measure], one.given, "explained", _own_text(one))
        for one in contradictions((row,), self.rules) if not own and self._other_win else ():
            yield Judged(one.measure, has[one.measure], one.given, "explained", self._win_text)

    def _not_comparable(
        self, has: Printed, given: Mapping[str, int], told: set[str]
    ) -> Iterator[Judged]:
        """Yield one cell for the row: how many matches, else the first number that differs."""
        measure = next((name for name in has if has[name] != given[name]), None)
        if measure and measure not in told:
            text = known_matches(self.group, self.table)
            yield Judged(measure, has[measure], given[measure], "not-comparable", text)

    def _verdict(self, row: Standing, measure: str) -> tuple[Verdict, str]:
        found = self.found[row.club]
        if measure in self._left(row):
            return self._of_the_table(row, measure)
        if found and self._leaves_a_row():
            name = self.rows.names[self.alone] if self.alone else ""
            return "unexplained", f"{found[0].text}, but then nothing gives the row of {name}"
        win = self._win_text if self._other_win and measure == "points" else None
        if len(found) <= 1:
            return "explained", "; ".join(filter(None, (win, *(edit.text for edit in found))))
        text = f"{len(found)} single changes give this row, such as: {found[0].text}"
        return "ambiguous", text

    def _leaves_a_row(self) -> bool:
        """Whether the changes found leave one row, which no match of theirs can have changed."""
        whole = self.rows.derived.keys() <= self.rows.printed.keys()
        return whole and len(self.rows.wrong) > 1 and self.alone is not None

    def _left(self, row: Standing) -> frozenset[str]:
        """Return the cells that no change found gives, nor the table's points for a win."""
        changes = {edit.effect[row.club] for edit in self.found[row.club]} or {NOTHING}
        derived = self.rows.derived.get(row.club, NOTHING)
        left = [frozenset(differing(printed(row), plus(derived, change))) for change in changes]
        return frozenset.intersection(*left)

    def _of_the_table(self, row: Standing, measure: str) -> tuple[Verdict, str]:
        """Return what the table says against itself, if all that is left can be due to that."""
        left = self._left(row)
        for one in self._own_of(row):
            if measure in one.cells and left <= self._doubtful(row):
                return "explained", _own_text(one)
        for taking_part, text in self.sums:
            if measure in taking_part and not self._elsewhere(row, taking_part):
                return "explained", f"the table contradicts itself: {text}"
        return "unexplained", self._suspicion()

    def _elsewhere(self, row: Standing, measures: frozenset[str]) -> bool:
        """Whether another row has unexplained cells of these measures."""
        return any(self._left(other) & measures for other in self.table if other is not row)

    def _explaining(self, club: Club) -> list[Edit]:
        """Return the changes that give the club's row; what explains fewer rows gives way."""
        found = [edit for edit in self.fitting if edit.effect.get(club, NOTHING) != NOTHING]
        rows = [edit.effect.keys() & self.rows.wrong.keys() for edit in found]
        return [
            edit
            for edit, explained in zip(found, rows, strict=True)
            if not any(explained < more for more in rows)
        ]

    def _suspicion(self) -> str:
        """Return where to look: one club alone points to the table, two to a match of theirs."""
        names = [row.printed for row in self.table if row.club in self.rows.wrong]
        if len(names) == 1:
            return "no single change gives this row; no other row differs, so look at the table"
        if len(names) == 2:  # noqa: PLR2004 - the clubs of one match
            return f"no single change gives this row; look at a match of {' and '.join(names)}"
        return f"no single change gives this row; {len(names)} rows differ"

    @property
    def _other_win(self) -> bool:
        return self.group.rules.win != self.rules.win

    @property
    def _win_text(self) -> str:
        return f"the table counts {self.group.rules.win} points for a win"


def _own_text(one: Contradiction) -> str:
    return f"the row contradicts itself: {one.text}"


def _derived(group: Group) -> dict[Club, Cells]:
    """Return the numbers that the matches give to each club of the group."""
    return {row.club: cells(row) for row in group.table}
