"""Sentences that state something: which departments make a region, who goes up, how many there are.

A sentence that looks as if it stated one of these but is worded as no rule expects must not pass
for prose: `states_something` tells it.
"""

import re
from collections.abc import Callable, Iterator

from pipeline.extract.parsing.page import Page
from pipeline.facts import Fact, RegionFact, Section, StatementFact
from pipeline.lineage import Span

# `Region I includes qualified teams from Amazonas, Lambayeque, Tumbes and Piura region.`
_REGION = re.compile(
    r"(?P<region>regi[oó]n \w[\w ]{0,30}?) "
    r"(?:includes?|included|comprises?|comprised|consists?|consisted|is made up|was made up|incluye"
    r"|comprende|est[aá] conformada|estuvo conformada|agrupa)\b.{0,80}?\b"
    r"(?:from|of|de|by|por) (?:the |los |las |el )?"
    r"(?:(?:clubs?|clubes|teams?|equipos) (?:from|de) )?"
    r"(?:(?:departments?|departamentos?) (?:of|de) )?"
    r"(?P<departments>.+?)"
    r"(?= regions?\b| departments?\b|\s*[;(]|, (?:with|and the|which|con)\b|\.?$)",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"\s*,\s*(?:and |y |e )?|\s+(?:and|y|e|&)\s+")
_DEPARTMENT_NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][^\W\d_]*\.?(?: [^\W\d_]+\.?){0,3}")
# `Its champion was promoted to 1968 Torneo Descentralizado`, `el campeón asciende a la Liga 1`
_PROMOTED = re.compile(
    r"(?:champions?|winners?)\b[^;]{0,120}?(?<!not) promoted to (?:the )?(?P<value>[^,;]+?)"
    r"(?=[,;.]|$| and the\b| while\b)"
    r"|campe[oó]n\b[^;]{0,120}? (?:ascendi[oó]|asciende|ascender[aá]) al? (?:la |el )?"
    r"(?P<valor>[^,;]+?)(?=[,;.]|$| y el\b)",
    re.IGNORECASE,
)
_PROMOTED_CUE = re.compile(r" (?:promoted to|ascendi[oó] al?|asciende al?) ", re.IGNORECASE)
_DEPARTMENT_COUNT = re.compile(
    r"\b(?P<value>\d{1,2}) (?:departments|departamentos)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")

# words of such sentences, in whatever order: a sentence with one that no form reads is reported
_REGION_CUE = re.compile(
    r"\bregi[oó]n [ivx]+ (?:\w+ ){0,2}?(?:inclu|compr|consist|conform|made up|agrup|brought|took)",
    re.IGNORECASE,
)
_DEPARTMENT_COUNT_CUE = re.compile(r"\b\d+ (?:departments|departamentos)\b", re.IGNORECASE)
_LONGEST_STATEMENT = 600  # characters of a sentence that states something

SentenceReader = Callable[[str, Section, Span], list[Fact]]


def states_something(sentence: str) -> bool:
    """Whether the sentence has the words of a statement; asked of those that no rule reads."""
    cues = (_REGION_CUE, _DEPARTMENT_COUNT_CUE, _PROMOTED_CUE)
    return any(cue.search(sentence) for cue in cues)


def split_sentences(page: Page, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a line; what stands inside an atom ends none."""
    sentence_start = start
    for mark in page.find_all(_SENTENCE_END, start, end):
        yield strip_span(page, sentence_start, mark.end())
        sentence_start = mark.end()
    if page.text[sentence_start:end].strip():
        yield strip_span(page, sentence_start, end)


def read_region(text: str, section: Section, span: Span) -> list[Fact]:
    """Return the region that the sentence describes, with its departments as printed."""
    if len(text) >= _LONGEST_STATEMENT:
        return []
    sentence = _REGION.search(text)
    if sentence is None:
        return []
    names = _BETWEEN_NAMES.split(sentence["departments"])
    departments = tuple(filter(None, names))
    # `Region II includes teams from the north of Peru` names no departments
    if not all(map(_DEPARTMENT_NAME.fullmatch, departments)):
        return []
    region_name = sentence["region"]
    return [RegionFact(section=section, span=span, region=region_name, departments=departments)]


def read_promotion(text: str, section: Section, span: Span) -> list[Fact]:
    """Return where the champion went up to."""
    return _read_statement("promoted_to", _PROMOTED, text, section, span)


def read_department_count(text: str, section: Section, span: Span) -> list[Fact]:
    """Return how many departments the sentence says there are."""
    return _read_statement("departments", _DEPARTMENT_COUNT, text, section, span)


def _read_statement(
    kind: str, form: re.Pattern[str], text: str, section: Section, span: Span
) -> list[Fact]:
    if len(text) >= _LONGEST_STATEMENT:
        return []
    statement = form.search(text)
    if statement is None:
        return []
    # the English and the Spanish wording have a group each, of which one is filled
    value = next(filter(None, statement.groups()))
    return [StatementFact(section=section, span=span, kind=kind, value=value, text=text)]


def strip_span(page: Page, start: int, end: int) -> Span:
    """Return the span without the blanks around its text."""
    text = page.text[start:end]
    leading_blanks = len(text) - len(text.lstrip())
    first = start + leading_blanks
    return Span(first, first + len(text.strip()))
