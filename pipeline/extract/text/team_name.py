"""Whether a text can be the name of a team: lines have no columns that would say so."""

import re

from pipeline.domain.keys import fold
from pipeline.extract.text.round_line import is_group_label, is_round_label

_LONGEST_NAME = 60
_WORD = re.compile(r"[^\W\d_]{2,}")
# words in lower case that are part of a team's name; any other one makes the line a sentence
_PARTICLES = frozenset(
    "de del la las los el y e do da dos das di van von al san santa of the fc".split()
)
_SCORE = re.compile(r"\d\s?[-–—−:]\s?\d")
# `Alfa, Beta` are two, `Final: Alfa` has a label, `Lima – Alfa` a label or a second team
_PARTED = re.compile(r"[,;:|=]|(?:^|\s)[-–—−](?:\s|$)|\s(?:vs?\.?|w\.?o\.?)(?:\s|$)", re.IGNORECASE)
# `Beta → Alfa` says who goes on; `Alfa (4)` is a team and its penalties
_BESIDE_NAME = re.compile(r"[→←>…]|\.\.|\(\d+\)$")
# ` 1.Alfa  5  4  0  1  13- 2  12` is a row of a table
_SEVERAL_NUMBERS = re.compile(r"\b\d+\s+\d+\b")
_FIRST_CHARACTER = re.compile(r"[^\W_]|[\"“«'‘]")
# `Grupo 1`, `Etapa Nacional`, `Winner of match 3`: a part of the season, never a team
_PART_OF_SEASON = re.compile(
    r"(?:group|grupo|zone|zona|serie|llave|region|etapa|fase|stage|phase)(?: [\divx]{1,4}| [a-h])?"
    r"|(?:regional|national|final|etapa|fase) (?:nacional|regional|departamental|final|stage)"
    r"|(?:winners?|losers?|ganador|perdedor|runner-up|vencedor)\b.*"
    r"|pj|pts|puntos|points|goals?|goles|home|away|local|visitante|total|aggregate|global"
)


def is_team_name(text: str) -> bool:
    """Whether the text can be a team's name: no score, no words of a sentence, no round."""
    if not 0 < len(text) <= _LONGEST_NAME or not _is_one_name(text):
        return False
    # `and won the tie` is a sentence, `Deportivo de la Victoria` a name
    lower_case_words = set(filter(str.islower, _WORD.findall(text)))
    if not lower_case_words <= _PARTICLES:
        return False
    if is_round_label(text) or is_group_label(text):
        return False
    return _PART_OF_SEASON.fullmatch(fold(text)) is None


def _is_one_name(text: str) -> bool:
    """Whether the text has letters and brackets like a name, and nothing that parts two texts."""
    has_letter = any(character.isalpha() for character in text)
    has_whole_brackets = text.count("(") == text.count(")")
    if not has_letter or not has_whole_brackets or not _FIRST_CHARACTER.match(text):
        return False
    # `A 1–0 B 2–1 C` is no match
    forms = (_SCORE, _PARTED, _BESIDE_NAME, _SEVERAL_NUMBERS)
    return not any(form.search(text) for form in forms)
