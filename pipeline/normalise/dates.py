"""The dates of matches: what the page prints, completed by the season and the order of rounds."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.domain.names import fold
from pipeline.normalise.data_file import packaged, rows
from pipeline.values.dates import names_impossible_date, parse_period

Precision = Literal["day", "month", "year", "none"]
Problem = Literal["unreadable-date", "impossible-date"]
_PRECISIONS: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}
_OPEN = {"", "tbd", "tba", "tbc", "a confirmar", "por confirmar", "por definir", "?", "-", "–"}
_AUTUMN, _SUMMER = "09", {"01", "02"}  # a season that is still played in September may end so


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as exact as its precision says; a problem only where the page prints one."""

    date: str | None
    precision: Precision
    problem: Problem | None = None


UNDATED = Dated(None, "none")


def dated(stated: Iterable[tuple[str | None, str | None]], season: str) -> Iterator[Dated]:
    """Yield the date of each match; one without a year is in the season's, or the next January.

    stated: in page order, `1997-11-30`, `1997-11`, `1997`, `--11-30` or None, and the printed text
    season: its label, such as `1997`
    """
    late = False
    for date, text in stated:
        found = _dated(date, text or "", season, late=late)
        late = late or (found.date or "")[:7] >= f"{season[:4]}-{_AUTUMN}"
        yield found


def _dated(date: str | None, text: str, season: str, *, late: bool) -> Dated:
    stated = date or parse_period(text)
    if stated is None:
        return UNDATED if fold(text) in _OPEN else Dated(None, "none", _problem(text))
    if stated.startswith("--"):
        stated = f"{_year(stated[2:4], season, late=late)}{stated[1:]}"
    if not _is_in_calendar(stated):
        return Dated(None, "none", "impossible-date")
    return Dated(stated, _PRECISIONS[len(stated)])


def _problem(text: str) -> Problem:
    return "impossible-date" if names_impossible_date(text) else "unreadable-date"


def _year(month: str, season: str, *, late: bool) -> int:
    """Return the year of a month: the next one after the season's autumn, or as the file says."""
    first = int(season[:4])
    if late and month in _SUMMER:
        return first + 1
    return _next_years().get((season, month), first)


def _is_in_calendar(date: str) -> bool:
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return not day or int(day) <= calendar.monthrange(int(year), int(month))[1]


@cache
def _next_years() -> dict[tuple[str, str], int]:
    """Read in which year a month of a season was, where it is not the season's own."""
    source = rows(packaged("calendar.csv"), ("season", "month", "year", "source"))
    return {(row["season"], row["month"]): int(row["year"]) for _, row in source}
