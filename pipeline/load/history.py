"""What happened to a database: what each load changed in a season, and the runs themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import Connection, Engine, Table, func, insert, select, update

from pipeline.lineage import Revision
from pipeline.load.statements import Row
from pipeline.load.tables import Change, Values, key_name
from pipeline.outcome import NO_ROWS, RowCounts
from schema.database import writing
from schema.models import Base

FACTS = {"season", "stage", "entry", "region_member", "match", "tie", "standing"}
JUDGED = {"rating"}  # by us: the page says the same
LINEAGE = {"construct_key", "rule_key", "span_start", "span_end", "line"}
CHANGE, RUN, RUN_PAGE = (Base.metadata.tables[name] for name in ("change", "run", "run_page"))


@dataclass(frozen=True, slots=True)
class Run:
    """One ingestion, as its caller saw it.

    key:              unique, such as the moment of its start
    started_at:       ISO 8601 with time zone
    duration_seconds: None while it is running
    pages:            each season that was loaded, and the revision it was loaded from
    accepted:         a held season that was let through, and by whom
    """

    key: str
    started_at: str
    code_version: str
    outcome: Literal["running", "succeeded", "incomplete", "failed"] = "running"
    duration_seconds: float | None = None
    counts: RowCounts = NO_ROWS
    pages: tuple[tuple[str, Revision], ...] = ()
    accepted: tuple[str, str] | None = None


def record_run(run: Run, engine: Engine) -> None:
    """Write the run when it has ended; what it changed then names it.

    One row is written once, so that a run which changed nothing rewrites nothing.
    """
    with writing(engine) as connection:
        connection.execute(insert(RUN), _run(run))
        if run.pages:
            connection.execute(insert(RUN_PAGE), list(_pages(run)))
        seasons = [season for season, _ in run.pages]
        unnamed = CHANGE.c.season.in_(seasons) & CHANGE.c.run_key.is_(None)
        if run.counts.changed_something:
            connection.execute(update(CHANGE).where(unnamed).values(run_key=run.key))


def record_changes(connection: Connection, season: str, changes: Sequence[Change]) -> None:
    """Write what a load changed in the facts of a season that was there before."""
    found = [row for change in changes if change.table.name in FACTS for row in altered(change)]
    if not found:
        return
    of_season = select(func.max(CHANGE.c.load_number)).where(CHANGE.c.season == season)
    load = (connection.scalar(of_season) or 0) + 1
    rows = [
        {
            "key": f"{season}/{load}/{number}",
            "run_key": None,
            "season": season,
            "load_number": load,
            **row,
        }
        for number, row in enumerate(found, start=1)
    ]
    connection.execute(insert(CHANGE), rows)


def altered(change: Change) -> Iterator[Row]:
    """Yield a row for each fact that came or went, and for each value that changed."""
    table = change.table
    for key, row in change.new.items():
        yield _row(table, key, "added") | {"after": _words(table, row)}
    for row in change.vanished.values():
        yield removed(table, row)
    for key, (before, after) in change.changed.items():
        for name, old, new in zip(table.c.keys(), before, after, strict=True):
            if old != new and name not in LINEAGE | JUDGED:
                values: Row = {"column_name": name, "before": _text(old), "after": _text(new)}
                yield _row(table, key, "changed") | values


def removed(table: Table, row: Values) -> Row:
    """Return the row that says that a fact went."""
    key = row[table.c.keys().index(key_name(table))]
    return _row(table, str(key), "removed") | {"before": _words(table, row)}


def _row(table: Table, key: str, kind: str) -> Row:
    whole: Row = {"column_name": "", "before": None, "after": None}
    return {"table_name": table.name, "fact_key": key, "kind": kind, **whole}


def _words(table: Table, row: Values) -> str:
    """Return what a fact says, for people."""
    said = zip(table.c.keys(), row, strict=True)
    return ", ".join(f"{n} {v}" for n, v in said if v is not None and n not in LINEAGE)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _run(run: Run) -> dict[str, object]:
    season, person = run.accepted or (None, None)
    return {
        "key": run.key,
        "started_at": run.started_at,
        "code_version": run.code_version,
        "duration_seconds": run.duration_seconds,
        "outcome": run.outcome,
        **asdict(run.counts),
        "accepted_season": season,
        "accepted_by": person,
    }


def _pages(run: Run) -> Iterator[Row]:
    for season, revision in run.pages:
        number = str(revision.revision_id or revision.sha256[:12])
        yield {"run_key": run.key, "season": season, "page": revision.title, "revision": number}
