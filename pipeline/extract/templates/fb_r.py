"""Cross tables of the `Fb r` family: a header, then for each home team a row and its cells.

A cell belongs to the column where it stands, as the page shows it. A column prints a short name
with a link; it takes the name of the row with the same link.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.builders.match_fact import match_fact
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.extract.templates.template_table import Run
from pipeline.facts import Fact
from pipeline.values.scores import parse_score

_ROWS = frozenset({"fbrteam", "fbr2team"})
_CELL = "fbr"
_ENDS = frozenset({"fbrheader", "fbr2header", "fbrfooter", "fbr2footer"})


def matches(calls: Sequence[Call]) -> Iterator[tuple[Call, list[Fact]]]:
    """Yield each call of the table, the header first, with the match that it states, if any."""
    teams = [made.quote("t", "team") for made in calls if made.name in _ROWS]
    named = {team.link: team for team in reversed(teams) if team.link}
    columns = [named.get(quote.link or "", quote) for _, quote in calls[0].positional()]
    home, place = BLANK, 0
    for number, made in enumerate(calls):
        facts: list[Fact] = []
        if number and made.name in _ENDS:
            break
        if made.name in _ROWS:
            home, place = made.quote("t", "team"), 0
        elif made.name == _CELL:
            facts = _cell(made, home, columns[place] if place < len(columns) else BLANK)
            place += 1
        yield made, facts


def _cell(cell: Call, home: Quote, away: Quote) -> list[Fact]:
    scored, conceded, result = cell.text("gf"), cell.text("ga"), cell.text("r")
    text = f"{scored}–{conceded}" if scored and conceded else result or ""
    if text.lower() in {"", "null"}:
        return []
    return [match_fact(cell.section, cell.span, home, away, parse_score(text), score_text=text)]


TABLE = Run("fb r", _ROWS | {_CELL}, _ENDS, matches)
