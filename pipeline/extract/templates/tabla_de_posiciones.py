"""Standings of the Spanish wiki: `{{Tabla de posiciones equipo|…}}`, a call a row.

What the colour of a row means is said at the end: `{{Tabla de posiciones fin|color1=|texto1=|…}}`.

Played, goal difference and points are what the template computes: `desc` takes points off. Where
`pv`, the points for a win, is left out the page leaves them open: the points of a club that has won
are null, and the rules of the season say what its wins are worth. A count left out is null too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.builders.standing_fact import (
    CountParameters,
    PointsFor,
    build_standing_fact,
    read_count,
    read_counts,
)
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.templates.template_table import TemplateTable
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_ROW = "tabladeposicionesequipo"
_MEANING = re.compile(r"texto(\d+)")
_PARAMETERS = CountParameters("g", "e", "p", "gf", "gc")


def read_row(call: Call) -> list[Fact]:
    """Return the row; none without a team."""
    row = _read_standing(call)
    if row is None:
        return []
    return [row]


def read_coloured_rows(calls: Sequence[Call]) -> Iterator[tuple[Call, list[Fact]]]:
    """Yield the header, then each row whose colour the end of the table gives a meaning."""
    header = calls[0]
    meaning_by_colour = _read_meanings(calls[-1])
    yield header, []
    for call in calls[1:]:
        meaning = meaning_by_colour.get(_read_colour(call, "color"))
        if meaning is None or call.name != _ROW:
            continue
        row = _read_standing(call)
        if row is not None:
            yield call, [replace(row, qualification=meaning)]


def _read_standing(call: Call) -> StandingFact | None:
    team = call.quote("eq", "equipo")
    if not team.text:
        return None
    win_points = parse_count(call.text("pv"))
    counts = read_counts(call, _PARAMETERS, default=None)
    position = parse_count(call.text("pos"))
    points_taken_off = read_count(call, "desc")
    return build_standing_fact(
        call,
        team,
        counts,
        points=counts.points(PointsFor(win=win_points)),
        position=position,
        adjustment=-points_taken_off or None,
        qualification=None,
    )


def _read_meanings(end: Call) -> dict[str, str]:
    """Return the meaning of each colour that the end of the table tells, and of its number."""
    meanings: dict[str, str] = {}
    for numbered in end.names_of_form(_MEANING):
        meaning = end.text(numbered[0])
        if meaning is None:
            continue
        # `|color1=#cfc|texto1=Sube`: a row says `|color=#cfc`, or only `|color=1`
        number = numbered[1]
        meanings[_read_colour(end, f"color{number}")] = meaning
        meanings.setdefault(number, meaning)
    meanings.pop("", None)  # a row without a colour means nothing
    return meanings


def _read_colour(call: Call, name: str) -> str:
    colour = call.text(name) or ""
    return colour.lower().removeprefix("#")  # `#CFC` and `cfc` are one colour


TABLE = TemplateTable(
    name="tabla de posiciones equipo",
    parts=frozenset({_ROW}),
    ends=frozenset({"tabladeposicionesinicio", "tabladeposicionesfin"}),
    read=read_coloured_rows,
)
