"""The dates of matches: what the page prints, completed by the season and the order of rounds."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.domain.folding import fold
from pipeline.reference.calendar import Calendar
from pipeline.values.dates import names_impossible_date, parse_ends, parse_period

Precision = Literal["day", "month", "year", "none"]
Problem = Literal["unreadable-date", "impossible-date"]
_PRECISIONS: dict[int, Precision] = {10: "day", 7: "month", 4: "year", 0: "none"}
_OPEN = {"", "tbd", "tba", "tbc", "a confirmar", "por confirmar", "por definir"}
_OPEN |= set("?-–—−")
_WINTER = "06"  # what comes before a later winter or spring is of the season's own year
_AUTUMN, _SUMMER = "09", {"01", "02"}  # a season that is still played in September may end so


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as exact as its precision says; a problem only where the page prints one.

    begins: the first day of a range whose ends share no month
    """

    date: str | None
    precision: Precision
    problem: Problem | None = None
    begins: str | None = None


UNDATED = Dated(None, "none")


def dated(
    stated: Iterable[tuple[str | None, str | None]], season: str, years: Calendar
) -> Iterator[Dated]:
    """Yield the date of each match; one without a year is in the season's, or the next January.

    stated: in page order, `1997-11-30`, `1997-11`, `1997`, `--11-30` or None, and the printed text
    season: its label, such as `1997`
    years:  of months that were in another year than their season
    """
    late, pairs = False, list(stated)
    for at, (date, text) in enumerate(pairs):
        found = _dated(date, text or "", season, years, late=late)
        if found.date and not late and _goes_on(pairs[at + 1 :], season):
            found = _in_own_year(found, date, season)
        late = late or (found.begins or found.date or "")[:7] >= f"{season[:4]}-{_AUTUMN}"
        yield found


def _goes_on(later: Iterable[tuple[str | None, str | None]], season: str) -> bool:
    """Whether the season's own year goes on for months, by the dates that follow."""
    months = (date[2:4] if date.startswith("--") else date[5:7] for date, _ in later if date)
    years = (date[:4] for date, _ in later if date and not date.startswith("--"))
    return all(year == season[:4] for year in years) and any(month >= _WINTER for month in months)


def _in_own_year(found: Dated, stated: str | None, season: str) -> Dated:
    """Return a date that states no year in the season's own: the order of dates says so."""
    if stated is None or not stated.startswith("--") or found.date is None:
        return found
    return replace(found, date=f"{season[:4]}{found.date[4:]}")


def _dated(date: str | None, text: str, season: str, years: Calendar, *, late: bool) -> Dated:
    if date is None and (ends := parse_ends(text)):
        return _range(*ends, season, years, late=late)
    stated = date or parse_period(text)
    if stated is None:
        return UNDATED if fold(text) in _OPEN else Dated(None, "none", _problem(text))
    stated = _with_year(stated, season, years, late=late)
    if not _is_in_calendar(stated):
        return Dated(None, "none", "impossible-date")
    return Dated(stated, _PRECISIONS[len(stated)])


def _range(first: str, last: str, season: str, years: Calendar, *, late: bool) -> Dated:
    """Return what the ends of a range share: a month, a year or nothing."""
    first, last = _with_years(first, last, season, years, late=late)
    if not (_is_in_calendar(first) and _is_in_calendar(last)):
        return Dated(None, "none", "impossible-date")
    shared = next((first[:n] for n in (7, 4) if first[:n] == last[:n]), None)
    return Dated(shared, _PRECISIONS[len(shared or "")], begins=first)


def _with_years(
    first: str, last: str, season: str, years: Calendar, *, late: bool
) -> tuple[str, str]:
    """Return both ends of a range with their years: the last is not before the first."""
    turns = first[-5:] > last[-5:]
    if first.startswith("--") and not last.startswith("--"):
        return f"{int(last[:4]) - turns}{first[1:]}", last
    first = _with_year(first, season, years, late=late)
    return first, f"{int(first[:4]) + turns}{last[1:]}" if last.startswith("--") else last


def _with_year(stated: str, season: str, years: Calendar, *, late: bool) -> str:
    if not stated.startswith("--"):
        return stated
    return f"{_year(stated[2:4], season, years, late=late)}{stated[1:]}"


def _problem(text: str) -> Problem:
    return "impossible-date" if names_impossible_date(text) else "unreadable-date"


def _year(month: str, season: str, years: Calendar, *, late: bool) -> int:
    """Return the year of a month: the next one after the season's autumn, or as the file says."""
    first = int(season[:4])
    if late and month in _SUMMER:
        return first + 1
    return years.get((season, month), first)


def _is_in_calendar(date: str) -> bool:
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return not day or int(day) <= calendar.monthrange(int(year), int(month))[1]
