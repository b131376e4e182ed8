"""The list of editions: `editions.csv`, one line for each, every cell with its source."""

from collections.abc import Collection, Mapping
from pathlib import Path

from pipeline.domain.edition import Edition
from pipeline.domain.keys import slug
from pipeline.domain.match import Club
from pipeline.domain.season import code_of
from pipeline.reference.clubs import ClubFile
from pipeline.reference.data_file import CellRule, TableRow, read_table
from pipeline.reference.departments import Departments
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
_FINAL_BY_WORD = {"yes": True, "no": False, "": None}


def read_editions(path: Path, clubs: ClubFile, departments: Departments) -> Mapping[str, Edition]:
    """Read a list of editions; return each by its season, in order.

    clubs, departments: who the names of champions and runners-up mean
    raises: DataFileError for a cell without its source, a source without its cell, two lines of
            one season, a word in `final` that is not yes or no
    """
    editions: dict[str, Edition] = {}
    for row in read_table(path, COLUMNS):
        _check_row(row, editions)
        editions[row["season"]] = _read_edition(row, clubs, departments)
    return dict(sorted(editions.items()))


def _check_row(row: TableRow, seasons: Collection[str]) -> None:
    """Raise DataFileError for the first thing that is wrong with the line."""
    row.require_season("season")
    season = row["season"]
    has_format = row["format"] != "" or row["final"] != ""
    # A name that nobody is cited for is a rumour, and a source without a name says nothing.
    uncited = "leave both blank if nobody is cited"
    rules: list[CellRule] = [
        (
            "season",
            season not in seasons,
            f"season {season!r}: write each season once, such as 1997",
        ),
        ("final", row["final"] in _FINAL_BY_WORD, f"{row['final']!r}: write yes, no or nothing"),
        (
            "champion",
            (row["champion"] == "") == (row["champion_source"] == ""),
            f"goes with champion_source: {uncited}",
        ),
        (
            "runner_up",
            (row["runner_up"] == "") == (row["runner_up_source"] == ""),
            f"goes with runner_up_source: {uncited}",
        ),
        (
            "format_source",
            has_format == (row["format_source"] != ""),
            "goes with format or final: leave all blank if nobody is cited",
        ),
    ]
    row.check(rules)


def _read_edition(row: TableRow, clubs: ClubFile, departments: Departments) -> Edition:
    season = row["season"]
    stated = {column: row[column] or None for column in COLUMNS}
    champions = _clubs_meant(row["champion"], season, clubs, departments)
    runners_up = _clubs_meant(row["runner_up"], season, clubs, departments)
    return Edition(
        season=season,
        champion=stated["champion"],
        champion_source=stated["champion_source"],
        runner_up=stated["runner_up"],
        runner_up_source=stated["runner_up_source"],
        format=stated["format"],
        format_source=stated["format_source"],
        final=_FINAL_BY_WORD[row["final"]],
        note=stated["note"],
        champion_clubs=champions,
        champion_names=_names_of(champions, season, clubs),
        runner_up_clubs=runners_up,
        runner_up_names=_names_of(runners_up, season, clubs),
    )


def _clubs_meant(
    name: str, season: str, clubs: ClubFile, departments: Departments
) -> frozenset[Club]:
    """Return the clubs that the file of clubs means by the name, with or without its place."""
    if not name:
        return frozenset()
    # "Alfonso Ugarte (Puno)": also "Alfonso Ugarte", if the club is of Puno
    names = [name]
    department = None
    suffix = bracket(name)
    if suffix:
        names.append(suffix.stem)
        department = departments.of_place(suffix.inside)
    clubs_meant = set()
    for spelling in names:
        for line in clubs.lines_named(spelling, season):
            club = clubs.clubs[line.key]
            # "Alfonso Ugarte (Puno)" is not Alfonso Ugarte de Chiclín of La Libertad
            if code_of(department) in {None, club.department}:
                clubs_meant.add(club)
    return frozenset(clubs_meant)


def _names_of(wanted: frozenset[Club], season: str, clubs: ClubFile) -> frozenset[str]:
    """Return the names of the clubs in the season, made comparable."""
    names = set()
    for line in clubs.lines:
        if clubs.clubs[line.key] in wanted and line.holds_in(season):
            names.add(slug(line.name))
    return frozenset(names)
