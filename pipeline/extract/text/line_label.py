"""What stands in front of a match on its line: `Desempate: …`, `Final, 3 May: …`, `Ida: …`."""

import re
from typing import NamedTuple

from pipeline.domain.keys import fold
from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.text.day_and_place import is_day, is_place
from pipeline.extract.text.round_line import RoundLine, is_group_label, read_round_label

# `Partido 1: Alfa 2–1 Beta`: a label that says nothing of the match
_EMPTY_LABEL = re.compile(
    r"(?:partido|match|game|llave|serie|resultado|result|score|marcador)"
    r"(?: (?:n[.º°]+ ?)?\w{1,3})?",
    re.IGNORECASE,
)
# `En Lima: Alfa 2-1 Beta`
_IN_PLACE = re.compile(r"(?:[Ee]n|[Ii]n|[Aa]t) [^\W\d_a-z][^\d,;()]{1,40}")

_LEGS = {
    "ida": 1,
    "partido de ida": 1,
    "first leg": 1,
    "1st leg": 1,
    "vuelta": 2,
    "partido de vuelta": 2,
    "second leg": 2,
    "2nd leg": 2,
}

_ROUND_AND_LEG = re.compile(
    r"(?P<round>.+?)\s?[,(–—-]\s*"
    r"(?P<leg>(?:partido de )?(?:ida|vuelta)|(?:first|second|1st|2nd) leg)\)?",
    re.IGNORECASE,
)


class Above(NamedTuple):
    """What the lines above say of a match: its day, its round and leg, its group and its place.

    place: of the label in front of it or of the date above it, such as `Lima` or
           `Estadio Nacional`; "" if neither says it
    """

    date: Quote | None = None
    round: str | None = None
    group: str | None = None
    leg: int | None = None
    place: str = ""

    def with_date(self, date: Quote | None, place: str = "") -> "Above":
        """Return the same on the day that a line names, None for one that is not known."""
        return self._replace(date=date, place=place)

    def below_round(self, line: RoundLine) -> "Above":
        """Return what a line that names a round leaves: `Ida` names the leg of the round above."""
        leg = _LEGS.get(fold(line.round))
        if leg is not None:
            return self._replace(date=line.date, leg=leg, place=line.place)
        # `Semifinal, ida`, `Quarter-finals (first leg)`
        round_and_leg = _ROUND_AND_LEG.fullmatch(line.round)
        if round_and_leg is not None:
            leg = _LEGS[fold(round_and_leg["leg"])]
            return Above(line.date, round_and_leg["round"], self.group, leg, line.place)
        return Above(line.date, line.round, self.group, place=line.place)


def read_label(label: str, above: Above) -> Above | None:
    """Return what the label adds to what stands above; None for a label that we do not know."""
    whole_label = _read_bare_label(label, above)
    if whole_label is not None:
        return whole_label
    # `3 May 2012, Lima: Alfa 2-1 Beta`, `En Lima: Alfa 2-1 Beta`
    in_front, _, place = label.rpartition(", ")
    if in_front and is_place(place):
        label_says = _read_bare_label(in_front, above)
        return None if label_says is None else label_says._replace(place=place)
    if _IN_PLACE.fullmatch(label):
        return above._replace(place=label)
    return None


def _read_bare_label(label: str, above: Above) -> Above | None:
    # `Final, 3 May` looks like a day of the week and a date
    round_line = read_round_label(label)
    if round_line is not None:
        below = above.below_round(round_line)
        if round_line.date is None:
            return below.with_date(above.date, above.place)
        return below
    if is_day(label):
        return above.with_date(Quote(label, None, label))
    if is_group_label(label):
        return above._replace(group=label)
    if _EMPTY_LABEL.fullmatch(label):
        return above
    return None
