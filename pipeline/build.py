"""The stages put together, once: the command line calls this plainly, the flow with tasks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from pipeline import snapshot
from pipeline.account import Piece, close, coverage
from pipeline.domain.season import Season
from pipeline.extract import Extraction, extract
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.normalise import (
    Rule,
    correct,
    corrections,
    departments,
    is_season_page,
    normalise,
)
from pipeline.validate import validate

P = ParamSpec("P")
R = TypeVar("R")


class Step(Protocol):
    """How a stage is run: plainly, or as a task."""

    def __call__(self, stage: Callable[P, R], /) -> Callable[P, R]:
        """Return what is called in the stage's place."""
        ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that is not loaded; `named` where the user asked for this very file."""

    path: str
    code: str
    message: str
    named: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A season page understood: the season, all findings, and the closed account."""

    revision: Revision
    season: Season
    findings: tuple[Finding, ...]
    account: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. Counts are rows; `loaded` is False where nothing was meant to be."""

    built: tuple[Built, ...] = ()
    refused: tuple[Refusal, ...] = ()
    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all pages."""
        return tuple(finding for page in self.built for finding in page.findings)

    @property
    def succeeded(self) -> bool:
        """Whether all asked for is there and no finding is an error."""
        refused = any(refusal.named for refusal in self.refused)
        return (
            bool(self.built) and not refused and all(f.severity != "error" for f in self.findings)
        )


def plainly(stage: Callable[P, R]) -> Callable[P, R]:
    """Run a stage as the function that it is."""
    return stage


def ingest(paths: Sequence[Path], database_url: str, step: Step = plainly) -> Report:
    """Bring pages into the database; again changes nothing.

    paths: page files, or folders of them
    """
    report = check(paths, step)
    return step(load_seasons)(report, database_url) if report.built else report


def check(paths: Sequence[Path], step: Step = plainly) -> Report:
    """Do all but the load: read, extract, normalise, validate."""
    revisions, unread = step(read_pages)(paths)
    extractions = step(extract_pages)(revisions)
    seasons, foreign = step(normalise_pages)(revisions, extractions, paths)
    built, second = choose(step(validate_seasons)(seasons))
    return Report(built, (*unread, *foreign, *second))


def read_pages(paths: Sequence[Path]) -> tuple[tuple[Revision, ...], tuple[Refusal, ...]]:
    """Snapshot: read every page file; what is none is refused."""
    revisions, refused = [], []
    for path in snapshot.pages(paths):
        try:
            revisions.append(snapshot.read(path))
        except snapshot.UnreadablePageError as error:
            refused.append(Refusal(str(path), "unreadable-page", str(error), named=True))
    if not revisions and not refused:
        places = ", ".join(map(str, paths))
        message = f"no page in {places}: expected .wikitext, .wiki or .txt files"
        refused.append(Refusal(places, "no-pages", message, named=True))
    return tuple(revisions), tuple(refused)


def extract_pages(revisions: Sequence[Revision]) -> tuple[Extraction, ...]:
    """Extract: what each page says."""
    return tuple(extract(revision) for revision in revisions)


def normalise_pages(
    revisions: Sequence[Revision], extractions: Sequence[Extraction], named: Sequence[Path]
) -> tuple[tuple[Built, ...], tuple[Refusal, ...]]:
    """Normalise: the season of each season page; close its account. Other pages are refused."""
    built, refused = [], []
    for revision, stated in zip(revisions, extractions, strict=True):
        extraction, corrected = as_corrected(revision, stated)
        if not is_season_page(extraction.facts):
            message = f"{revision.path} states no season of the Copa Perú: expected one infobox"
            asked = Path(revision.path) in named
            refused.append(Refusal(revision.path, "not-a-season-page", message, named=asked))
            continue
        meant = normalise(revision, extraction.facts, corrected)
        account = close(revision.text, extraction.claims, meant.rowless)
        doubts = tuple(replace(f, season=meant.season.label) for f in extraction.findings)
        built.append(Built(revision, meant.season, doubts + meant.findings, tuple(account)))
    return tuple(built), tuple(refused)


def as_corrected(
    revision: Revision, extraction: Extraction, rules: Sequence[Rule] | None = None
) -> tuple[Extraction, tuple[tuple[Rule, Span | None], ...]]:
    """Read a page again with its corrections made; every span is still one of the page itself.

    rules:   by default those of the program
    returns: what the corrected page says, and where each of its corrections applied
    """
    headings = [claim.span for claim in extraction.claims if claim.reason == "heading"]
    made = correct(revision, headings, corrections() if rules is None else rules)
    if not made.edits:
        return extraction, made.places
    read = extract(made.revision)
    claims = (replace(claim, span=made.original(claim.span)) for claim in read.claims)
    return Extraction(
        tuple(replace(fact, span=made.original(fact.span)) for fact in read.facts),
        tuple(claim for claim in claims if claim.span.start < claim.span.end),
        tuple(replace(f, span=f.span and made.original(f.span)) for f in read.findings),
    ), made.places


def validate_seasons(pages: Sequence[Built]) -> tuple[Built, ...]:
    """Validate: add what the checks find."""
    return tuple(
        replace(page, findings=page.findings + validate(page.season, page.revision.title))
        for page in pages
    )


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
        first = best[label].revision.path
        message = f"{page.revision.path} is a second page of season {label}: {first} is loaded"
        second.append(Refusal(page.revision.path, "second-page", message, named=False))
    return tuple(best[label] for label in sorted(best)), tuple(second)


def _preference(page: Built) -> tuple[bool, bool, tuple[int, ...], int, str]:
    revision = page.revision
    newest_first = tuple(-ord(character) for character in revision.timestamp or "")
    return (
        revision.site in {"own", ""},
        revision.site.startswith("es."),
        newest_first or (1,),
        -(revision.revision_id or 0),
        revision.path,
    )


def load_seasons(report: Report, database_url: str) -> Report:
    """Load: bring the schema to its head, then one transaction a season."""
    from pipeline.load import Counts, database, load  # noqa: PLC0415 - checking needs no database

    counts = Counts()
    with database(database_url) as opened:
        for page in report.built:
            counts += load(
                page.revision,
                page.season,
                coverage(page.account),
                page.findings,
                departments(),
                opened,
            )
    return replace(
        report,
        inserted=counts.inserted,
        updated=counts.updated,
        deleted=counts.deleted,
        unchanged=counts.unchanged,
    )
