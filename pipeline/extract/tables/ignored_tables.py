"""Tables that say nothing about who played whom, each kind with the rule that tells it.

A table that no rule here names and no handler reads is `unrecognised`.
"""

import re
from collections.abc import Sequence

from pipeline.domain.folding import fold
from pipeline.extract.parsing.grid import Cell
from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import Sheet

RULES = {
    "champion box": re.compile(r"^(copa peru )?\d{4}.*\b(winners?|champions?|campeon)\b"),
    "draw": re.compile(r"\b(pot|seeded teams|draw position|group [a-h] \| group b)"),
    "key": re.compile(r"^key\b"),
    "scorers": re.compile(
        r"\b(goalscorers?|scorers?|goleador|jugador \| .*goles|player \| .*goals)"
    ),
    "awards": re.compile(r"\b(golden|award|goalkeepers? \| defenders?|fair play)"),
    "discipline": re.compile(r"\b(offen[cs]e|suspension|match 1 \| match 1)"),
    "statistics": re.compile(r"\bstatistics?\b"),
    "grounds": re.compile(r"\b(stadium|venue|capacity|estadio \| .*capacidad)"),
    "broadcasters and sponsors": re.compile(r"\b(broadcaster|sponsors?|partners)\b"),
    "team changes": re.compile(
        r"\b(promoted (to|from)|relegated (to|from)|manager|coach|captain)\b"
    ),
    "voting": re.compile(r"\bvoting\b"),
}
_RESULTS = re.compile(
    r"\b(score|result|resultado|marcador|home|away|local|visitante|team [12]|equipo [12]|agg)\b"
)
_CHAMPION = re.compile(r"(copa peru )?\d{4}.*\b(winners?|champions?|campeon)\b|copa peru$")
_POSITIONS = frozenset(
    """
    gk df mf fw rb cb lb sw ch rh lh dm cm am rm lm rw lw cf ss if or ol ir il rcb lcb rwb lwb wb
    rf lf st por def med del sub
    """.split()
)
_CHAMPION_ROWS = 5
_OFFICIALS = re.compile(
    r"(man of the match|linesm[ae]n|assistant referees?|referees?|match rules|fourth official)\b"
)


def rule(page: Page, sheet: Sheet) -> str | None:
    """Return the name of the rule that passes the table over, None if none does."""
    headers = " | ".join(sheet.folded)
    if _RESULTS.search(headers):
        return None
    for name, form in RULES.items():
        if form.search(headers):
            return name
    first = [_first_text(page, record.cells) for record in sheet.records]
    if any(_CHAMPION.match(text) for text in first) and len(first) <= _CHAMPION_ROWS:
        return "champion box"
    if any(text in _POSITIONS for text in first):
        return "line-up"
    if any(_OFFICIALS.match(text) for text in first):
        return "officials"
    return None


def _first_text(page: Page, cells: Sequence[Cell | None]) -> str:
    cell = next(filter(None, cells), None)
    return fold(page.visible(cell.start, cell.end)) if cell else ""
