"""The day or days in a label: `Fecha 1 (3 de mayo)`, `Tercera ronda 8/12 - 12/12`."""

import re
from functools import lru_cache

from pipeline.domain.keys import fold
from pipeline.values.dates import (
    parse_date,
    parse_first_and_last_day,
    parse_shared_date,
    parse_whole_day,
)

LONGEST_LABEL = 80  # characters; longer ones are sentences

_ENDS_WITH_ROUND = re.compile(r"\b(?:fecha|jornada|ronda|matchday|match day|round|week)$")
_ENDS_WITH_NUMBER = re.compile(_ENDS_WITH_ROUND.pattern.removesuffix("$") + r" \d{1,2}$")
_CLEAR_CUT = re.compile(r"(?: [-–—]|[:(]) ?$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAYS = re.compile(
    r"del?|el|on|\w+day|mon|tues?|wed|thu|fri|sat|sun"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
_TWO_DAYS_OF_A_MONTH = re.compile(
    r"(?:del? |el |on )?(\d{1,2})(?:st|nd|rd|th)?(?: ?[-–—/] ?| (y|e|and|&|al?|to) (?:el )?)"
    r"(\d{1,2}(?:st|nd|rd|th)? (?:de |of )?([^\W\d_]+)(?: (?:de |del )?\d{4})?)"
)
_FEWEST_DAYS_BETWEEN_LEGS = 3  # `16–18 Oct` are the days of one leg, `22 al 29 de abril` of two


@lru_cache(maxsize=2000)
def split_date(text: str) -> tuple[str, str]:
    """Part a label from the day or days at its end or its beginning.

    `Tercera ronda 8/12 - 12/12` gives `Tercera ronda` and `8/12 - 12/12`.
    """
    if len(text) > 2 * LONGEST_LABEL or not any(character.isdigit() for character in text):
        return text, ""
    cuts = [found.end() for found in re.finditer(r"^|[\s(:–—-]+", text)]
    longest = None
    # the longest date at the end: `8/12 - 12/12`, not `12/12`
    for cut in cuts:
        days = text[cut:].strip(" ().:")
        if not is_day_or_days(days):
            continue
        head = text[:cut].strip(" (:-–—,.")
        # `Fecha 3 – 4 de mayo`: the third, on the 4th; in `Fecha 3-4 de mayo` it is two days
        is_number_of_round = _ENDS_WITH_ROUND.search(fold(head)) is not None
        if longest is None and not is_number_of_round:
            return head, days
        if longest is None:
            longest = head, days
        elif _CLEAR_CUT.search(text[:cut]) and _ENDS_WITH_NUMBER.search(fold(head)):
            return head, days
    if longest is not None:
        return longest
    # `8/12: Tercera ronda`
    for cut in reversed(cuts):
        days = text[:cut].strip(" (:-–—,.")
        if cut and is_day_or_days(days):
            return text[cut:].strip(" ()."), days
    return text, ""


def is_day_or_days(text: str) -> bool:
    """Whether the text is a day, two days or a range of days; a month or a year is none."""
    # in `leg 26 September` the day has a word before it that is no day of the week
    first_word = _FIRST_WORD.match(fold(text))
    if first_word and not _can_begin_date(first_word[0]):
        return False
    if _is_day(text):
        return True
    if parse_first_and_last_day(text) is not None:
        return True
    return (
        parse_shared_date(text) is not None and _TWO_DAYS_OF_A_MONTH.search(fold(text)) is not None
    )


def _can_begin_date(word: str) -> bool:
    # `May 3`
    is_month = parse_date(f"1 {word}") is not None
    return is_month or _WEEKDAYS.fullmatch(word) is not None


def split_leg_days(text: str) -> tuple[str, str] | None:
    """Part the days of the first and the second leg: `8/12 - 12/12`, `22 al 29 de abril`."""
    two_days = _TWO_DAYS_OF_A_MONTH.fullmatch(text.strip())
    if two_days:
        first, conjunction, last, month = two_days.groups()
        days_between = int(re.match(r"\d+", last)[0]) - int(first)  # type: ignore[index]
        says_and = conjunction in {"y", "e", "and", "&"}
        if says_and or days_between >= _FEWEST_DAYS_BETWEEN_LEGS:
            return f"{first} {month}{_year_of(last)}", last
        return None
    for mark in re.finditer(r"\s*[-–—&]\s*|\s+(?:y|e|and|al?|to)\s+(?:el )?", text):
        first, last = text[: mark.start()].strip(), text[mark.end() :].strip()
        if _is_day(first) and _is_day(last):
            return first, last
    return None


def _year_of(day: str) -> str:
    year = re.search(r"\d{4}$", day)
    return f" {year[0]}" if year else ""


def _is_day(text: str) -> bool:
    return parse_whole_day(text) is not None
