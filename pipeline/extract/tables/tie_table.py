"""Ties in a plain wikitable, English and Spanish: the header tells goals from points.

`Local - Ida` names who was at home in the first leg and may be either column; the legs are printed
from the first column's side all the same.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.builders.tie_fact import (
    TieRow,
    build_tie_facts,
    is_result,
    without_blank_legs_at_end,
)
from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import HeaderedTable, Record, find_column
from pipeline.facts import Fact, Section
from pipeline.lineage import Span

# who was at home in the first leg, and in the second
_FIRST_AT_HOME = frozenset(
    {"team 1", "equipo 1", "1st leg home team", "home team first leg", "local ida", "local"}
)
_SECOND_AT_HOME = frozenset(
    {"team 2", "equipo 2", "2nd leg home team", "home team second leg", "local vuelta"}
    | {"visitante", "visita"}
)
_AGGREGATE = frozenset({"agg", "aggregate", "aggregate score", "agg score", "global"})
_POINTS = frozenset({"points", "puntos", "pts", "ptos"})
_PENALTIES = frozenset({"pen", "pens", "penalties", "penales", "penaltis"})
_LEGS = (
    frozenset({"1st leg", "first leg", "leg 1", "ida", "partido de ida"}),
    frozenset({"2nd leg", "second leg", "leg 2", "vuelta", "partido de vuelta"}),
    frozenset({"extra", "3rd leg", "third leg", "play off", "playoff", "desempate", "replay"})
    | {"extra match", "3rd match", "third match", "tiebreaker", "tie breaker"}
    | {"partido extra", "tercer partido", "3er partido"},
)
_KNOWN_HEADERS = _FIRST_AT_HOME.union(_SECOND_AT_HOME, _AGGREGATE, _POINTS, _PENALTIES, *_LEGS)
_MARKS = re.compile(r"[\W_]+")


def is_tie_table(table: HeaderedTable) -> bool:
    """Whether the header has two teams and an aggregate, points or a leg."""
    headers = _headers_without_marks(table)
    if find_column(headers, _FIRST_AT_HOME) is None:
        return False
    if find_column(headers, _SECOND_AT_HOME) is None:
        return False
    result_names = (_AGGREGATE, _POINTS, *_LEGS)
    return any(find_column(headers, names) is not None for names in result_names)


def read_tie(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the tie of the row and its matches.

    returns: nothing where a team is missing, or where a column that we do not know has a result
    """
    headers = _headers_without_marks(table)
    first_home_column = find_column(headers, _FIRST_AT_HOME)
    second_home_column = find_column(headers, _SECOND_AT_HOME)
    if first_home_column is None or second_home_column is None:
        return []
    # `Local - Vuelta | Local - Ida`: whoever stands on the left is team 1
    team1_column = min(first_home_column, second_home_column)
    team2_column = max(first_home_column, second_home_column)
    # one cell across both teams is a label such as `Semifinals`
    if record.has_one_cell_across(team1_column, team2_column):
        return []
    # a result under `4th leg` would be lost: the row is unrecognised instead
    if _has_result_in_unknown_column(page, headers, record):
        return []
    points_column = find_column(headers, _POINTS)
    aggregate_column = find_column(headers, _AGGREGATE)
    # `Team 1 | Points | Team 2` counts points over the legs, `Team 1 | Agg. | Team 2` goals
    counts_points = points_column is not None
    columns = {
        "team 1": team1_column,
        "team 2": team2_column,
        "aggregate": points_column if counts_points else aggregate_column,
        "penalties": find_column(headers, _PENALTIES),
    }
    leg_columns = {
        f"leg {number}": find_column(headers, names) for number, names in enumerate(_LEGS, start=1)
    }
    quotes = record.quote_once(page, {**columns, **leg_columns}, fits={"aggregate": is_result})
    legs = [quotes[name] for name in leg_columns]
    row = TieRow(
        team1=quotes["team 1"],
        team2=quotes["team 2"],
        aggregate=quotes["aggregate"],
        measure="points" if counts_points else "goals",
        legs=without_blank_legs_at_end(legs),
        penalties=quotes["penalties"],
        first_home=1 if first_home_column == team1_column else 2,
        round_label=record.round_label,
    )
    return build_tie_facts(row, section, Span(record.row.start, record.row.end))


def _has_result_in_unknown_column(page: Page, headers: Sequence[str], record: Record) -> bool:
    """Whether a result stands under a header that no table of ties has, such as `4th leg`."""
    for column, header in enumerate(headers):
        is_unknown = header != "" and header not in _KNOWN_HEADERS
        if is_unknown and is_result(record.quote(page, column).text):
            return True
    return False


def _headers_without_marks(table: HeaderedTable) -> list[str]:
    """Return the headers without marks between words, `Local - Ida` as `local ida`."""
    return [_without_marks(header) for header in table.folded_headers]


@lru_cache(maxsize=500)
def _without_marks(header: str) -> str:
    return _MARKS.sub(" ", header).strip()
