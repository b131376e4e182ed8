"""Months of a season that were in another year than its own: `calendar.csv`."""

import re
from collections.abc import Mapping
from pathlib import Path

from pipeline.reference.data_file import read_table

COLUMNS = ("season", "month", "year", "source")
_MONTH_FORM = re.compile(r"0[1-9]|1[0-2]")

Calendar = Mapping[tuple[str, str], int]  # (season, month in two digits) -> year


def read_calendar(path: Path) -> Calendar:
    """Read a calendar; raise DataFileError for what is no season, month or year, or stands twice.

    The final of 1993 was played in January: the row `1993,01,1994` says of which year.
    """
    years: dict[tuple[str, str], int] = {}
    for row in read_table(path, COLUMNS):
        row.require(*COLUMNS)
        row.require_season("season")
        season, month, year = row["season"], row["month"], row["year"]
        season_year = int(season[:4])
        # A season of 1994 can end in January 1995, and an early round was played in December 1993.
        allowed_years = {str(season_year - 1), str(season_year), str(season_year + 1)}
        rules = [
            (
                "month",
                _MONTH_FORM.fullmatch(month) is not None,
                f"{month!r} is not a month: write two digits such as 01",
            ),
            (
                "year",
                year in allowed_years,
                f"{year!r} is not the season's year or one beside it",
            ),
            (
                "month",
                (season, month) not in years,
                "this month of the season stands in the file already",
            ),
        ]
        row.check(rules)
        years[season, month] = int(year)
    return years
