"""When a match began."""

import re

_DIGIT = re.compile(r"\d")
# "22:10 (UTC-5)", "15h30", "3:30 p.m.", "15:30 hs"
_TIME = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3])[:h][0-5]\d(?![\d:])"
    r"(?:\s*(?:[ap]\.?\s?m\b\.?|hs?\b\.?|hrs\b\.?|horas\b))?"
    r"(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)


def parse_kick_off(text: str | None, date: str | None) -> str | None:
    """Return the time as the page prints it, of its own place or beside the date.

    text: such as `16:00 SAMT (UTC+4)`; a text without a number, such as `TBD`, is no time
    date: such as `17/1/2021, 22:10 (UTC-5)`
    """
    if text and _DIGIT.search(text):
        return text
    found = _TIME.search(date or "")
    return found[0] if found else None
