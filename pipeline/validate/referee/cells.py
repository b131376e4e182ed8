"""The numbers of a table's row, printed or derived, so that they can be compared and added."""

from collections.abc import Mapping
from operator import add, attrgetter, sub
from typing import NamedTuple, TypeAlias

from pipeline.domain.season import Standing
from pipeline.domain.standings import StandingsRow


class Cells(NamedTuple):
    """A number for each column of a table: of one row, of one match, or a difference of rows."""

    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    goal_difference: int = 0
    points: int = 0

    def plus(self, other: "Cells") -> "Cells":
        """Return the sums, column by column."""
        return Cells(*map(add, self, other))

    def minus(self, other: "Cells") -> "Cells":
        """Return the differences, column by column."""
        return Cells(*map(sub, self, other))


ZERO = Cells()
MEASURES = Cells._fields
_read_measures = attrgetter(*MEASURES)
PrintedCells: TypeAlias = Mapping[str, int]  # measure -> number, of the cells that the page prints


def derived_cells(row: StandingsRow) -> Cells:
    """Return the numbers of a row that was computed from matches."""
    return Cells(*_read_measures(row))


def printed_cells(standing: Standing) -> PrintedCells:
    """Return the numbers that the page prints of a row."""
    printed: dict[str, int] = {}
    for measure in MEASURES:
        number = getattr(standing, measure)
        if number is not None:
            printed[measure] = number
    return printed


def printed_less_derived(printed: PrintedCells, derived: Cells) -> Cells:
    """Return by how much the page prints more than derived, 0 where it prints nothing."""
    printed_or_derived = Cells(**{**derived._asdict(), **printed})
    return printed_or_derived.minus(derived)


def differing_measures(printed: PrintedCells, derived: Cells) -> list[str]:
    """Return the measures that the page prints otherwise than derived, in the order of a table."""
    measures: list[str] = []
    for measure, number in printed.items():
        if number != getattr(derived, measure):
            measures.append(measure)
    return measures


def name_measure(measure: str) -> str:
    """Return the measure as messages write it, such as `goals for`."""
    return measure.replace("_", " ")
