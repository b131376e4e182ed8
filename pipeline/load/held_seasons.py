"""Seasons that wait for a person, because their page lost much of what it told.

A season is held when its page's text changed and one of its stages would end with fewer matches,
entries or standings than before, in a season that has a champion. New code and new data files
change no text, so they never hold a season. It is held as well when the page states no season any
more, because it was blanked or vandalised.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Select, delete, insert, select

from pipeline.domain.keys import slug
from pipeline.load.change_history import describe_removed
from pipeline.load.page_lineage import DatabaseRow
from pipeline.load.table_changes import TableChange, Values
from schema.models import Base

# the tables whose rows must not become fewer -> what people call the rows
GUARDED_TABLES = {"match": "matches", "entry": "entries", "standing": "standings"}
HELD = Base.metadata.tables["held"]
HELD_FACT = Base.metadata.tables["held_fact"]
PAGE = Base.metadata.tables["page"]
REVISION = Base.metadata.tables["revision"]
CONSTRUCT = Base.metadata.tables["construct"]
SEASON = Base.metadata.tables["season"]
STAGE = Base.metadata.tables["stage"]


@dataclass(frozen=True, slots=True)
class HeldSeason:
    """A season that waits, the page that would change it, and why in one sentence."""

    season: str
    page: str
    sha256: str
    reason: str


def find_hold_reason(
    connection: Connection, season: str, sha256: str, changes: Sequence[TableChange]
) -> str | None:
    """Return why the changes must wait, in one sentence; None where they need not.

    sha256: of the page that the changes come from
    """
    loaded = connection.execute(_loaded_seasons().where(SEASON.c.label == season)).one_or_none()
    if loaded is None or loaded.sha256 == sha256 or not loaded.has_champion:
        return None
    # "the page's text changed and 15 matches of Final Stage would be lost"
    losses: list[str] = []
    for change in changes:
        losses += _describe_losses(connection, change)
    if not losses:
        return None
    return f"the page's text changed and {', '.join(losses)} would be lost"


def hold_season(connection: Connection, held: HeldSeason, changes: Iterable[DatabaseRow]) -> None:
    """Write that the season waits, and what letting it through would change."""
    release_season(connection, held.season)
    connection.execute(insert(HELD), asdict(held))
    rows = []
    for number, change in enumerate(changes, start=1):
        rows.append({"key": f"{held.season}/{number}", "season": held.season, **change})
    if rows:
        connection.execute(insert(HELD_FACT), rows)


def release_season(connection: Connection, season: str) -> None:
    """Forget that the season waits."""
    connection.execute(delete(HELD_FACT).where(HELD_FACT.c.season == season))
    connection.execute(delete(HELD).where(HELD.c.season == season))


def hold_seasons_of_page(
    connection: Connection, page: str, sha256: str, reason: str
) -> tuple[str, ...]:
    """Hold the seasons loaded from a page that no longer states one; return their labels."""
    labels = []
    for loaded in connection.execute(_loaded_seasons()):
        # A blank page has lost its heading too, and the name of its file may lack the accents.
        is_of_page = slug(loaded.title) == slug(page)
        if is_of_page and loaded.has_champion and loaded.sha256 != sha256:
            labels.append(loaded.label)
    for label in labels:
        held = HeldSeason(label, page, sha256, reason)
        hold_season(connection, held, _describe_all_facts(connection, label))
    return tuple(labels)


def _loaded_seasons() -> Select[tuple[str, str, str, bool]]:
    """Select each season, the page and bytes it was read from, and whether it has a champion."""
    has_champion = (SEASON.c.champion.is_not(None)) | (SEASON.c.champion_stated.is_not(None))
    return (
        select(SEASON.c.label, PAGE.c.title, REVISION.c.sha256, has_champion.label("has_champion"))
        .join(CONSTRUCT, SEASON.c.construct_key == CONSTRUCT.c.key)
        .join(REVISION, CONSTRUCT.c.revision_key == REVISION.c.key)
        .join(PAGE, REVISION.c.page_key == PAGE.c.key)
    )


def _describe_losses(connection: Connection, change: TableChange) -> list[str]:
    """Return a phrase for each stage that would have fewer rows of the table."""
    if change.table.name not in GUARDED_TABLES:
        return []
    stage_column = list(change.table.c.keys()).index("stage")
    # a match under a new key takes the place of one that vanishes
    vanished = _count_by_stage(change.vanished.values(), stage_column)
    losses = vanished - _count_by_stage(change.new.values(), stage_column)
    stages = connection.execute(select(STAGE.c.key, STAGE.c.name))
    name_by_key = {stage.key: stage.name for stage in stages}
    rows_called = GUARDED_TABLES[change.table.name]
    return [
        f"{count} {rows_called} of {name_by_key.get(key, key)}"
        for key, count in sorted(losses.items())
    ]


def _count_by_stage(rows: Iterable[Values], stage_column: int) -> Counter[str]:
    return Counter(str(row[stage_column]) for row in rows)


def _describe_all_facts(connection: Connection, season: str) -> list[DatabaseRow]:
    """Return a row for each fact of the season, as if all were removed."""
    descriptions = []
    for name in GUARDED_TABLES:
        table = Base.metadata.tables[name]
        for row in connection.execute(select(table).where(table.c.season == season)):
            descriptions.append(describe_removed(table, tuple(row)))
    return descriptions
