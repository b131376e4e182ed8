"""A published table beside the matches of its group: what differs, and what would explain it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.grouping import only_one
from pipeline.domain.match import Club
from pipeline.domain.season import Group, Standing, Table
from pipeline.domain.standings import Rules
from pipeline.validate.referee.cells import (
    MEASURES,
    ZERO,
    Cells,
    PrintedCells,
    derived_cells,
    differing_measures,
    printed_cells,
    printed_less_derived,
)
from pipeline.validate.referee.hypotheses import matching_hypotheses
from pipeline.validate.referee.hypothesis import Hypothesis, TableRows
from pipeline.validate.referee.match_counts import stated_match_counts
from pipeline.validate.referee.ranking import rank_by
from pipeline.validate.referee.row_arithmetic import (
    Contradiction,
    find_contradictions,
    rules_counted_by,
)
from pipeline.validate.referee.single_cell_errors import single_cell_error
from pipeline.validate.referee.table_sums import Imbalance, find_imbalances


@dataclass(frozen=True, slots=True)
class TableComparison:
    """What the verdicts on the cells of one table are made from.

    group:            ranked with as many points for a win as the table counts
    season_rules:     the rules of the group, whatever the table counts
    season_cells:     what the matches give each club by the season's rules
    contradictions:   of cells of one row
    imbalances:       of sums of two columns
    rows:             printed and derived, by the points that the table counts
    hypotheses:       all that give the printed rows which they touch
    hypotheses_of:    those for the row of each club
    unexplained_club: whose row alone no hypothesis gives
    """

    group: Group
    table: Table
    season_rules: Rules
    season_cells: Mapping[Club, Cells]
    contradictions: Sequence[Contradiction]
    imbalances: Sequence[Imbalance]
    rows: TableRows
    hypotheses: Sequence[Hypothesis]
    hypotheses_of: Mapping[Club, Sequence[Hypothesis]]
    unexplained_club: Club | None

    @property
    def counts_other_win_points(self) -> bool:
        """Whether the table counts other points for a win than the season's rules."""
        return self.group.rules.win != self.season_rules.win

    @property
    def leaves_one_row(self) -> bool:
        """Whether the hypotheses leave one row, which no match of theirs can have changed."""
        has_several_deviations = len(self.rows.deviations) > 1
        is_one_left = self.unexplained_club is not None
        return self.rows.has_every_club and has_several_deviations and is_one_left

    def contradictions_in(self, row: Standing) -> list[Contradiction]:
        """Return what the row says against itself."""
        return _contradictions_in(row, self.contradictions)

    def doubtful_measures(self, row: Standing) -> set[str]:
        """Return the measures of the cells that contradict others of the row."""
        return _doubtful_measures(row, self.contradictions)

    def unexplained_measures(self, row: Standing) -> set[str]:
        """Return the cells that no hypothesis gives, nor the table's points for a win."""
        printed = printed_cells(row)
        derived = self.rows.derived_row(row.club)
        hypotheses = self.hypotheses_of[row.club]
        if not hypotheses:
            return set(differing_measures(printed, derived))
        unexplained = set(MEASURES)
        for hypothesis in hypotheses:
            changed = derived.plus(hypothesis.effect[row.club])
            unexplained &= set(differing_measures(printed, changed))
        return unexplained

    def lacks_matches(self, row: Standing) -> bool:
        """Whether the page lacks matches of the row's club, and no hypothesis explains that."""
        # "The page lacks Boca 1–0 Grau" explains why Boca has a match less.
        for hypothesis in self.hypotheses:
            if row.club in hypothesis.effect:
                return False
        listed_count = self.rows.derived_row(row.club).played
        stated_counts = stated_match_counts(row)
        if not stated_counts:
            return not self.group.is_complete
        # "Pld 4, W 3, D 1, L 1" says 4 and 5: where the page lists 4, in a group with gaps, the
        # fifth may be missing; in a complete group it is the row that is wrong.
        agrees = row.club not in self.rows.deviations
        if listed_count in stated_counts and (agrees or self.group.is_complete):
            return False
        return listed_count < max(stated_counts)


