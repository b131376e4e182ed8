"""Labels of rounds, to tell them from other headings in a table."""

import re

from pipeline.domain.folding import fold

_ROUND = re.compile(
    r"\b(?:fecha|jornada|jor|ronda|rueda|round|matchday|match day|week|semana|ida|vuelta|"
    r"(?:quarter|semi)?[ -]?finals?|finales|semifinal(?:es)?|cuartos|octavos|\w+avos|"
    r"play[ -]?offs?|"
    r"repechaje|desempate|tie-?breakers?|replay|(?:1st|2nd|first|second) leg)\b"
)


def is_round(text: str) -> bool:
    """Whether the text names a round, such as `Fecha 1` or `Quarter-finals`; `Zona A` does not."""
    return _ROUND.search(fold(text)) is not None
