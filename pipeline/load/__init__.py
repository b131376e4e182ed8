"""Season -> database: the only writer; running it again changes nothing."""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, exists, select, true

from pipeline.domain.edition import Edition
from pipeline.domain.gap import Gap, without_page
from pipeline.domain.season import Department
from pipeline.load.guard import (
    Waiting,
    hold,
    hold_seasons_of,
    objection,
    release,
    would_change,
)
from pipeline.load.history import Run, record_changes, record_run
from pipeline.load.rows import Rows, edition_rows, gap_rows, rows
from pipeline.load.statements import Row
from pipeline.load.tables import Change, added, compare, compare_where, differing, remove, write
from pipeline.outcome import NO_ROWS, BuiltSeason, RowCounts
from schema.database import current, upgrade, writing
from schema.database import engine as engine_for
from schema.models import Base
from schema.team_names import update_team_names

__all__ = [
    "LoadResult",
    "Run",
    "database",
    "differences",
    "hold_lost_page",
    "is_there",
    "load",
    "load_editions",
    "record_run",
]

TABLES = Base.metadata.sorted_tables  # what is referred to comes first
SEASON, EDITION, GAP = (Base.metadata.tables[name] for name in ("season", "edition", "gap"))
SHARED = ("club", "revision", "page")  # between seasons: deleted when no season needs them
NOT_OF_A_PAGE = {*SHARED, "department", "gap"}  # may be there before the season is
FOLLOWING = {"team"}  # rows that go with the one they refer to

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of one season.

    counts: of its rows; the history of the database and the names of clubs that follow from its
            rows are not counted
    held:   its label, if it waits for a person
    """

    counts: RowCounts = NO_ROWS
    held: tuple[str, ...] = ()


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector out: it would look for cycles in many thousands of rows."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def database(url: str) -> Iterator[Engine]:
    """Open the database with its schema at the head; close it afterwards."""
    opened = engine_for(url)
    try:
        done = upgrade(opened)
        if done and done.message:
            log.warning(done.message)
        yield opened
    finally:
        opened.dispose()


def is_there(url: str) -> bool:
    """Whether there is a database of ours, so that looking into it makes none."""
    opened = engine_for(url)
    file = opened.url.database if opened.dialect.name == "sqlite" else None
    try:
        return (file is None or Path(file).exists()) and current(opened) is not None
    finally:
        opened.dispose()


@uncollected()
def load(
    page: BuiltSeason,
    departments: Sequence[Department],
    engine: Engine,
    *,
    accepted: bool = False,
) -> LoadResult:
    """Make the database say what the season of a page says, in one transaction.

    accepted: whether a person lets the season through if the guard would hold it
    returns:  counts by row; rows of the season that are no longer meant are deleted; nothing is
              written of a season that is held but why it is
    raises:   ValueError for two rows with one key, a fact outside the account, a NUL character
    """
    revision, season = page.revision, page.season
    meant = _rows(page, departments)
    with writing(engine) as connection:
        known = _is_there(connection, season.label)
        changes = [
            compare(connection, table, season.label, meant[table.name])
            if known or table.name in NOT_OF_A_PAGE
            else added(table, meant[table.name])
            for table in TABLES
            if table.name in meant
        ]
        sha256 = revision.sha256
        guarded = known and not accepted
        reason = objection(connection, season.label, sha256, changes) if guarded else None
        if reason:
            waiting = Waiting(season.label, revision.title, sha256, reason)
            hold(connection, waiting, would_change(changes))
            return LoadResult(held=(season.label,))
        if known:
            release(connection, season.label)
        counts = _write(connection, changes)
        if counts.changed_something:
            update_team_names(connection)
        if known:
            record_changes(connection, season.label, changes)
    return LoadResult(counts)


def hold_lost_page(title: str, sha256: str, reason: str, engine: Engine) -> tuple[str, ...]:
    """Hold the seasons that were loaded from a page which no longer states one.

    returns: their labels
    """
    with writing(engine) as connection:
        return hold_seasons_of(connection, title, sha256, reason)


def differences(
    before: BuiltSeason, after: BuiltSeason, departments: Sequence[Department]
) -> list[Row]:
    """Return the facts and values in which two revisions of a season's page differ."""
    old, new = (_rows(page, departments) for page in (before, after))
    names = [table.name for table in TABLES if table.name in new]
    tables = Base.metadata.tables
    return would_change([differing(tables[name], old[name], new[name]) for name in names])


def load_editions(editions: Sequence[Edition], gaps: Sequence[Gap], engine: Engine) -> RowCounts:
    """Make the database say what is known of all editions, and of those without a page.

    gaps: of any season; those of a season that is loaded come with its page and stay
    """
    with writing(engine) as connection:
        loaded = set(connection.scalars(select(SEASON.c.label)))
        others = [gap for gap in gaps if gap.season not in loaded]
        others += [without_page(one) for one in editions if one.season not in loaded]
        not_loaded = GAP.c.season.not_in(select(SEASON.c.label))
        return _write(
            connection,
            [
                compare_where(connection, EDITION, true(), edition_rows(editions)),
                compare_where(connection, GAP, not_loaded, gap_rows(others)),
            ],
        )


def _rows(page: BuiltSeason, departments: Sequence[Department]) -> Rows:
    return rows(
        page.revision,
        page.season,
        page.account,
        page.findings,
        departments,
        page.gaps,
        page.rating,
    )


def _is_there(connection: Connection, season: str) -> bool:
    same = SEASON.c.label == season
    return connection.scalar(select(SEASON.c.label).where(same)) is not None


def _write(connection: Connection, changes: Sequence[Change]) -> RowCounts:
    for change in changes:
        write(connection, change)
    for change in reversed(changes):
        remove(connection, change)
    counts = sum((_counts(change) for change in changes), RowCounts())
    if counts.updated or counts.deleted:
        counts += _delete_orphans(connection)
    return counts


def _counts(change: Change) -> RowCounts:
    return RowCounts(len(change.new), len(change.changed), len(change.vanished), change.unchanged)


def _delete_orphans(connection: Connection) -> RowCounts:
    """Delete the shared rows that nothing refers to any more."""
    deleted = 0
    for name in SHARED:
        table = Base.metadata.tables[name]
        deleted += connection.execute(delete(table).where(_unreferenced(table))).rowcount
    return RowCounts(deleted=deleted)


def _unreferenced(table: Table) -> ColumnElement[bool]:
    references = (
        reference.parent
        for other in TABLES
        for reference in other.foreign_keys
        if reference.column.table is table and other.name not in FOLLOWING
    )
    return and_(*(~exists().where(column == table.c.key) for column in references))
