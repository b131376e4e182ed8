"""What is said of the positions of a table."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from pipeline.domain.difference import Verdict
from pipeline.domain.match import Club
from pipeline.domain.season import Standing
from pipeline.validate.referee.number_verdicts import Judged, Numbers
from pipeline.validate.referee.order import Rank, is_league, is_numbered, misplaced, ranks

GRAVEST: tuple[Verdict, ...] = ("explained", "ambiguous", "not-comparable", "unexplained")
Ranks: TypeAlias = Mapping[Club, Rank]
Said: TypeAlias = tuple[Verdict, str]


def positions(numbers: Numbers) -> dict[Standing, Judged]:
    """Return the positions that are not those of the matches, else of the table's own numbers."""
    table, group = numbers.table, numbers.group
    own = min(_own_ranks(numbers), key=lambda one: len(misplaced(table, one, group)))
    places = _by_matches(numbers) or own
    wrong = misplaced(table, places, group)
    astray = [row for row in misplaced(table, own, group) if row in wrong]
    told = {row: _astray(numbers, row, places[row.club], astray) for row in astray}
    follows = _following(numbers) if len(wrong) > len(astray) else ("explained", "")
    return {
        row: Judged("position", row.position or 0, places[row.club].first, *told.get(row, follows))
        for row in wrong
    }


def _own_ranks(numbers: Numbers) -> list[Ranks]:
    """Return the ranks by the rows' own numbers, as printed and without their contradictions."""
    table, group = numbers.table, numbers.group
    mended: dict[Club, dict[str, Any]] = {}
    for one in numbers.own:
        mended.setdefault(one.row.club, {})[one.measure] = one.given
    sound = tuple(replace(row, **mended.get(row.club, {})) for row in table)
    return [ranks(table, group), ranks(sound, group)] if mended else [ranks(table, group)]


def _by_matches(numbers: Numbers) -> Ranks:
    """Return the ranks that the matches give; empty where they are not those of the whole table."""
    table, group = numbers.table, numbers.group
    clubs = {row.club for row in table}
    is_whole = clubs == {row.club for row in group.table} and len(clubs) == len(table)
    if not is_whole or not is_league(table) or any(map(numbers.lacks, table)):
        return {}
    level = Counter(row.position for row in group.table)
    return {
        row.club: Rank(row.position, row.position + among - 1, among > 1)
        for row in group.table
        if (among := level[row.position])
    }


def _following(numbers: Numbers) -> Said:
    """Return what is said of an order that is the one of the table's own numbers."""
    cells = [cell for row in numbers.table for cell in numbers.judged(row)]
    worst: Verdict = max((cell.verdict for cell in cells), key=GRAVEST.index, default="explained")
    reasons = list(dict.fromkeys(cell.explanation for cell in cells))
    why = str(reasons[0]) if len(reasons) == 1 else "some of them differ from the matches"
    return worst, f"the order follows from the table's own numbers: {why}"


def _astray(numbers: Numbers, row: Standing, rank: Rank, astray: list[Standing]) -> Said:
    """Return what is said of a place that neither the matches nor the row's own numbers give."""
    same = [other.printed for other in numbers.table if other.position == row.position]
    if is_numbered(numbers.table) and len(astray) == 1:
        if len(same) > 1:
            return "explained", f"the table numbers {' and '.join(same)} {row.position}"
        return "explained", f"the other rows leave place {rank.first} to {row.printed}"
    if all(other.position == row.position for other in astray) and rank.is_level:
        return "ambiguous", f"{len(same)} single changes part {' and '.join(same)}, who are level"
    criteria = ", ".join(("points", *numbers.group.rules.tiebreakers))
    return "unexplained", f"by {criteria} the row's own numbers give place {rank.first}"
