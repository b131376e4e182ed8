"""Scores and what else stands in their place."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.domain.keys import fold

_DASH = r"\s*[-–—−‐‑‒:]\s*"
# Goals of home and away: "2–1", "2 : 1"
_GOALS = re.compile(rf"(?P<home>\d{{1,3}}){_DASH}(?P<away>\d{{1,3}})")
# "(5) 1 - 1 (6)", "2(2) - (4) 2": the shoot-out in brackets beside the goals of each side
_GOALS_WITH_PENALTIES = re.compile(
    r"(?:\((?P<home_penalties_before>\d{1,3})\)\s*(?P<home_behind>\d{1,3})"
    r"|(?P<home_before>\d{1,3})\s*\((?P<home_penalties_behind>\d{1,3})\))"
    rf"{_DASH}"
    r"(?:\((?P<away_penalties_before>\d{1,3})\)\s*(?P<away_behind>\d{1,3})"
    r"|(?P<away_before>\d{1,3})\s*\((?P<away_penalties_behind>\d{1,3})\))"
)
_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")

# Words beside a score or in its place: the first that the text has is the status.
_STATUS_WORDS = [
    # struck from the records: "anulado", "match voided"
    ("annulled", re.compile(r"\b(annulled|void|voided|anulado|anul)\b")),
    # by a decision: "0–3 (awarded)", "3–0 (en mesa)", "3–0 (mesa)", "forfeited"
    (
        "awarded",
        re.compile(
            r"\b(awarded|awd|forfeit\w*|adjudicad[oa]|escritorio|administrative"
            r"|(?:en|por|de) (?:la )?mesa)\b|(?:^|[(\[\d] ?)mesa\b"
        ),
    ),
    # nobody came: "w/o", "W.O.", "W. O.", "walkover"
    ("walkover", re.compile(r"\b(w[./]?o\.?|w\. o\.?|walkover|wo)(\b|$)")),
    # broken off: "1–0 (abandoned)", "susp."
    ("abandoned", re.compile(r"\b(abandoned|aband?|abd|abn|suspendido|suspended|susp)\b")),
    # never played: "cancelled", "No se jugó", "n.p.", "n.j."
    (
        "cancelled",
        re.compile(
            r"\b(cancell?ed|canc|cancelado|not played|no jugado|no se jugo)\b|^n[./]? ?[pj]\.?$"
        ),
    ),
]
# "PP - PP": lost by both, "PG - PP": won and lost, by a decision that gives no goals
_DECIDED_WITHOUT_GOALS = re.compile(rf"(?:p[gpe]|gp){_DASH}(?:p[gpe]|gp)")
# "15:30" stands where the score will be, and is no score of 15 goals against 30
_KICK_OFF = r"(?:1\d|2[0-3]):(?:00|15|30|45)"
# "vs", "TBD", "postergado"
_SCHEDULED = re.compile(
    r"v|vs|v\.|vs\.|v/s|tbd|tba|postponed|ppd"
    rf"|por definir|por jugar|pendiente|postergado|aplazado|{_KICK_OFF}"
)

# "a.e.t.", "2–1 aet", "t. s." (tiempo suplementario)
_EXTRA_TIME = re.compile(r"a\.?e\.?t\.?|extra time|prorroga|\bt\.? ?[es]\b")
# "4–2 p", "4–2p", "pen. 4–2", "tanda de penales", "t.p."
_PENALTIES = re.compile(r"(?<![^\W\d_])p(?:en|k|so|(?![^\W_]))|\btp\b|\btanda\b")

_MATCH = r"(?:(?:the |el )?(?:match|game|result|partido|encuentro|juego|resultado) )?"
_WAS = r"(?:was |were |is |fue |quedo |result[oó] )?"
# Sentences of a note beside the match: the first that fits is the status.
_STATUS_SENTENCES = [
    # "Match annulled", "El partido fue anulado"
    ("annulled", re.compile(r"\b(annulled|voided|anulad[oa]|invalidad[oa]|null and void)\b")),
    (
        "awarded",
        re.compile(
            # "Match awarded 3–0 to Aurora", "Awarded to Auxilio"; "awarded a penalty" is none
            rf"^{_MATCH}{_WAS}(?:awarded|awd)\b(?! (?:man|a penalty|player))"
            r"|\bawarded (?:as )?(?:an? )?\d|\bawarded to\b"
            r"|\bawarded (?:an? |the )?(?:win|victory|match|game|points)\b|\bforfeit"
            # "Adjudicado por mesa", "Se le adjudicó el partido a Delta"
            r"|\badjudicad[oa]s?\b|\bse (?:le )?adjudico\b"
            # "Se le dio por ganado", "se le dio el partido por perdido", "dado por perdido"
            r"|\b(?:dio|dieron|dado|da|declaro|declarado)\b.{0,40}\b(?:por )?"
            r"(?:ganad(?:[oa]s?|or)|perdid[oa]s?|perdedor)\b"
            # "Ganó en mesa", "Puntos en mesa", "por secretaría", "se le otorgaron los puntos"
            r"|\b(?:en|por|de) (?:la )?(?:mesa|escritorio|secretaria)\b"
            r"|\b(?:otorgo|otorgaron|otorgados?) (?:\w+ ){0,3}(?:puntos|partido|triunfo|victoria)\b"
        ),
    ),
    # "Walk-over", "W.O.", "No se presentó", "Grau did not show up"
    (
        "walkover",
        re.compile(
            r"\bwalk-?over\b|^w[./]?o\b|\bpor w[./]?o\b|\bno se presento\b|\bincomparecencia\b"
            r"|\bno presentarse\b"
            r"|\b(?:did not|didn't|failed to) (?:show up|turn up|appear|arrive)\b"
        ),
    ),
    # "Abandoned at half-time", "Match suspendido", "Se suspendió a los 70'"
    (
        "abandoned",
        re.compile(
            r"(?<!not )\b(?:abandoned|abd|aband)\b"
            # "Suspended player fielded" is no such note
            rf"|^{_MATCH}{_WAS}(?:suspendid[oa]|suspended(?! \w+ (?:fielded|played|used)))\b"
            rf"|^{_MATCH}(?:se suspendio|fue abandonado)\b"
        ),
    ),
    # "Match was cancelled", "No se jugó"
    (
        "cancelled",
        re.compile(
            rf"^{_MATCH}{_WAS}(?:cancell?ed|cancelad[oa]|not played)\b"
            rf"|^{_MATCH}no se (?:jugo|disputo)\b"
        ),
    ),
]
# "Suspendido por lluvia. Se jugó el 29 de julio": then the score is of a match that was played
_PLAYED_AFTER_ALL = re.compile(
    r"(?<!no )\bse (?:jugo|disputo|completo|reanudo|termino)\b"
    r"|(?<!not )\b(?:played on|replayed|resumed|completed|continued)\b"
)


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


@lru_cache(2_000)  # a page has the same few scores again and again
def parse_score(text: str | None) -> ReadScore:
    """Read a visible score such as `2–1`, `1 - 1 (4–2 p)`, `3–0 (awarded)`, `v` or `–`.

    A bracket with `p` or `pen` holds the shoot-out; `a.e.t.` is extra time; any other bracket
    with numbers is left out: in Spanish boxes it is the half-time score. A bracket with one number
    beside the goals of each side is the shoot-out. Two scores, one for each club, are none.
    """
    folded = fold(text or "")
    if _DECIDED_WITHOUT_GOALS.fullmatch(folded):
        return ReadScore(status="awarded")
    goals_with_penalties = _GOALS_WITH_PENALTIES.fullmatch(folded)
    if goals_with_penalties:
        return _score_with_penalties(goals_with_penalties)
    # "3–0 (awarded)": the word may stand inside the bracket or outside
    status = _find_status(_STATUS_WORDS, folded)
    outside_brackets = _BRACKET.sub(" ", folded).strip()
    score = _read_goals(outside_brackets, anywhere=status is not None)
    for round_bracket, square_bracket in _BRACKET.findall(folded):
        score = _add_note(score, round_bracket or square_bracket)
    if status is None:
        status = _status_without_word(score, outside_brackets)
    return replace(score, status=status)


def parse_status(note: str | None) -> str | None:
    """Read a note that tells what became of a match, such as `Awarded` or `Match abandoned`.

    returns: one of awarded, walkover, abandoned, cancelled, annulled; None for any other note
    """
    if not note:
        return None
    folded = fold(note).strip(" ()[].")
    status = _find_status(_STATUS_SENTENCES, folded)
    if status in {"abandoned", "cancelled"} and _PLAYED_AFTER_ALL.search(folded):
        return None
    return status


def parse_award(text: str | None) -> str | None:
    """Read to whom a match was given without goals: `home`, `away`, or `nobody`.

    returns: None where the text is no such decision
    """
    folded = fold(text or "")
    if not _DECIDED_WITHOUT_GOALS.fullmatch(folded):
        return None
    # "PG - PP": partido ganado, partido perdido; "GP" is "ganó los puntos"
    home, away = (side in {"pg", "gp"} for side in re.split(_DASH, folded))
    if home == away:
        return None if home else "nobody"
    return "home" if home else "away"


def parse_penalties(text: str | None) -> tuple[int, int] | None:
    """Read the shoot-out of a parameter of its own, such as `4–3`."""
    found = _GOALS.search(fold(text or ""))
    if not found:
        return None
    return int(found["home"]), int(found["away"])


def _find_status(forms: list[tuple[str, re.Pattern[str]]], folded: str) -> str | None:
    for status, form in forms:
        if form.search(folded):
            return status
    return None


def _status_without_word(score: ReadScore, outside_brackets: str) -> str:
    if score.home is not None:
        return "played"
    if _SCHEDULED.fullmatch(outside_brackets):
        return "scheduled"
    return "unknown"


def _score_with_penalties(found: re.Match[str]) -> ReadScore:
    return ReadScore(
        home=int(found["home_before"] or found["home_behind"]),
        away=int(found["away_before"] or found["away_behind"]),
        home_penalties=int(found["home_penalties_before"] or found["home_penalties_behind"]),
        away_penalties=int(found["away_penalties_before"] or found["away_penalties_behind"]),
        status="played",
    )


def _read_goals(text: str, *, anywhere: bool) -> ReadScore:
    """Read the goals at the start; beside a word such as `awarded`, wherever they stand."""
    found = _GOALS.search(text) if anywhere else _GOALS.match(text)
    # "15:30" is a time
    if not found or _SCHEDULED.fullmatch(text):
        return ReadScore()
    score = ReadScore(home=int(found["home"]), away=int(found["away"]))
    rest = text[found.end() :].strip(" .,;*/")
    if not rest:
        return score
    # "0 - 2 3 - 2": another result for each club, so none of the match; "1–1 4–3 pen." is one
    if _GOALS.match(rest) and not _PENALTIES.search(rest):
        return ReadScore()
    return _add_note(score, rest)


def _add_note(score: ReadScore, note: str) -> ReadScore:
    """Return the score with what the note says of it: `a.e.t.`, `4–2 p`."""
    if _EXTRA_TIME.search(note):
        score = replace(score, extra_time=True)
    penalties = _GOALS.search(note)
    if penalties and _PENALTIES.search(note):
        score = replace(
            score,
            home_penalties=int(penalties["home"]),
            away_penalties=int(penalties["away"]),
        )
    return score
