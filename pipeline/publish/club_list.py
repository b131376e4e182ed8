"""The clubs of the database, read from the views."""

from sqlalchemy import Engine

from pipeline.publish.view_rows import ViewRow, read_rows

_CLUBS = """
    SELECT club.team_key, club.team, club.department, club.town,
           COUNT(DISTINCT name.season) AS seasons
    FROM report_club AS club JOIN report_club_name AS name ON name.team_key = club.team_key
    GROUP BY club.team_key, club.team, club.department, club.town
    ORDER BY club.team, club.team_key
"""
_NAMES = """
    SELECT team_key, season, team_printed, origin FROM report_club_name
    ORDER BY season, team_printed, team_key
"""
_MATCHES = """
    SELECT season, stage, grp, round, date, opponent, home, goals_for, goals_against, result
    FROM report_team_match WHERE team = :team ORDER BY season, date, match_key
"""
_UNRESOLVED_NAMES = """
    SELECT season, code, message, page, line FROM report_finding
    WHERE code IN ('unknown-club', 'ambiguous-club') ORDER BY season, page, line, message
"""
_READINGS = """
    SELECT season, message, page, line FROM report_finding
    WHERE code = 'resolved-in-group' ORDER BY season, page, line, message
"""
_ENTRIES = """
    SELECT DISTINCT season, team_key AS key, team_printed AS printed,
        department_code AS department, location, page
    FROM report_entry WHERE department_code IS NOT NULL
    ORDER BY season, key, location, printed
"""


def read_clubs(engine: Engine) -> list[ViewRow]:
    """Return every club that a loaded page names, with its place and the number of its seasons."""
    return read_rows(engine, _CLUBS)


def read_names(engine: Engine) -> list[ViewRow]:
    """Return every spelling of every club by season."""
    return read_rows(engine, _NAMES)


def read_matches(engine: Engine, team: str) -> list[ViewRow]:
    """Return the matches of a club by its unique name."""
    return read_rows(engine, _MATCHES, team=team)


def read_unresolved_names(engine: Engine) -> list[ViewRow]:
    """Return the findings of names that nothing settles."""
    return read_rows(engine, _UNRESOLVED_NAMES)


def read_readings(engine: Engine, key: str, season: str | None = None) -> list[ViewRow]:
    """Return why short names were read as the club, by default in every season."""
    readings: list[ViewRow] = []
    for row in read_rows(engine, _READINGS):
        # "'S. Lago' read as sport-lago-ica: the only club of its table that the name fits; …"
        is_of_club = f" read as {key}: " in row["message"]
        if is_of_club and season in {None, row["season"]}:
            readings.append(row)
    return readings


def read_entries(engine: Engine) -> list[ViewRow]:
    """Return where and when the team lists have each club."""
    return read_rows(engine, _ENTRIES)
