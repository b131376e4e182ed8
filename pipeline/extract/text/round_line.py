"""Lines that name a round for the match lines below them: `'''Round 2'''`, `;Fecha 3 (19 May)`."""

import re
from typing import NamedTuple

from pipeline.domain.keys import fold
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.text.day_and_place import read_day_and_place
from pipeline.extract.text.list_marks import strip_list_marks
from pipeline.lineage import Span
from pipeline.values.rounds import is_round

_LONGEST_LABEL = 80  # characters of wikitext
_LONGEST_PSEUDO_HEADING = 120
# `Round 3 (19 September 2012)`, `Round 1 [Nov 30]`
_LABEL_WITH_BRACKET = re.compile(r"(?P<label>[^()\[\]]+?)\s*[(\[](?P<bracket>[^()\[\]]*)[)\]]")
# `Fecha 3, 19 de setiembre`, `Final – 3 May 2012`, `Final: 3 May`
_LABEL_AND_REST = re.compile(r"(?P<label>[^,:–—-]+?)\s*(?:[,:]|\s[-–—])\s*(?P<bracket>.+)")
# `Final 3 May 2012`
_LABEL_AND_DATE = re.compile(r"(?P<label>\D+?)\s+(?P<bracket>\d{1,2}\b.+)")
_WORD_OF_LABEL = re.compile(r"[^\W_]+(?:[.ªº°]+)?")
# `First round`, `Ronda 3`, `Semifinal, ida` are labels of rounds in every word; `Desempate en Lima`
# says more than a round
_WORDS_OF_LABELS = frozenset(
    """
    a al an and de del e el extra for la las los of place primer primera primero puesto segunda
    segundo tercer tercera tercero cuarta cuarto quinta quinto sexta sexto septima setima octava
    novena decima ultima first second third fourth fifth sixth seventh eighth ninth tenth last match
    partido partidos game games the y por leg legs lugar gran single fase phase preliminary
    preliminar previa quarter quarters semi play off offs tie breaker knock out stage
    """.split()
)
# `Grupo A`, `Zona Norte`, `Región I – Grupo B`; `Unidad Vecinal` is a club
_NAME_OF_GROUP = (
    r"(?:[a-z]|\d{1,2}|[ivx]{1,5}|norte|sur|este|oeste|centro|oriente|north|south|east|west)"
)
_GROUP = re.compile(
    rf"(?:region {_NAME_OF_GROUP}\s?[-–—,:]\s?)?"
    rf"(?:group|grupo|zone|zona|serie|unidad|region) {_NAME_OF_GROUP}(?: {_NAME_OF_GROUP})?"
)
_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th|a|o|era|er|ro|ra|ta|to|da|do)?[.ªº°]*|[ivx]+|[a-h]")


class RoundLine(NamedTuple):
    """What the line says: the round, and its day and place if they stand there."""

    round: str
    date: Quote | None
    place: str = ""


def read_round_line(page: Page, start: int, end: int) -> RoundLine | None:
    """Return the round if the line is nothing but its label, with or without a date."""
    if end - start > _LONGEST_PSEUDO_HEADING:
        return None
    text = strip_list_marks(page.visible(start, end))
    return read_round_label(text)


def read_round_label(text: str) -> RoundLine | None:
    """Read `Round 2`, `Round 3 (19 September 2012)` or `Final, 3 May`; None for anything else."""
    if is_round_label(text):
        return RoundLine(text, None)
    for form in (_LABEL_WITH_BRACKET, _LABEL_AND_REST, _LABEL_AND_DATE):
        labelled = form.fullmatch(text)
        if labelled is None or not is_round_label(labelled["label"]):
            continue
        # `Final – 3 May 2012, Estadio Nacional`
        day_and_place = read_day_and_place(labelled["bracket"].strip())
        if day_and_place is not None:
            day, place = day_and_place
            return RoundLine(labelled["label"], Quote(day, None, day), place)
    return None


def is_pseudo_heading(page: Page, span: Span) -> bool:
    """Whether the line is all bold or a `;` term: it stands above what follows, as a heading does.

    `'''Grupo A'''` and `;Grupo A` do, `'''Alfa''' 2–1 Beta` does not.
    """
    if span.end - span.start > _LONGEST_PSEUDO_HEADING:
        return False
    raw = page.text[span.start : span.end].strip()
    is_all_bold = raw.startswith("'''") and raw.endswith("'''") and raw.count("'''") == 2  # noqa: PLR2004 - the first and the last
    return is_all_bold or raw.startswith(";")


def is_group_label(text: str) -> bool:
    """Whether the text is the label of a group and nothing else: `Grupo A`, `Zona Norte`."""
    return len(text) <= _LONGEST_LABEL and _GROUP.fullmatch(fold(text)) is not None


def is_round_label(text: str) -> bool:
    """Whether the text is the label of a round and nothing else."""
    if len(text) > _LONGEST_LABEL or not is_round(text):
        return False
    words = _WORD_OF_LABEL.findall(fold(text))
    return all(map(_is_word_of_label, words))


def _is_word_of_label(word: str) -> bool:
    return word in _WORDS_OF_LABELS or bool(_NUMBER.fullmatch(word)) or is_round(word)
