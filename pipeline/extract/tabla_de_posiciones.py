"""Standings of the Spanish wiki: `{{Tabla de posiciones equipo|…}}`, a call a row.

Played, goal difference and points are what the template computes: `desc` takes points off. Where
`pv`, the points for a win, is left out we take two, as the only public reader of these tables that
says what it takes; the template's own default could not be checked.
"""

from pipeline.extract.calls import Call
from pipeline.extract.standing_fact import Columns, Worth, count, standing_fact
from pipeline.facts import Fact
from pipeline.values.numbers import parse_count

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
