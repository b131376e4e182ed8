"""The clubs of the database, read from the views."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from sqlalchemy import Engine, TextClause, text

from pipeline.domain.names import fold

Row = dict[str, Any]

_LIST = text(
    """
    SELECT club.team_key, club.team, club.department, club.town,
           COUNT(DISTINCT name.season) AS seasons
    FROM report_club AS club LEFT JOIN report_club_name AS name ON name.team_key = club.team_key
    GROUP BY club.team_key, club.team, club.department, club.town
    ORDER BY club.team, club.team_key
    """
)
_NAMES = text(
    """
    SELECT team_key, season, team_printed, origin FROM report_club_name
    ORDER BY season, team_printed, team_key
    """
)
_MATCHES = text(
    """
    SELECT season, stage, grp, round, date, opponent, home, goals_for, goals_against, result
    FROM report_team_match WHERE team = :team ORDER BY season, date, match_key
    """
)
_FINDINGS = text(
    """
    SELECT season, code, message, page, line FROM report_finding
    WHERE code IN ('unknown-club', 'ambiguous-club') ORDER BY season, page, line, message
    """
)
_ENTRIES = text(
    """
    SELECT DISTINCT team_key, team_printed, department_code, location, season FROM report_entry
    WHERE department_code IS NOT NULL ORDER BY team_key, season, location, team_printed
    """
)


def clubs(engine: Engine) -> list[Row]:
    """Return every club with its place and the number of its seasons."""
    return _rows(engine, _LIST)


def names(engine: Engine) -> list[Row]:
    """Return every spelling of every club by season."""
    return _rows(engine, _NAMES)


def matches(engine: Engine, team: str) -> list[Row]:
    """Return the matches of a club by its unique name."""
    return _rows(engine, _MATCHES, team=team)


def unresolved(engine: Engine) -> list[Row]:
    """Return the findings of names that nothing settles."""
    return _rows(engine, _FINDINGS)


def entries(engine: Engine) -> list[Row]:
    """Return where and when the lists have each club."""
    return _rows(engine, _ENTRIES)


def in_several_towns(entries: Iterable[Row], settled: Container[str]) -> Iterator[str]:
    """Yield the clubs that lists put into several towns: perhaps several clubs of one name.

    settled: keys of which a person has said that they are one club
    """
    for key, rows in _grouped(entries, lambda row: row["team_key"]).items():
        towns = {fold(row["location"]): row for row in rows if row["location"]}
        if len(towns) > 1 and key not in settled:
            places = ", ".join(f"{row['location']} {row['season']}" for row in towns.values())
            yield f"{key}: one club or several? listed in {places}"


def of_one_name(entries: Iterable[Row]) -> Iterator[str]:
    """Yield the clubs of one name in one department: perhaps one club under several keys."""
    names = _grouped(entries, lambda row: (fold(row["team_printed"]), row["department_code"]))
    for (_, code), rows in names.items():
        keys = {row["team_key"]: row["season"] for row in rows}
        if len(keys) > 1:
            shown = ", ".join(f"{key} {season}" for key, season in keys.items())
            yield f"{rows[0]['team_printed']!r} in {code}: several clubs or one? {shown}"


def _grouped(rows: Iterable[Row], name: Callable[[Row], Any]) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return groups


def _rows(engine: Engine, query: TextClause, **values: str) -> list[Row]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(query, values).mappings()]
