"""The day of match lines: on a line of its own above them, or in front of one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote, read_notes
from pipeline.extract.text.day_and_place import is_day, read_day_and_place
from pipeline.extract.text.list_marks import strip_list_marks

# marks of lists and of bold type around a date line: `'''30 November 1997'''<br>`
_AROUND = re.compile(r"^[ *#:;'\[(]*(?:[-–—•·]\s+)?['\[(]*|(?:[ *#:;'\r\])]|<br\s*/?>)+$")
_LONGEST_DATE = 150  # characters of wikitext
_MOST_WORDS_OF_DATE = 7  # `sábado 30 de noviembre de 1997`
_DIGIT = re.compile(r"\d")
_DASHES = frozenset("-–—")
_LONGEST_SUFFIX = 3  # letters of what distinguishes a second team: `B`, `FC`, `III`


class DateLine(NamedTuple):
    """What the line says: the day, and where its matches were played; "" if nowhere."""

    date: Quote
    place: str


def read_date_line(page: Page, start: int, end: int) -> DateLine | None:
    """Return the date if the line is nothing else, to the day or the month, with a place or not."""
    raw_line = page.text[start:end]
    if len(raw_line) > _LONGEST_DATE or not _DIGIT.search(raw_line):
        return None
    text = strip_list_marks(page.visible(start, end)).strip("[]")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    day_and_place = read_day_and_place(text)
    if day_and_place is None:
        return None
    day, place = day_and_place
    raw = day if place else _AROUND.sub("", raw_line)
    # `3 May 1997<ref>Se jugó el 5 de mayo</ref>`
    date = Quote(day, None, raw, tuple(read_notes(page.atoms_in(start, end))))
    return DateLine(date, place)


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
