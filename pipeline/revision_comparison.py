"""What two revisions of a season's page say differently."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.build import extract_and_normalise
from pipeline.errors import CopaPeruError
from pipeline.load import compare_seasons
from pipeline.outcome import BuiltSeason
from pipeline.reference import Reference


class UnknownRevisionError(CopaPeruError):
    """A revision that no season page below the folder has."""


def compare_revisions(
    raw: Path, season: str, old: str, new: str, reference: Reference
) -> list[dict[str, str | int | None]]:
    """Return the facts added, removed and changed from one revision of a season's page to another.

    old, new: the wiki's numbers, or the beginnings of sha256 sums, of pages below `raw`
    raises:   UnknownRevisionError
    """
    pages, _ = extract_and_normalise([raw], reference)
    pages_of_season = [page for page in pages if page.season.label == season]
    old_page = _page_of_revision(pages_of_season, season, old)
    new_page = _page_of_revision(pages_of_season, season, new)
    return compare_seasons(old_page, new_page, reference.departments.all)


def _page_of_revision(pages: Sequence[BuiltSeason], season: str, wanted: str) -> BuiltSeason:
    for page in pages:
        revision = page.revision
        if str(revision.revision_id) == wanted or revision.sha256.startswith(wanted):
            return page
    names = [str(page.revision.revision_id or page.revision.sha256[:12]) for page in pages]
    message = f"season {season} has no page of revision {wanted}; there are: {', '.join(names)}"
    raise UnknownRevisionError(message)
