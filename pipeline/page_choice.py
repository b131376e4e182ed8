"""Which page a season is loaded from, where several pages tell it, and what the others say.

Also which folders can show that a page is gone.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.domain.match import Club, results_of
from pipeline.findings import Finding
from pipeline.outcome import BuiltSeason, Refusal


def choose_pages(
    pages: Sequence[BuiltSeason],
) -> tuple[tuple[BuiltSeason, ...], tuple[Refusal, ...]]:
    """Choose one page for each season, and refuse the others.

    returns: the chosen ones by season, each with a finding for every other page that tells of its
             season; the others as `second-page`, or `older-revision` of the page chosen
    """
    chosen: dict[str, BuiltSeason] = {}
    refusals = []
    for page in sorted(pages, key=_preference):
        label = page.season.label
        if label not in chosen:
            chosen[label] = page
            continue
        is_older = _is_older_revision(page, chosen[label])
        code = "older-revision" if is_older else "second-page"
        first_path = chosen[label].revision.path
        message = f"{page.revision.path} is not loaded: season {label} is that of {first_path}"
        refusals.append(Refusal(page.revision.path, code, message, named=False))
        if not is_older:
            chosen[label] = _with_second_page(chosen[label], page)
    return tuple(chosen[label] for label in sorted(chosen)), tuple(refusals)


def choose_folders(
    paths: Sequence[Path], pages: Sequence[BuiltSeason]
) -> tuple[tuple[str, ...], tuple[Refusal, ...]]:
    """Choose the folders whose missing pages are gone, and refuse those without a season page.

    paths:   page files, or folders of them
    pages:   the season pages found there; where there are none, the refusals of the files say it
    returns: the folders that hold a season page; a refusal for each other one
    """
    parents: set[Path] = set()
    for page in pages:
        parents.update(Path(page.revision.path).parents)
    chosen, refusals = [], []
    for path in paths:
        if not path.is_dir():
            continue
        # "raw" without any season page is a disk that is not mounted, not fifty pages deleted
        if path in parents:
            chosen.append(str(path))
        elif pages:
            message = f"no season page in {path}: expected a page with an infobox of the Copa Perú"
            refusals.append(Refusal(str(path), "no-season-page", message))
    return tuple(chosen), tuple(refusals)


def _preference(page: BuiltSeason) -> tuple[bool, bool, str, tuple[int, ...], int, str]:
    """Return what orders the pages of one season, the best first.

    A wiki's page comes before our own, English before Spanish, the newest before an older one.
    """
    revision = page.revision
    # "2012-05-01T…" before "2011-…": the characters of the timestamp, turned round
    newest_first = tuple(-ord(character) for character in revision.timestamp or "")
    without_timestamp = (1,)
    return (
        revision.site in {"own", ""},
        revision.site.startswith("es."),
        revision.title,  # an English one begins with the year, so it comes first
        newest_first or without_timestamp,
        -(revision.revision_id or 0),
        revision.path,
    )


def _is_older_revision(page: BuiltSeason, chosen: BuiltSeason) -> bool:
    same_title = page.revision.title == chosen.revision.title
    same_site = page.revision.site == chosen.revision.site
    return same_title and same_site and chosen.revision.revision_id is not None


def _with_second_page(first: BuiltSeason, second: BuiltSeason) -> BuiltSeason:
    """Return the page to load with a finding that says what a second page tells otherwise."""
    goals_by_clubs: defaultdict[tuple[Club, Club], list[tuple[int, int]]] = defaultdict(list)
    for match, score in results_of(first.season.matches):
        goals_by_clubs[match.home, match.away].append(score.goals)
    # Only results that both pages give can differ.
    shared_count = 0
    differences = []
    for match, score in results_of(second.season.matches):
        goals_on_first = goals_by_clubs.get((match.home, match.away))
        if not goals_on_first:
            continue
        shared_count += 1
        if score.goals not in goals_on_first:
            names = f"{match.home_printed} {match.score_text} {match.away_printed}"
            differences.append(f"{names} stands there")
    counts = f"of {shared_count} results on both {len(differences)} differ"
    details = "; ".join([counts, *differences])
    message = f"{second.revision.title} tells of the season as well; {details}"
    label, title = first.season.label, first.revision.title
    finding = Finding("second-page", "warning", message, title, None, label)
    return replace(first, findings=(*first.findings, finding))
