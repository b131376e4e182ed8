"""What a page says of a match beside teams, day and result: where, before whom, who scored."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.domain.keys import fold
from pipeline.extract.builders.goal_list import read_goals
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.facts import StatedGoal
from pipeline.values.attendance import parse_attendance
from pipeline.values.kick_off import parse_kick_off
from pipeline.values.neutral_ground import parse_neutral

_ATTENDANCE_PARAMETERS = ("attendance", "asistencia", "espectadores", "público", "publico")
_TIME_PARAMETERS = ("time", "hora")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
# what stands there until it is known, or because nobody knows
_OPEN = frozenset(
    "tba,tbc,tbd,n/a,n/d,s/d,s. d.,por definir,por confirmar,a confirmar,unknown,desconocida".split(
        ","
    )
)
_NOTHING = frozenset({"", "-", "–", "—", "−", "?"})
# as `build_match_details` calls them -> headers of a column of a table, folded
HEADERS_BY_DETAIL = {
    "location": frozenset(
        "location,city,town,place,ciudad,lugar,localidad,sede,distrito,provincia".split(",")
    ),
    "attendance": frozenset(
        "attendance,att,att.,crowd,spectators,asistencia,asist.,espectadores,publico".split(",")
    ),
    "referee": frozenset("referee,ref,ref.,arbitro,arbitros,juez,referi".split(",")),
    "time": frozenset(
        "time,kick-off,kickoff,kick off,local time,hora,hora local,horario".split(",")
    ),
    "neutral": frozenset(
        "neutral,neutral venue,neutral ground,cancha neutral,campo neutral,sede neutral".split(",")
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchDetails:
    """The details of one match; what the page does not state is None."""

    location: str | None = None
    attendance: int | None = None
    referee: str | None = None
    kick_off: str | None = None
    neutral: bool | None = None
    goals: tuple[StatedGoal, ...] | None = None


NO_DETAILS = MatchDetails()


def build_match_details(  # noqa: PLR0913 - a match has many properties
    *,
    date: Quote,
    location: Quote = BLANK,
    attendance: Quote = BLANK,
    referee: Quote = BLANK,
    time: Quote = BLANK,
    neutral: Quote = BLANK,
    remarks: tuple[Quote, ...] = (),
    home_goals: Quote = BLANK,
    away_goals: Quote = BLANK,
) -> MatchDetails:
    """Return the details from the places of a box or a row.

    date:    may have the time of day too
    remarks: places that may say `neutral`, such as the stadium and a note
    """
    raw_remarks = (location.raw, *(remark.raw for remark in remarks))
    return MatchDetails(
        location=_stated(location),
        attendance=parse_attendance(attendance.text),
        referee=_stated(referee),
        kick_off=parse_kick_off(time.text, date.text),
        neutral=parse_neutral(neutral.text, raw_remarks),
        goals=read_goals(home_goals, away_goals),
    )


def note_unread_details(call: Call, details: MatchDetails) -> None:
    """Note the parameters of a match box whose number or time the details have not."""
    if details.attendance is None:
        call.unread.extend(_filled_parameters(call, _ATTENDANCE_PARAMETERS))
    if details.kick_off is None:
        call.unread.extend(_filled_parameters(call, _TIME_PARAMETERS))


def _filled_parameters(call: Call, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        text = fold(call.text(name) or "")
        if _LETTER_OR_DIGIT.search(text) and text not in _OPEN:
            yield name


def _stated(quote: Quote) -> str | None:
    """Return the text, None for a dash."""
    return None if quote.text in _NOTHING else quote.text
