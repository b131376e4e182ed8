"""What `extract` returns of one page."""

from dataclasses import dataclass

from pipeline.account import Claim
from pipeline.facts import Fact
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of a page in page order, the claims that account for it, and what is doubtful.

    scores: where each stands that a reader of the page sees, in page order
    """

    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    scores: tuple[Span, ...] = ()


def quarantine_page(revision: Revision, reason: str) -> Extraction:
    """Return what is known of a page that is not read: that it is kept apart, and why."""
    whole_page = Span(0, len(revision.text))
    claim = Claim(whole_page, "quarantined", "page over budget")
    message = f"the page is not read: {reason}; mend it, or split it"
    finding = Finding("page-over-budget", "error", message, revision.title, whole_page)
    return Extraction(facts=(), claims=(claim,), findings=(finding,))
