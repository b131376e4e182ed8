"""The pipeline as a Prefect flow: decorators and calls, no logic.

Prefect is told before it is imported to send nothing home, and to give its own server time.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from pipeline import build
from pipeline.outcome import Outcome
from pipeline.reference import PACKAGED, read_reference

P = ParamSpec("P")
R = TypeVar("R")

LOAD_RETRIES = 3  # only the database is outside; reading the same page again gives the same


def run_as_task(stage: Callable[P, R]) -> Callable[P, R]:
    """Run a stage as a task: never from a cache, and retried only where the outside can fail."""
    retries = LOAD_RETRIES if stage is build.load_seasons else 0
    stage_task: Callable[..., Any] = task(
        name=stage.__name__, cache_policy=NO_CACHE, retries=retries, retry_delay_seconds=2
    )(stage)

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        # quoted, so that Prefect does not look for futures inside every fact
        quoted_args = [quote(value) for value in args]
        quoted_kwargs = {name: quote(value) for name, value in kwargs.items()}
        return cast("R", stage_task(*quoted_args, **quoted_kwargs))

    return run


@flow(name="ingest-season")
def ingest_season(
    paths: list[str], database_url: str, reference_folder: str | None = None
) -> Outcome:
    """Bring pages into the database, a task a stage, and publish what was found.

    Parameters are texts and lists of texts, because a schedule keeps them as JSON.

    paths:            page files, or folders of them
    reference_folder: of the data files; None for the program's own
    """
    reference = read_reference(Path(reference_folder) if reference_folder else PACKAGED)
    pages = [Path(path) for path in paths]
    outcome = build.ingest(pages, database_url, reference, step=run_as_task)
    publish_artifacts(outcome)
    return outcome


def publish_artifacts(outcome: Outcome) -> None:
    """Store standings and findings as table artifacts of the run."""
    standings = []
    for page in outcome.built:
        for group in page.season.groups:
            for row in group.table:
                cells = {
                    "season": page.season.label,
                    "stage": group.stage,
                    "group": group.name or "",
                    "position": row.position,
                    "team": row.club.name or row.club.key,
                    "played": row.played,
                    "goals": f"{row.goals_for}–{row.goals_against}",
                    "points": row.points,
                }
                standings.append(cells)
    # Artifacts live in Prefect's database; ours has the same in report_standing.
    create_table_artifact(
        key="standings", table=standings, description="Standings derived from the matches"
    )
    findings = []
    for finding in outcome.findings:
        cells = {
            "season": finding.season,
            "severity": finding.severity,
            "code": finding.code,
            "message": finding.message,
        }
        findings.append(cells)
    create_table_artifact(key="findings", table=findings, description="What the checks found")
