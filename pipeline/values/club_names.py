"""Names of clubs made comparable, and what stands in brackets behind them told apart."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Literal

from pipeline.domain.keys import FOLDED_TEXTS_KEPT, fold

BracketKind = Literal["name", "status", "shoot-out", "ordinal"]

_QUOTES = dict.fromkeys(map(ord, "\"'“”„«»‘’`´"))
# Marks of notes: "Tucumán¹", "Torino (*)". They are read backwards from the end of the name, so
# that a long row of stars is read once.
_NOTE_MARKS_BACKWARDS = re.compile(r"(?:\)\*+\(\s*|[*¹²³⁴-⁹†‡])+")
_DASH = re.compile(r" ?[-‐‑‒–—−] ?")
# Short for Deportivo: "Dep. Municipal", "Dep Municipal"
_DEPORTIVO = re.compile(r"\bdep\b\.?")
# "C.N.I.", "U. P. A. O.": an initial before another one
_INITIAL = re.compile(r"\b(\w)\. ?(?=\w\b)")

_BRACKET = re.compile(r"(?P<stem>.*\S)\s*\((?P<inside>[^()]+)\)")
# Beside the winner of a tie: "Olimpia (4–2 p)", "Olimpia (17–16 pen.)"
_SHOOT_OUT = re.compile(r"\d+ ?[-–—:] ?\d+ ?(?:p\w*\.?)?")
# Beside a champion: "UTC (2nd Title)", "Torino (Fourth Title)", "Atlético Grau (2nd)"
_ORDINAL = re.compile(r"(?:\d+ ?(?:st|nd|rd|th|er|do|to|o|a|º|°)?\.?|\w+) (?:title|titulo)|\d+\w\w")
# In a table: "San Antonio (C)", "Binacional (C, P)"; the bracket of "Unión (Ch)" is a place
_STATUS = re.compile(r"[A-Z](?:, ?[A-Z])*")


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
    folded = fold(_without_note_marks(marked)).translate(_QUOTES)
    spelled_out = _DEPORTIVO.sub("deportivo ", folded)
    joined_initials = _INITIAL.sub(r"\1", spelled_out)
    words = joined_initials.replace(".", " ").split()
    return _DASH.sub("-", " ".join(words))


def _without_note_marks(name: str) -> str:
    marks = _NOTE_MARKS_BACKWARDS.match(name[::-1])
    if marks is None:
        return name
    return name[: len(name) - marks.end()]


@lru_cache(FOLDED_TEXTS_KEPT)
def bracket(name: str) -> Bracket | None:
    """Return the last bracket of a name, None if the name does not end in one."""
    found = _BRACKET.fullmatch(unescape(name).strip())
    if not found:
        return None
    inside = found["inside"].strip()
    return Bracket(found["stem"], inside, _kind_of(inside))


def _kind_of(inside: str) -> BracketKind:
    folded = fold(inside)
    if _SHOOT_OUT.fullmatch(folded):
        return "shoot-out"
    if _ORDINAL.fullmatch(folded):
        return "ordinal"
    if _STATUS.fullmatch(inside):
        return "status"
    return "name"


def name_proper(printed: str) -> str:
    """Return the printed name without a shoot-out or an ordinal, which are never part of it."""
    last_bracket = bracket(printed)
    if last_bracket and last_bracket.kind in {"shoot-out", "ordinal"}:
        return last_bracket.stem
    return printed


def without_status(printed: str) -> str | None:
    """Return a name of a table without `(C)` and its kind; None where it has none."""
    last_bracket = bracket(printed)
    if last_bracket and last_bracket.kind == "status":
        return last_bracket.stem
    return None
