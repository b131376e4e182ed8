"""A problem in the data: returned and reported, never raised."""

from dataclasses import dataclass
from typing import Literal

from pipeline.lineage import Span

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and where the page says it.

    code:     kebab-case, one per kind of problem; it never changes meaning
    severity: "error" only for what cannot be true
    span:     None where the whole page is meant
    season:   the season's label, "" before a season is known
    """

    code: str
    severity: Severity
    message: str
    page: str
    span: Span | None = None
    season: str = ""


def count_in_words(number: int, singular: str, plural: str) -> str:
    """Return how many there are of a thing, such as `1 match` or `2 matches`."""
    return f"{number} {singular}" if number == 1 else f"{number} {plural}"
