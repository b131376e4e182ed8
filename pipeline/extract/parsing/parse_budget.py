"""A look at a page before it is parsed: whether it can be read in bounded time, what never closes.

The parser tries every opener that never closes up to the end of the page, so its time grows with
openers times characters (https://github.com/earwig/mwparserfromhell/issues/364). One pass in linear
time finds them, with what is hidden by comments and `<nowiki>` left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_CHARACTERS = 1_200_000  # five times the longest page we know
MAX_SECONDS = 1.3  # of a page of any size, by an estimate that may be half too low
MAX_RATE = 10.0  # millionths of a second a character; pages we know: 2 to 7
MAX_DEPTH = 40  # of tables in tables; the parser itself stops here for templates
MAX_WASTE = 10_000_000  # openers that never close times characters: about half a second
MAX_LIST = 20_000_000  # squares of list marks in a row, which the parser walks in a square

# what a page is made of -> what each takes to read, in millionths of a second, measured
_COSTS = {
    re.compile(form, re.MULTILINE): cost
    for form, cost in {
        r"^[^|!}\n]": 90.0,  # a line of text
        r"^[ \t]*[|!]": 55.0,  # a line of a table or a template
        r"[ \t]\w+=": 35.0,  # an attribute
        r"[\w ]=": 15.0,  # a parameter
        r"<[A-Za-z]": 75.0,
        r"\|match_": 80.0,
    }.items()
}
_MARK_COSTS = {
    "\n": 6.0,
    "{{": 90.0,
    "|": 35.0,
    "[[": 30.0,
    "{|": 450.0,
    "//": 45.0,
    "&": 10.0,
    "<!--": 12.0,
    ". ": 6.0,
}
_CHARACTER_COST = 0.4
_NESTED_COST = 2.5
_LAYOUT = 2  # tables in one another that are usual
_LIST = re.compile(r"^[*#:;]{30,}", re.MULTILINE)
_TOKEN = re.compile(
    r"(?P<table>^[ \t:*#;]*\{\|)|(?P<endtable>^[ \t]*\|\}(?!\}))"
    r"|(?P<fin>\{\{(?=[ _]*(?:end|s-end|fin|tabla[ _]de[ _]posiciones[ _]fin)\s*[|}]))"
    r"|(?P<template>\{\{)|(?P<endtemplate>\}\})|(?P<link>\[\[)|(?P<endlink>\]\])"
    r"|(?P<external>\[(?=https?:|//))|(?P<endexternal>\])"
    r"|(?P<hidden><!--|<nowiki>)"
    r"|<(?P<tag>[A-Za-z]\w*+)[^<>]*+(?<!/)>|</(?P<endtag>[A-Za-z]\w*+)[^<>]*+>"
    r"|(?P<broken><(?=[A-Za-z])(?![^<>]*>))",
    re.MULTILINE | re.IGNORECASE,
)
_HIDERS = {"<!--": "-->", "<nowiki>": "</nowiki>"}
_WASTE = {"template": 4, "broken": 4}  # what the parser tries longest; any other 1
_ALONE = frozenset({"br", "hr", "li", "dt", "dd", "p", "tr", "td", "th", "section", "img"})


@dataclass(slots=True)
class Balance:
    """What the pass found.

    unclosed: where the templates begin that never close, in page order
    waste:    how many openers of any kind never close, weighed
    depth:    how deep tables stand in tables
    nested:   characters of tables that stand in two others or more, once a table
    refusal:  why the page is not read, None for one that can be
    """

    unclosed: list[int] = field(default_factory=list)
    waste: int = 0
    depth: int = 0
    nested: int = 0
    refusal: str | None = None


def scan(text: str) -> Balance:
    """Look whether the page can be read; match openers with closers on one that can."""
    seconds = seconds_to_read(text) if len(text) <= MAX_CHARACTERS else 0
    balance = Balance(refusal=_too_much(text, seconds))
    if not balance.refusal:
        _match_marks(text, balance)
        balance.refusal = _too_much(text, seconds + balance.nested * _NESTED_COST / 1e6)
    if balance.waste * len(text) > MAX_WASTE:
        balance.refusal = "too many openers of templates, links, tables or tags never close"
    elif balance.depth > MAX_DEPTH:
        balance.refusal = f"tables stand {balance.depth} deep, more than {MAX_DEPTH}"
    return balance


def _too_much(text: str, seconds: float) -> str | None:
    """Return why the page would take too long even if all of it closes."""
    if len(text) > MAX_CHARACTERS:
        return f"{len(text)} characters are more than {MAX_CHARACTERS}"
    if seconds > max(MAX_SECONDS, MAX_RATE * len(text) / 1e6):
        return f"it would take some {seconds:.0f} seconds, as no page of its length does"
    if sum(len(found[0]) ** 2 for found in _LIST.finditer(text)) > MAX_LIST:
        return "lists stand too deep in lists"
    return None


def seconds_to_read(text: str) -> float:
    """Estimate how long a page takes to read, from what it is made of."""
    marks = sum(text.count(mark) * cost for mark, cost in _MARK_COSTS.items())
    forms = sum(sum(1 for _ in form.finditer(text)) * cost for form, cost in _COSTS.items())
    return (len(text) * _CHARACTER_COST + marks + forms) / 1e6


def _match_marks(text: str, balance: Balance) -> None:
    """Match openers with closers; what a closer of another kind leaves behind never closes."""
    stack: list[tuple[str, int]] = []
    standing: Counter[str] = Counter()
    most = MAX_WASTE // max(1, len(text))
    for kind, closes, start in _tokens(text):
        if not closes:
            stack.append((kind, start))
            standing[kind] += 1
            balance.depth = max(balance.depth, standing["table"])
        elif standing[kind]:
            while (last := stack.pop())[0] != kind:
                standing[last[0]] -= 1
                _never_closes(balance, *last)
            if kind == "table" and standing[kind] > _LAYOUT:
                balance.nested += start - last[1]
            standing[kind] -= 1
        if balance.waste > most:
            return
    for left in stack:
        _never_closes(balance, *left)
    balance.unclosed.sort()


def _never_closes(balance: Balance, kind: str, start: int) -> None:
    balance.waste += _WASTE.get(kind, 1)
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
        elif name == "fin":  # a template that closes a table
            yield "table", True, found.start()
            yield "template", False, found.start()
        elif name in {"tag", "endtag"}:
            if (tag := found[name].lower()) not in _ALONE:
                yield tag, name == "endtag", found.start()
        elif name:
            yield name.removeprefix("end"), name.startswith("end"), found.start()
