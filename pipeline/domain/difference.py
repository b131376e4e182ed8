"""A cell of a published table that the matches do not give, and why."""

from dataclasses import dataclass
from typing import Literal

from pipeline.domain.match import Club
from pipeline.lineage import Span

Verdict = Literal["explained", "ambiguous", "not-comparable", "unexplained"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell.

    printed:     the club as the table prints it
    measure:     column of the table, such as `goals_for` or `position`
    derived:     as the matches give it, else as the row's own other cells do
    explanation: one sentence for people; None only where the verdict is `unexplained`
    span:        of the published row
    """

    stage: str
    group: str | None
    club: Club
    printed: str
    measure: str
    published: int
    derived: int
    verdict: Verdict
    explanation: str | None
    span: Span
