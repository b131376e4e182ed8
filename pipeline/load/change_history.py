"""What happened to a database: what each load changed in a season, and the runs themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import Connection, Engine, Table, func, insert, select, update

from pipeline.lineage import Revision
from pipeline.load.page_lineage import DatabaseRow, Value
from pipeline.load.table_changes import TableChange, Values, key_column
from pipeline.outcome import NO_ROWS, RowCounts
from schema.database import writing
from schema.models import Base

FACT_TABLES = {"season", "stage", "entry", "region_member", "match", "goal", "tie", "standing"}
# A new verdict of ours, or a line that moved, is no change of what the page says.
JUDGEMENT_COLUMNS = {
    "rating",
    "stage_kind",
    "legs_known",
    "legs_expected",
    "complete",
    "winner",
    "round_number",
}
LINEAGE_COLUMNS = {"construct_key", "rule_key", "span_start", "span_end", "line"}
CHANGE = Base.metadata.tables["change"]
RUN = Base.metadata.tables["run"]
RUN_PAGE = Base.metadata.tables["run_page"]


@dataclass(frozen=True, slots=True)
class Run:
    """One ingestion, as its caller saw it.

    key:              unique, such as the moment of its start
    started_at:       ISO 8601 with time zone
    duration_seconds: None while it is running
    pages:            each season that was loaded, and the revision it was loaded from
    accepted:         a held season that was let through, and by whom
    forgotten:        a season that was taken out of the database, and by whom
    """

    key: str
    started_at: str
    code_version: str
    outcome: Literal["running", "succeeded", "incomplete", "failed"] = "running"
    duration_seconds: float | None = None
    counts: RowCounts = NO_ROWS
    pages: tuple[tuple[str, Revision], ...] = ()
    accepted: tuple[str, str] | None = None
    forgotten: tuple[str, str] | None = None


def record_run(run: Run, engine: Engine) -> None:
    """Write the run when it has ended, and its key to the changes that it made.

    A run is written once: one that changed nothing rewrites no row.
    """
    with writing(engine) as connection:
        connection.execute(insert(RUN), _run_row(run))
        if run.pages:
            connection.execute(insert(RUN_PAGE), list(_page_rows(run)))
        if run.counts.changed_something:
            seasons = [season for season, _ in run.pages]
            is_of_run = CHANGE.c.season.in_(seasons) & CHANGE.c.run_key.is_(None)
            connection.execute(update(CHANGE).where(is_of_run).values(run_key=run.key))


def record_changes(connection: Connection, season: str, changes: Sequence[TableChange]) -> None:
    """Write what a load changed in the facts of a season that was there before."""
    descriptions = describe_changes(changes)
    if not descriptions:
        return
    # The number counts the loads that changed this season, not all loads.
    last_load = select(func.max(CHANGE.c.load_number)).where(CHANGE.c.season == season)
    load_number = (connection.scalar(last_load) or 0) + 1
    rows = []
    for number, description in enumerate(descriptions, start=1):
        row = {
            "key": f"{season}/{load_number}/{number}",
            "run_key": None,
            "season": season,
            "load_number": load_number,
            **description,
        }
        rows.append(row)
    connection.execute(insert(CHANGE), rows)


def describe_changes(changes: Iterable[TableChange]) -> list[DatabaseRow]:
    """Return a row for each fact or value of a page that the changes alter."""
    descriptions: list[DatabaseRow] = []
    for change in changes:
        if change.table.name in FACT_TABLES:
            descriptions += _describe_table_change(change)
    return descriptions


def _describe_table_change(change: TableChange) -> Iterator[DatabaseRow]:
    """Yield a row for each fact that came or went, and for each value that changed."""
    table = change.table
    # added 1997/final-stage/round-1/juan-aurich-cni: home_goals 2, away_goals 1
    for key, row in change.new.items():
        yield _describe_fact(table, key, "added") | {"after": _as_words(table, row)}
    for row in change.vanished.values():
        yield describe_removed(table, row)
    for key, (before, after) in change.changed.items():
        for name, old, new in zip(table.c.keys(), before, after, strict=True):
            if old == new or name in LINEAGE_COLUMNS | JUDGEMENT_COLUMNS:
                continue
            values: DatabaseRow = {
                "column_name": name,
                "before": _as_text(old),
                "after": _as_text(new),
            }
            yield _describe_fact(table, key, "changed") | values


def describe_removed(table: Table, row: Values) -> DatabaseRow:
    """Return the row that says that a fact went."""
    key = row[table.c.keys().index(key_column(table))]
    return _describe_fact(table, str(key), "removed") | {"before": _as_words(table, row)}


def _describe_fact(table: Table, key: str, kind: str) -> DatabaseRow:
    """Return what describes a whole fact; its words before or after are still to be added."""
    return {
        "table_name": table.name,
        "fact_key": key,
        "kind": kind,
        "column_name": "",
        "before": None,
        "after": None,
    }


def _as_text(value: Value) -> str | None:
    return None if value is None else str(value)


def _as_words(table: Table, row: Values) -> str:
    """Return what a fact says, for people: `home_goals 2, away_goals 1, …`."""
    words = []
    for name, value in zip(table.c.keys(), row, strict=True):
        if value is not None and name not in LINEAGE_COLUMNS:
            words.append(f"{name} {value}")
    return ", ".join(words)


def _run_row(run: Run) -> dict[str, object]:
    accepted_season, accepted_by = run.accepted or (None, None)
    forgotten_season, forgotten_by = run.forgotten or (None, None)
    return {
        "key": run.key,
        "started_at": run.started_at,
        "code_version": run.code_version,
        "duration_seconds": run.duration_seconds,
        "outcome": run.outcome,
        **asdict(run.counts),
        "accepted_season": accepted_season,
        "accepted_by": accepted_by,
        "forgotten_season": forgotten_season,
        "forgotten_by": forgotten_by,
    }


def _page_rows(run: Run) -> Iterator[DatabaseRow]:
    for season, revision in run.pages:
        # a page of our own has no number: the beginning of its checksum stands in
        number = str(revision.revision_id or revision.sha256[:12])
        yield {"run_key": run.key, "season": season, "page": revision.title, "revision": number}
