"""Dates as pages write them, English and Spanish, whole or in part."""

import calendar
import re

from pipeline.domain.names import fold

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
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|o|°|\.o)?"
# what may follow a date: a bracket, a time of day, a weekday
_TAIL = re.compile(
    r"\s*(?:\([^()]*\)|,? (?:at |a las )?\d{1,2}[:.]\d{2}\b.*|,? (?:\w+day|lunes|martes|miercoles"
    r"|jueves|viernes|sabado|domingo))$"
)
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?",
        rf"(?P<day>\d{{1,2}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_YEAR}",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})",
        rf"{_WEEKDAY}{_DAY} (?:de |of )?{_MONTH}(?:,? (?:de |del )?{_YEAR})?",
        rf"{_WEEKDAY}{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"{_MONTH},? (?:de |del )?{_YEAR}",
        _YEAR,
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


def _days(year: int | None, month: int) -> int:
    """Return how many days the month has; February has 29 where the year is not known."""
    return calendar.monthrange(year or 2000, month)[1]
