"""Labels of rounds, to tell them from other headings in a table."""

import re

from pipeline.domain.keys import fold

_ROUND = re.compile(
    r"\b(?:"
    # a day of a league: "Fecha 1", "3ª jornada", "Matchday 2", "Semana 4"
    r"fecha|jornada|jor|ronda|rueda|round|matchday|match day|week|semana"
    # half a league, or a leg of a tie: "Ida", "1st leg"
    r"|ida|vuelta|(?:1st|2nd|first|second) leg"
    # a round of a cup: "Quarter-finals", "Semifinales", "Dieciseisavos"
    r"|(?:quarter|semi)?[ -]?finals?|finales|semifinal(?:es)?|cuartos|octavos|\w+avos"
    # beside the final: "Third place match", "Tercer puesto"
    r"|third[ -]place|(?:tercer|3er) (?:puesto|lugar)"
    # what settles a rank or a tie: "Play-off", "Repechaje", "Desempate", "Replay"
    r"|play[ -]?offs?|repechaje|desempate|tie-?breakers?|replay"
    r")\b"
)


def is_round(text: str) -> bool:
    """Whether the text names a round, such as `Fecha 1` or `Quarter-finals`; `Zona A` does not."""
    return _ROUND.search(fold(text)) is not None
