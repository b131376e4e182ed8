"""The day of match lines: on a line of its own above them, or in front of one."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote, read_notes
from pipeline.extract.text.line_label import is_place_name
from pipeline.extract.text.list_marks import strip_list_marks
from pipeline.extract.text.round_line import is_day
from pipeline.values.dates import names_impossible_date, parse_shared_date

# marks of lists and of bold type around a date line: `'''30 November 1997'''<br>`
_AROUND = re.compile(r"^[ *#:;'\[(]*(?:[-–—•·]\s+)?['\[(]*|(?:[ *#:;'\r\])]|<br\s*/?>)+$")
_LONGEST_DATE = 100  # characters of wikitext
_MOST_WORDS_OF_DATE = 7  # `sábado 30 de noviembre de 1997`
_DIGIT = re.compile(r"\d")
_DASHES = frozenset("-–—")
_LONGEST_SUFFIX = 3  # letters of what distinguishes a second team: `B`, `FC`, `III`


def read_date_line(page: Page, start: int, end: int) -> Quote | None:
    """Return the date if the line is nothing else, to the day or the month."""
    raw_line = page.text[start:end]
    if len(raw_line) > _LONGEST_DATE or not _DIGIT.search(raw_line):
        return None
    text = strip_list_marks(page.visible(start, end)).strip("[]")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    # `10 de mayo de 2012, Estadio Nacional`
    in_front, _, place = text.rpartition(", ")
    if is_day(in_front) and is_place_name(place):
        text = in_front
    # `3 and 4 December` and `31 November` date their matches to no day, but end the day above
    is_date = is_day(text) or parse_shared_date(text) is not None or names_impossible_date(text)
    if not is_date:
        return None
    raw = _AROUND.sub("", raw_line)
    # `3 May 1997<ref>Se jugó el 5 de mayo</ref>`
    return Quote(text, None, raw, tuple(read_notes(page.atoms_in(start, end))))


def split_date_in_front(text: str) -> Iterator[tuple[str | None, str]]:
    """Yield the text without each date in front, then as it is: `30 Nov Alfa 7-0 Beta`.

    A club may be called after a day: what is left of `30 de Agosto 2–1 Alfa` is no match, and of
    `30 de Agosto B 2–1 Alfa` no club but `B`.
    """
    words = text.split(" ")
    yield from _dates_in_front(words)
    yield None, text


def _dates_in_front(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    # `Sábado 30 de noviembre`: the day is the first word, or the second
    if not any(map(_DIGIT.search, words[:2])):
        return
    for count in range(min(_MOST_WORDS_OF_DATE, len(words) - 1), 0, -1):
        date_text = " ".join(words[:count]).strip("()[]:,.–—- ")
        is_parted = words[count - 1].endswith((":", ",", ".", ")", "]")) or words[count] in _DASHES
        if is_day(date_text) and (is_parted or len(words[count]) > _LONGEST_SUFFIX):
            yield date_text, " ".join(words[count:]).lstrip(":,–—- ")
