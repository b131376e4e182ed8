"""What the numbers of one row say against each other; it needs no matches."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.domain.season import Standing, Table
from pipeline.domain.standings import Rules
from pipeline.findings import count_in_words

WIN_POINTS = (2, 3)

# measure -> every cell that takes part when it contradicts the row
CELLS_OF_PLAYED = frozenset({"played", "won", "drawn", "lost"})
CELLS_OF_POINTS = frozenset({"points", "won", "drawn", "lost"})
CELLS_OF_GOAL_DIFFERENCE = frozenset({"goal_difference", "goals_for", "goals_against"})
CELLS_OF_WINS = frozenset({"goals_for", "won"})
CELLS_OF_LOSSES = frozenset({"goals_against", "lost"})
CELLS_OF_GOALS = frozenset({"goals_for", "goals_against", "won", "lost"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Cells of one row that cannot all be true.

    measure:  the cell that the others give
    expected: what they give it, at least
    cells:    the measures of all cells that take part
    """

    row: Standing
    measure: str
    expected: int
    cells: frozenset[str]
    text: str


def find_contradictions(table: Table, rules: Rules) -> list[Contradiction]:
    """Return what is wrong inside the rows of a table, by the points that it counts for a win."""
    counted_rules = rules_counted_by(table, rules)
    contradictions: list[Contradiction] = []
    for row in table:
        contradictions += contradictions_of_row(row, counted_rules)
    return contradictions


def rules_counted_by(table: Table, rules: Rules) -> Rules:
    """Return the rules, with other points for a win if the table counts those."""
    rows_off = _rows_with_other_points(table, rules)
    # One point more beside a single win may as well be a wrong number.
    if sum(row.won or 0 for row in rows_off) <= 1:
        return rules
    for win_points in WIN_POINTS:
        other_rules = replace(rules, win=win_points)
        if not _rows_with_other_points(table, other_rules):
            return other_rules
    return rules


def _rows_with_other_points(table: Table, rules: Rules) -> list[Standing]:
    """Return the rows whose points are not those of their results."""
    rows: list[Standing] = []
    for row in table:
        wrong_measures = {contradiction.measure for contradiction in _check_results(row, rules)}
        if "points" in wrong_measures:
            rows.append(row)
    return rows


def contradictions_of_row(row: Standing, rules: Rules) -> list[Contradiction]:
    """Return what is wrong inside one row."""
    return [*_check_results(row, rules), *_check_goals(row)]


def _check_results(row: Standing, rules: Rules) -> Iterator[Contradiction]:
    """Compare matches and points with wins, draws and losses."""
    if row.won is None or row.drawn is None or row.lost is None:
        return
    wins = count_in_words(row.won, "win", "wins")
    draws = count_in_words(row.drawn, "draw", "draws")
    losses = count_in_words(row.lost, "loss", "losses")
    results = f"{wins}, {draws} and {losses}"

    # "3 wins, 1 draw and 0 losses are 4 matches, the row says 5"
    match_count = row.won + row.drawn + row.lost
    if row.played not in {None, match_count}:
        text = f"{results} are {match_count} matches, the row says {row.played}"
        yield Contradiction(row, "played", match_count, CELLS_OF_PLAYED, text)

    # "Pts 7 (−3)": points taken off are part of the points that the row prints.
    points = rules.points(row.won, row.drawn, row.lost) + (row.adjustment or 0)
    if row.points not in {None, points}:
        text = f"{results} are {points} points, the row says {row.points}"
        yield Contradiction(row, "points", points, CELLS_OF_POINTS, text)


def _check_goals(row: Standing) -> Iterator[Contradiction]:
    """Compare goals with their difference, and with the wins and losses that they must allow."""
    if row.goals_for is None or row.goals_against is None:
        return
    scored, conceded = row.goals_for, row.goals_against
    difference = scored - conceded
    if row.goal_difference not in {None, difference}:
        score = f"{scored}–{conceded} is a difference of {difference}"
        text = f"{score}, the row says {row.goal_difference}"
        yield Contradiction(row, "goal_difference", difference, CELLS_OF_GOAL_DIFFERENCE, text)

    # Each win needs a goal, each loss a goal conceded.
    won, lost = row.won or 0, row.lost or 0
    if scored < won:
        wins = count_in_words(won, "win", "wins")
        text = f"{wins} need {won} goals, the row says {scored}"
        yield Contradiction(row, "goals_for", won, CELLS_OF_WINS, text)
    if conceded < lost:
        losses = count_in_words(lost, "loss", "losses")
        text = f"{losses} need {lost} goals, the row says {conceded}"
        yield Contradiction(row, "goals_against", lost, CELLS_OF_LOSSES, text)

    yield from _check_margin(row, scored, conceded, won, lost)


def _check_margin(
    row: Standing, scored: int, conceded: int, won: int, lost: int
) -> Iterator[Contradiction]:
    """Yield goals too close together for a club without a loss, or without a win."""
    # "4 wins, 0 losses, 5–2" cannot be: each win is by one goal at least, draws change nothing.
    if row.lost == 0 and _margin_is_too_small(won, scored, conceded):
        wins = count_in_words(won, "win", "wins")
        need = f"{wins} without a loss need {won} goals more than {conceded}"
        text = f"{need}, the row says {scored}"
        yield Contradiction(row, "goals_for", conceded + won, CELLS_OF_GOALS, text)
    if row.won == 0 and _margin_is_too_small(lost, conceded, scored):
        losses = count_in_words(lost, "loss", "losses")
        need = f"{losses} without a win need {lost} goals more than {scored}"
        text = f"{need}, the row says {conceded}"
        yield Contradiction(row, "goals_against", scored + lost, CELLS_OF_GOALS, text)


def _margin_is_too_small(match_count: int, more: int, fewer: int) -> bool:
    """Whether goals are enough for so many matches won, but not by one goal each."""
    return 0 < match_count <= more < fewer + match_count
