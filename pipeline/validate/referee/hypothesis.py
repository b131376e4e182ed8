"""What a hypothesis is: one change that might make a published table right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pipeline.domain.match import Club, Score
from pipeline.domain.standings import Rules, StandingsRow
from pipeline.validate.referee.cells import (
    ZERO,
    Cells,
    PrintedCells,
    derived_cells,
    differing_measures,
)

Effect: TypeAlias = Mapping[Club, Cells]  # club -> what a change adds to its derived row
Kind: TypeAlias = Literal[
    "points for a win",
    "play-off counted",
    "match doubled",
    "match left out",
    "other score",
    "earlier table",
    "match missing",
    "single cell",
]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One change to the matches, the rules or the table.

    text:   what must be so for the table to be right, such as `the table leaves out A 1–0 B`
    effect: what the change adds to the derived row of each club that it touches
    """

    kind: Kind
    text: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of a published table beside those that the matches give.

    printed:    what the page prints of each club, without cells that contradict others of the row
    derived:    what the matches give
    deviations: printed less derived, of the clubs whose rows differ
    names:      of the clubs, as the table prints them
    """

    printed: Mapping[Club, PrintedCells]
    derived: Mapping[Club, Cells]
    deviations: Mapping[Club, Cells]
    names: Mapping[Club, str]

    @property
    def has_every_club(self) -> bool:
        """Whether the table prints a row of each club that has matches."""
        return self.derived.keys() <= self.printed.keys()

    def derived_row(self, club: Club) -> Cells:
        """Return what the matches give the club, zeros where it has none."""
        return self.derived.get(club, ZERO)

    def become_printed(self, effect: Effect) -> bool:
        """Whether the change turns every derived row that it touches into the printed one."""
        for club, change in effect.items():
            # A club that the table leaves out cannot deny the change.
            if club not in self.printed or change == ZERO:
                continue
            changed_row = self.derived_row(club).plus(change)
            if differing_measures(self.printed[club], changed_row):
                return False
        return True


def effect_of_match(home: Club, away: Club, score: Score, rules: Rules) -> dict[Club, Cells]:
    """Return what a match with this score adds to the rows of its two clubs."""
    home_row = StandingsRow(home).plus(score.home, score.away, rules)
    away_row = StandingsRow(away).plus(score.away, score.home, rules)
    return {home: derived_cells(home_row), away: derived_cells(away_row)}
