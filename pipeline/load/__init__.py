"""Season -> database: the only writer; running it again changes nothing.

season_rows     a built season -> for each table the rows that it means
page_lineage    the page, its constructs, and the one that states a row
page_texts      the text of each page, once
shared_rows     clubs, pages and texts, which go with the last season that has them
table_changes   the rows meant beside those that are there -> what to write
held_seasons    why a season waits for a person instead
forgotten_seasons   take a season out
missing_pages   seasons whose page is gone from its folder
change_history  what a load changed, and the runs themselves
"""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select, true

from pipeline.domain.edition import Edition
from pipeline.domain.gap import Gap, without_page
from pipeline.domain.season import Department
from pipeline.load.change_history import Run, describe_changes, record_changes, record_run
from pipeline.load.forgotten_seasons import forget_season
from pipeline.load.held_seasons import (
    HeldSeason,
    find_hold_reason,
    hold_season,
    hold_seasons_of_page,
    release_season,
)
from pipeline.load.missing_pages import note_missing_pages
from pipeline.load.page_lineage import DatabaseRow
from pipeline.load.page_texts import store_page_text
from pipeline.load.season_rows import (
    build_club_rows,
    build_edition_rows,
    build_gap_rows,
    build_season_rows,
)
from pipeline.load.shared_rows import SHARED_TABLES, delete_orphans
from pipeline.load.table_changes import (
    TableChange,
    compare_rows,
    compare_with_rows_where,
    compare_with_table,
    delete_rows,
    insert_all,
    write_rows,
)
from pipeline.outcome import NO_ROWS, BuiltSeason, RowCounts
from schema.database import current, upgrade, writing
from schema.database import engine as engine_for
from schema.models import Base
from schema.team_names import update_team_names

__all__ = [
    "LoadResult",
    "Run",
    "compare_seasons",
    "database",
    "forget_season",
    "hold_lost_page",
    "is_there",
    "load",
    "load_editions",
    "note_missing_pages",
    "record_run",
]

TABLES = Base.metadata.sorted_tables  # what is referred to comes first
SEASON = Base.metadata.tables["season"]
EDITION = Base.metadata.tables["edition"]
GAP = Base.metadata.tables["gap"]
CLUB = Base.metadata.tables["club"]
DEPARTMENT = Base.metadata.tables["department"]
# Tables that may hold rows a new season needs before anything of the season is there.
FILLED_BEFORE_SEASON = {*SHARED_TABLES, "department", "gap"}

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
def database(url: str) -> Iterator[Engine]:
    """Open the database with its schema at the head; close it afterwards."""
    engine = engine_for(url)
    try:
        done = upgrade(engine)
        if done and done.message:
            log.warning(done.message)
        yield engine
    finally:
        engine.dispose()


def is_there(url: str) -> bool:
    """Whether there is a database of ours; asking makes no SQLite file."""
    engine = engine_for(url)
    try:
        if engine.dialect.name == "sqlite" and engine.url.database:
            return Path(engine.url.database).exists() and current(engine) is not None
        return current(engine) is not None
    finally:
        engine.dispose()


