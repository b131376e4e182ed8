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

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from pipeline.normalise.clubs.duplicate_clubs import (
    KnownClubs,
    ListedClub,
    ask_about_new_clubs,
    find_known_clubs,
    read_listed_clubs,
)
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
    questions: about its new clubs whose name another club has, with lines to paste
    club_file: the file that settles names, for messages
    """

    revision: Revision
    facts: tuple[Fact, ...]
    account: tuple[Piece, ...]
    built: BuiltSeason | None
    names: tuple[NameResolution, ...]
    questions: tuple[str, ...]
    club_file: str


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of the pages that could be read, and the outcome as `validate` would have it."""

    pages: tuple[PagePlan, ...]
    outcome: Outcome


def plan_pages(
    paths: Sequence[Path],
    reference: Reference,
    loaded_entries: Iterable[Mapping[str, str | None]] = (),
) -> Plans:
    """Return what the pages would give; write nothing, open no database.

    paths:          page files, or folders of them
    loaded_entries: rows of `publish.club_list.read_entries`, of a database where there is one
    """
    loaded_clubs = read_listed_clubs(loaded_entries, reference.departments)
    known_clubs = find_known_clubs(loaded_clubs, reference.clubs)
    revisions, unreadable = read_pages(paths)
    extractions = extract_pages(revisions)
    seasons, foreign = normalise_pages(revisions, extractions, paths, reference)
    validated_seasons = validate_seasons(seasons, reference)
    chosen, second_pages = choose_pages(validated_seasons)
    seasons_by_path = {season.revision.path: season for season in validated_seasons}
    plans = []
    for revision, extraction in zip(revisions, extractions, strict=True):
        season = seasons_by_path.get(revision.path)
        plans.append(_plan_page(revision, extraction, season, reference, known_clubs))
    return Plans(tuple(plans), Outcome(chosen, (*unreadable, *foreign, *second_pages)))


def _plan_page(
    revision: Revision,
    stated: Extraction,
    built: BuiltSeason | None,
    reference: Reference,
    known_clubs: KnownClubs,
) -> PagePlan:
    extraction, _ = extract_corrected(revision, stated, reference.corrections)
    names: tuple[NameResolution, ...] = ()
    questions: tuple[str, ...] = ()
    if built is None:
        account = tuple(close(revision.text, extraction.claims, {}, extraction.scores))
    else:
        account = built.account
        season = built.season.label
        names = resolve_names(season, extraction.facts, revision.title, reference)
        listed_clubs = list(_settled_clubs_in_lists(built, reference))
        questions = tuple(ask_about_new_clubs(listed_clubs, known_clubs, reference.clubs))
    return PagePlan(
        revision=revision,
        facts=extraction.facts,
        account=account,
        built=built,
        names=names,
        questions=questions,
        club_file=reference.clubs.name,
    )


def _settled_clubs_in_lists(built: BuiltSeason, reference: Reference) -> Iterator[ListedClub]:
    """Yield the clubs of the team lists that a load would add as they stand."""
    for entry in built.season.entries:
        # nothing settles a provisional club, and the plan asks about its name anyway
        if entry.department and not entry.club.is_provisional:
            yield ListedClub(
                season=built.season.label,
                key=entry.club.key,
                printed=entry.printed,
                department_code=entry.department.code,
                town=reference.departments.town_in(entry.department, entry.location),
                page=built.revision.title,
            )
