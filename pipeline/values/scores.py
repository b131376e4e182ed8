"""Scores and what else stands in their place."""

import re
from dataclasses import dataclass, replace

from pipeline.domain.names import fold

_DASH = r"\s*[-–—−‐‑‒:]\s*"
_GOALS = re.compile(rf"(?P<home>\d{{1,3}}){_DASH}(?P<away>\d{{1,3}})")
_SHOOT_OUT_BESIDE = re.compile(
    rf"\((?P<p1>\d+)\) ?(?P<h1>\d+){_DASH}(?P<a1>\d+) ?\((?P<q1>\d+)\)"
    rf"|(?P<h2>\d+) ?\((?P<p2>\d+)\){_DASH}(?P<a2>\d+) ?\((?P<q2>\d+)\)"
)
_NOTE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_AWARDED = re.compile(r"\b(awarded|awd|forfeit\w*|adjudicado|escritorio|administrative)\b")
_WALKOVER = re.compile(r"\b(w[./]?o\.?|walkover|wo)(\b|$)")
_ABANDONED = re.compile(r"\b(abandoned|aband?|abd|abn|suspendido|suspended)\b")
_CANCELLED = re.compile(r"\b(cancell?ed|canc|cancelado|not played|no jugado)\b")
_ANNULLED = re.compile(r"\b(annulled|void|voided|anulado)\b")
_SCHEDULED = re.compile(r"(v|vs|v\.|vs\.|tbd|tba|por definir|postponed|ppd)")
_EXTRA_TIME = re.compile(r"a\.?e\.?t\.?|extra time|after extra time|prorroga|t\.?s\.?")
_PENALTIES = re.compile(r"\bp(?:en|ens|enalties|enales|enaltis|k|so|\b)|^pens?\.?")

# the same, told in a note in whole sentences
_NOTED = [
    ("annulled", re.compile(r"\b(annulled|voided|anulado)\b")),
    (
        "awarded",
        re.compile(
            r"^(?:(?:match|result|game) )?(?:was )?(?:awarded|awd|adjudicado)\b"
            r"(?! (?:man|a penalty|player))"
            r"|\bawarded (?:as )?(?:an? )?\d|\bawarded to\b|\bforfeit"
        ),
    ),
    ("walkover", re.compile(r"\bwalk-?over\b|^w[./]?o\b")),
    ("abandoned", re.compile(r"(?<!not )\b(?:abandoned|abd|aband)\b|^(?:match )?suspendido\b")),
    ("cancelled", re.compile(r"^(?:match )?(?:was )?(?:cancell?ed|cancelado)\b")),
]
_STATUS = [
    ("annulled", _ANNULLED),
    ("awarded", _AWARDED),
    ("walkover", _WALKOVER),
    ("abandoned", _ABANDONED),
    ("cancelled", _CANCELLED),
]


@dataclass(frozen=True, slots=True)
class ReadScore:
    """What a score text says; goals are None where it has none.

    status: played, scheduled, awarded, walkover, abandoned, cancelled, annulled or unknown
    """

    home: int | None = None
    away: int | None = None
    extra_time: bool = False
    home_penalties: int | None = None
    away_penalties: int | None = None
    status: str = "unknown"


def parse_score(text: str | None) -> ReadScore:
    """Read a visible score such as `2–1`, `1 - 1 (4–2 p)`, `3–0 (awarded)`, `v` or `–`.

    A bracket with `p` or `pen` holds the shoot-out; `a.e.t.` is extra time; any other bracket
    with numbers is left out: in Spanish boxes it is the half-time score. One number in brackets
    beside each side's goals is the shoot-out; two results in one text are none that we can tell.
    """
    folded = fold(text or "")
    if beside := _SHOOT_OUT_BESIDE.fullmatch(folded):
        return _with_shoot_out_beside(beside)
    notes = [first or second for first, second in _NOTE.findall(folded)]
    bare = _NOTE.sub(" ", folded).strip()
    if len(_GOALS.findall(bare)) > 1 and not _PENALTIES.search(bare):
        return ReadScore()
    word = next((status for status, form in _STATUS if form.search(folded)), None)
    read = _goals(bare, anywhere=word is not None)
    for note in notes:
        read = _noted(read, note)
    if word:
        return replace(read, status=word)
    if read.home is not None:
        return replace(read, status="played")
    return replace(read, status="scheduled" if _SCHEDULED.fullmatch(bare) else "unknown")


def parse_status(note: str | None) -> str | None:
    """Read a note that tells what became of a match, such as `Awarded` or `Match abandoned`.

    returns: one of awarded, walkover, abandoned, cancelled, annulled; None for any other note
    """
    if not note:
        return None
    folded = fold(note)
    return next((status for status, form in _NOTED if form.search(folded)), None)


def parse_penalties(text: str | None) -> tuple[int, int] | None:
    """Read the shoot-out of a parameter of its own, such as `4–3`."""
    found = _GOALS.search(fold(text or ""))
    return (int(found["home"]), int(found["away"])) if found else None


def _with_shoot_out_beside(found: re.Match[str]) -> ReadScore:
    home, away, first, second = (
        int(found[f"{name}1"] or found[f"{name}2"]) for name in ("h", "a", "p", "q")
    )
    return ReadScore(home, away, home_penalties=first, away_penalties=second, status="played")


def _goals(bare: str, *, anywhere: bool) -> ReadScore:
    """Read the goals at the start; beside a word such as `awarded`, wherever they stand."""
    found = _GOALS.search(bare) if anywhere else _GOALS.match(bare)
    if not found:
        return ReadScore()
    read = ReadScore(home=int(found["home"]), away=int(found["away"]))
    rest = bare[found.end() :].strip(" .,;*")
    return _noted(read, rest) if rest else read


def _noted(read: ReadScore, note: str) -> ReadScore:
    if _EXTRA_TIME.search(note):
        read = replace(read, extra_time=True)
    goals = _GOALS.search(note)
    if goals and _PENALTIES.search(note):
        read = replace(read, home_penalties=int(goals["home"]), away_penalties=int(goals["away"]))
    return read
