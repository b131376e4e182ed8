"""A single change, and the rows that it must give."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.domain.match import Club
from pipeline.validate.referee.cells import NOTHING, Cells, Printed, differing, plus

Effect = Mapping[Club, Cells]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change.

    kind:   of change
    text:   what must be so for the table to be right
    effect: what it adds to the row of each club
    """

    kind: str
    text: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table beside those of the matches.

    printed: what the page prints of each club, without the cells that contradict others of the row
    derived: what the matches give
    wrong:   published less derived, of the clubs whose rows differ
    names:   of the clubs, as the table prints them
    """

    printed: Mapping[Club, Printed]
    derived: Mapping[Club, Cells]
    wrong: Mapping[Club, Cells]
    names: Mapping[Club, str]

    def fit(self, effect: Effect) -> bool:
        """Whether the change makes every row that it touches the published one."""
        return all(
            not differing(self.printed[club], plus(self.derived.get(club, NOTHING), added))
            for club, added in effect.items()
            if club in self.printed and added != NOTHING
        )
