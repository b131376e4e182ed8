"""Scores in wikitext: digits, a dash or colon, digits; no date, no time, no range of other things.

The search runs over the raw text of a whole page, so the markup that may stand between the
digits is part of the form: `'''2'''–1`, `2&nbsp;&ndash;&nbsp;1`, `{{nowrap|2}}–[[Final|1]]`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.witness.other_numbers import is_other_number

# what stands between the digits and the dash and is nothing to the eye but perhaps a blank
_GAP = (
    r"(?:[ \t\xa0\u2009\u202f\u200b']|&(?:nbsp|thinsp|#160);|<!--[^>]{0,200}-->"
    r"|<(?!br|/?t[dhr]\b)/?[a-zA-Z][^<>]{0,80}>|\[\[[^\[\]|\n]{0,120}\||\]\]"
    r"|\{\{[^{}|\n]{1,20}\||\}\}){0,6}"
)
_DASH = (
    r"(?:[-–—−‐‑‒:]|&(?:[nm]dash|minus|#8211|#8212|#x2013|#45);"
    r"|\{\{\s*(?:snd|[nm]dash|en dash|spaced ndash)\s*\}\})"
)
# A digit that a gap or a dash follows: few digits of a page have one, so most searches end there.
_NUMBERS = re.compile(
    rf"\d(?=[-–—−‐‑‒:&\s\u2009\u202f\u200b'<\[\]{{}}]){_GAP}{_DASH}{_GAP}(\d{{1,2}})(?!\d)"
)
_MOST_DIGITS = 2


class WrittenScore(NamedTuple):
    """A score where it stands in a text: [start, end), from its first digit to its last."""

    start: int
    end: int
    first: int
    second: int


def find_scores(text: str) -> Iterator[WrittenScore]:
    """Yield the scores of the text, from left to right."""
    for found in _NUMBERS.finditer(text):
        start = found.start()
        while start > 0 and text[start - 1].isdecimal() and found.start() - start < _MOST_DIGITS:
            start -= 1
        first = text[start : found.start() + 1]
        # `1997–98`
        if len(first) > _MOST_DIGITS:
            continue
        score = WrittenScore(start, found.end(), int(first), int(found[1]))
        if not is_other_number(text, score.start, score.end, score.first, score.second):
            yield score
