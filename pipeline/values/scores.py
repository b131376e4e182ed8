"""Scores and what else stands in their place."""

import re
from dataclasses import dataclass, replace

from pipeline.domain.names import fold

_DASH = r"\s*[-–—−‐‑‒:]\s*"
_GOALS = re.compile(rf"(?P<home>\d{{1,3}}){_DASH}(?P<away>\d{{1,3}})")
_SIDES = re.compile(  # the shoot-out beside each side's goals: `(5) 1 - 1 (6)`, `2(2) - (4) 2`
    rf"(?:\((\d+)\)\s*(\d+)|(\d+)\s*\((\d+)\)){_DASH}(?:(\d+)\s*\((\d+)\)|\((\d+)\)\s*(\d+))"
)
_KICK_OFF = r"(?:1\d|2[0-3]):(?:00|15|30|45)"  # stands where the score will be
_NOTE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_AWARDED = re.compile(
    r"\b(awarded|awd|forfeit\w*|adjudicado|escritorio|administrative|(?:en|por|de) mesa)\b"
    r"|(?:^|[(\[\d] ?)mesa\b"
)
_WALKOVER = re.compile(r"\b(w[./]?o\.?|w\. o\.?|walkover|wo)(\b|$)")
_ABANDONED = re.compile(r"\b(abandoned|aband?|abd|abn|suspendido|suspended|susp)\b")
_CANCELLED = re.compile(r"\b(cancell?ed|canc|cancelado|not played|no jugado|no se jugo)\b")
_ANNULLED = re.compile(r"\b(annulled|void|voided|anulado|anul)\b")
_SCHEDULED = re.compile(
    r"v|vs|v\.|vs\.|v/s|tbd|tba|postponed|ppd"
    rf"|por definir|por jugar|pendiente|postergado|aplazado|{_KICK_OFF}"
)
_EXTRA_TIME = re.compile(r"a\.?e\.?t\.?|extra time|prorroga|\bt\.? ?[es]\b")
# `4–2 p`, `4–2p`, `pen. 4–2`, `tanda de penales`, `t.p.`
_PENALTIES = re.compile(r"(?<![^\W\d_])p(?:en|k|so|(?![^\W_]))|\btp\b|\btanda\b")

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

    def turned(self) -> "ReadScore":
        """Return the score from the other side."""
        return replace(
            self,
            home=self.away,
            away=self.home,
            home_penalties=self.away_penalties,
            away_penalties=self.home_penalties,
        )


def parse_score(text: str | None) -> ReadScore:
    """Read a visible score such as `2–1`, `1 - 1 (4–2 p)`, `3–0 (awarded)`, `v` or `–`.

    A bracket with `p` or `pen` holds the shoot-out; `a.e.t.` is extra time; any other bracket
    with numbers is left out: in Spanish boxes it is the half-time score. A bracket with one number
    beside the goals of each side is the shoot-out. Two scores, one for each club, are none.
    """
    folded = fold(text or "")
    if sides := _SIDES.fullmatch(folded):
        return _with_shoot_out(sides)
    notes = [first or second for first, second in _NOTE.findall(folded)]
    bare = _NOTE.sub(" ", folded).strip()
    word = next((status for status, form in _STATUS if form.search(folded)), None)
    read = _goals(bare, anywhere=word is not None)
    for note in notes:
        read = _noted(read, note)
    if word:
        return replace(read, status=word)
    if read.home is not None:
        return replace(read, status="played")
    return replace(read, status="scheduled" if _SCHEDULED.fullmatch(bare) else "unknown")


def _with_shoot_out(sides: re.Match[str]) -> ReadScore:
    before, home, home_first, after, away, away_after, away_before, away_last = sides.groups()
    return ReadScore(
        home=int(home or home_first),
        away=int(away or away_last),
        home_penalties=int(before or after),
        away_penalties=int(away_after or away_before),
        status="played",
    )


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


def _goals(bare: str, *, anywhere: bool) -> ReadScore:
    """Read the goals at the start; beside a word such as `awarded`, wherever they stand."""
    found = _GOALS.search(bare) if anywhere else _GOALS.match(bare)
    if not found or _SCHEDULED.fullmatch(bare):
        return ReadScore()
    read = ReadScore(home=int(found["home"]), away=int(found["away"]))
    rest = bare[found.end() :].strip(" .,;*/")
    if _GOALS.match(rest) and not _PENALTIES.search(rest):
        return ReadScore()
    return _noted(read, rest) if rest else read


def _noted(read: ReadScore, note: str) -> ReadScore:
    if _EXTRA_TIME.search(note):
        read = replace(read, extra_time=True)
    goals = _GOALS.search(note)
    if goals and _PENALTIES.search(note):
        read = replace(read, home_penalties=int(goals["home"]), away_penalties=int(goals["away"]))
    return read
