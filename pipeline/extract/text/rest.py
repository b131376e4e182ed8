"""Rows and lines that say which club has no match in a round: `Descansa: Kappa`."""

import re
from collections.abc import Sequence

from pipeline.domain.keys import fold

# `Pueblo Libre` is a club, `Libre: Pueblo Libre` and `Kappa (libre)` are none
_REST = re.compile(
    r"(?:descansan?|libres?|fecha libre|queda(?:n)? libres?|byes?|rests?|resting)"
    r"(?:\s*[:.–—-].*|\s*)"
    r"|(?:descansan?|quedan? libres?) .+"
    r"|.+ (?:descansan?|quedan? libres?)\.?"
    r"|.+ \((?:descansan?|libres?|bye)\)"
)
_DIGIT = re.compile(r"\d")
_LONGEST = 150  # characters; a longer text is prose
_MOST_CELLS_WITH_TEXT = 2  # the word and the club: a third is a score or another club


def is_rest(texts: Sequence[str]) -> bool:
    """Whether the line, or the cells of the row, say that a club has no match and nothing else.

    `Descansa: Kappa`, `| Kappa || libre ||`
    """
    stated = [text for text in texts if text]
    if not 0 < len(stated) <= _MOST_CELLS_WITH_TEXT:
        return False
    # `Descansa (ganó 2–1 el domingo)` tells a result
    if any(len(text) > _LONGEST or _DIGIT.search(text) for text in stated):
        return False
    return any(_REST.fullmatch(fold(text)) for text in stated)
