"""What a check is: a claim about a season, and what contradicts it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.domain.season import Season
from pipeline.findings import Severity
from pipeline.lineage import Span

# one sentence, and where the page says it
Contradictions: TypeAlias = Iterator[tuple[str, Span | None]]


@dataclass(frozen=True, slots=True)
class Check:
    """A claim with the code and severity of what contradicts it.

    claim:    a generator whose name says what should hold; it decides nothing
    severity: "error" only for what cannot be true
    """

    code: str
    severity: Severity
    claim: Callable[[Season], Contradictions]

    @property
    def sentence(self) -> str:
        """The claim as people read it."""
        return self.claim.__name__.replace("_", " ")
