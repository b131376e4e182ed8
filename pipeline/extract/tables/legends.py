"""Marks on a value and the legend that explains them: `0-3 (a)`, below it `(a) Adjudicado en mesa`.

The legend stands in the last rows of the table or in the lines below it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.extract.parsing.grid import Table
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.values.scores import parse_status

_MOST_LINES = 12  # below a table that are searched for its legend
_LONGEST_LINE = 500
_DRESS = (
    r"(?:[\s:;#'|!]|</?(?:small|br|p|i|b)\b[^<>]{0,40}>|\{\{\s*small(?:er)?\s*\|"
    r"|(?:notas?|notes?)\s*:)*"
)
_MARK = r"[a-zA-Z]|\d{1,2}|\*{1,3}|[¹²³†‡]"
# `(a) Adjudicado`, `<sup>1</sup> Adjudicado`, `[a] …`, `a) …`, `* …`, `1: …`
_LINE = re.compile(
    rf"{_DRESS}(?:<sup>\s*[(\[]?({_MARK})[)\]]?\s*</sup>|\(\s*({_MARK})\s*\)|\[({_MARK})\]|({_MARK})\)"
    rf"|([*]{{1,3}}|[¹²³†‡])|({_MARK})\s*[:.=–-])[:.\s=–-]*(.+)",
    re.IGNORECASE,
)
_MARK_ON_VALUE = re.compile(
    rf"<sup>\s*[(\[]?({_MARK})[)\]]?\s*</sup>|\(\s*({_MARK})\s*\)|(?<!\[)\[({_MARK})\](?!\])"
    rf"|([*]{{1,3}}|[¹²³†‡])"
)
_ENDS_LEGEND = re.compile(r"\s*(?:=|\{\|)")


def read_legend(page: Page, wikitable: Table) -> dict[str, str]:
    """Return what the marks mean that tell what became of a match, by mark."""
    legend: dict[str, str] = {}
    for line in _candidate_lines(page, wikitable):
        found = _LINE.match(line)
        if found is None:
            continue
        *marks, meaning = found.groups()
        mark = next(filter(None, marks))
        # `(a) Los partidos se jugaron en Lima` tells nothing of a match
        if parse_status(meaning.strip(" '")) is not None:
            legend.setdefault(mark, meaning)
    return legend


def quote_with_legend(quote: Quote, legend: Mapping[str, str]) -> Quote:
    """Return the quote with what its marks mean among its notes, and without them in its text."""
    if not legend:
        return quote
    text = quote.text
    notes = list(quote.notes)
    for found in _MARK_ON_VALUE.finditer(quote.raw):
        mark = next(filter(None, found.groups()))
        if mark in legend:
            notes.append(legend[mark])
            text = text.replace(found[0], "").strip()
    return replace(quote, text=text, notes=tuple(notes))


def _candidate_lines(page: Page, wikitable: Table) -> Iterator[str]:
    """Yield the rows of one cell and the lines below the table."""
    for row in wikitable.rows:
        if len(row.cells) == 1:
            yield page.text[row.cells[0].start : row.cells[0].end].strip()[:_LONGEST_LINE]
    start = wikitable.end
    for _ in range(_MOST_LINES):
        end = page.text.find("\n", start)
        line = page.text[start : end if end >= 0 else None]
        if _ENDS_LEGEND.match(line):
            return
        yield line[:_LONGEST_LINE]
        if end < 0:
            return
        start = end + 1
