"""Standings of `{{#invoke:Sports table|main|…}}`: counts in, table out.

The source has wins, draws, losses and goals by team code; played, points and goal difference are
computed as the module does. https://en.wikipedia.org/wiki/Module:Sports_table/WDL
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.builders.standing_fact import (
    CountParameters,
    PointsFor,
    build_standing_fact,
    read_count,
)
from pipeline.extract.parsing.template_call import Call
from pipeline.extract.templates import match_grid
from pipeline.facts import Fact, StandingFact
from pipeline.values.numbers import parse_count

_TEAM_PARAMETER = re.compile(r"team(\d+)")
_BETWEEN_CODES = re.compile(r"\s*[,;]\s*")
_DEFAULT_WIN_POINTS = 3  # the module's own


def read_standings(call: Call) -> list[Fact]:
    """Return the rows of the table in the order that it prints them, then its grid of matches."""
    codes = _read_team_codes(call)
    rows = [_read_row(call, place, code) for place, code in enumerate(codes, 1)]
    if _leaves_out_goals(rows):
        rows = [
            replace(row, goals_for=None, goals_against=None, goal_difference=None) for row in rows
        ]
    return [*rows, *match_grid.read_matches(call)]


def _read_team_codes(call: Call) -> list[str]:
    """Return the team codes in printed order: `teamN` by number, else `team_order`."""
    numbered_codes = []
    for name in call.parameters:
        numbered = _TEAM_PARAMETER.fullmatch(name)
        if numbered is None:
            continue
        code = call.text(name)
        if code is not None:
            numbered_codes.append((int(numbered[1]), code))
    # `|team2=UNI|team1=ALI`: the number decides, not the order on the page
    if numbered_codes:
        return [code for _, code in sorted(numbered_codes)]
    # `|team_order=ALI, UNI`
    listed_codes = _BETWEEN_CODES.split(call.text("team_order") or "")
    return [code for code in listed_codes if code]


def _read_row(call: Call, place: int, code: str) -> StandingFact:
    parameters = CountParameters(
        won=f"win_{code}",
        drawn=f"draw_{code}",
        lost=f"loss_{code}",
        goals_for=f"gf_{code}",
        goals_against=f"ga_{code}",
    )
    points_for = PointsFor(
        win=read_count(call, "winpoints", _DEFAULT_WIN_POINTS),
        draw=read_count(call, "drawpoints", 1),
        loss=read_count(call, "losspoints"),
    )
    team = match_grid.find_team(call, code)
    return build_standing_fact(
        call,
        team,
        parameters,
        points_for,
        position=read_count(call, f"pos_{code}", place),
        start_points=read_count(call, f"startpoints_{code}"),
        adjustment=parse_count(call.text(f"adjust_points_{code}")),
        qualification=_read_qualification(call, place),
    )


def _read_qualification(call: Call, place: int) -> str | None:
    """Return the text beside the row: results go by place in the table, not by team."""
    # `|result1=Q|text_Q=Advance to the final` stands beside the first row
    result = call.text(f"result{place}")
    if result is None:
        return None
    return call.text(f"text_{result}")


def _leaves_out_goals(rows: Sequence[StandingFact]) -> bool:
    """Whether the goals are zero all down a table with matches: the page does not know them."""
    has_matches = any(row.played for row in rows)
    has_goals = any(row.goals_for or row.goals_against for row in rows)
    return has_matches and not has_goals
