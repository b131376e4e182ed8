"""What a run came to: the pages understood, those refused, what was written."""

from dataclasses import dataclass

from pipeline.account import Piece
from pipeline.domain.gap import Gap
from pipeline.domain.rating import Rating
from pipeline.domain.season import Season
from pipeline.findings import Finding
from pipeline.lineage import Revision


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that is not loaded; `named` where the user asked for this very file."""

    path: str
    code: str
    message: str
    named: bool = True
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A season page understood: the season, all findings, and the closed account.

    gaps, rating: what is missing, and one of five words; none until the season is judged
    """

    revision: Revision
    season: Season
    findings: tuple[Finding, ...]
    account: tuple[Piece, ...]
    gaps: tuple[Gap, ...] = ()
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. Counts are rows; `loaded` is False where nothing was meant to be."""

    built: tuple[Built, ...] = ()
    refused: tuple[Refusal, ...] = ()
    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0
    held: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all pages."""
        return tuple(finding for page in self.built for finding in page.findings)

    @property
    def succeeded(self) -> bool:
        """Whether all asked for is there and no finding is an error."""
        missing = self.held or any(refusal.named for refusal in self.refused)
        return (
            bool(self.built) and not missing and all(f.severity != "error" for f in self.findings)
        )
