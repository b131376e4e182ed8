"""Dates as pages write them, English and Spanish, whole or in part."""

import calendar
import re
from collections.abc import Mapping

from pipeline.domain.folding import fold

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "jan feb mar apr - jun jul aug sep oct nov dec",
        "ene - - abr - - - ago - - - dic",
    )
    for number, name in enumerate(names.split(), 1)
    if name != "-"
} | {"setiembre": 9, "sept": 9, "set": 9}

_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:[^\W\d_]+\.?,? +)?"
_MARK = r" ?(?P<mark>[-–/.]) ?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|e?ro\.?|o|°|\.o)?"
# what may follow a date: a bracket, a time of day, a weekday
_TAIL = re.compile(
    r"\s*(?:\([^()]*\)|\[\w{1,3}\]|,? (?:at |a las )?\d{1,2}[:.]\d{2}\b.*"
    r"|,? (?:\w+day|lunes|martes|miercoles|jueves|viernes|sabado|domingo))$"
)
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?",
        rf"{_YEAR}(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}}){_MARK}(?P<month>\d{{1,2}}) ?(?P=mark) ?{_YEAR}",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})",
        rf"{_DAY}-{_MONTH}(?:-{_YEAR})?",
        rf"{_WEEKDAY}{_DAY} (?:de |of )?{_MONTH}(?:,? (?:de |del )?{_YEAR})?",
        rf"{_WEEKDAY}{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"{_MONTH},? (?:de |del )?{_YEAR}",
        _YEAR,
    )
]

_TO = r"(?:-|–|—|/|y|e|and|&|al?|to)"
_DAYS = rf"(?:del )?(?P<day>\d{{1,2}})(?:, ?\d{{1,2}})* ?{_TO} ?(?P<last>\d{{1,2}})"
_NEXT = r"(?P<next>[^\W\d_]+)"
_ANY_DAY = r"\d{1,2}(?:st|nd|rd|th|o|°)?"
_TO_THE_DAY = re.compile(r"-\d\d-\d\d$")
_BETWEEN = re.compile(r" ?[-–—/&] ?| (?:y|e|and|al?|to) ")
_PERIODS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})/(?P<last>\d{{2}})",
        rf"{_DAYS} (?:de |of )?{_MONTH}(?:,? (?:de |del )?{_YEAR})?",
        rf"{_MONTH} {_DAYS}(?:,? {_YEAR})?",
        rf"(?:del )?{_ANY_DAY} (?:de )?{_MONTH} ?{_TO} ?{_ANY_DAY} (?:de )?{_NEXT} (?:de )?{_YEAR}",
        rf"{_MONTH} ?{_TO} ?{_NEXT} (?:de )?{_YEAR}",
    )
]


def parse_date(text: str) -> str | None:
    """Read a date; None for anything else, a day that the calendar lacks among it.

    returns: `1997-11-30`, `1997-11` or `1997`, as much as the text says; `--11-30` without a year
    """
    folded = fold(text)
    bare = _TAIL.sub("", folded).strip(" ,")
    for form in _FORMS:
        if found := form.fullmatch(bare):
            parts = found.groupdict()
            return date_of(parts.get("year"), parts.get("month"), parts.get("day"))
    return None


def parse_period(text: str) -> str | None:
    """Read a range of days or months; what the whole range shares is certain.

    returns: `2017-12` for days of one month, `--12` without a year, `2017` for two months; None for
             anything else, an impossible day among it
    """
    undated = _TAIL.sub("", fold(text)).strip(" ,")
    for form in _PERIODS:
        found = form.fullmatch(undated)
        if found and (parts := found.groupdict()).get("month"):
            return _shared(parts)
    return None


def parse_ends(text: str) -> tuple[str, str] | None:
    """Read the two days of `30 November – 2 December`; None for anything else.

    returns: each as `parse_date` has it, so `--11-30` where no year is behind it or behind the last
    """
    undated = _TAIL.sub("", fold(text)).strip(" ,").removeprefix("del ")
    for mark in _BETWEEN.finditer(undated):
        first, last = parse_date(undated[: mark.start()]), parse_date(undated[mark.end() :])
        if first and last and all(_TO_THE_DAY.search(date) for date in (first, last)):
            return first, last
    return None


def names_impossible_date(text: str) -> bool:
    """Whether the text has the form of a date or range that the calendar lacks: 31 February."""
    undated = _TAIL.sub("", fold(text)).strip(" ,")
    forms = (*_FORMS, *_PERIODS)
    parts = (found.groupdict() for form in forms if (found := form.fullmatch(undated)))
    months = (part["month"] for part in parts if part.get("month") and not part.get("next"))
    known = any(month.isdigit() or month in _MONTHS for month in months)
    return known and parse_date(text) is None and parse_period(text) is None


def date_of(year: str | None, month: str | None, day: str | None) -> str | None:
    """Put a date together from its parts as printed; None if the calendar has no such date."""
    number = _MONTHS.get(month) if month and not month.isdigit() else int(month or 0)
    if number is None or (month and not 1 <= number <= 12):  # noqa: PLR2004 - months
        return None
    if day and not 1 <= int(day) <= _days(int(year) if year else None, number):
        return None
    if not month:
        return f"{int(year):04}" if year else None
    if not day:
        return f"{int(year):04}-{number:02}" if year else None
    return f"{int(year):04}-{number:02}-{int(day):02}" if year else f"--{number:02}-{int(day):02}"


def _shared(parts: Mapping[str, str | None]) -> str | None:
    """Return the month of a range of days, the year of one that crosses months."""
    year, month = parts.get("year"), parts["month"]
    if not parts.get("last"):
        ends = [date_of(year, name, None) for name in (month, parts["next"])]
        return ends[0][:4] if ends[0] and ends[1] and ends[0] <= ends[1] else None
    days = [date_of(year, month, day) for day in (parts["day"], parts["last"])]
    return days[0][:-3] if days[0] and days[1] else None


def _days(year: int | None, month: int) -> int:
    """Return how many days the month has; February has 29 where the year is not known."""
    return calendar.monthrange(year or 2000, month)[1]
