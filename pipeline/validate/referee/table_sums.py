"""What the columns of a whole table say against each other; it needs no matches."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.season import Table
from pipeline.validate.referee.cells import name_measure

MOST_MEETINGS = 2  # of two clubs in one group; a table that would need more has rows missing


@dataclass(frozen=True, slots=True)
class Imbalance:
    """Two columns of a full table whose sums cannot both be true.

    measures: every column that takes part
    """

    measures: frozenset[str]
    text: str


def is_full_round_robin(table: Table) -> bool:
    """Whether the rows are all the clubs of a group that has met equally often."""
    played_counts = {row.played for row in table}
    if len(played_counts) != 1:
        return False
    (played,) = played_counts
    opponents = len(table) - 1
    if played is None or opponents == 0:
        return False
    # Four clubs with 6 matches each have met twice; with 5 matches a row must be missing.
    meetings, remainder = divmod(played, opponents)
    return remainder == 0 and 1 <= meetings <= MOST_MEETINGS


def find_imbalances(table: Table) -> list[Imbalance]:
    """Return the sum of a full table that cannot be; one at most."""
    if not is_full_round_robin(table):
        return []
    goals = {"goals_for", "goals_against", "goal_difference"}
    imbalances = [
        *_compare_sums(table, "goals_for", "goals_against", goals),
        *_compare_sums(table, "won", "lost", {"won", "lost"}),
    ]
    # If neither goals nor wins balance, rows of the table are more likely missing than wrong.
    if len(imbalances) > 1:
        return []
    return imbalances


def _compare_sums(table: Table, left: str, right: str, measures: set[str]) -> Iterator[Imbalance]:
    """Yield the imbalance of two columns if both are printed in every row and differ in sum."""
    left_sum = sum_of_column(table, left)
    right_sum = sum_of_column(table, right)
    if None in {left_sum, right_sum} or left_sum == right_sum:
        return
    left_text = f"{name_measure(left)} sum to {left_sum}"
    right_text = f"{name_measure(right)} to {right_sum}"
    yield Imbalance(frozenset(measures), f"{left_text} and {right_text}, which cannot be")


def sum_of_column(table: Table, measure: str) -> int | None:
    """Return the sum of a column, None where a row does not print it."""
    total = 0
    for row in table:
        number = getattr(row, measure)
        if number is None:
            return None
        total += number
    return total
