"""How many matches a table says there are, and how many are known."""

from pipeline.domain.season import Group, Standing, Table
from pipeline.validate.referee.arithmetic import is_full


def known_matches(group: Group, table: Table) -> str:
    """Return how many matches are known, of how many if the table tells, as a sentence."""
    known = sum(1 for match in group.matches if match.result)
    played = [row.played for row in table]
    if None in played or not is_full(table):
        return f"{known} matches between the clubs of the table are known"
    return f"{known} of {sum(number or 0 for number in played) // 2} matches are known"


def stated_matches(row: Standing) -> set[int]:
    """Return how many matches a row says it is of: as played, and as the sum of the results."""
    results = row.won, row.drawn, row.lost
    total = None if None in results else sum(number or 0 for number in results)
    return {number for number in (row.played, total) if number is not None}
