"""What kind of round the words of a heading or label name."""

import re
from typing import Literal

from pipeline.domain.keys import fold

RoundKind = Literal["matchday", "play-off", "knock-out"]


def _any_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


# words of a league: with "final" beside them they name a stage, a group or a table of its end
_LEAGUE_WORD = (
    r"(?:stage|etapa|phase|fase|groups?|grupos?|rounds?|rondas?|rueda|leagues?|liga|liguilla|series?"
    r"|tables?|tablas?|standings?|posicion(?:es)?|clasificacion|results?|resultados|torneo|fechas?"
    r"|jornadas?|four|eight|hexagonal|pentagonal|[ck]uadrangular|quadrangular|triangular)"
)
_DAY = r"(?:round|matchday|match day|matchweek|fecha|jornada)"
_ORDINAL_WORD = (
    r"(?:first|second|third|fourth|fifth|primera?|segunda|tercera?|cuarta|quinta|ultima|unica)"
)

# folded headings, each matched as a whole; the first kind that fits counts
_ROUND_KINDS: dict[RoundKind, re.Pattern[str]] = {
    "matchday": _any_of(
        # "Round 5", "Fecha 2", "Matchday no. 3", "Fecha 2 (domingo 5 de mayo)", "Round 2 – 5 May"
        rf"{_DAY}s? ?(?:(?:no?\.?|n°|#) ?)?\d+(?: ?[(:,–-].*)?",
        # "1st round", "2a fecha"
        rf"\d+(?:st|nd|rd|th|a|o|°|\.a|\.o)? {_DAY}(?: ?[(:,–-].*)?",
        # "Primera fecha", "Fecha única"; "First round" is no day of a league
        rf"{_ORDINAL_WORD} (?:fecha|jornada|matchday)|fecha (?:unica|final)",
    ),
    "play-off": _any_of(
        # "Playoff", "Title play-off"
        r"(?:[\w-]+ ){0,3}play-?offs?",
        # "Grau vs Ugarte play-off for the first place"
        r".+ vs?\.? .+\bplay-?off\b.*",
        r"tie-?breakers?",
        r"(?:partidos? (?:de )?)?desempates?",
        r"definicion",
        r"partidos? extras?",
        # "Promoción", "Promotion match"; "Promotion group" is none
        r"promocion|revalidacion|promotion(?: match(?:es)?)?",
    ),
    "knock-out": _any_of(
        # "Final", "Grand final", "Northern zone final", "Departmental final of Áncash"
        r"(?!.*\b(?:to|a|al|for) )(?:[\w.]+ ){0,3}finals?(?: (?:de|del|of) .+)?",
        # "Final departamental de Áncash", "Finales – Región I", "Gran final", "Finalísima"
        r"(?:gran |grand )?final(?:s|es|isima)?\b.*",
        # "Áncash – Final", "Departmental stage: final"
        r".+ ?[–:-] (?:gran )?final(?:s|es)?",
        # "Semi-finals", "Semifinal 2", "Quarterfinals of Region I", "Cuartos de final – Llave A"
        r"(?:semi|quarter)[- ]?finals?\b.*",
        r"semifinales\b.*",
        r"(?:cuartos|octavos|\w+avos)(?: de final\b.*)?",
        r"(?:ronda|fase|etapa) (?:previa|preliminar|eliminatoria)",
        r"(?:round of|last) \d+",
        r"(?:match for )?(?:the )?(?:third|3rd)[- ]place(?: match| play-?off)?",
        # "Tercer puesto", "Partido por el tercer lugar"
        r"(?:partido )?(?:por el )?(?:tercer|3er) (?:puesto|lugar)",
        r"(?:first|second|third|preliminary|knock-?out) (?:round|phase)",
        r"repechajes?\b.*",
        # "Llave 3", "Llave B"
        r"llaves?(?: ?(?:\d+|[a-z]))?",
    ),
}

# "Final Stage", "Final regional group", "Etapa nacional final"; "Final de la Etapa" is a final
_FINAL_OF_A_LEAGUE = _any_of(
    rf"\bfinal(?:s|es)?(?: (?!(?:de|del|of)\b)\w+)? {_LEAGUE_WORD}\b",
    rf"\b{_LEAGUE_WORD}(?: \w+)? (?:semi)?final(?:s|es)?\b",
    rf"\b(?:semi|quarter)[- ]?finals?(?: \w+)? {_LEAGUE_WORD}\b",
    # "Final Zona Norte" is the final of a zone
    r"^zona final$|^final zone$",
)
# a phase has rounds or groups of its own, or is one round of ties
_PHASE = re.compile(
    r"(?:first|second|third|preliminary|knock-?out) (?:round|phase)"
    r"|(?:ronda|fase|etapa) (?:previa|preliminar|eliminatoria)"
)
# "Final", "Northern zone final", "Áncash – Final"; a semifinal is none
_FINAL = re.compile(
    r"(?!.*\b(?:semi|quarter|cuartos|octavos|\w+avos)\b)"
    r"(?:(?:gran |grand )?final(?:s|es|isima)?\b.*"
    r"|.+ (?:gran )?final(?:s|es)?(?: (?:de|del|of) .+)?)"
)
_TIE_LABEL = re.compile(r"llaves?(?: ?(?:\d+|[a-z]))?")
_PLACE = re.compile(r"(.+?) (?:de|del|of) (.+)")
_NUMBER = re.compile(r"\d+")

