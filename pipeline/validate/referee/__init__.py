"""The referee: every published table against its matches, cell by cell, and why they differ.

Neither side is overwritten. A cell that agrees is no difference; one that does not gets a verdict:
`explained` (one listed change gives the published row exactly, or the table contradicts itself),
`ambiguous` (several changes do), `not-comparable` (matches are missing), `unexplained`.
"""

from pipeline.domain.difference import Difference
from pipeline.domain.season import Season
from pipeline.validate.referee.compare_table import hearing


def referee(season: Season) -> tuple[Difference, ...]:
    """Return the cells in which the published tables of a season differ from what follows."""
    return tuple(
        difference
        for group in season.groups
        for table in group.published
        for difference in hearing(group, table)
    )
