"""What notes say of a match: what became of it, and on which day it was really played."""

import re
from collections.abc import Iterable

from pipeline.values.dates import parse_whole_day

# `Se jugó el 29 de julio`, `played on 29 July`; `se completó el 4 de marzo` names no day of play
_PLAYED_ON = re.compile(
    r"(?<!no )\b(?:se (?:jug[oó]|disput[oó])|fue (?:jugado|disputado)|jugado|disputado) (?:el|en) "
    r"|(?<!not )\bplayed on (?:the )?",
    re.IGNORECASE,
)
_MOST_WORDS_OF_DATE = 8  # `domingo 29 de julio de 1998`, and a blank more


def find_day_played(notes: Iterable[str]) -> str | None:
    """Return the day, as printed, on which a note says that they did play."""
    for note in notes:
        for found in _PLAYED_ON.finditer(note):
            day = _find_day_at_start(note[found.end() :])
            if day is not None:
                return day
    return None


def _find_day_at_start(text: str) -> str | None:
    """Return the longest run of first words that is a day."""
    words = text.split()[:_MOST_WORDS_OF_DATE]
    for count in range(len(words), 0, -1):
        day = " ".join(words[:count]).strip(" .,;:()")
        if parse_whole_day(day) is not None:
            return day
    return None
