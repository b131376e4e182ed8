"""What stands in front of a match on its line: `Desempate: …`, `Final, 3 May: …`, `Ida: …`."""

import re
from typing import NamedTuple

from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.text.round_line import is_day, read_round_label

# `Partido 1: Alfa 2–1 Beta`: a label that says nothing of the match
_EMPTY_LABEL = re.compile(
    r"(?:partido|match|game|llave|serie|resultado|result|score|marcador)"
    r"(?: (?:n[.º°]+ ?)?\w{1,3})?",
    re.IGNORECASE,
)
# `3 May 2012, Lima: Alfa 2-1 Beta`
_PLACE_NAME = re.compile(r"(?:Estadio |Stadium )?[^\W\d_][^\d,;()]{1,40}")
# `En Lima: Alfa 2-1 Beta`
_IN_PLACE = re.compile(r"(?:[Ee]n|[Ii]n|[Aa]t) [^\W\d_a-z][^\d,;()]{1,40}")


class Above(NamedTuple):
    """What the lines above say of a match: its day, its round, and its group."""

    date: Quote | None = None
    round: str | None = None
    group: str | None = None

    def with_date(self, date: Quote) -> "Above":
        """Return the same with the day that the line itself names."""
        return self._replace(date=date)


def read_label(label: str, above: Above) -> Above | None:
    """Return what the label adds to what stands above; None for a label that we do not know."""
    whole_label = _read_bare_label(label, above)
    if whole_label is not None:
        return whole_label
    # `3 May 2012, Lima: Alfa 2-1 Beta`, `En Lima: Alfa 2-1 Beta`
    in_front, _, place = label.rpartition(", ")
    if in_front and is_place_name(place):
        return _read_bare_label(in_front, above)
    if _IN_PLACE.fullmatch(label):
        return above
    return None


def is_place_name(text: str) -> bool:
    """Whether the text behind a date can be where the match was played: no number, no brackets."""
    return _PLACE_NAME.fullmatch(text) is not None


def _read_bare_label(label: str, above: Above) -> Above | None:
    # `Final, 3 May` looks like a day of the week and a date
    round_line = read_round_label(label)
    if round_line is not None:
        return Above(round_line.date or above.date, round_line.round, above.group)
    if is_day(label):
        return above.with_date(Quote(label, None, label))
    if _EMPTY_LABEL.fullmatch(label):
        return above
    return None
