"""Pages that nobody has loaded yet -> what they would give; an empty page to type a season into.

Nothing here writes to a database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.account import Piece, close
from pipeline.build import (
    extract_corrected,
    extract_pages,
    normalise_pages,
    read_pages,
    validate_seasons,
)
from pipeline.extract import Extraction
from pipeline.facts import Fact
from pipeline.lineage import Revision
from pipeline.normalise import NameResolution, resolve_names
from pipeline.outcome import BuiltSeason, Outcome
from pipeline.page_choice import choose_pages
from pipeline.reference import Reference

__all__ = ["Plan", "Plans", "plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What one page would give.

    facts:   what it says, with its corrections made
    account: what became of every character of it
    built:   the season, findings and gaps; None where it is no season page
    names:   every printed name of a club, and who is meant
    club_file: the file that settles names, for messages
    """

    revision: Revision
    facts: tuple[Fact, ...]
    account: tuple[Piece, ...]
    built: BuiltSeason | None
    names: tuple[NameResolution, ...]
    club_file: str


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of the pages that could be read, and the outcome as `validate` would have it."""

    pages: tuple[Plan, ...]
    report: Outcome


def plan(paths: Sequence[Path], reference: Reference) -> Plans:
    """Return what the pages would give; write nothing, open no database.

    paths: page files, or folders of them
    """
    revisions, unread = read_pages(paths)
    extractions = extract_pages(revisions)
    pages, foreign = normalise_pages(revisions, extractions, paths, reference)
    judged = {page.revision.path: page for page in validate_seasons(pages, reference)}
    chosen, second = choose_pages(tuple(judged.values()))
    plans = tuple(
        _plan(revision, extraction, judged.get(revision.path), reference)
        for revision, extraction in zip(revisions, extractions, strict=True)
    )
    return Plans(plans, Outcome(chosen, (*unread, *foreign, *second)))


def _plan(
    revision: Revision, extraction: Extraction, built: BuiltSeason | None, reference: Reference
) -> Plan:
    read, _ = extract_corrected(revision, extraction, reference.corrections)
    if built is None:
        account = tuple(close(revision.text, read.claims, {}))
        return Plan(revision, read.facts, account, None, (), reference.clubs.name)
    names = resolve_names(built.season.label, read.facts, revision.title, reference)
    return Plan(revision, read.facts, built.account, built, names, reference.clubs.name)
