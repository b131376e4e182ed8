"""Standings of `{{#invoke:Sports table|main|…}}`: counts in, table out.

The source has wins, draws, losses and goals by team code; played, points and goal difference are
computed as the module does. https://en.wikipedia.org/wiki/Module:Sports_table/WDL
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.builders.standing_fact import Columns, Worth, count, standing_fact
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.templates import match_grid
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_TEAM = re.compile(r"team(\d+)")
_LIST = re.compile(r"\s*[,;]\s*")
_WIN_POINTS = 3  # the module's default


def standings(call: Call) -> list[Fact]:
    """Return the rows of the table in the order that it prints them, then its grid of matches."""
    rows = [_row(call, place, code) for place, code in enumerate(_codes(call), 1)]
    return [*_without_blank_goals(rows), *match_grid.matches(call)]


def _codes(call: Call) -> list[str]:
    """Return the team codes in printed order: `teamN` by number, else `team_order`."""
    numbered = sorted(
        (int(found[1]), code)
        for name in call.parameters
        if (found := _TEAM.fullmatch(name)) and (code := call.text(name))
    )
    if numbered:
        return [code for _, code in numbered]
    return [code for code in _LIST.split(call.text("team_order") or "") if code]


def _row(call: Call, place: int, code: str) -> StandingFact:
    columns = Columns(*(f"{name}_{code}" for name in ("win", "draw", "loss", "gf", "ga")))
    worth = Worth(
        win=count(call, "winpoints", _WIN_POINTS),
        draw=count(call, "drawpoints", 1),
        loss=count(call, "losspoints"),
    )
    return standing_fact(
        call,
        match_grid.team(call, code),
        columns,
        worth,
        position=count(call, f"pos_{code}", place),
        start=count(call, f"startpoints_{code}"),
        adjustment=parse_count(call.text(f"adjust_points_{code}")),
        qualification=_qualification(call, place),
    )


def _qualification(call: Call, place: int) -> str | None:
    """Return the text beside the row: results go by place in the table, not by team."""
    result = call.text(f"result{place}")
    return call.text(f"text_{result}") if result else None


def _without_blank_goals(rows: list[StandingFact]) -> Iterator[Fact]:
    """Yield the rows; goals that are zero all down a table with matches are not known."""
    blank = any(row.played for row in rows) and not any(
        row.goals_for or row.goals_against for row in rows
    )
    for row in rows:
        if blank:
            yield replace(row, goals_for=None, goals_against=None, goal_difference=None)
        else:
            yield row
