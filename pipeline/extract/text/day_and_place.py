"""A day and where its matches were played, on one line: `10 de mayo de 2012, Estadio Nacional`."""

import re
from typing import NamedTuple

from pipeline.domain.keys import fold
from pipeline.values.dates import names_impossible_date, parse_date, parse_shared_date
from pipeline.values.rounds import is_round

# what parts the day and the place: `3 May, Lima`, `3 May – Lima`, `3 May (Lima)`, `3 May at Lima`
_PARTING = re.compile(r"\s?[,:;.]\s+|\s[-–—]\s+|\s(?=\()|\s(?=(?:en|in|at|@)\s)")
# `3 May 2012 – 15:30 – Lima`
_DASH_BEFORE_HOUR = re.compile(r"\s[-–—]\s(?=\d{1,2}:\d{2}\b)")
# one part of `Estadio Monumental, Huaraz`, with a capital in front: no number, no mark
_PART_OF_PLACE = re.compile(r"(?:(?:en|in|at|@)(?: el| the)? )?[^\W\d_a-z][^\d,;:()+*=/]{1,40}")
_BETWEEN_PARTS = re.compile(r",\s+|\s[-–—]\s+")
_MOST_PARTS = 3
# `Sunday, 3 May` has no place in it, and `3 May (Suspendido)` has none either
_NO_PLACE = re.compile(
    r"(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\.?"
    r"|(?:lun|mar|mie|jue|vie|sab|dom)(?:es|tes|rcoles|ves|rnes|ado|ingo)?\.?"
    r"|(?:partido de )?(?:ida|vuelta)|.*\bleg"
    r"|(?:suspendid|postergad|aplazad|anulad|cancelad|jugad|pendiente|postponed|abandoned|awarded"
    r"|cancelled|played|walkover|annulled|void|replay|extra|round|no\b|not\b|libre|descansa|bye\b"
    r"|grupo\b|group\b|serie\b|zona\b|region\b).*"
)


class DayAndPlace(NamedTuple):
    """The day with its hour if it has one, and the place as it stands; "" if there is none."""

    day: str
    place: str


def read_day_and_place(text: str) -> DayAndPlace | None:
    """Read a day or days, alone or beside a place; None for anything else."""
    text = _DASH_BEFORE_HOUR.sub(", ", text)
    parts = [
        (text[: parting.start()], _without_brackets(text[parting.end() :]))
        for parting in _PARTING.finditer(text)
    ]
    # `10 de mayo de 2012, 15:30, Estadio Nacional, Lima`
    for day, place in parts:
        if _is_days(day) and is_place(place):
            return DayAndPlace(day, place)
    # `Estadio Nacional, Lima: 10 de mayo de 2012`; `Lima, 10 de mayo` has the form of a day too
    for place, day in reversed(parts):
        if _is_days(day) and is_place(place):
            return DayAndPlace(day, place)
    return DayAndPlace(text, "") if _is_days(text) else None


def is_day(text: str) -> bool:
    """Whether the text is a date to the day or the month; `1997` alone dates no match."""
    date = parse_date(text)
    return date is not None and "-" in date


def is_place(text: str) -> bool:
    """Whether the text can be where a match was played: a name or a few, and no round or status."""
    parts = _BETWEEN_PARTS.split(text)
    if len(parts) > _MOST_PARTS or not all(map(_PART_OF_PLACE.fullmatch, parts)):
        return False
    return not any(_NO_PLACE.fullmatch(fold(part)) or is_round(part) for part in parts)


def _is_days(text: str) -> bool:
    # `3 and 4 December` and `31 November` date their matches to no day, but end the day above
    return is_day(text) or parse_shared_date(text) is not None or names_impossible_date(text)


def _without_brackets(text: str) -> str:
    is_in_brackets = text.startswith("(") and text.endswith(")")
    return text[1:-1] if is_in_brackets else text