_NUMBER_OF_WORD = {
    "first": 1, "primera": 1, "primer": 1, "second": 2, "segunda": 2, "third": 3, "tercera": 3,
    "tercer": 3, "fourth": 4, "cuarta": 4, "fifth": 5, "quinta": 5,
}  # fmt: skip

_NATIONAL_FINAL = re.compile(
    r"(?:grand |gran |national )?finals?(?: nacional)?|finalisima(?: nacional)?"
    # "Gran final de la Copa Perú"
    r"|(?:gran )?final (?:de la )?copa peru"
)
_CONSOLATION = re.compile(r"\bthird\b|\b3rd\b|\btercer\b|\b3er\b")


def round_kind(text: str) -> RoundKind | None:
    """Return what kind of round the text names, None if it names none."""
    folded = fold(text)
    for kind, form in _ROUND_KINDS.items():
        if form.fullmatch(folded) is None:
            continue
        if kind == "knock-out" and _FINAL_OF_A_LEAGUE.search(folded):
            return None
        return kind
    return None


def name_same_round(heading: str, label: str) -> bool:
    """Whether a heading and a label below it name one round."""
    heading_words, label_words = fold(heading).split(), fold(label).split()
    shorter = min(len(heading_words), len(label_words))
    # "Cuartos de final" and "Cuartos", "Fecha 2" and "Fecha 2 (domingo 5)"
    if shorter and heading_words[:shorter] == label_words[:shorter]:
        return True
    # "Fecha 2" and "2ª fecha", "Round 2", or only "2º"
    heading_number, label_number = _NUMBER.search(fold(heading)), _NUMBER.search(fold(label))
    if heading_number is None or label_number is None:
        return False
    is_day = round_kind(heading) == "matchday"
    label_is_day = round_kind(label) == "matchday" or len(label) - len(label_number[0]) <= 1
    return is_day and label_is_day and heading_number[0] == label_number[0]


def is_phase(name: str) -> bool:
    """Whether the name is that of a part of a stage, such as `First phase`."""
    return _PHASE.fullmatch(fold(name)) is not None


def is_final(name: str) -> bool:
    """Whether the round is a final, of the season or of a part of the country."""
    return round_kind(name) == "knock-out" and _FINAL.fullmatch(fold(name)) is not None


def name_finals_of_two_places(first: str | None, second: str | None) -> bool:
    """Whether two rounds are the finals of two parts of the country."""
    if first is None or second is None or not (is_final(first) and is_final(second)):
        return False
    first_place, second_place = _PLACE.fullmatch(fold(first)), _PLACE.fullmatch(fold(second))
    if first_place is None or second_place is None:
        return False
    # "Final departamental de Áncash" and "Final departamental de Puno"
    return first_place[1] == second_place[1] and first_place[2] != second_place[2]


def is_tie_label(name: str) -> bool:
    """Whether the name tells one tie of a round from the others, such as `Llave 3`."""
    return _TIE_LABEL.fullmatch(fold(name)) is not None


def is_play_off(name: str | None) -> bool:
    """Whether the round settles what other matches left open."""
    return name is not None and round_kind(name) == "play-off"


def is_national_final(name: str | None) -> bool:
    """Whether the round or stage is the final that gives the champion; a regional one is not."""
    return name is not None and _NATIONAL_FINAL.fullmatch(fold(name)) is not None


def is_consolation(name: str | None) -> bool:
    """Whether the round is for those who lost, such as a match for third place."""
    return name is not None and _CONSOLATION.search(fold(name)) is not None


def matchday_number(name: str | None) -> int | None:
    """Return the number of a day of a league: 5 of `Fecha 5`, 1 of `Primera fecha`."""
    if name is None or round_kind(name) != "matchday":
        return None
    number = _NUMBER.search(fold(name))
    if number is not None:
        return int(number[0])
    first_word = fold(name).split()[0]
    return _NUMBER_OF_WORD.get(first_word)
