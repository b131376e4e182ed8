"""What a label of a table says: a caption, a title row, a heading between its rows.

`Resultados de la Región I – Grupo B` names a group, `Tercera ronda 8/12 - 12/12` a round and the
days of its two legs, `Semifinales (vuelta)` a round and a leg.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.domain.keys import fold
from pipeline.extract.text.day_and_place import is_place
from pipeline.values.label_dates import LONGEST_LABEL, split_date
from pipeline.values.rounds import is_round

_JOINT = " – "

# `Región I – Grupo B`, `Semifinales (ida)`, `Grupo A: Fecha 1`
_CUT = re.compile(r" [-–—|·] | ?[–—()/:;] ?|[.,] ")
# words that say what the table shows, not whose it is: `Resultados de la`, `Tabla de posiciones`
_CONTENT_BEFORE = re.compile(
    r"^(?:(?:cuadro de |tabla de )?resultados?|partidos|encuentros|fixture|programaci[oó]n"
    r"|tabla(?: de)?(?: posiciones)?(?: final)?|posiciones(?: finales)?"
    r"|clasificaci[oó]n(?: final)?"
    r"|(?:final |league )?(?:table|standings?|results?|matches|fixtures))\b"
    r"(?:\s+(?:de las?|de los|del?|en las?|en el|of the|of|for|in|–|-))?\s*",
    re.IGNORECASE,
)
_CONTENT_BEHIND = re.compile(
    r" ?\b(?:(?:final |league )?(?:standings?|table|results?|matches|fixtures)"
    r"|resultados|posiciones|partidos)$",
    re.IGNORECASE,
)

# words of a group, by how much they hold: a group is inside a zone, a zone inside a region
_GROUP_WORDS = (
    r"regi[oó]n(?:es)?|departamento|department|provincia|province|distrito|district|liga",
    r"zonas?|zone|sector|sub-?regi[oó]n",
    r"grupos?|group|series?|pool|unidad|liguilla|cuadrangular|triangular|hexagonal|octogonal",
)
# `A`, `II`, `3`, `Norte`, `de Lima`, `Lima Provincias`; `Fecha` after a group is a round
_NAME = (
    r"(?:(?:de|del|of)\s+)?"
    r"(?:(?!(?i:fecha|jornada|ronda|round|matchday|final|semifinal|cuartos|octavos|ida|vuelta"
    r"|resultados|posiciones|standings?|results?|table|matches)\b)"
    r"(?:[^\W_a-zà-ÿ]|[a-z]\b)[\w.'º°]*)"
    r"(?:\s+(?!(?i:fecha|jornada|ronda|round|matchday|final|semifinal|cuartos|octavos|ida|vuelta"
    r"|resultados|posiciones|standings?|results?|table|matches)\b)[^\W_a-zà-ÿ][\w.'º°]*){0,3}"
)
_POINT = (
    r"(?i:norte|sur|centro|oriente|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central)"
)
_GROUPS = [
    re.compile(rf"\b(?:(?i:{words})\s+{_NAME}|{_POINT}\s+(?i:{words}))(?!\w)")
    for words in _GROUP_WORDS
]
# `Interzonal`: matches between the zones are of none
_BETWEEN_GROUPS = re.compile(r"inter-?(?:zonal|grupo|group)(?:es|s)?(?: \w+)?")
# groups without such a word, each with its rank: `Norte`, `Cuadrangular final`, `B`
_BARE_GROUPS = (
    (1, re.compile(_POINT)),
    (2, re.compile(r"(?i:(?:cuadrangular|triangular|hexagonal|liguilla)(?: finale?s?)?)|[A-H]")),
)

# `Ida`, `Partidos de vuelta`, `1st leg`
_LEGS = (
    re.compile(r"(?:(?:partidos?|encuentros?|llaves?) (?:de )?)?ida"
               r"|(?:first|1st|primer) (?:leg|partido|match)e?s?|leg 1|partido 1"),
    re.compile(r"(?:(?:partidos?|encuentros?|llaves?) (?:de )?)?vuelta"
               r"|(?:second|2nd|segundo) (?:leg|partido|match)e?s?|leg 2|partido 2"),
    re.compile(r"(?:third|3rd|tercer) (?:leg|partido|match)e?s?|leg 3|partido 3"),
)  # fmt: skip
# `Tercera fase`, `Segunda instancia`, `Fase previa`, `Promoción`, `Tercer puesto`, `Llave 3`
_ROUND_IN_LABEL = re.compile(
    r"(?:(?:primera?|segund[ao]|tercera?|cuart[ao]|quint[ao]|sext[ao]|\d{1,2}\W?[ªºao]?"
    r"|first|second|third|fourth|fifth|\d(?:st|nd|rd|th)) "
    r"(?:fase|instancia|etapa|phase|stage|llave|puesto|lugar|place).*"
    r"|(?:fase|instancia|phase) (?:\d+|[ivx]+|previa|preliminar|eliminatoria|final|regular).*"
    r"|(?:partidos? (?:de|por) (?:el |la )?)?(?:promocion|permanencia|revalida|reclasificacion"
    r"|definicion|ascenso|clasificacion)(?: \w+)?|eliminatorias?|preliminar(?:es)?"
    r"|third[- ]place.*)"
)
# `Llave A` is one tie of the round above;
# `Descansa: Municipal`, `Libre: Chankas`, `Bye: Huaral`: about the round above, and no end of it
_NOTE = re.compile(
    r"(?:llaves? \w+$|descansan?|libres?|fecha libre|byes?|nota|note|fuente|source)\b|[(*]"
)
_WORDS_OF_DATES = frozenset({"", "fecha", "fechas", "dia", "date", "dates", "day"})
_QUOTATION_MARKS = re.compile(r"[\"“”«»]|'{1,5}")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says; blank of what it does not.

    group:     its parts, the larger first: a pair of rank and text, blank between groups
    date_text: its day or days as printed
    is_note:   it says something about the rows above or the table, and ends nothing
    """

    group: tuple[tuple[int, str], ...] = ()
    round: str | None = None
    leg: int | None = None
    date_text: str = ""
    is_note: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it names no group, round, leg or day."""
        return not (self.group or self.round or self.leg or self.date_text)


@lru_cache(maxsize=2000)
def parse_label(text: str) -> Label:
    """Read a label, in English or Spanish."""
    text = _QUOTATION_MARKS.sub("", text)
    head, date_text = split_date(text)
    # `Fecha 2 (10 de mayo, Estadio Nacional)`
    day_text, _, place = text.partition(", ")
    if not date_text and is_place(place.rstrip(")")):
        head, date_text = split_date(day_text)
    if len(head) > LONGEST_LABEL:
        return Label(is_note=True)
    if fold(head).strip(" :.") in _WORDS_OF_DATES:
        return Label(date_text=date_text, is_note=not date_text)
    group: list[tuple[int, str]] = []
    rounds: list[str] = []
    others: list[str] = []
    leg = None
    for piece in _CUT.split(head):
        rest, groups_of_piece = _take_groups(_without_content_words(piece))
        leg = leg or parse_leg(rest)
        if _names_round(rest):
            rounds.append(rest)
        elif rest and parse_leg(rest) is None:
            others.append(rest)
            # `Ganador del Grupo A` is no label of Grupo A; `Grupo A (Lima)` is one
            groups_of_piece = []
        group += groups_of_piece
    if group or leg:
        round_label = _JOINT.join(rounds) or None
    # `Octavos de final - Llave A`: the round as printed
    else:
        round_label = _without_content_words(head) if rounds else None
    is_note = not others or _NOTE.match(fold(head)) is not None or ":" in head
    return Label(tuple(sorted(group)), round_label, leg, date_text, is_note)


def _names_round(text: str) -> bool:
    if parse_leg(text) is not None:
        return False
    return is_round(text) or _ROUND_IN_LABEL.fullmatch(fold(text)) is not None


def parse_leg(text: str) -> int | None:
    """Read the name of a leg, such as `Ida` or `2nd leg`."""
    folded = fold(text).strip(" .:")
    for number, form in enumerate(_LEGS, start=1):
        if form.fullmatch(folded):
            return number
    return None


def names_group(text: str) -> bool:
    """Whether the text is the name of a group and nothing else: `Grupo A`, not `A` or `Grupo`."""
    label = parse_label(text)
    if not label.group or label.round or label.leg or label.date_text:
        return False
    return any(form.search(text) for form in _GROUPS)


def join_group(parts: Sequence[tuple[int, str]]) -> str | None:
    """Return the parts of a group as one text, the larger first; None between groups."""
    return _JOINT.join(text for _, text in parts if text) or None


def _without_content_words(piece: str) -> str:
    """Return the piece without `Resultados de la` in front or `standings` behind."""
    bare = _CONTENT_BEFORE.sub("", piece.strip())
    return _CONTENT_BEHIND.sub("", bare).strip()


def _take_groups(piece: str) -> tuple[str, list[tuple[int, str]]]:
    """Take the groups out of a piece of a label; return the rest and them with their ranks."""
    if _BETWEEN_GROUPS.fullmatch(fold(piece)):
        return "", [(1, "")]
    for rank, form in _BARE_GROUPS:
        if form.fullmatch(piece):
            return "", [(rank, piece)]
    rest = piece
    groups = []
    for rank, form in enumerate(_GROUPS):
        found = form.search(rest)
        if found:
            groups.append((rank, found[0].strip()))
            rest = rest[: found.start()] + " " + rest[found.end() :]
    if groups:
        # `Final del Grupo A`: the rest is `Final`
        rest = re.sub(r"\b(?:del?|de las?|of|in|en)(?: la| el| the)?\s*$", "", rest.strip())
    return rest.strip(), groups
