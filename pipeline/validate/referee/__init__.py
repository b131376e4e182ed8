"""The referee: every published table against its matches, cell by cell, and why they differ.

How a table is refereed, in the order of the modules:

1. published table
   `compare_table` takes one table and its group, as it stood after the round of the table.
   `cells` holds the numbers of a row, `ranking` ranks a group again.
2. compare cells
   `table_comparison` puts each printed row beside the derived one. First comes what needs no
   matches: `row_arithmetic` (3 wins and 1 draw are not 9 points) and `table_sums` (a league has as
   many goals for as against). `match_counts` says how many of the matches are known.
3. hypotheses
   `hypotheses` lists the single changes that might make the table right, and keeps those that give
   every row they touch: `match_hypotheses` are those of one match, `single_cell_errors` one wrong
   number of the table. `hypothesis` says what a hypothesis is.
4. verdict
   `number_verdicts`, and `position_verdicts` by `table_order`, give each cell its verdict:
   `explained`       one change gives the published row exactly, or the table contradicts itself
   `ambiguous`       several changes do
   `not-comparable`  matches are missing
   `unexplained`     nothing does

Neither side is overwritten: table or matches may be wrong. A cell that agrees is no difference.

An example. The final table of 2090 and the matches below it:

    | Pos | Team    | Pld | W | D | L | GF | GA | GD | Pts |
    |  1  | Boca    |  3  | 2 | 1 | 0 |  7 |  2 | +5 |  7  |      Boca 2–1 Grau

The matches give Boca 6 goals for and a difference of +4, and Grau 3 goals against where the table
prints 4. Another result of a single match changes the rows of two clubs; of all hypotheses only
"Boca 3–1 Grau" gives both rows, number by number. So these four cells are `explained`: "the table
fits Boca 3–1 Grau, the match list says 2–1". Were Grau's row right, no match could be wrong, and
the verdict would name the cell: "no other row differs: the table gives Boca goals for 7, not 6".
"""

from pipeline.domain.difference import Difference
from pipeline.domain.season import Season
from pipeline.validate.referee.compare_table import compare_table


def compare_published_tables(season: Season) -> tuple[Difference, ...]:
    """Return the cells in which the published tables of a season differ from what follows."""
    differences: list[Difference] = []
    for group, table in season.published_tables:
        differences += compare_table(group, table)
    return tuple(differences)
