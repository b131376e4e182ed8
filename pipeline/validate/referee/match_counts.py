"""How many matches a table says there are, and how many the page lists."""

from pipeline.domain.match import results_of
from pipeline.domain.match_coverage import matches_in_table
from pipeline.domain.season import Group, Standing, Table
from pipeline.validate.referee.table_sums import is_full_round_robin


def describe_listed_matches(group: Group, table: Table) -> str:
    """Return how many matches are known, and of how many if the table tells, as a sentence."""
    listed_count = len(list(results_of(group.matches)))
    if not is_full_round_robin(table):
        return f"{listed_count} matches between the clubs of the table are known"
    # Each match stands in the rows of two clubs.
    match_count = matches_in_table(table) // 2
    return f"{listed_count} of {match_count} matches are known"


def stated_match_counts(row: Standing) -> set[int]:
    """Return how many matches a row says it is of: as played, and as the sum of the results."""
    match_counts: set[int] = set()
    if row.played is not None:
        match_counts.add(row.played)
    if row.won is not None and row.drawn is not None and row.lost is not None:
        match_counts.add(row.won + row.drawn + row.lost)
    return match_counts
