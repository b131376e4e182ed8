"""The stages put together, once: the command line calls this plainly, the flow with tasks."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from pipeline import snapshot
from pipeline.account import Claim, close
from pipeline.domain.match import Match
from pipeline.domain.rating import rating
from pipeline.errors import CopaPeruError
from pipeline.extract import Extraction, extract
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.normalise import (
    all_gaps,
    correct,
    is_season_page,
    normalise,
)
from pipeline.outcome import Built, Refusal, Report
from pipeline.reference import CorrectionRule, Reference
from pipeline.validate import judged, validate

if TYPE_CHECKING:
    from pipeline.load import Run

P = ParamSpec("P")
R = TypeVar("R")


class Step(Protocol):
    """How a stage is run: plainly, or as a task."""

    def __call__(self, stage: Callable[P, R], /) -> Callable[P, R]:
        """Return what is called in the stage's place."""
        ...


def plainly(stage: Callable[P, R]) -> Callable[P, R]:
    """Run a stage as the function that it is."""
    return stage


def utc_now() -> datetime:
    """Return the moment; whoever composes the stages may pass another clock."""
    return datetime.now(UTC)


def ingest(
    paths: Sequence[Path],
    database_url: str,
    reference: Reference,
    step: Step = plainly,
    *,
    accepted: tuple[str, str] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Report:
    """Bring pages into the database; again changes nothing.

    paths:    page files, or folders of them
    accepted: a held season to let through, and who lets it
    """
    report = check(paths, reference, step)
    if accepted and accepted[0] not in {page.season.label for page in report.built}:
        message = f"no page states season {accepted[0]}, so it cannot be let through"
        unknown = Refusal(accepted[0], "nothing-to-accept", message)
        report, accepted = replace(report, refused=(*report.refused, unknown)), None
    return step(load_seasons)(report, database_url, reference, accepted, clock)


def check(paths: Sequence[Path], reference: Reference, step: Step = plainly) -> Report:
    """Do all but the load: read, extract, normalise, validate."""
    pages, refused = understood(paths, reference, step)
    built, second = choose(step(validate_seasons)(pages, reference))
    return Report(built, (*refused, *second))


def understood(
    paths: Sequence[Path], reference: Reference, step: Step = plainly
) -> tuple[tuple[Built, ...], tuple[Refusal, ...]]:
    """Read, extract and normalise every page: the season pages, and the files that are none."""
    revisions, unread = step(read_pages)(paths)
    extractions = step(extract_pages)(revisions)
    pages, foreign = step(normalise_pages)(revisions, extractions, paths, reference)
    return pages, (*unread, *foreign)


def read_pages(paths: Sequence[Path]) -> tuple[tuple[Revision, ...], tuple[Refusal, ...]]:
    """Snapshot: read every page file; what is none is refused."""
    revisions, refused = [], []
    for path in snapshot.pages(paths):
        try:
            revisions.append(snapshot.read(path))
        except snapshot.UnreadablePageError as error:
            code, title, sha256 = "unreadable-page", error.title, error.sha256
            refused.append(Refusal(str(path), code, str(error), title=title, sha256=sha256))
    if not revisions and not refused:
        places = ", ".join(map(str, paths))
        message = f"no page in {places}: expected .wikitext, .wiki or .txt files"
        refused.append(Refusal(places, "no-pages", message, named=True))
    return tuple(revisions), tuple(refused)


def extract_pages(revisions: Sequence[Revision]) -> tuple[Extraction, ...]:
    """Extract: what each page says."""
    return tuple(extract(revision) for revision in revisions)


def normalise_pages(
    revisions: Sequence[Revision],
    extractions: Sequence[Extraction],
    named: Sequence[Path],
    reference: Reference,
) -> tuple[tuple[Built, ...], tuple[Refusal, ...]]:
    """Normalise: the season of each season page; close its account. Other pages are refused."""
    built, refused = [], []
    for revision, stated in zip(revisions, extractions, strict=True):
        extraction, corrected = as_corrected(revision, stated, reference.corrections)
        if not is_season_page(extraction.facts):
            message = f"{revision.path} states no season of the Copa Perú: expected one infobox"
            asked = Path(revision.path) in named
            refused.append(
                Refusal(
                    revision.path,
                    "not-a-season-page",
                    message,
                    named=asked,
                    title=revision.title,
                    sha256=revision.sha256,
                )
            )
            continue
        meant = normalise(revision, extraction.facts, reference, corrected)
        account = close(revision.text, extraction.claims, meant.rowless)
        doubts = tuple(replace(f, season=meant.season.label) for f in extraction.findings)
        built.append(Built(revision, meant.season, doubts + meant.findings, tuple(account)))
    return tuple(built), tuple(refused)


def as_corrected(
    revision: Revision, extraction: Extraction, rules: Sequence[CorrectionRule]
) -> tuple[Extraction, tuple[tuple[CorrectionRule, Span | None], ...]]:
    """Read a page again with its corrections made; every span is still one of the page itself.

    returns: what the corrected page says, and where each of its corrections applied
    """
    headings = [claim.span for claim in extraction.claims if claim.reason == "heading"]
    made = correct(revision, headings, rules)
    if not made.edits:
        return extraction, made.places
    read = extract(made.revision)
    placed = (replace(claim, span=made.original(claim.span)) for claim in read.claims)
    claims = [claim for claim in placed if claim.span.start < claim.span.end]
    claims += [
        Claim(edit.span, "ignored", "corrected")
        for edit in made.edits
        if edit.span.start < edit.span.end and not any(edit.span in claim for claim in claims)
    ]
    return Extraction(
        tuple(replace(fact, span=made.original(fact.span)) for fact in read.facts),
        tuple(claims),
        tuple(replace(f, span=f.span and made.original(f.span)) for f in read.findings),
    ), made.places


def validate_seasons(pages: Sequence[Built], reference: Reference) -> tuple[Built, ...]:
    """Validate: hear the published tables, add what the checks find and what is missing, rate."""
    return tuple(validated(page, reference) for page in pages)


def validated(page: Built, reference: Reference) -> Built:
    """Return the page with its tables judged, its season checked and rated."""
    season = judged(page.season)
    findings = page.findings + validate(season, page.revision.title)
    gaps = all_gaps(season, reference.gaps)
    numbers = [one for one in season.differences if one.measure != "position"]
    verdicts = [one.verdict for one in numbers]  # an order that no rule gives contradicts nothing
    rated = rating(season, findings, gaps, verdicts)
    return replace(page, season=season, findings=findings, gaps=gaps, rating=rated)


def choose(pages: Sequence[Built]) -> tuple[tuple[Built, ...], tuple[Refusal, ...]]:
    """Choose one page a season: a wiki's before our own, English before Spanish, the newest.

    The others are refused as `second-page`.
    """
    best: dict[str, Built] = {}
    second = []
    for page in sorted(pages, key=_preference):
        label = page.season.label
        if label not in best:
            best[label] = page
            continue
        first = best[label].revision
        older = (page.revision.title, page.revision.site) == (first.title, first.site)
        code = "older-revision" if older and first.revision_id else "second-page"
        message = f"{page.revision.path} is not loaded: season {label} is that of {first.path}"
        second.append(Refusal(page.revision.path, code, message, named=False))
        if code == "second-page":
            best[label] = compared(best[label], page)
    return tuple(best[label] for label in sorted(best)), tuple(second)


def compared(first: Built, second: Built) -> Built:
    """Return the page to load with a finding that says what a second page tells otherwise."""
    known: dict[object, list[Match]] = {}
    for match in first.season.matches:
        if match.result:
            known.setdefault((match.home, match.away), []).append(match)
    both = [m for m in second.season.matches if m.result and (m.home, m.away) in known]
    told = [
        f"{match.home_printed} {match.score_text} {match.away_printed} stands there"
        for match in both
        if all(not _same_goals(match, other) for other in known[match.home, match.away])
    ]
    same = f"of {len(both)} results on both {len(told)} differ"
    message = f"{second.revision.title} tells of the season as well; {'; '.join([same, *told])}"
    label, title = first.season.label, first.revision.title
    found = Finding("second-page", "warning", message, title, None, label)
    return replace(first, findings=(*first.findings, found))


def _same_goals(one: Match, other: Match) -> bool:
    first, second = one.result, other.result
    return first is not None and second is not None and first.goals == second.goals


def _preference(page: Built) -> tuple[bool, bool, str, tuple[int, ...], int, str]:
    """Return what orders pages of one season; moments and numbers are those of one page only."""
    revision = page.revision
    newest_first = tuple(-ord(character) for character in revision.timestamp or "")
    return (
        revision.site in {"own", ""},
        revision.site.startswith("es."),
        revision.title,  # an English one begins with the year, so it comes first
        newest_first or (1,),
        -(revision.revision_id or 0),
        revision.path,
    )


def load_seasons(
    report: Report,
    database_url: str,
    reference: Reference,
    accepted: tuple[str, str] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Report:
    """Load: bring the schema to its head, then one transaction a season; hold what lost facts.

    What is known of all editions comes last, because it depends on which seasons have a page.
    """
    from pipeline import load  # noqa: PLC0415 - checking needs no database

    lost = [refusal for refusal in report.refused if refusal.sha256]
    if not report.built and not (lost and load.is_there(database_url)):
        return report
    started = clock()
    with load.database(database_url) as opened:
        counts = load.Counts()
        for page in report.built:
            let_through = accepted is not None and page.season.label == accepted[0]
            counts += load.load(page, reference.departments.all, opened, accepted=let_through)
        for gone in lost:
            counts += load.hold_lost_page(gone.title, gone.sha256, gone.message, opened)
        counts += load.load_editions(tuple(reference.editions.values()), reference.gaps, opened)
        loaded = replace(report, **asdict(counts))
        load.record_run(_run(loaded, started, clock(), accepted), opened)
    return loaded


def _run(
    report: Report, started: datetime, ended: datetime, accepted: tuple[str, str] | None
) -> "Run":
    from pipeline.load import Run  # noqa: PLC0415

    return Run(
        key=started.isoformat(),
        started_at=started.isoformat(timespec="seconds"),
        code_version=version("copaperu"),
        outcome="succeeded" if report.succeeded else "incomplete",
        duration_seconds=(ended - started).total_seconds(),
        inserted=report.inserted,
        updated=report.updated,
        deleted=report.deleted,
        unchanged=report.unchanged,
        pages=tuple((page.season.label, page.revision) for page in report.built),
        accepted=accepted,
    )


class UnknownRevisionError(CopaPeruError):
    """A revision that no season page below the folder has."""


def between(
    raw: Path, season: str, old: str, new: str, reference: Reference
) -> list[dict[str, str | int | None]]:
    """Return the facts added, removed and changed from one revision of a season's page to another.

    old, new: the wiki's numbers, or the beginnings of sha256 sums, of pages below `raw`
    raises:   UnknownRevisionError
    """
    from pipeline.load import differences  # noqa: PLC0415

    pages = [page for page in understood([raw], reference)[0] if page.season.label == season]
    before, after = (_with_revision(pages, season, wanted) for wanted in (old, new))
    return differences(before, after, reference.departments.all)


def _with_revision(pages: Sequence[Built], season: str, wanted: str) -> Built:
    for page in pages:
        if str(page.revision.revision_id) == wanted or page.revision.sha256.startswith(wanted):
            return page
    known = [str(p.revision.revision_id or p.revision.sha256[:12]) for p in pages]
    message = f"season {season} has no page of revision {wanted}; there are: {', '.join(known)}"
    raise UnknownRevisionError(message)


def wikitext_with(sha256: str, raw: Path) -> str | None:
    """Return the text of the page below `raw` with these bytes, None if there is none."""
    for path in snapshot.pages([raw]) if raw.exists() else ():
        found = path.read_bytes()
        if hashlib.sha256(found).hexdigest() == sha256:
            return found.decode("utf-8-sig")
    return None
