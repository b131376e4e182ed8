"""The clubs of the database, read from the views."""

from typing import Any

from sqlalchemy import Engine, TextClause, text

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
    SELECT DISTINCT season, team_key AS key, team_printed AS printed,
        department_code AS department, location, page
    FROM report_entry WHERE department_code IS NOT NULL
    ORDER BY season, key, location, printed
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


def _rows(engine: Engine, query: TextClause, **values: str) -> list[Row]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(query, values).mappings()]
