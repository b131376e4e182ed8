"""Standings of the Spanish wiki: `{{Tabla de posiciones equipo|…}}`, a call a row.

What the colour of a row means is said at the end: `{{Tabla de posiciones fin|color1=|texto1=|…}}`.

Played, goal difference and points are what the template computes: `desc` takes points off. Where
`pv`, the points for a win, is left out we take two, as the only public reader of these tables that
says what it takes; the template's own default could not be checked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.builders.standing_fact import Columns, Worth, count, standing_fact
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.templates.template_table import Run
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_ROW = "tabladeposicionesequipo"
_TEXT = re.compile(r"texto(\d+)")
_COLUMNS = Columns("g", "e", "p", "gf", "gc")
_WIN_POINTS = 2


def row(call: Call) -> list[Fact]:
    """Return the row; none without a team."""
    team = call.quote("eq", "equipo")
    if not team.text:
        return []
    return [
        standing_fact(
            call,
            team,
            _COLUMNS,
            Worth(count(call, "pv", _WIN_POINTS)),
            position=parse_count(call.text("pos")),
            adjustment=-count(call, "desc") or None,
            qualification=None,
        )
    ]


def rows(calls: Sequence[Call]) -> Iterator[tuple[Call, list[Fact]]]:
    """Yield the header, then each row whose colour the end of the table gives a meaning."""
    meanings = _meanings(calls[-1])
    yield calls[0], []
    for made in calls[1:]:
        meaning = meanings.get(_colour(made, "color"))
        if meaning and made.name == _ROW and (facts := row(made)):
            yield made, [_qualified(fact, meaning) for fact in facts]


def _qualified(fact: Fact, meaning: str) -> Fact:
    return replace(fact, qualification=meaning) if isinstance(fact, StandingFact) else fact


def _meanings(end: Call) -> dict[str, str]:
    """Return the meaning of each colour that the end of the table tells, and of its number."""
    meanings: dict[str, str] = {}
    for name in end.parameters:
        if (found := _TEXT.fullmatch(name)) and (meaning := end.text(name)):
            meanings[_colour(end, f"color{found[1]}")] = meaning
            meanings.setdefault(found[1], meaning)
    meanings.pop("", None)  # a row without a colour means nothing
    return meanings


def _colour(call: Call, name: str) -> str:
    return (call.text(name) or "").lower().removeprefix("#")


TABLE = Run(
    "tabla de posiciones equipo",
    frozenset({_ROW}),
    frozenset({"tabladeposicionesinicio", "tabladeposicionesfin"}),
    rows,
)
