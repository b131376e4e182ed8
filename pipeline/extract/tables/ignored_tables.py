"""Tables that say nothing about who played whom, each kind with the rule that tells it.

A table that no rule here names and no handler reads is `unrecognised`.
"""

import re

from pipeline.domain.keys import fold
from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import HeaderedTable, Record

_CHAMPION_OF_YEAR = r"(copa peru )?\d{4}.*\b(winners?|champions?|campeon)\b"

# what stands in the header -> why the table is passed over
RULES = {
    "champion box": re.compile(rf"^{_CHAMPION_OF_YEAR}"),
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
    # `Etapa | Inicio | Fin`: when each stage begins and ends
    "stages": re.compile(
        r"\b(inicio|comienzo|desde|start|starts|begin|begins|beginning|from)\b"
        r".{0,60}\b(fin|final|finalizacion|termino|cierre|hasta|end|ends|until)\b"
    ),
    "voting": re.compile(r"\bvoting\b"),
}
# a table with one of these headers may tell results: no rule passes it over
_RESULTS = re.compile(
    r"\b(score|result|resultado|marcador|home|away|local|visitante|team [12]|equipo [12]|agg)\b"
)
_CHAMPION = re.compile(rf"{_CHAMPION_OF_YEAR}|copa peru$")
_POSITIONS = frozenset(
    """
    gk df mf fw rb cb lb sw ch rh lh dm cm am rm lm rw lw cf ss if or ol ir il rcb lcb rwb lwb wb
    rf lf st por def med del sub
    """.split()
)
_MOST_CHAMPION_ROWS = 5
_OFFICIALS = re.compile(
    r"(man of the match|linesm[ae]n|assistant referees?|referees?|match rules|fourth official)\b"
)


def find_rule(page: Page, table: HeaderedTable) -> str | None:
    """Return the name of the rule that passes the table over, None if none does."""
    header = " | ".join(table.folded_headers)
    if _RESULTS.search(header):
        return None
    for name, form in RULES.items():
        if form.search(header):
            return name
    return _find_rule_by_first_cells(page, table)


def _find_rule_by_first_cells(page: Page, table: HeaderedTable) -> str | None:
    first_texts = [_read_first_text(page, record) for record in table.records]
    # `1997 Copa Perú winner` above a flag and a name; a long list of winners is no such box
    names_champion = any(map(_CHAMPION.match, first_texts))
    if names_champion and len(first_texts) <= _MOST_CHAMPION_ROWS:
        return "champion box"
    # `GK | 1 | Juan Flores`
    if not _POSITIONS.isdisjoint(first_texts):
        return "line-up"
    # `Assistant referees: …`
    if any(map(_OFFICIALS.match, first_texts)):
        return "officials"
    return None


def _read_first_text(page: Page, record: Record) -> str:
    first_cell = next(filter(None, record.cells), None)
    if first_cell is None:
        return ""
    return fold(page.visible(first_cell.start, first_cell.end))