@contextmanager
def pause_garbage_collection() -> Iterator[None]:
    """Keep the collector from looking for cycles in many thousands of rows, which have none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@pause_garbage_collection()
def load(
    page: BuiltSeason,
    departments: Sequence[Department],
    engine: Engine,
    *,
    accepted: bool = False,
) -> LoadResult:
    """Make the database say what the season of a page says, in one transaction.

    accepted: whether a person lets the season through if it would be held
    returns:  counts by row; rows of the season that are no longer meant are deleted; nothing is
              written of a season that is held but why it is
    raises:   ValueError for two rows with one key, a fact outside the account, a NUL character
    """
    label, sha256 = page.season.label, page.revision.sha256
    rows_by_table = build_season_rows(page, departments)
    with writing(engine) as connection:
        was_loaded = _is_loaded(connection, label)
        changes = []
        for table in TABLES:
            if table.name not in rows_by_table:
                continue
            rows = rows_by_table[table.name]
            # A club or a department may be there already, from another season.
            if was_loaded or table.name in FILLED_BEFORE_SEASON:
                changes.append(compare_with_table(connection, table, label, rows))
            else:
                changes.append(insert_all(table, rows))
        if was_loaded and not accepted:
            reason = find_hold_reason(connection, label, sha256, changes)
            if reason:
                waiting = HeldSeason(label, page.revision.title, sha256, reason)
                hold_season(connection, waiting, describe_changes(changes))
                return LoadResult(held=(label,))
        if was_loaded:
            release_season(connection, label)
        counts = _write(connection, changes) + store_page_text(connection, page.revision)
        # "Unión" becomes "Unión (Puno)" when another season brings a second club of that name.
        if counts.changed_something:
            update_team_names(connection)
        if was_loaded:
            record_changes(connection, label, changes)
    return LoadResult(counts)


def hold_lost_page(title: str, sha256: str, reason: str, engine: Engine) -> tuple[str, ...]:
    """Hold the seasons that were loaded from a page which no longer states one.

    returns: their labels
    """
    with writing(engine) as connection:
        return hold_seasons_of_page(connection, title, sha256, reason)


def compare_seasons(
    before: BuiltSeason, after: BuiltSeason, departments: Sequence[Department]
) -> list[DatabaseRow]:
    """Return the facts and values in which two revisions of a season's page differ."""
    old_rows = build_season_rows(before, departments)
    new_rows = build_season_rows(after, departments)
    changes = []
    for table in TABLES:
        if table.name in new_rows:
            changes.append(compare_rows(table, old_rows[table.name], new_rows[table.name]))
    return describe_changes(changes)


def load_editions(
    editions: Sequence[Edition],
    gaps: Sequence[Gap],
    engine: Engine,
    departments: Sequence[Department] = (),
) -> RowCounts:
    """Make the database say what is known of all editions, and of those without a page.

    gaps:        of any season; those of a season that is loaded come with its page and stay
    departments: all of the country, where clubs of editions may be the first to name one
    """
    with writing(engine) as connection:
        loaded_seasons = set(connection.scalars(select(SEASON.c.label)))
        other_gaps = [gap for gap in gaps if gap.season not in loaded_seasons]
        # "1973: no page tells this edition" is a gap too, until its page is loaded.
        for edition in editions:
            if edition.season not in loaded_seasons:
                other_gaps.append(without_page(edition))
        club_rows = build_club_rows(editions, loaded_seasons)
        edition_rows = build_edition_rows(editions, loaded_seasons)
        gap_rows = build_gap_rows(other_gaps)
        not_loaded = GAP.c.season.not_in(select(SEASON.c.label))
        edition_changes = compare_with_rows_where(connection, EDITION, true(), edition_rows)
        gap_changes = compare_with_rows_where(connection, GAP, not_loaded, gap_rows)
        club_changes = compare_with_table(connection, CLUB, "", club_rows)
        department_rows = [asdict(department) for department in departments]
        department_changes = compare_with_table(connection, DEPARTMENT, "", department_rows)
        counts = _write(
            connection, [department_changes, club_changes, edition_changes, gap_changes]
        )
        # "Libertad" becomes "Libertad (Apurímac)" when an edition brings another of that name
        if counts.changed_something:
            update_team_names(connection)
        return counts


def _is_loaded(connection: Connection, season: str) -> bool:
    query = select(SEASON.c.label).where(SEASON.c.label == season)
    return connection.scalar(query) is not None


def _write(connection: Connection, changes: Sequence[TableChange]) -> RowCounts:
    for change in changes:
        write_rows(connection, change)
    # what refers to a row goes before the row
    for change in reversed(changes):
        delete_rows(connection, change)
    counts = sum((change.counts for change in changes), NO_ROWS)
    # Only then may a club, a page or a revision have lost its last season.
    if counts.updated or counts.deleted:
        counts += delete_orphans(connection)
    return counts
