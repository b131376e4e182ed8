"""What a table says against itself; it needs no matches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.season import Standing, Table
from pipeline.domain.standings import Rules
from pipeline.validate.referee.cells import printed

WIN_POINTS = (2, 3)
MOST_MEETINGS = 2  # of two clubs in one group; a table that would need more has rows missing


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Cells of one row that cannot all be true.

    measure: the cell that the others give, and what they give
    cells:   all cells that take part
    """

    row: Standing
    measure: str
    given: int
    cells: frozenset[str]
    text: str


def contradictions(table: Table, rules: Rules) -> list[Contradiction]:
    """Return what is wrong inside the rows of a table, by the points that it counts for a win."""
    counted = counted_by(table, rules)
    return [found for row in table for found in _of_row(row, counted)]


def counted_by(table: Table, rules: Rules) -> Rules:
    """Return the rules, with other points for a win if the table counts those.

    It does if no row denies it, and those that the rules deny have several wins: one point more
    beside one win may as well be a slip.
    """
    wins = sum(row.won or 0 for row in _off(table, rules))
    for win in WIN_POINTS if wins > 1 else ():
        other = replace(rules, win=win)
        if not _off(table, other):
            return other
    return rules


def _off(table: Table, rules: Rules) -> list[Standing]:
    """Return the rows whose points are not those of their results."""
    return [row for row in table if any(one.measure == "points" for one in _of_row(row, rules))]


def _of_row(row: Standing, rules: Rules) -> Iterator[Contradiction]:
    has = printed(row)
    results = [has.get(name) for name in ("won", "drawn", "lost")]
    won, drawn, lost = (number if number is not None else 0 for number in results)
    if None not in results:
        text = f"{_plural(won, 'win')}, {_plural(drawn, 'draw')} and {_plural(lost, 'loss', 'es')}"
        total = won + drawn + lost
        yield from _unless(row, "played", total, f"{text} are {total} matches")
        points = rules.points(won, drawn, lost) + (row.adjustment or 0)
        yield from _unless(row, "points", points, f"{text} are {points} points")
    if {"goals_for", "goals_against"} <= has.keys():
        scored, conceded = has["goals_for"], has["goals_against"]
        text = f"{scored}–{conceded} is a difference of {scored - conceded}"
        yield from _unless(row, "goal_difference", scored - conceded, text)
        yield from _goals_and_results(row, scored, conceded)
        yield from _difference_and_results(row, scored, conceded)


_PARTS = {
    "played": frozenset({"played", "won", "drawn", "lost"}),
    "points": frozenset({"points", "won", "drawn", "lost"}),
    "goal_difference": frozenset({"goal_difference", "goals_for", "goals_against"}),
    "goals_for": frozenset({"goals_for", "won"}),
    "goals_against": frozenset({"goals_against", "lost"}),
}


def _unless(row: Standing, measure: str, given: int, text: str) -> Iterator[Contradiction]:
    """Yield the contradiction if the row prints the measure and says something else."""
    stated = getattr(row, measure)
    if stated is not None and stated != given:
        yield Contradiction(row, measure, given, _PARTS[measure], f"{text}, the row says {stated}")


def _goals_and_results(row: Standing, scored: int, conceded: int) -> Iterator[Contradiction]:
    """Yield wins without enough goals, and losses without enough goals conceded."""
    for measure, goals, count, what in (
        ("goals_for", scored, row.won, "win"),
        ("goals_against", conceded, row.lost, "loss"),
    ):
        if count is not None and goals < count:
            many = _plural(count, what, "es" if what == "loss" else "s")
            text = f"{many} need {count} goals, the row says {goals}"
            yield Contradiction(row, measure, count, _PARTS[measure], text)


def _difference_and_results(row: Standing, scored: int, conceded: int) -> Iterator[Contradiction]:
    """Yield goals too close together for a club that only won, or only lost, beside its draws."""
    won, lost = row.won or 0, row.lost or 0
    if None in {row.won, row.lost}:
        return
    if lost == 0 and won and scored - conceded < won <= scored:
        text = f"{_plural(won, 'win')} without a loss need {won} goals more than {conceded}"
        yield _of_goals(row, "goals_for", conceded + won, text, scored)
    if won == 0 and lost and conceded - scored < lost <= conceded:
        text = f"{_plural(lost, 'loss', 'es')} without a win need {lost} goals more than {scored}"
        yield _of_goals(row, "goals_against", scored + lost, text, conceded)


def _of_goals(row: Standing, measure: str, given: int, text: str, said: int) -> Contradiction:
    parts = frozenset({"goals_for", "goals_against", "won", "lost"})
    return Contradiction(row, measure, given, parts, f"{text}, the row says {said}")


def _plural(number: int, word: str, ending: str = "s") -> str:
    return f"{number} {word}{'' if number == 1 else ending}"


def is_full(table: Table) -> bool:
    """Whether the rows are all the clubs of a group that has met equally often."""
    played, others = {row.played for row in table}, len(table) - 1
    number = next(iter(played))
    return (
        len(played) == 1
        and number is not None
        and others > 0
        and number % others == 0
        and 1 <= number // others <= MOST_MEETINGS
    )


def imbalances(table: Table) -> list[tuple[frozenset[str], str]]:
    """Return the sum of a full table that cannot be, with the cells that take part.

    If neither goals nor wins balance, rows of the table are more likely missing than wrong.
    """
    if not table or not is_full(table):
        return []
    found = [*_unequal(table, "goals_for", "goals_against"), *_unequal(table, "won", "lost")]
    return found if len(found) == 1 else []


def _unequal(table: Table, one: str, other: str) -> Iterator[tuple[frozenset[str], str]]:
    totals = [_total(table, name) for name in (one, other)]
    if None not in totals and totals[0] != totals[1]:
        names = one.replace("_", " "), other.replace("_", " ")
        text = f"{names[0]} sum to {totals[0]} and {names[1]} to {totals[1]}, which cannot be"
        yield (
            frozenset({one, other, "goal_difference"} if one == "goals_for" else {one, other}),
            text,
        )


def _total(table: Sequence[Standing], name: str) -> int | None:
    values = [getattr(row, name) for row in table]
    return None if None in values else sum(values)
