"""A single number of a table that alone is wrong: no match is, for a match has two clubs."""

from pipeline.domain.match import Club
from pipeline.domain.season import Group
from pipeline.domain.standings import Rules
from pipeline.validate.referee.cells import MEASURES, Cells, PrintedCells, name_measure
from pipeline.validate.referee.hypothesis import Hypothesis, TableRows

COUNTED_MEASURES = ("won", "drawn", "lost", "goals_for", "goals_against")


def single_cell_error(group: Group, rows: TableRows, club: Club) -> Hypothesis | None:
    """Return the one number of a row that is wrong, with what is counted from it.

    club:    whose row alone differs, or alone is left by what explains the others
    returns: None where several numbers of the row are wrong, or matches may be missing
    """
    deviation = rows.deviations[club]
    if not _can_rule_out_matches(group, rows, deviation):
        return None
    measures = [measure for measure in MEASURES if getattr(deviation, measure) != 0]
    if len(measures) == 1:
        wrong_measure: str | None = measures[0]
    else:
        wrong_measure = _measure_behind(deviation, group.rules, rows.printed[club])
    if wrong_measure is None:
        return None
    text = _describe_error(club, wrong_measure, rows)
    return Hypothesis("single cell", text, {club: deviation})


def _can_rule_out_matches(group: Group, rows: TableRows, deviation: Cells) -> bool:
    if not group.matches:
        return False
    # Where the table leaves clubs out, the row may differ by a match with one of them.
    return rows.has_every_club or (group.is_complete and deviation.played == 0)


def _measure_behind(deviation: Cells, rules: Rules, printed: PrintedCells) -> str | None:
    """Return the one count from which all deviations of the row follow."""
    for measure in COUNTED_MEASURES:
        number = getattr(deviation, measure)
        if number != 0 and _deviation_by(measure, number, rules, printed) == deviation:
            return measure
    return None


def _deviation_by(measure: str, number: int, rules: Rules, printed: PrintedCells) -> Cells:
    """Return the deviation of the printed cells that follows from that of one count."""
    # One win too many, in a table that adds up by itself, brings a match and its points with it.
    following_by_measure = {
        "won": Cells(won=1, played=1, points=rules.win),
        "drawn": Cells(drawn=1, played=1, points=rules.draw),
        "lost": Cells(lost=1, played=1, points=rules.loss),
        "goals_for": Cells(goals_for=1, goal_difference=1),
        "goals_against": Cells(goals_against=1, goal_difference=-1),
    }
    deviation: dict[str, int] = {}
    for following_measure, following_number in following_by_measure[measure]._asdict().items():
        if following_measure in printed:
            deviation[following_measure] = number * following_number
    return Cells(**deviation)


def _describe_error(club: Club, measure: str, rows: TableRows) -> str:
    if len(rows.deviations) == 1:
        reason = "no other row differs"
    else:
        reason = "no match changes one row alone"
    deviation = getattr(rows.deviations[club], measure)
    # Points may be taken off by a decision that the page does not state.
    if measure == "points":
        return f"{reason}: points {deviation:+d} by decision, or by mistake"
    derived = getattr(rows.derived_row(club), measure)
    cell_name = f"{rows.names[club]} {name_measure(measure)}"
    return f"{reason}: the table gives {cell_name} {derived + deviation}, not {derived}"
