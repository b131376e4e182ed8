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
from pipeline.reference import Reference

P = ParamSpec("P")
R = TypeVar("R")

LOAD_RETRIES = 3  # only the database is outside; reading the same page again gives the same


def as_task(stage: Callable[P, R]) -> Callable[P, R]:
    """Run a stage as a task: never from a cache, and retried only where the outside can fail."""
    retries = LOAD_RETRIES if stage is build.load_seasons else 0
    made: Callable[..., Any] = task(
        name=stage.__name__, cache_policy=NO_CACHE, retries=retries, retry_delay_seconds=2
    )(stage)

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        # quoted, so that Prefect does not look for futures inside every fact
        quoted = {name: quote(value) for name, value in kwargs.items()}
        return cast("R", made(*map(quote, args), **quoted))

    return run


@flow(name="ingest-season", validate_parameters=False)
def ingest_season(paths: list[Path], database_url: str, reference: Reference) -> Outcome:
    """Bring pages into the database, a task a stage, and publish what was found."""
    report = build.ingest(paths, database_url, reference, step=as_task)
    publish(report)
    return report


def publish(report: Outcome) -> None:
    """Store standings and findings as table artifacts of the run."""
    create_table_artifact(
        key="standings",
        table=[
            {
                "season": page.season.label,
                "stage": group.stage,
                "group": group.name or "",
                "position": row.position,
                "team": row.club.name or row.club.key,
                "played": row.played,
                "goals": f"{row.goals_for}–{row.goals_against}",
                "points": row.points,
            }
            for page in report.built
            for group in page.season.groups
            for row in group.table
        ],
        description="Standings derived from the matches",
    )
    create_table_artifact(
        key="findings",
        table=[
            {"season": f.season, "severity": f.severity, "code": f.code, "message": f.message}
            for f in report.findings
        ],
        description="What the checks found",
    )
