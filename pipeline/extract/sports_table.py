"""Standings of `{{#invoke:Sports table|main|…}}`: counts in, table out.

The source has wins, draws, losses and goals by team code; played, points and goal difference are
computed as the module does. https://en.wikipedia.org/wiki/Module:Sports_table/WDL
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.calls import Call
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_TEAM = re.compile(r"team(\d+)")
_LIST = re.compile(r"\s*[,;]\s*")
_WIN_POINTS = 3  # the module's default


def standings(call: Call) -> list[Fact]:
    """Return the rows of the table in the order that it prints them."""
    rows = [_row(call, place, code) for place, code in enumerate(_codes(call), 1)]
    return list(_without_blank_goals(rows))


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
    def count(name: str) -> int:
        return parse_count(call.text(f"{name}_{code}")) or 0  # what the module takes a blank for

    def rule(name: str, default: int) -> int:
        stated = parse_count(call.text(name))
        return default if stated is None else stated

    team = call.quote(f"name_{code}")
    won, drawn, lost = count("win"), count("draw"), count("loss")
    scored, conceded = count("gf"), count("ga")
    adjustment = parse_count(call.text(f"adjust_points_{code}"))
    points = won * rule("winpoints", _WIN_POINTS) + drawn * rule("drawpoints", 1)
    points += lost * rule("losspoints", 0) + count("startpoints") + (adjustment or 0)
    position = parse_count(call.text(f"pos_{code}"))
    return StandingFact(
        section=call.section,
        span=call.span,
        position=place if position is None else position,
        team=team.text or code,
        team_link=team.link,
        played=won + drawn + lost,
        won=won,
        drawn=drawn,
        lost=lost,
        goals_for=scored,
        goals_against=conceded,
        goal_difference=scored - conceded,
        points=points,
        adjustment=adjustment,
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
