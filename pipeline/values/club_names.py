"""Names of clubs made comparable, and what stands in brackets behind them told apart."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Literal

from pipeline.domain.folding import FOLDED_TEXTS_KEPT, fold

BracketKind = Literal["name", "status", "shoot-out", "ordinal"]

_QUOTES = dict.fromkeys(map(ord, "\"'“”„«»‘’`´"))
_NOTE_MARK = re.compile(r"(?:\s*\(\*+\)|[*¹²³⁴-⁹†‡])+$")
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SPORTING = re.compile(r"\bdep\b\.?")
_INITIAL = re.compile(r"\b(\w)\. ?(?=\w\b)")
_BRACKET = re.compile(r"(?P<stem>.*\S)\s*\((?P<inside>[^()]+)\)")
_KINDS: tuple[tuple[BracketKind, re.Pattern[str]], ...] = (
    ("shoot-out", re.compile(r"\d+ ?[-–—:] ?\d+ ?(?:p\w*\.?)?")),
    (
        "ordinal",
        re.compile(r"(?:\d+ ?(?:st|nd|rd|th|er|do|to|o|a|º|°)?\.?|\w+) (?:title|titulo)|\d+\w\w"),
    ),
    ("status", re.compile(r"[A-Z](?:, ?[A-Z])*")),
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A name without its last bracket, and what the bracket is.

    kind: a place or another word is part of the name; a single capital may be that or, in a
          table, a status such as `(C)` for champion
    """

    stem: str
    inside: str
    kind: BracketKind


@lru_cache(FOLDED_TEXTS_KEPT)
def comparable(name: str) -> str:
    """Return the name for comparing only: `Dep.` is Deportivo, `C.N.I.` is CNI.

    Case, accents, dots, quotes, note marks, kinds of dash and of blank do not count.
    """
    marked = unescape(name).strip()
    folded = fold(_NOTE_MARK.sub("", marked)).translate(_QUOTES)
    whole = _INITIAL.sub(r"\1", _SPORTING.sub("deportivo ", folded))
    return " ".join(_DASH.sub("-", whole.replace(".", " ")).split())


def bracket(name: str) -> Bracket | None:
    """Return the last bracket of a name, None if the name does not end in one."""
    found = _BRACKET.fullmatch(unescape(name).strip())
    if not found:
        return None
    inside = found["inside"].strip()
    kinds = (
        kind
        for kind, form in _KINDS
        if form.fullmatch(inside if kind == "status" else fold(inside))
    )
    return Bracket(found["stem"], inside, next(kinds, "name"))


def name_proper(printed: str) -> str:
    """Return the printed name without a shoot-out or an ordinal, which are never part of it."""
    last = bracket(printed)
    return last.stem if last and last.kind in {"shoot-out", "ordinal"} else printed


def without_status(printed: str) -> str | None:
    """Return a name of a table without `(C)` and its kind; None where it has none."""
    last = bracket(printed)
    return last.stem if last and last.kind == "status" else None
