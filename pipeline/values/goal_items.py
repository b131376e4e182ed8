"""What a line of scorers is made of: names, minutes, marks such as `(pen.)`, counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.keys import fold

_LAST_MINUTE = 150
_LAST_MINUTE_OF_HALF = 45
# A number that stands alone in brackets and is no larger counts goals: `Pérez (2)`.
_MOST_GOALS_OF_COUNT = 6

_PRIME = r"['′’‘´`]{0,2}"
_TOKEN = re.compile(
    r"\[\[(?P<target>[^\[\]|]*)(?:\|(?P<shown>[^\[\]]*))?\]\]"
    r"|[(\[](?P<bracket>[^()\[\]]*)[)\]]"
    # `1–0 Pérez 12'`: the score after the goal says nothing that the minute does not
    r"|(?P<score>(?<!\d)\d{1,2}\s*[-–—−:]\s*\d{1,2}(?![\d'′’+]))"
    # `12`, `12'`, `45+2'`, `45'+2`, `min. 12`, `12 min`
    r"|(?:\bmin(?:uto)?s?\.?\s*)?(?<!\d)(?P<minute>\d{1,3})(?!\d)\s*" + _PRIME + r"\s*"
    r"(?:\+\s*(?P<stoppage>\d{1,2})\s*" + _PRIME + r")?(?:\s*(?:min(?:uto|ute)?s?\b\.?|m\b\.?))?"
    # `12' ST`: the twelfth minute of the second half
    r"(?:\s*(?P<half>[12PSps]\.?[Tt]\b\.?))?"
    # `?'`: a goal at a minute that nobody knows
    r"|(?P<unknown>\?['′’]?)"
    # `Pérez, G. 12'`: the initial is of the name; in `Pérez, G. Ruiz 12'` it begins the next
    r"|(?P<initials>,\s*(?:[A-ZÁÉÍÓÚÑ]\.\s?){1,3}(?=\s*(?:[\d?(,;]|\[(?!\[)|$)))"
    # `Pérez x2`
    r"|[x×]\s?(?P<times>[1-9])\b"
    r"|(?P<separator>[,;/·•|]|\b(?:y|and|e|et)\b|&)"
    r"|(?P<word>[^\s,;/·•|()\[\]\d?]+)",
)
_LABEL = re.compile(
    r"^\s*(?:goals?|gol(?:es)?|scorers?|goleador(?:es)?|anotador(?:es)?)\s*:", re.IGNORECASE
)
# a name has a word or an initial: `h` and `t.l.` beside a minute are neither
_NAME = re.compile(r"[^\W\d_]{2}|[A-ZÁÉÍÓÚÑÜ]")
_ENDS_WITH_INITIAL = re.compile(r",\s*(?:[A-ZÁÉÍÓÚÑ]\.\s?)+$")
_ASSIST = re.compile(r"a(?:s?sist|s\.)|pase", re.IGNORECASE)
_NOT_IN_MARK = re.compile(r"[\s.*/]")

# as `_mark` writes them: `(p.)`, `de penal`, `T.P.`
_PENALTY = frozenset(
    """
    p pen pens penal penales depenal penalti depenalti penalty penaltykick pk tp tiropenal
    detiropenal goldepenal
    """.split()
)
# `(o.g.)`, `en contra`, `a.g.`
_OWN_GOAL = frozenset(
    """
    og own owngoal ag aut autogol autogoal autogolo ec encontra golencontra enpropia enpropiameta
    enpropiapuerta enpropiaporteria enpropiavalla golenpropia golenpropiameta golenpropiapuerta
    pp ep epp gpp gepp csc
    """.split()
)
# what takes the goal back: `Pérez 45' (exp.)` was sent off in that minute, and did not score
_NO_GOAL = frozenset(
    """
    exp expulsado expulsion roja tarjetaroja redcard sentoff amonestado yellowcard missed missedpen
    missedpenalty penalerrado penalfallado errado fallado saved atajado
    """.split()
)
_NOBODY = frozenset("none ninguno nadie nogoals singoles na tbd unknown desconocido".split())
# marks that no name ends with: `Gómez o.g. 30'`, `Gómez en contra 30'`
_MARK_AFTER_NAME = re.compile(
    r"^(?P<name>.*?\S)\s+(?P<mark>pen\.?|(?:de )?penal(?:t[iy])?|o\.g\.?|a\.g\.?|autogol|own goal"
    r"|en contra)$",
    re.IGNORECASE,
)
# `Autogol de Ruiz 12'`
_MARK_BEFORE_NAME = re.compile(
    r"^(?P<mark>autogol|gol en contra|en contra|own goal|gol de penal|penal|penalty)"
    r"(?: del?| by|:) (?P<name>\S.*)$",
    re.IGNORECASE,
)
# how a template of a card or a missed penalty is written in a list: it is no goal, and the goals
# beside it stand
CARD = "(card)"


@dataclass(frozen=True, slots=True)
class Name:
    """A player as the list prints him, and where his link goes."""

    text: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Minute:
    """When a goal was scored, None where the list says that nobody knows."""

    minute: int | None
    stoppage: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of goal, or `no-goal` or `card`."""

    says: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many goals a player scored: `(2)`."""

    goals: int


Item = Name | Minute | Mark | Count


def read_items(line: str) -> Iterator[Item]:
    """Yield names, minutes and marks in order; words that stand together are one name."""
    words: list[str] = []
    link: str | None = None
    for token in _TOKEN.finditer(_LABEL.sub("", line)):
        if token["target"] is not None:
            words.append((token["shown"] or token["target"]).strip())
            link = link or token["target"].replace("_", " ").strip() or None
            continue
        if token["word"] is not None:
            words.append(token["word"])
            continue
        if token["initials"] is not None and words:
            words[-1] += token["initials"].rstrip()
            continue
        bracket = token["bracket"]
        # `Pérez (Grau) 12'`: what is neither a mark nor a number belongs to the name
        if bracket is not None and words and _is_of_name(bracket):
            words.append(f"({bracket.strip()})")
            continue
        yield from _read_name(" ".join(words), link)
        words, link = [], None
        yield from _read_token(token)
    yield from _read_name(" ".join(words), link)


def _read_token(token: re.Match[str]) -> Iterator[Item]:
    """Yield what a token that is no name says."""
    if token["minute"] is not None:
        minute = int(token["minute"])
        # `12' ST` is the 57th minute, `57' ST` is too
        half = (token["half"] or "").casefold()[:1]
        if half in {"2", "s"} and minute <= _LAST_MINUTE_OF_HALF:
            minute += _LAST_MINUTE_OF_HALF
        if 0 < minute <= _LAST_MINUTE:
            yield Minute(minute, int(token["stoppage"] or 0) or None)
    elif token["unknown"] is not None:
        yield Minute(None, None)
    elif token["times"] is not None:
        yield Count(int(token["times"]))
    elif token["bracket"] is not None:
        yield from _read_bracket(token["bracket"])


def _read_bracket(bracket: str) -> Iterator[Item]:
    """Yield what a bracket says: `(2)`, `(pen.)`, `(12, 45 pen.)`; any other says nothing."""
    text = bracket.strip()
    mark = _find_mark(text)
    if f"({text})" == CARD:
        yield Mark("card")
    elif mark is not None:
        yield Mark(mark)
    # `(2)` counts goals; `(12)` and `(2')` are minutes
    elif text.isdecimal() and 0 < int(text) <= _MOST_GOALS_OF_COUNT:
        yield Count(int(text))
    else:
        for item in read_items(text):
            if not isinstance(item, Name):
                yield item


def _is_of_name(bracket: str) -> bool:
    """Whether the bracket is a word that says nothing of a goal."""
    if _NAME.search(bracket) is None or _ASSIST.match(bracket.strip()):
        return False
    return not list(_read_bracket(bracket))


def _read_name(text: str, link: str | None) -> Iterator[Item]:
    """Yield the player, or the mark that the words are, or both: `Gómez o.g.`."""
    text = text.strip(" :*–—-'\"")
    # `Pérez, G.` ends with an initial, `Pérez.` with the full stop of the list
    if not _ENDS_WITH_INITIAL.search(text):
        text = text.strip(" .:*–—-'\"")
    mark = _find_mark(text)
    if mark is not None:
        yield Mark(mark)
        return
    if not _NAME.search(text) or _mark(text) in _NOBODY:
        return
    name_and_mark = _MARK_AFTER_NAME.fullmatch(text) or _MARK_BEFORE_NAME.fullmatch(text)
    if name_and_mark is None:
        yield Name(text, link)
        return
    yield Name(name_and_mark["name"], link)
    says = _find_mark(name_and_mark["mark"])
    if says is not None:
        yield Mark(says)


def _find_mark(text: str) -> str | None:
    mark = _mark(text)
    if mark in _PENALTY:
        return "penalty"
    if mark in _OWN_GOAL:
        return "own-goal"
    if mark in _NO_GOAL:
        return "no-goal"
    return None


def _mark(text: str) -> str:
    return _NOT_IN_MARK.sub("", fold(text))
