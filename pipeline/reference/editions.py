"""The list of editions: `editions.csv`, one line for each, every cell with its source."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from pipeline.domain.edition import Edition
from pipeline.domain.match import Club
from pipeline.domain.names import slug
from pipeline.reference.club_file import club_file
from pipeline.reference.data_file import DataFileError, packaged, rows
from pipeline.reference.departments import department_of
from pipeline.values.club_names import bracket

COLUMNS = (
    "season",
    "champion",
    "champion_source",
    "runner_up",
    "runner_up_source",
    "format",
    "format_source",
    "final",
    "note",
)
_FINAL = {"yes": True, "no": False, "": None}


@cache
def editions() -> tuple[Edition, ...]:
    """Return the list that comes with the program, by season."""
    return read_editions(packaged("editions.csv"))


def edition(season: str) -> Edition | None:
    """Return what the list says of the season."""
    return next((one for one in editions() if one.season == season), None)


def read_editions(source: Traversable | Path) -> tuple[Edition, ...]:
    """Read a list of editions.

    raises: DataFileError for a cell without its source, a source without its cell, two lines of
            one season
    """
    found: dict[str, Edition] = {}
    for number, row in rows(source, COLUMNS):
        if problem := _problem(row, found):
            message = f"{source.name}:{number}: {problem}"
            raise DataFileError(message)
        found[row["season"]] = _edition(row)
    return tuple(found[season] for season in sorted(found))


def _problem(row: dict[str, str], before: dict[str, Edition]) -> str | None:
    """Return what is wrong with the line, with what to do."""
    if not row["season"][:4].isdigit() or row["season"] in before:
        return f"season {row['season']!r}: write each season once, such as 1997"
    if row["final"] not in _FINAL:
        return f"final is {row['final']!r}: write yes, no or nothing"
    for cell in ("champion", "runner_up"):
        if bool(row[cell]) != bool(row[f"{cell}_source"]):
            return f"{cell} and {cell}_source go together: leave both blank if nobody is cited"
    if bool(row["format"] or row["final"]) != bool(row["format_source"]):
        return "format_source goes with format or final: leave all blank if nobody is cited"
    return None


def _edition(row: dict[str, str]) -> Edition:
    season = row["season"]
    champions, runners_up = (_clubs(row[cell], season) for cell in ("champion", "runner_up"))
    return Edition(
        season=season,
        champion=row["champion"] or None,
        champion_source=row["champion_source"] or None,
        runner_up=row["runner_up"] or None,
        runner_up_source=row["runner_up_source"] or None,
        format=row["format"] or None,
        format_source=row["format_source"] or None,
        final=_FINAL[row["final"]],
        note=row["note"] or None,
        champion_clubs=champions,
        champion_names=_names(champions, season),
        runner_up_clubs=runners_up,
        runner_up_names=_names(runners_up, season),
    )


def _clubs(name: str, season: str) -> frozenset[Club]:
    """Return the clubs that the clubs data file means by the name, or by it without its place."""
    file = club_file()
    last = bracket(name)
    names = [name, last.stem] if last else [name]
    lines = [line for one in names if one for line in file.named(one, season)]
    home = department_of(last.inside) if last else None
    clubs = {file.clubs[line.key] for line in lines}
    return frozenset(club for club in clubs if not home or club.department == home.code)


def _names(clubs: frozenset[Club], season: str) -> frozenset[str]:
    """Return the names of the clubs in the season, made comparable."""
    file = club_file()
    lines = (line for line in file.lines if file.clubs[line.key] in clubs)
    return frozenset(slug(line.name) for line in lines if line.holds_in(season))
