"""The guard: a page that lost much of a season waits for a person, and nothing is lost.

A season is held when its page's text changed and one of its stages would end with fewer matches,
entries or standings than before, in a season that has a champion. New code and new data files
change no text, so they never hold.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Select, delete, insert, select

from pipeline.domain.keys import slug
from pipeline.load.history import FACTS, altered, removed
from pipeline.load.statements import Row
from pipeline.load.tables import Change, Values
from schema.models import Base

GUARDED = {"match": "matches", "entry": "entries", "standing": "standings"}
HELD, HELD_FACT, PAGE, REVISION, CONSTRUCT, SEASON, STAGE = (
    Base.metadata.tables[name]
    for name in ("held", "held_fact", "page", "revision", "construct", "season", "stage")
)


def objection(
    connection: Connection, season: str, sha256: str, changes: Sequence[Change]
) -> str | None:
    """Return why the changes must wait, in one sentence; None where they need not."""
    stored = connection.execute(_stored().where(SEASON.c.label == season)).one_or_none()
    if stored is None or stored.sha256 == sha256 or not stored.has_champion:
        return None
    lost = [loss for change in changes for loss in _losses(connection, change)]
    return f"the page's text changed and {', '.join(lost)} would be lost" if lost else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A season that waits, the page that would change it, and why in one sentence."""

    season: str
    page: str
    sha256: str
    reason: str


def hold(connection: Connection, waiting: Waiting, facts: Iterable[Row]) -> None:
    """Write that the season waits, and what letting it through would change."""
    release(connection, waiting.season)
    connection.execute(insert(HELD), asdict(waiting))
    rows = [
        {"key": f"{waiting.season}/{number}", "season": waiting.season, **fact}
        for number, fact in enumerate(facts, start=1)
    ]
    if rows:
        connection.execute(insert(HELD_FACT), rows)


def release(connection: Connection, season: str) -> None:
    """Forget that the season waits."""
    connection.execute(delete(HELD_FACT).where(HELD_FACT.c.season == season))
    connection.execute(delete(HELD).where(HELD.c.season == season))


def hold_seasons_of(connection: Connection, page: str, sha256: str, reason: str) -> tuple[str, ...]:
    """Hold the seasons loaded from a page that no longer states one; return their labels.

    A blank page has lost its heading too; the name of its file may lack the accents.
    """
    lost = [
        row.label
        for row in connection.execute(_stored())
        if slug(row.title) == slug(page) and row.has_champion and row.sha256 != sha256
    ]
    for season in lost:
        waiting = Waiting(season, page, sha256, reason)
        hold(connection, waiting, _all_facts(connection, season))
    return tuple(lost)


def would_change(changes: Sequence[Change]) -> list[Row]:
    """Return a row for each fact or value that the changes would alter."""
    return [row for change in changes if change.table.name in FACTS for row in altered(change)]


def _stored() -> Select[tuple[str, str, str, bool]]:
    """Select each season, the page and bytes it was read from, and whether it has a champion."""
    has_champion = (SEASON.c.champion.is_not(None)) | (SEASON.c.champion_stated.is_not(None))
    return (
        select(SEASON.c.label, PAGE.c.title, REVISION.c.sha256, has_champion.label("has_champion"))
        .join(CONSTRUCT, SEASON.c.construct_key == CONSTRUCT.c.key)
        .join(REVISION, CONSTRUCT.c.revision_key == REVISION.c.key)
        .join(PAGE, REVISION.c.page_key == PAGE.c.key)
    )


def _losses(connection: Connection, change: Change) -> list[str]:
    """Return a phrase for each stage that would have fewer rows of the table."""
    if change.table.name not in GUARDED:
        return []
    column = list(change.table.c.keys()).index("stage")
    fewer = _by_stage(change.vanished.values(), column) - _by_stage(change.new.values(), column)
    names = dict(connection.execute(select(STAGE.c.key, STAGE.c.name)).tuples().all())
    what = GUARDED[change.table.name]
    return [f"{count} {what} of {names.get(key, key)}" for key, count in sorted(fewer.items())]


def _by_stage(rows: Iterable[Values], column: int) -> Counter[str]:
    return Counter(str(row[column]) for row in rows)


def _all_facts(connection: Connection, season: str) -> list[Row]:
    tables = [Base.metadata.tables[name] for name in GUARDED]
    return [
        removed(table, tuple(row))
        for table in tables
        for row in connection.execute(select(table).where(table.c.season == season))
    ]
