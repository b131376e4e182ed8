"""A single number of a table that alone is wrong: no match is, for a match has two clubs."""

from collections.abc import Iterator

from pipeline.domain.match import Club
from pipeline.domain.season import Group
from pipeline.domain.standings import Rules
from pipeline.validate.referee.cells import NOTHING, NUMBERS, Cells, Printed
from pipeline.validate.referee.hypothesis import Edit, Rows

COUNTED = ("won", "drawn", "lost", "goals_for", "goals_against")


def slips(group: Group, rows: Rows, club: Club) -> Iterator[Edit]:
    """Yield the one number of a row that is wrong, with what is counted from it.

    club: whose row alone differs, or alone is left by what explains the others
    Where the table leaves clubs out, the row may differ by a match with one of them.
    """
    less = rows.wrong[club]
    cells = [name for name, number in zip(NUMBERS, less, strict=True) if number]
    is_whole = rows.derived.keys() <= rows.printed.keys()
    if not group.matches or not (is_whole or (group.is_complete and "played" not in cells)):
        return
    measure = cells[0] if len(cells) == 1 else _counted(club, less, group, rows)
    if measure:
        yield Edit("slip", _told(club, measure, rows), {club: less})


def _counted(club: Club, less: Cells, group: Group, rows: Rows) -> str | None:
    """Return the one count that gives the differences of matches, points and goal difference."""
    for measure in COUNTED:
        number = less[NUMBERS.index(measure)]
        if number and _all_of(measure, number, group.rules, rows.printed[club]) == less:
            return measure
    return None


def _all_of(measure: str, number: int, rules: Rules, has: Printed) -> Cells:
    """Return the differences in the printed cells that follow from one in the measure."""
    given = {
        "won": {"played": 1, "points": rules.win},
        "drawn": {"played": 1, "points": rules.draw},
        "lost": {"played": 1, "points": rules.loss},
        "goals_for": {"goal_difference": 1},
        "goals_against": {"goal_difference": -1},
    }[measure] | {measure: 1}
    return tuple(number * given.get(name, 0) if name in has else 0 for name in NUMBERS)


def _told(club: Club, measure: str, rows: Rows) -> str:
    at = NUMBERS.index(measure)
    was = rows.derived.get(club, NOTHING)[at]
    less = rows.wrong[club][at]
    left = "no other row differs" if len(rows.wrong) == 1 else "no match changes one row alone"
    if measure == "points":
        return f"{left}: points {less:+d} by decision, or by mistake"
    name = f"{rows.names[club]} {measure.replace('_', ' ')}"
    return f"{left}: the table gives {name} {was + less}, not {was}"
