"""Sentences that state something: which departments make a region, who goes up, how many there are.

A sentence that looks as if it stated one of these but is worded as no rule expects must not pass
for prose: `states_something` tells it.
"""

import re
from collections.abc import Callable, Iterator

from pipeline.extract.parsing.page import Page
from pipeline.facts import Fact, RegionFact, Section, StatementFact
from pipeline.lineage import Span

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
_LIST = re.compile(r"\s*,\s*(?:and |y |e )?|\s+(?:and|y|e|&)\s+")
_NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][^\W\d_]*\.?(?: [^\W\d_]+\.?){0,3}")
_PROMOTED = re.compile(
    r"(?:champions?|winners?)\b[^;]{0,120}?(?<!not) promoted to (?:the )?(?P<value>[^,;]+?)"
    r"(?=[,;.]|$| and the\b| while\b)"
    r"|campe[oó]n\b[^;]{0,120}? (?:ascendi[oó]|asciende|ascender[aá]) al? (?:la |el )?"
    r"(?P<valor>[^,;]+?)(?=[,;.]|$| y el\b)",
    re.IGNORECASE,
)
_PROMOTED_CUE = re.compile(r" (?:promoted to|ascendi[oó] al?|asciende al?) ", re.IGNORECASE)
_DEPARTMENTS = re.compile(r"\b(?P<value>\d{1,2}) (?:departments|departamentos)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")

_REGION_CUE = re.compile(
    r"\bregi[oó]n [ivx]+ (?:\w+ ){0,2}?(?:inclu|compr|consist|conform|made up|agrup|brought|took)",
    re.IGNORECASE,
)
_LONGEST = 600  # characters of a sentence that states something
_COUNT_CUE = re.compile(r"\b\d+ (?:departments|departamentos)\b", re.IGNORECASE)
_SCORE = re.compile(r"\s\d{1,2}\s?[-–—−]\s?\d{1,2}(?=\s)")
_WORD = re.compile(r"[^\W\d_]")


def holds_score(text: str) -> bool:
    """Whether the text has a score between words: a match may be told there."""
    found = _SCORE.search(text)
    return bool(found and _WORD.search(text, 0, found.start()) and _WORD.search(text, found.end()))


def states_something(sentence: str) -> bool:
    """Whether the sentence has the words of a statement; asked of those that no rule reads."""
    return (
        _REGION_CUE.search(sentence) is not None
        or _COUNT_CUE.search(sentence) is not None
        or _PROMOTED_CUE.search(sentence) is not None
    )


def sentences(page: Page, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a line; what stands inside an atom ends none."""
    begin = start
    for gap_start, gap_end in page.gaps(start, end):
        for found in _SENTENCE_END.finditer(page.text, gap_start, gap_end):
            yield _stripped(page, begin, found.end())
            begin = found.end()
    if page.text[begin:end].strip():
        yield _stripped(page, begin, end)


def region(text: str, section: Section, span: Span) -> list[Fact]:
    """Return the region that the sentence describes, with its departments as printed."""
    found = _REGION.search(text) if len(text) < _LONGEST else None
    departments = tuple(filter(None, _LIST.split(found["departments"]))) if found else ()
    if not found or not all(_NAME.fullmatch(name) for name in departments):
        return []
    return [RegionFact(section=section, span=span, region=found["region"], departments=departments)]


def promoted_to(text: str, section: Section, span: Span) -> list[Fact]:
    """Return where the champion went up to."""
    return _statement("promoted_to", _PROMOTED, text, section, span)


def departments(text: str, section: Section, span: Span) -> list[Fact]:
    """Return how many departments the sentence says there are."""
    return _statement("departments", _DEPARTMENTS, text, section, span)


def _statement(
    kind: str, form: re.Pattern[str], text: str, section: Section, span: Span
) -> list[Fact]:
    found = form.search(text) if len(text) < _LONGEST else None
    if not found:
        return []
    value = next(filter(None, found.groupdict().values()))
    return [StatementFact(section=section, span=span, kind=kind, value=value, text=text)]


def _stripped(page: Page, start: int, end: int) -> Span:
    inner = page.text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


SentenceReader = Callable[[str, Section, Span], list[Fact]]