def compare_with_matches(group: Group, table: Table) -> TableComparison:
    """Compare a table with the matches of its group, and look for what explains the difference."""
    contradictions = find_contradictions(table, group.rules)
    counted_rules = rules_counted_by(table, group.rules)
    counted_group = rank_by(counted_rules, group)
    rows = _compare_rows(table, counted_group, contradictions)

    hypotheses: list[Hypothesis] = []
    if rows.deviations:
        hypotheses += matching_hypotheses(counted_group, rows)
    # A match has two clubs: where one row is left, a number of that row is wrong.
    unexplained_club = _only_club_left(rows, hypotheses)
    if unexplained_club is not None:
        error = single_cell_error(counted_group, rows, unexplained_club)
        if error is not None:
            hypotheses.append(error)
            unexplained_club = None

    return TableComparison(
        group=counted_group,
        table=table,
        season_rules=group.rules,
        season_cells=_derived_by_club(group),
        contradictions=contradictions,
        imbalances=find_imbalances(table),
        rows=rows,
        hypotheses=hypotheses,
        hypotheses_of={row.club: _hypotheses_of(row.club, hypotheses, rows) for row in table},
        unexplained_club=unexplained_club,
    )


def _derived_by_club(group: Group) -> dict[Club, Cells]:
    return {row.club: derived_cells(row) for row in group.table}


def _compare_rows(table: Table, group: Group, contradictions: Sequence[Contradiction]) -> TableRows:
    derived = _derived_by_club(group)
    printed: dict[Club, PrintedCells] = {}
    for row in table:
        # "Pld 3, W 4": no hypothesis needs to give cells of which one is wrong anyway.
        doubtful = _doubtful_measures(row, contradictions)
        printed[row.club] = _leave_out(doubtful, printed_cells(row))
    deviations: dict[Club, Cells] = {}
    for club, printed_row in printed.items():
        deviation = printed_less_derived(printed_row, derived.get(club, ZERO))
        if deviation != ZERO:
            deviations[club] = deviation
    names = {row.club: row.printed for row in table}
    return TableRows(printed, derived, deviations, names)


def _leave_out(measures: set[str], printed: PrintedCells) -> PrintedCells:
    return {measure: number for measure, number in printed.items() if measure not in measures}


def _contradictions_in(
    row: Standing, contradictions: Iterable[Contradiction]
) -> list[Contradiction]:
    return [contradiction for contradiction in contradictions if contradiction.row is row]


def _doubtful_measures(row: Standing, contradictions: Iterable[Contradiction]) -> set[str]:
    measures: set[str] = set()
    for contradiction in _contradictions_in(row, contradictions):
        measures |= contradiction.cells
    return measures


def _only_club_left(rows: TableRows, hypotheses: Sequence[Hypothesis]) -> Club | None:
    """Return the club whose row alone differs, or alone is left by the hypotheses."""
    clubs_left = list(rows.deviations)
    if len(clubs_left) > 1:
        for hypothesis in hypotheses:
            clubs_left = [club for club in clubs_left if club not in hypothesis.effect]
    return only_one(clubs_left)


def _hypotheses_of(
    club: Club, hypotheses: Sequence[Hypothesis], rows: TableRows
) -> list[Hypothesis]:
    """Return the hypotheses that give the club's row; what explains fewer rows gives way."""
    of_club: list[Hypothesis] = []
    for hypothesis in hypotheses:
        if hypothesis.effect.get(club, ZERO) != ZERO:
            of_club.append(hypothesis)
    # "the table after Round 2" explains six rows, "the table leaves out Boca 1–0 Grau" two of them.
    explained_rows = [rows.deviations.keys() & hypothesis.effect.keys() for hypothesis in of_club]
    best: list[Hypothesis] = []
    for hypothesis, explained in zip(of_club, explained_rows, strict=True):
        explains_fewer = any(explained < more for more in explained_rows)
        if not explains_fewer:
            best.append(hypothesis)
    return best
