"""Dates as pages write them, English and Spanish, whole or in part."""

import re
from collections.abc import Iterable, Mapping

from pipeline.domain.keys import fold
from pipeline.domain.partial_date import PartialDate

_LONGEST_DATE = 200  # characters; pages need 31: "30 de septiembre de 2012, 15:30"

_MONTHS = {
    **dict.fromkeys(("january", "jan", "enero", "ene"), 1),
    **dict.fromkeys(("february", "feb", "febrero"), 2),
    **dict.fromkeys(("march", "mar", "marzo"), 3),
    **dict.fromkeys(("april", "apr", "abril", "abr"), 4),
    **dict.fromkeys(("may", "mayo"), 5),
    **dict.fromkeys(("june", "jun", "junio"), 6),
    **dict.fromkeys(("july", "jul", "julio"), 7),
    **dict.fromkeys(("august", "aug", "agosto", "ago"), 8),
    # Peru writes "setiembre"
    **dict.fromkeys(("september", "sept", "sep", "septiembre", "setiembre", "set"), 9),
    **dict.fromkeys(("october", "oct", "octubre"), 10),
    **dict.fromkeys(("november", "nov", "noviembre"), 11),
    **dict.fromkeys(("december", "dec", "diciembre", "dic"), 12),
}

# What may stand behind a date.
_TAIL = re.compile(
    r"\s*(?:"
    # a bracket: "30 November 1997 (Sunday)"
    r"\([^()]*\)"
    # a note mark: "30 de noviembre de 1997[1]"
    r"|\[\w{1,3}\]"
    # a time of day: "17 January 2021, 22:10", "2 May at 15:30 (UTC-5)"
    r"|,? (?:at |a las )?\d{1,2}[:.]\d{2}\b.*"
    # a weekday: "30 November 1997, Sunday", "30/11/1997 domingo"
    r"|,? (?:\w+day|lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
    r")$"
)

_YEAR = r"(?P<year>\d{4})"
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
# "30", "1st", "1ro", "1.º"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|e?ro\.?|o|°|\.o)?"
# "Sunday, ", "Sáb. "
_WEEKDAY = r"(?:[^\W\d_]+\.?,? +)?"
_MARK = r" ?(?P<mark>[-–/.]) ?"

_DATE_FORMS = [
    re.compile(form)
    for form in (
        # "1997-11-30", "1997-11"
        rf"{_YEAR}-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?",
        # "1997/11/30"
        rf"{_YEAR}(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
        # "30/11/1997", "30 - 11 - 1997", "Sáb. 29-11-1997"
        rf"{_WEEKDAY}(?P<day>\d{{1,2}}){_MARK}(?P<month>\d{{1,2}}) ?(?P=mark) ?{_YEAR}",
        # "30/11"; "30-11" may be a score
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})",
        # "30-Nov-1997"
        rf"{_DAY}-{_MONTH}(?:-{_YEAR})?",
        # "30 November", "Domingo 7 de diciembre de 1997"
        rf"{_WEEKDAY}{_DAY} (?:de |of )?{_MONTH}(?:,? (?:de |del )?{_YEAR})?",
        # "Nov 30", "November 30, 1997"
        rf"{_WEEKDAY}{_MONTH} {_DAY}(?:,? {_YEAR})?",
        # "November 1997", "febrero de 2010"
        rf"{_MONTH},? (?:de |del )?{_YEAR}",
        # "1997"
        _YEAR,
    )
]

_TO = r"(?:-|–|—|/|y|e|and|&|al?|to)"
# "2–3", "del 3 al 15", "2, 5 y 9"
_DAYS = rf"(?:del )?(?P<day>\d{{1,2}})(?:, ?\d{{1,2}})* ?{_TO} ?(?P<last>\d{{1,2}})"
_DAYS_OF_ONE_MONTH = [
    re.compile(form)
    for form in (
        # "2017-12-02/03"
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})/(?P<last>\d{{2}})",
        # "7 y 14 de noviembre", "2–3 December 2017"
        rf"{_DAYS} (?:de |of )?{_MONTH}(?:,? (?:de |del )?{_YEAR})?",
        # "December 2–3, 2017"
        rf"{_MONTH} {_DAYS}(?:,? {_YEAR})?",
    )
]

_LAST_MONTH = r"(?P<last_month>[^\W\d_]+)"
# "30 ", "2nd ", "30 de "
_DAY_OF = r"\d{1,2}(?:st|nd|rd|th|o|°)? (?:de )?"
_TWO_MONTHS = [
    re.compile(form)
    for form in (
        # "30 November – 2 December 1997", "del 30 de noviembre al 2 de diciembre de 1997"
        rf"(?:del )?{_DAY_OF}{_MONTH} ?{_TO} ?{_DAY_OF}{_LAST_MONTH} (?:de )?{_YEAR}",
        # "November–December 1997"
        rf"{_MONTH} ?{_TO} ?{_LAST_MONTH} (?:de )?{_YEAR}",
    )
]

