"""A mistake on a page, or what is missing from it, put right from another source."""

from dataclasses import dataclass

from pipeline.lineage import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """What a page should say, why, and who says so.

    key:     season/correction/page/number in the file
    section: headings, outermost first, joined by ` / `; empty above the first heading
    written: the page's own text; empty for an addition
    applied: False where the page no longer says so
    span:    the words on the page, or where the addition stands; None if not applied
    """

    key: str
    season: str
    page: str
    section: str
    written: str
    read_as: str
    reason: str
    source: str
    applied: bool
    span: Span | None
