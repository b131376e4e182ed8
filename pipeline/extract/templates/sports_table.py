"""Standings of `{{#invoke:Sports table|main|…}}`: counts in, table out.

The source has wins, draws, losses and goals by team code; played, points and goal difference are
computed as the module does. A style says what is counted and what it is worth; of a style that we
do not know the standings are unrecognised. https://en.wikipedia.org/wiki/Module:Sports_table/WDL
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.builders.standing_fact import (
    CountParameters,
    Counts,
    PointsFor,
    build_standing_fact,
    read_count,
    read_counts,
)
from pipeline.extract.parsing.template_call import Call, parameter_spans
from pipeline.extract.templates import match_grid
from pipeline.facts import Fact, StandingFact, UnrecognisedFact
from pipeline.values.numbers import parse_count


class Style(NamedTuple):
    """What a style of the table counts, and what the module makes of it where the call is silent.

    overtime_win, overtime_loss: points for wins and losses after extra time, which are counted
                                 apart; 0 in a style without them
    bonuses:                     parameters of points that the table adds
    """

    points_for: PointsFor
    overtime_win: int = 0
    overtime_loss: int = 0
    bonuses: tuple[str, ...] = ()


_DEFAULT_STYLE = "wdl"
_STYLES = {
    "wdl": Style(PointsFor(win=3)),
    # what a win is worth without draws could not be checked: only `|winpoints=` says it
    "wl": Style(PointsFor(win=None, loss=None)),
    # `W`, `W+`, `WP`, `L` of beach football
    "wl ot": Style(PointsFor(win=3), overtime_win=2, overtime_loss=1),
    # four tries or a narrow loss earn a point more: `|tb_BAT=15|lb_BAT=1`
    "rugby": Style(PointsFor(win=4, draw=2), bonuses=("tb", "lb", "bp")),
}
_TEAM_PARAMETER = re.compile(r"team(\d{1,4})")
_COUNT_PARAMETER = re.compile(r"(?:(?:OT)?(?:win|loss)|draw|gf|ga|pf|pa)_")
_BETWEEN_CODES = re.compile(r"[,;]")


def read_standings(call: Call) -> list[Fact]:
    """Return the rows of the table in the order that it prints them, then its grid of matches."""
    codes = _read_team_codes(call)
    matches = list(match_grid.read_matches(call))
    style = _STYLES.get(_read_style(call))
    if style is None:
        return [*matches, _unknown_style(call)]
    rows = [_read_row(call, style, place, code) for place, code in enumerate(codes, 1)]
    if _leaves_out_counts(call):
        rows = [_without_counts(row) for row in rows]
    elif _leaves_out_goals(rows):
        rows = [
            replace(row, goals_for=None, goals_against=None, goal_difference=None) for row in rows
        ]
    return [*rows, *matches]


def _read_style(call: Call) -> str:
    """Return the name of the style, such as `wl ot`, in lower case."""
    words = (call.text("style") or _DEFAULT_STYLE).lower().replace("_", " ").split()
    return " ".join(words)


def _unknown_style(call: Call) -> UnrecognisedFact:
    span = parameter_spans(call)["style"]
    name = f"style of a sports table: {_read_style(call)}"
    return UnrecognisedFact(
        section=call.section, span=span, kind="parameter", name=name, text=call.text("style") or ""
    )


def _read_team_codes(call: Call) -> list[str]:
    """Return the team codes in printed order: `teamN` by number, else `team_order`."""
    numbered_codes = []
    for numbered in call.names_of_form(_TEAM_PARAMETER):
        code = call.text(numbered[0])
        if code is not None:
            numbered_codes.append((int(numbered[1]), code))
    # `|team2=UNI|team1=ALI`: the number decides, not the order on the page
    if numbered_codes:
        return [code for _, code in sorted(numbered_codes)]
    # `|team_order=ALI, UNI`
    listed_codes = _BETWEEN_CODES.split(call.text("team_order") or "")
    return list(filter(None, map(str.strip, listed_codes)))


def _read_row(call: Call, style: Style, place: int, code: str) -> StandingFact:
    counts = _read_counts(call, code)
    points = counts.points(_read_points_for(call, style))
    overtime_wins = overtime_losses = 0
    if style.overtime_win:
        overtime_wins = read_count(call, f"OTwin_{code}")
        overtime_losses = read_count(call, f"OTloss_{code}")
    if points is not None:
        points += overtime_wins * read_count(call, "OTwinpoints", style.overtime_win)
        points += overtime_losses * read_count(call, "OTlosspoints", style.overtime_loss)
        points += sum(read_count(call, f"{bonus}_{code}") for bonus in style.bonuses)
        points += read_count(call, f"startpoints_{code}")
    return build_standing_fact(
        call,
        match_grid.find_team(call, code),
        counts.with_overtime(overtime_wins, overtime_losses),
        points=points,
        position=read_count(call, f"pos_{code}", place),
        adjustment=parse_count(call.text(f"adjust_points_{code}")),
        qualification=_read_qualification(call, place),
    )


def _read_counts(call: Call, code: str) -> Counts:
    """Return the counts of the team; the module takes 0 for one that is left out."""
    # `|pf_BAT=651`: points for, as rugby says
    goals = "gf", "ga"
    if call.text(f"pf_{code}", f"pa_{code}") is not None:
        goals = "pf", "pa"
    names = CountParameters(*(f"{name}_{code}" for name in ("win", "draw", "loss", *goals)))
    return read_counts(call, names, default=0)


def _read_points_for(call: Call, style: Style) -> PointsFor:
    """Return what the call says of the value of a win, else what the style says."""
    defaults = style.points_for
    return PointsFor(
        win=read_count(call, "winpoints", defaults.win),
        draw=read_count(call, "drawpoints", defaults.draw),
        loss=read_count(call, "losspoints", defaults.loss),
    )


def _read_qualification(call: Call, place: int) -> str | None:
    """Return the text beside the row: results go by place in the table, not by team."""
    # `|result1=Q|text_Q=Advance to the final` stands beside the first row
    result = call.text(f"result{place}")
    if result is None:
        return None
    return call.text(f"text_{result}")


def _leaves_out_counts(call: Call) -> bool:
    """Whether the call has no count of any team, as one that is only a grid of matches."""
    return not any(_COUNT_PARAMETER.match(name) and call.text(name) for name in call.parameters)


def _without_counts(row: StandingFact) -> StandingFact:
    """Return the row with its place and its team only: nobody said that they won 0 matches."""
    return replace(
        row,
        played=None,
        won=None,
        drawn=None,
        lost=None,
        goals_for=None,
        goals_against=None,
        goal_difference=None,
        points=None,
    )


def _leaves_out_goals(rows: Sequence[StandingFact]) -> bool:
    """Whether the goals are zero all down a table with matches: the page does not know them."""
    has_matches = any(row.played for row in rows)
    has_goals = any(row.goals_for or row.goals_against for row in rows)
    return has_matches and not has_goals