# Between the two days of a range. The words need their blanks: "mayo" has a "y".
_BETWEEN_DAYS = re.compile(r" ?[-–—/&] ?| (?:y|e|and|al?|to) ")


def parse_date(text: str) -> str | None:
    """Read a date as facts keep it: `1997-11-30`, `1997-11`, `1997`, or `--11-30` without a year.

    returns: None for anything else, a day that the calendar lacks among it
    """
    date = parse_partial_date(text)
    return None if date is None else str(date)


def parse_partial_date(text: str) -> PartialDate | None:
    """Read a date; None for anything else, a day that the calendar lacks among it."""
    date = _match_form(_DATE_FORMS, _fold_date(text))
    if date is None:
        return None
    parts = date.groupdict()
    return _build_date(parts.get("year"), parts.get("month"), parts.get("day"))


def parse_whole_day(text: str) -> PartialDate | None:
    """Read a date to the day, with its year or without; None for anything else."""
    date = parse_partial_date(text)
    if date is None or date.precision != "day":
        return None
    return date


def parse_shared_date(text: str) -> PartialDate | None:
    """Read a range of days or months; return what all its days share, which is certain.

    returns: `2017-12` for days of one month, `--12` without a year, `2017` for two months; None for
             anything else, an impossible day among it
    """
    folded_date = _fold_date(text)
    days = _match_form(_DAYS_OF_ONE_MONTH, folded_date)
    if days is not None:
        return _month_of_days(days.groupdict())
    months = _match_form(_TWO_MONTHS, folded_date)
    if months is not None:
        return _year_of_months(months.groupdict())
    return None


def parse_first_and_last_day(text: str) -> tuple[PartialDate, PartialDate] | None:
    """Read the two days of `30 November – 2 December`; None for anything else.

    returns: a day without a year where none is behind it; one behind the last is not given to both
    """
    folded_date = _fold_date(text).removeprefix("del ")
    # "30-11-1997 – 2-12-1997": one of the marks has a whole day on both sides
    for mark in _BETWEEN_DAYS.finditer(folded_date):
        first = parse_whole_day(folded_date[: mark.start()])
        last = parse_whole_day(folded_date[mark.end() :])
        if first is not None and last is not None:
            return first, last
    return None


def names_impossible_date(text: str) -> bool:
    """Whether the text has the form of a date or range that the calendar lacks: 31 February."""
    folded_date = _fold_date(text)
    names_a_month = False
    for form in (*_DATE_FORMS, *_DAYS_OF_ONE_MONTH):
        found = form.fullmatch(folded_date)
        month = found.groupdict().get("month") if found else None
        # "32 de tarzo" has the form of a date, but who knows what it means
        if month and _month_number(month) is not None:
            names_a_month = True
    is_read = parse_partial_date(text) is not None or parse_shared_date(text) is not None
    return names_a_month and not is_read


def _fold_date(text: str) -> str:
    """Return the text folded and without what stands behind the date; empty if it is too long."""
    # half a page in a cell is no date, and the forms would try each of its words as a month
    if len(text) > _LONGEST_DATE:
        return ""
    return _TAIL.sub("", fold(text)).strip(" ,")


def _match_form(forms: Iterable[re.Pattern[str]], folded_date: str) -> re.Match[str] | None:
    """Return the date by the first form that fits, None if none does."""
    fits = (form.fullmatch(folded_date) for form in forms)
    return next(filter(None, fits), None)


def _build_date(year: str | None, month: str | None, day: str | None) -> PartialDate | None:
    """Return the date of the parts as printed; None if the calendar has no such date."""
    month_number = None
    if month:
        month_number = _month_number(month)
        # "32 de tarzo"
        if month_number is None:
            return None
    year_number = int(year) if year else None
    day_number = int(day) if day else None
    date = PartialDate(year_number, month_number, day_number)
    return date if date.is_in_calendar else None


def _month_number(month: str) -> int | None:
    return int(month) if month.isdigit() else _MONTHS.get(month)


def _month_of_days(parts: Mapping[str, str | None]) -> PartialDate | None:
    """Return the month of a range of days: `2–3 December 2017` is in December 2017."""
    first = _build_date(parts.get("year"), parts["month"], parts["day"])
    last = _build_date(parts.get("year"), parts["month"], parts["last"])
    # "31 y 32 de enero"
    if first is None or last is None:
        return None
    return first.shared_with(last)


def _year_of_months(parts: Mapping[str, str | None]) -> PartialDate | None:
    """Return the year of a range over two months: `November–December 1997` is in 1997."""
    first = _build_date(parts["year"], parts["month"], None)
    last = _build_date(parts["year"], parts["last_month"], None)
    # "December – January 1998" began in the year before
    if first is None or last is None or first > last:
        return None
    return PartialDate(first.year)
