"""Pages that nobody has loaded yet -> what they would give; an empty page to type a season into.

    __init__          the pages through all stages but the load
    plan_text         what comes of them in words, in parts under headings
    club_lines        part "Clubs": who is known and how, who is not and what to do
    expected_counts   part "Numbers": what there should be beside what there is
    rule_lines        part "Rules": how groups are ranked and ties decided
    still_to_type     part "Still to type": what a page has room for and does not say
    infoboxes         the infoboxes of a season that a page has
    skeleton          the empty page

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

__all__ = ["PagePlan", "Plans", "plan_pages"]


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What one page would give.

    facts:     what it says, with its corrections made
    account:   what became of every character of it
    built:     the season, findings and gaps; None where it is no season page
    names:     every printed name of a club, and who is meant
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

    pages: tuple[PagePlan, ...]
    outcome: Outcome


def plan_pages(paths: Sequence[Path], reference: Reference) -> Plans:
    """Return what the pages would give; write nothing, open no database.

    paths: page files, or folders of them
    """
    revisions, unreadable = read_pages(paths)
    extractions = extract_pages(revisions)
    seasons, foreign = normalise_pages(revisions, extractions, paths, reference)
    validated_seasons = validate_seasons(seasons, reference)
    chosen, second_pages = choose_pages(validated_seasons)
    seasons_by_path = {season.revision.path: season for season in validated_seasons}
    plans = []
    for revision, extraction in zip(revisions, extractions, strict=True):
        season = seasons_by_path.get(revision.path)
        plans.append(_plan_page(revision, extraction, season, reference))
    return Plans(tuple(plans), Outcome(chosen, (*unreadable, *foreign, *second_pages)))


def _plan_page(
    revision: Revision, stated: Extraction, built: BuiltSeason | None, reference: Reference
) -> PagePlan:
    extraction, _ = extract_corrected(revision, stated, reference.corrections)
    names: tuple[NameResolution, ...] = ()
    if built is None:
        account = tuple(close(revision.text, extraction.claims, {}, extraction.scores))
    else:
        account = built.account
        season = built.season.label
        names = resolve_names(season, extraction.facts, revision.title, reference)
    return PagePlan(
        revision=revision,
        facts=extraction.facts,
        account=account,
        built=built,
        names=names,
        club_file=reference.clubs.name,
    )
