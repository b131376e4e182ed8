"""What brackets and an hour on a match line say: `(en Lima)`, `(Árbitro: Pérez)`, `15:30`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.builders.match_details import MatchDetails, build_match_details
from pipeline.extract.parsing.template_call import BLANK, Quote

# `en Lima`, `at Estadio Nacional, Lima`, `played in Lima`
_IN = re.compile(r"(?:(?:jugado|played) )?(?:en el|en|in the|in|at the|at|@)\s+", re.IGNORECASE)
_GROUND = re.compile(r"\b(?:estadio|stadium|cancha|campo|coliseo)\b", re.IGNORECASE)
_BETWEEN_PARTS = re.compile(r",\s+|\s[-–—]\s+")
_NEUTRAL_ONLY = re.compile(
    r"(?:(?:cancha|campo|sede) )?neutral(?: (?:venue|ground))?", re.IGNORECASE
)
_REFEREE = re.compile(r"(?:[aá]rbitro|referee|ref\.?|juez)\s*:\s*(?P<name>.+)", re.IGNORECASE)
_ATTENDANCE = re.compile(
    r"(?:attendance|asistencia|p[uú]blico|espectadores|att\.?)\s*:\s*(?P<before>.+)"
    r"|(?P<behind>[\d.,' ]+\d (?:spectators|espectadores|personas))",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:en|in|at|@|estadio|stadium|cancha|campo|coliseo|jugado en|played (?:in|at)|neutral)\b",
    re.IGNORECASE,
)


class LineDetails(NamedTuple):
    """The ground, and the other details as a box has them."""

    stadium: str | None
    details: MatchDetails


def is_detail(remark: str) -> bool:
    """Whether a bracket, without its marks, says where it was played, who watched or refereed."""
    forms = (_PLACE, _REFEREE, _ATTENDANCE)
    return any(form.match(remark) for form in forms)


def read_line_details(remarks: Iterable[str], place: str, hour: str, date: Quote) -> LineDetails:
    """Return what the brackets of a line, without their marks, and what is in front of it say.

    place: of a label in front or of the date above, such as `Lima` or `En Lima`; a bracket is
           stronger
    """
    stadium, location = _split_place(_IN.sub("", place, count=1))
    referee = attendance = BLANK
    remarks = tuple(remarks)
    for part in (part.strip() for remark in remarks for part in remark.split(";")):
        referee_form = _REFEREE.fullmatch(part)
        attendance_form = _ATTENDANCE.fullmatch(part)
        if referee_form is not None:
            referee = _quote(referee_form["name"])
        elif attendance_form is not None:
            attendance = _quote(attendance_form["before"] or attendance_form["behind"])
        elif _PLACE.match(part) and not _NEUTRAL_ONLY.fullmatch(part):
            stadium, location = _split_place(_IN.sub("", part, count=1))
    details = build_match_details(
        date=date,
        location=location,
        attendance=attendance,
        referee=referee,
        time=_quote(hour),
        remarks=tuple(map(_quote, remarks)),
    )
    return LineDetails(stadium, details)


def _split_place(place: str) -> tuple[str | None, Quote]:
    """Part `Estadio Nacional, Lima` and `Lima – Estadio Nacional`: a ground says that it is one."""
    parts = _BETWEEN_PARTS.split(place)
    grounds = list(filter(_GROUND.search, parts))
    if not grounds:
        return None, _quote(place)
    towns = [part for part in parts if part != grounds[0]]
    return grounds[0], _quote(", ".join(towns))


def _quote(text: str) -> Quote:
    return Quote(text.strip(), None, text.strip())
