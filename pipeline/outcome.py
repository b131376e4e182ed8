"""What a run came to: the seasons built, the pages refused, the rows written."""

from dataclasses import dataclass

from pipeline.account import Piece
from pipeline.domain.gap import Gap
from pipeline.domain.rating import Rating
from pipeline.domain.season import Season
from pipeline.findings import Finding
from pipeline.lineage import Revision


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that is not loaded.

    code:   such as `unreadable-page`, `second-page`
    named:  whether the user asked for this very file
    title:  of the page that the file should hold; "" where it does not matter
    sha256: of what the file holds; "" unless a season that was loaded from the page must be held
    """

    path: str
    code: str
    message: str
    named: bool = True
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class BuiltSeason:
    """A season page understood: the season, all findings, and the closed account.

    gaps, rating: what is missing, and one of five words; None until the season is validated
    """

    revision: Revision
    season: Season
    findings: tuple[Finding, ...]
    account: tuple[Piece, ...]
    gaps: tuple[Gap, ...] = ()
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows a load wrote, and how many it found as they should be."""

    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def __add__(self, other: "RowCounts") -> "RowCounts":
        """Return the counts of both together."""
        return RowCounts(
            self.inserted + other.inserted,
            self.updated + other.updated,
            self.deleted + other.deleted,
            self.unchanged + other.unchanged,
        )

    @property
    def changed_something(self) -> bool:
        """Whether a row was written."""
        return bool(self.inserted or self.updated or self.deleted)


NO_ROWS = RowCounts()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did.

    counts: of the rows that a load wrote; all 0 where nothing was loaded
    held:   labels of the seasons that wait for a person
    folders: those that were read whole and hold a season page
    gone:   a finding for each loaded season whose page is no longer in its folder
    """

    built: tuple[BuiltSeason, ...] = ()
    refused: tuple[Refusal, ...] = ()
    counts: RowCounts = NO_ROWS
    held: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    gone: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all pages."""
        return tuple(finding for page in self.built for finding in page.findings)

    @property
    def succeeded(self) -> bool:
        """Whether all that was asked for is there, and no finding is an error."""
        if not self.built or self.held:
            return False
        if any(refusal.named for refusal in self.refused):
            return False
        return all(finding.severity != "error" for finding in self.findings)
