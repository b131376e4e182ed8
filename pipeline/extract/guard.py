"""A look at a page before it is parsed: whether it can be read in bounded time, what never closes.

The parser tries every opener that never closes up to the end of the page, so its time grows with
openers times characters (https://github.com/earwig/mwparserfromhell/issues/364). One pass in linear
time finds them, with what is hidden by comments and `<nowiki>` left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.account import Claim
from pipeline.extract.reading import Extraction
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span

MAX_CHARACTERS = 1_500_000  # seven times the longest page we know
MAX_MARKS = 60_000  # openers and closers; the longest page we know has 5,000
MAX_BARS = 50_000  # parameters and cells; the longest page we know has 7,000
MAX_DEPTH = 40  # of tables in tables; the parser itself stops here for templates
MAX_WASTE = 10_000_000  # openers that never close times characters: about a second

_TOKEN = re.compile(
    r"(?P<table>^[ \t:*#;]*\{\|)|(?P<endtable>^[ \t]*\|\}(?!\}))"
    r"|(?P<template>\{\{)|(?P<endtemplate>\}\})|(?P<link>\[\[)|(?P<endlink>\]\])"
    r"|(?P<external>\[(?=https?:|//))|(?P<endexternal>\])"
    r"|(?P<hidden><!--|<nowiki>)"
    r"|<(?P<tag>[A-Za-z]\w*+)[^<>]*+(?<!/)>|</(?P<endtag>[A-Za-z]\w*+)[^<>]*+>",
    re.MULTILINE,
)
_HIDERS = {"<!--": "-->", "<nowiki>": "</nowiki>"}
_ALONE = frozenset({"br", "hr", "li", "dt", "dd", "p", "tr", "td", "th", "section", "img"})


@dataclass(slots=True)
class Balance:
    """What the pass found.

    unclosed: where the templates begin that never close, in page order
    waste:    how many openers of any kind never close
    depth:    how deep tables stand in tables
    """

    unclosed: list[int] = field(default_factory=list)
    waste: int = 0
    depth: int = 0
    marks: int = 0


def scan(text: str) -> Balance:
    """Match openers with closers; what a closer of another kind leaves behind never closes."""
    balance = Balance()
    if len(text) > MAX_CHARACTERS:
        return balance
    stack: list[tuple[str, int]] = []
    standing: Counter[str] = Counter()
    for kind, closes, start in _tokens(text):
        balance.marks += 1
        if not closes:
            stack.append((kind, start))
            standing[kind] += 1
            balance.depth = max(balance.depth, standing["table"])
        elif standing[kind]:
            while (last := stack.pop())[0] != kind:
                standing[last[0]] -= 1
                _never_closes(balance, *last)
            standing[kind] -= 1
    for left in stack:
        _never_closes(balance, *left)
    balance.unclosed.sort()
    return balance


def _never_closes(balance: Balance, kind: str, start: int) -> None:
    balance.waste += 1
    if kind == "template":
        balance.unclosed.append(start)


def _tokens(text: str) -> Iterator[tuple[str, bool, int]]:
    """Yield each opener and closer: its kind, whether it closes, where it stands."""
    ends = dict.fromkeys(_HIDERS, 0)  # -1 once nothing closes that kind of hiding any more
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        name = found.lastgroup or ""
        if name == "hidden":
            mark = found[0]
            if ends[mark] >= 0:
                ends[mark] = text.find(_HIDERS[mark], at)
            if ends[mark] < 0:
                yield mark, False, found.start()
            at = max(at, ends[mark])
        elif name in {"tag", "endtag"}:
            if (tag := found[name].lower()) not in _ALONE:
                yield tag, name == "endtag", found.start()
        elif name:
            yield name.removeprefix("end"), name.startswith("end"), found.start()


def refusal(text: str, balance: Balance) -> str | None:
    """Return why the page is not read, None for one that can be."""
    if len(text) > MAX_CHARACTERS:
        return f"{len(text)} characters are more than {MAX_CHARACTERS}"
    if balance.marks > MAX_MARKS:
        return f"{balance.marks} opening and closing marks are more than {MAX_MARKS}"
    if (bars := text.count("|")) > MAX_BARS:
        return f"{bars} bars between parameters and cells are more than {MAX_BARS}"
    if balance.depth > MAX_DEPTH:
        return f"tables stand {balance.depth} deep, more than {MAX_DEPTH}"
    if balance.waste * len(text) > MAX_WASTE:
        return f"{balance.waste} openers of templates, links, tables or tags never close"
    return None


def quarantined(revision: Revision, reason: str) -> Extraction:
    """Return what is known of a page that is not read: that it is kept apart, and why."""
    claim = Claim(Span(0, len(revision.text)), "quarantined", "page over budget")
    message = f"the page is not read: {reason}; mend it, or split it"
    finding = Finding("page-over-budget", "error", message, revision.title, claim.span)
    return Extraction((), (claim,), (finding,))
