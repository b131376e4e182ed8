"""The stages put together, once: the command line calls this directly, the flow with tasks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from pipeline import snapshot
from pipeline.account import Claim, close
from pipeline.domain.rating import rating
from pipeline.extract import Extraction, extract
from pipeline.lineage import Revision, Span
from pipeline.normalise import all_gaps, correct, is_season_page, normalise, resolve_editions
from pipeline.outcome import BuiltSeason, Outcome, Refusal
from pipeline.page_choice import choose_folders, choose_pages
from pipeline.reference import CorrectionRule, Reference
from pipeline.validate import add_differences, validate

if TYPE_CHECKING:
    from pipeline.load import Run

P = ParamSpec("P")
R = TypeVar("R")


class Step(Protocol):
    """How a stage is run: directly, or as a task."""

    def __call__(self, stage: Callable[P, R], /) -> Callable[P, R]:
        """Return what is called in the stage's place."""
        ...


def run_directly(stage: Callable[P, R]) -> Callable[P, R]:
    """Run a stage as the function that it is."""
    return stage


def utc_now() -> datetime:
    """Return the moment; whoever composes the stages may pass another clock."""
    return datetime.now(UTC)


def ingest(
    paths: Sequence[Path],
    database_url: str,
    reference: Reference,
    step: Step = run_directly,
    *,
    accepted: tuple[str, str] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Outcome:
    """Bring pages into the database; again changes nothing.

    paths:    page files, or folders of them
    accepted: a held season to let through, and who lets it
    """
    outcome = check(paths, reference, step)
    # `--accept 1997` without a page of 1997 would look as if it had worked.
    if accepted and accepted[0] not in {page.season.label for page in outcome.built}:
        message = f"no page states season {accepted[0]}, so it cannot be let through"
        refusal = Refusal(accepted[0], "nothing-to-accept", message)
        outcome = replace(outcome, refused=(*outcome.refused, refusal))
        accepted = None
    return step(load_seasons)(outcome, database_url, reference, accepted, clock)


def check(paths: Sequence[Path], reference: Reference, step: Step = run_directly) -> Outcome:
    """Do all but the load: read, extract, normalise, validate."""
    pages, refusals = extract_and_normalise(paths, reference, step)
    chosen, second_pages = choose_pages(step(validate_seasons)(pages, reference))
    folders, without_pages = choose_folders(paths, pages)
    return Outcome(chosen, (*refusals, *second_pages, *without_pages), folders=folders)


def extract_and_normalise(
    paths: Sequence[Path], reference: Reference, step: Step = run_directly
) -> tuple[tuple[BuiltSeason, ...], tuple[Refusal, ...]]:
    """Read, extract and normalise every page: the season pages, and the files that are none."""
    revisions, unreadable = step(read_pages)(paths)
    extractions = step(extract_pages)(revisions)
    pages, foreign = step(normalise_pages)(revisions, extractions, paths, reference)
    return pages, (*unreadable, *foreign)


def read_pages(paths: Sequence[Path]) -> tuple[tuple[Revision, ...], tuple[Refusal, ...]]:
    """Snapshot: read every page file; refuse what is none."""
    revisions, refusals = [], []
    for path in snapshot.pages(paths):
        try:
            revisions.append(snapshot.read(path))
        except snapshot.UnreadablePageError as error:
            refusal = Refusal(
                path=str(path),
                code="unreadable-page",
                message=str(error),
                title=error.title,
                sha256=error.sha256,
            )
            refusals.append(refusal)
    # an empty folder must not look like success
    if not revisions and not refusals:
        places = ", ".join(map(str, paths))
        message = f"no page in {places}: expected .wikitext, .wiki or .txt files"
        refusals.append(Refusal(places, "no-pages", message))
    return tuple(revisions), tuple(refusals)


def extract_pages(revisions: Sequence[Revision]) -> tuple[Extraction, ...]:
    """Extract: what each page says."""
    return tuple(extract(revision) for revision in revisions)


def normalise_pages(
    revisions: Sequence[Revision],
    extractions: Sequence[Extraction],
    named_paths: Sequence[Path],
    reference: Reference,
) -> tuple[tuple[BuiltSeason, ...], tuple[Refusal, ...]]:
    """Normalise: build the season of each season page and close its account; refuse other pages.

    named_paths: what the user asked for; another page is an error only if it is among these
    """
    pages, refusals = [], []
    for revision, stated in zip(revisions, extractions, strict=True):
        extraction, corrected = extract_corrected(revision, stated, reference.corrections)
        if is_season_page(extraction.facts):
            pages.append(_build_season(revision, extraction, corrected, reference))
            continue
        refusal = Refusal(
            path=revision.path,
            code="not-a-season-page",
            message=f"{revision.path} states no season of the Copa Perú: expected one infobox",
            named=Path(revision.path) in named_paths,
            title=revision.title,
            sha256=revision.sha256,
        )
        refusals.append(refusal)
    return tuple(pages), tuple(refusals)


def _build_season(
    revision: Revision,
    extraction: Extraction,
    corrected: Sequence[tuple[CorrectionRule, Span | None]],
    reference: Reference,
) -> BuiltSeason:
    normalised = normalise(revision, extraction.facts, reference, corrected)
    account = close(revision.text, extraction.claims, normalised.unloaded_facts, extraction.scores)
    label = normalised.season.label
    findings = [replace(finding, season=label) for finding in extraction.findings]
    findings += normalised.findings
    return BuiltSeason(revision, normalised.season, tuple(findings), tuple(account))


def extract_corrected(
    revision: Revision, extraction: Extraction, rules: Sequence[CorrectionRule]
) -> tuple[Extraction, tuple[tuple[CorrectionRule, Span | None], ...]]:
    """Read a page again with its corrections made; every span is still one of the page itself.

    extraction: what the page says as it stands
    returns:    what the corrected page says, and where each of its corrections applied
    """
    # a correction names the section that it is in
    headings = [claim.span for claim in extraction.claims if claim.reason == "heading"]
    corrected = correct(revision, headings, rules)
    if not corrected.edits:
        return extraction, corrected.places
    second = extract(corrected.revision)
    facts = [replace(fact, span=corrected.original(fact.span)) for fact in second.facts]
    claims = []
    for claim in second.claims:
        span = corrected.original(claim.span)
        # an addition has no characters on the page
        if span.start < span.end:
            claims.append(replace(claim, span=span))
    for edit in corrected.edits:
        # words that are corrected to nothing are in no claim of the corrected text
        is_claimed = any(edit.span in claim for claim in claims)
        if edit.span.start < edit.span.end and not is_claimed:
            claims.append(Claim(edit.span, "ignored", "corrected"))
    findings = []
    for finding in second.findings:
        original = corrected.original(finding.span) if finding.span else None
        findings.append(replace(finding, span=original))
    scores = tuple(corrected.original(score) for score in second.scores)
    return Extraction(tuple(facts), tuple(claims), tuple(findings), scores), corrected.places


def validate_seasons(pages: Sequence[BuiltSeason], reference: Reference) -> tuple[BuiltSeason, ...]:
    """Validate: compare the published tables, add findings and what is missing, rate."""
    return tuple(validate_season(page, reference) for page in pages)


def validate_season(page: BuiltSeason, reference: Reference) -> BuiltSeason:
    """Return the page with its tables compared, its season checked and rated."""
    season = add_differences(page.season)
    findings = page.findings + validate(season, page.revision.title)
    gaps = all_gaps(season, reference.gaps)
    # positions are left out: an order that no rule gives contradicts nothing
    verdicts = [
        difference.verdict for difference in season.differences if difference.measure != "position"
    ]
    return replace(
        page,
        season=season,
        findings=findings,
        gaps=gaps,
        rating=rating(season, findings, gaps, verdicts),
    )


def load_seasons(
    outcome: Outcome,
    database_url: str,
    reference: Reference,
    accepted: tuple[str, str] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Outcome:
    """Load: bring the schema to its head, then one transaction a season; hold what lost facts.

    What is known of all editions comes last, because it depends on which seasons have a page.
    """
    from pipeline import load

    # A page that was blanked or vandalised is no season page any more; its season must be held.
    lost_pages = [refusal for refusal in outcome.refused if refusal.sha256]
    if not outcome.built and not (lost_pages and load.is_there(database_url)):
        return outcome
    started = clock()
    departments = reference.departments.all
    with load.database(database_url) as engine:
        counts = outcome.counts
        held: list[str] = []
        for page in outcome.built:
            let_through = accepted is not None and page.season.label == accepted[0]
            loaded = load.load(page, departments, engine, accepted=let_through)
            counts += loaded.counts
            held += loaded.held
        for refusal in lost_pages:
            held += load.hold_lost_page(refusal.title, refusal.sha256, refusal.message, engine)
        files = {page.season.label: page.revision.path for page in outcome.built}
        gone, gone_counts = load.note_missing_pages(files, outcome.folders, held, engine)
        editions = resolve_editions(reference)
        counts += gone_counts + load.load_editions(editions, reference.gaps, engine, departments)
        result = replace(outcome, counts=counts, held=tuple(held), gone=gone)
        load.record_run(_describe_run(result, started, clock(), accepted), engine)
    return result


def forget(
    season: str,
    by: str,
    database_url: str,
    reference: Reference,
    clock: Callable[[], datetime] = utc_now,
) -> Outcome:
    """Take a season out of the database, as if its page had never been loaded.

    returns: the season as a refusal where it is not loaded
    """
    from pipeline import load

    started = clock()
    if load.is_there(database_url):
        with load.database(database_url) as engine:
            counts = load.forget_season(season, engine)
            if counts.changed_something:
                # an edition without a page is a gap again
                editions = resolve_editions(reference)
                departments = reference.departments.all
                counts += load.load_editions(editions, reference.gaps, engine, departments)
                result = Outcome(counts=counts)
                run = _describe_run(result, started, clock(), None)
                # a run without pages is incomplete, but this one asked for none
                run = replace(run, outcome="succeeded", forgotten=(season, by))
                load.record_run(run, engine)
                return result
    message = f"season {season} is not in the database, so there is nothing to forget"
    return Outcome(refused=(Refusal(season, "nothing-to-forget", message),))


def _describe_run(
    outcome: Outcome, started: datetime, ended: datetime, accepted: tuple[str, str] | None
) -> "Run":
    from pipeline.load import Run

    return Run(
        key=started.isoformat(),
        started_at=started.isoformat(timespec="seconds"),
        code_version=version("copaperu"),
        outcome="succeeded" if outcome.succeeded else "incomplete",
        duration_seconds=(ended - started).total_seconds(),
        counts=outcome.counts,
        pages=tuple((page.season.label, page.revision) for page in outcome.built),
        accepted=accepted,
    )
