"""Months of a season that were in another year than its own: `calendar.csv`."""

import re
from collections.abc import Mapping
from pathlib import Path

from pipeline.reference.data_file import YEAR_FORM, read_table

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
        if not _MONTH_FORM.fullmatch(row["month"]):
            row.reject("month", f"{row['month']!r} is not a month: write two digits such as 01")
        season_year = int(row["season"][:4])
        # A season of 1994 can end in January 1995, and an early round was played in December 1993.
        if not YEAR_FORM.fullmatch(row["year"]) or abs(int(row["year"]) - season_year) > 1:
            row.reject("year", f"{row['year']!r} is not the season's year or one beside it")
        if (row["season"], row["month"]) in years:
            row.reject("month", "this month of the season stands in the file already")
        years[row["season"], row["month"]] = int(row["year"])
    return years
