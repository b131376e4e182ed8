"""Seasons whose page is gone: a run read the folder that the page came from, and it was not there.

The season stays as it was loaded, with the finding `page-gone`, until its page is loaded again or a
person takes the season out.
"""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, delete, insert, select

from pipeline.findings import Finding
from pipeline.outcome import RowCounts
from schema.database import writing
from schema.models import Base

CODE = "page-gone"
PAGE_FILE = Base.metadata.tables["page_file"]
FINDING = Base.metadata.tables["finding"]
SEASON = Base.metadata.tables["season"]
CONSTRUCT = Base.metadata.tables["construct"]
REVISION = Base.metadata.tables["revision"]
PAGE = Base.metadata.tables["page"]


def note_missing_pages(
    files_by_season: Mapping[str, str],
    folders: Sequence[str],
    held_seasons: Collection[str],
    engine: Engine,
) -> tuple[tuple[Finding, ...], RowCounts]:
    """Remember which file each season came from, and find the seasons whose page is gone.

    files_by_season: of the seasons that the run read
    folders:         those that the run read whole and that hold a season page
    held_seasons:    those that wait already, because their page says something else
    returns:         a finding for each season whose page is gone, and the counts of their rows
    """
    places = {season: _absolute(path) for season, path in files_by_season.items()}
    with writing(engine) as connection:
        stored = {row.season: row.path for row in connection.execute(select(PAGE_FILE))}
        findings = []
        counts = RowCounts()
        for loaded in connection.execute(_loaded_pages()).all():
            season = loaded.season
            if season in places:
                _remember_file(connection, season, places[season], stored.get(season))
                continue
            file = stored.get(season)
            # an earlier version of the program did not write down where a page came from
            if file is None or season in held_seasons or not _was_in_folders(file, folders):
                continue
            finding = _describe(season, loaded.title, file)
            findings.append(finding)
            counts += _store(connection, finding, loaded.revision_key)
    return tuple(findings), counts


def _loaded_pages() -> Select[tuple[str, str, str]]:
    """Select each loaded season with its page."""
    return (
        select(SEASON.c.label.label("season"), PAGE.c.title, REVISION.c.key.label("revision_key"))
        .join(CONSTRUCT, SEASON.c.construct_key == CONSTRUCT.c.key)
        .join(REVISION, CONSTRUCT.c.revision_key == REVISION.c.key)
        .join(PAGE, REVISION.c.page_key == PAGE.c.key)
        .order_by(SEASON.c.label)
    )


def _absolute(path: str) -> str:
    """Return the place of a file; a name that is not UTF-8 is written with backslashes."""
    place = Path(path)
    absolute = os.fspath(place.parent.resolve() / place.name)
    return absolute.encode("utf-8", "backslashreplace").decode()


def _was_in_folders(file: str, folders: Sequence[str]) -> bool:
    """Whether the season was loaded from one of the folders."""
    return any(Path(file).is_relative_to(Path(folder).resolve()) for folder in folders)


def _remember_file(connection: Connection, season: str, file: str, stored: str | None) -> None:
    if file == stored:
        return
    connection.execute(delete(PAGE_FILE).where(PAGE_FILE.c.season == season))
    connection.execute(insert(PAGE_FILE), {"season": season, "path": file})


def _describe(season: str, title: str, file: str) -> Finding:
    # "/home/ana/raw/1998.txt" and "/srv/raw/1998.txt" give one message, so that two databases of
    # the same pages have the same content.
    message = (
        f"the page of season {season} ({Path(file).name}) is gone; the season stays as it was"
        f" loaded: put the page back, or run copaperu forget {season} --by NAME"
    )
    return Finding(CODE, "warning", message, title, None, season)


def _store(connection: Connection, finding: Finding, revision_key: str) -> RowCounts:
    """Write the finding, unless an earlier run did."""
    key = f"{finding.season}/{CODE}/1"
    if connection.scalar(select(FINDING.c.key).where(FINDING.c.key == key)) is not None:
        return RowCounts(unchanged=1)
    row = {
        "key": key,
        "season": finding.season,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "revision_key": revision_key,
    }
    connection.execute(insert(FINDING), row)
    return RowCounts(inserted=1)
