"""The dates of matches: what the page prints, completed by the season and the order of rounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.domain.keys import fold
from pipeline.domain.partial_date import PartialDate
from pipeline.reference.calendar import Calendar
from pipeline.values.dates import names_impossible_date, parse_first_and_last_day, parse_shared_date

Precision = Literal["day", "month", "year", "none"]
Problem = Literal["unreadable-date", "impossible-date"]

_NOT_YET_KNOWN = {
    "", "tbd", "tba", "tbc", "a confirmar", "por confirmar", "por definir",
    "?", "-", "–", "—", "−",
}  # fmt: skip
_FEBRUARY, _JUNE, _SEPTEMBER = 2, 6, 9


@dataclass(frozen=True, slots=True)
class MatchDate:
    """A date as exact as its precision says; a problem only where the page prints one.

    date: as text, `1997-11-30`, `1997-11` or `1997`
    """

    date: str | None
    precision: Precision
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class StatedDate:
    """What a match fact says of its date: the date if one was read, and the text as printed."""

    date: PartialDate | None
    printed: str

    @property
    def lacks_year(self) -> bool:
        """Whether the date states a month and no year; a range that was not read is no date."""
        return self.date is not None and self.date.year is None


@dataclass(frozen=True, slots=True)
class _SeasonYears:
    """In which year the months of a season were.

    season:   its label, such as `1997` or `2016–17`
    calendar: the months of which people know that they were in another year
    """

    season: str
    calendar: Calendar

    @property
    def own_year(self) -> int:
        return int(self.season[:4])

    def year_of(self, date: PartialDate, *, after_september: bool) -> int:
        """Return the year of a date: the one it states, else that of its month in the season."""
        if date.year is not None:
            return date.year
        month = date.month or 0
        # "30 November", then "4 January": a season still played in September may end so
        if after_september and month <= _FEBRUARY:
            return self.own_year + 1
        # the calendar: the final of 1993 was played in January 1994
        return self.calendar.get((self.season, f"{month:02}"), self.own_year)


def date_matches(
    stated_dates: Sequence[StatedDate], season: str, calendar: Calendar
) -> list[MatchDate]:
    """Return the date of each match, in the same order.

    stated_dates: in page order, for a season goes on as its page does
    season:       its label
    calendar:     the months that were in another year than their season
    """
    years = _SeasonYears(season, calendar)
    september = PartialDate(years.own_year, _SEPTEMBER)
    after_september = False
    match_dates: list[MatchDate] = []
    for position, stated in enumerate(stated_dates):
        days = _read_days(stated)
        if not days:
            match_dates.append(MatchDate(None, "none", _problem_of(stated.printed)))
            continue
        days = _complete_years(days, years, after_september=after_september)
        if not all(day.is_in_calendar for day in days):
            match_dates.append(MatchDate(None, "none", "impossible-date"))
            continue
        # "20 January", "28 March", "10 December": the season began in its January
        if stated.lacks_year and not after_september:
            later_dates = [later.date for later in stated_dates[position + 1 :]]
            if _continue_in_year(later_dates, years.own_year):
                days = (days[0].in_year(years.own_year),)
        if days[0] >= september:
            after_september = True
        match_dates.append(_as_match_date(days))
    return match_dates


def _read_days(stated: StatedDate) -> tuple[PartialDate, ...]:
    """Return the date, the two ends of a range, or nothing."""
    if stated.date is not None:
        return (stated.date,)
    # "30 November – 2 December 1997"
    first_and_last_day = parse_first_and_last_day(stated.printed)
    if first_and_last_day is not None:
        return first_and_last_day
    # "2–3 December 1997" is read as December 1997
    shared_date = parse_shared_date(stated.printed)
    if shared_date is not None:
        return (shared_date,)
    return ()


def _problem_of(printed: str) -> Problem | None:
    """Return why nothing is read from the text, None if it says that the date is not known."""
    if fold(printed) in _NOT_YET_KNOWN:
        return None
    # "31 February" has the form of a date, "some Sunday" has none
    return "impossible-date" if names_impossible_date(printed) else "unreadable-date"


def _complete_years(
    days: tuple[PartialDate, ...], years: _SeasonYears, *, after_september: bool
) -> tuple[PartialDate, ...]:
    """Return the date, or the ends of the range, with their years."""
    if len(days) == 1:
        (day,) = days
        return (day.in_year(years.year_of(day, after_september=after_september)),)
    first, last = days
    # "28 December – 4 January": the last day is never before the first
    years_crossed = 1 if first.without_year() > last.without_year() else 0
    # "28 December – 4 January 1998": the year behind the last day gives that of the first
    if first.year is None and last.year is not None:
        return first.in_year(last.year - years_crossed), last
    first_year = years.year_of(first, after_september=after_september)
    last_year = first_year + years_crossed if last.year is None else last.year
    return first.in_year(first_year), last.in_year(last_year)


def _continue_in_year(later_dates: Iterable[PartialDate | None], year: int) -> bool:
    """Whether the dates are of this year, as far as they state one, and reach its June."""
    reaches_june = False
    for date in later_dates:
        if date is None:
            continue
        if date.year is not None and date.year != year:
            return False
        if date.month is not None and date.month >= _JUNE:
            reaches_june = True
    return reaches_june


def _as_match_date(days: tuple[PartialDate, ...]) -> MatchDate:
    """Return the date; of a range what its ends share, as a match was on one of its days."""
    if len(days) == 1:
        (date,) = days
        return MatchDate(str(date), date.precision)
    first, last = days
    shared = first.shared_with(last)
    # "28 December – 4 January": the days share not even a year
    if shared is None:
        return MatchDate(None, "none")
    return MatchDate(str(shared), shared.precision)
