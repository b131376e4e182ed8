"""Ties in a plain wikitable, English and Spanish: the header tells goals from points.

`Local - Ida` names who was at home in the first leg and may be either column; the legs are printed
from the first column's side all the same.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.domain.keys import fold
from pipeline.extract.builders.tie_fact import (
    TieRow,
    build_tie_facts,
    is_result,
    without_blank_legs_at_end,
)
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.extract.tables.headered_table import HeaderedTable, Record, find_column
from pipeline.facts import Fact, Section
from pipeline.lineage import Span
from pipeline.values.label_dates import split_date, split_leg_days

# who was at home in the first leg, and in the second
_FIRST_AT_HOME = frozenset(
    {"team 1", "equipo 1", "club 1", "team a", "equipo a", "1st leg home team", "first leg home"}
    | {"home team first leg", "home first leg", "home 1st leg", "first leg home team"}
    | {"local ida", "local en la ida", "local de ida", "local en ida", "local", "local partido ida"}
)
_SECOND_AT_HOME = frozenset(
    {"team 2", "equipo 2", "club 2", "team b", "equipo b", "2nd leg home team", "second leg home"}
    | {"home team second leg", "home second leg", "home 2nd leg", "second leg home team"}
    | {"local vuelta", "local en la vuelta", "local de vuelta", "local en vuelta"}
    | {"local partido vuelta", "visitante", "visita"}
)
# heads both columns of `Equipo | Global | Equipo`
_EITHER_TEAM = frozenset({"equipo", "team", "club", ""})
AGGREGATE = frozenset(
    {"agg", "aggregate", "aggregate score", "agg score", "global", "marcador global"}
    | {"resultado global", "acumulado", "marcador acumulado", "total"}
)
# heads the aggregate where legs stand beside it, else the score of a match
_RESULT = frozenset({"res", "result", "resultado", "score", "marcador", "total score"})
POINTS = frozenset({"points", "puntos", "pts", "ptos"})
_PENALTIES = frozenset(
    {"pen", "pens", "penalties", "penales", "penaltis", "tanda", "tanda de penales"}
    | {"definicion por penales", "penalty shoot out"}
)
_LEGS = (
    frozenset({"1st leg", "first leg", "leg 1", "ida", "partido de ida", "partido ida"})
    | {"1er partido", "1 er partido", "primer partido", "partido 1", "1st match", "first match"}
    | {"match 1"},
    frozenset({"2nd leg", "second leg", "leg 2", "vuelta", "partido de vuelta", "partido vuelta"})
    | {"2do partido", "2 do partido", "segundo partido", "partido 2", "2nd match", "second match"}
    | {"match 2"},
    frozenset({"extra", "3rd leg", "third leg", "play off", "playoff", "desempate", "replay"})
    | {"extra match", "3rd match", "third match", "tiebreaker", "tie breaker", "leg 3", "match 3"}
    | {"partido extra", "tercer partido", "3er partido", "3 er partido", "partido 3"}
    | {"partido de desempate", "partido desempate", "definicion"},
)
_ANY_LEG = frozenset().union(*_LEGS)
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table of ties has what; None of what it lacks.

    leg_dates: those in the headers, `1st leg<br>26 September`
    """

    first_home: int
    second_home: int
    aggregate: int | None
    points: int | None
    penalties: int | None
    legs: tuple[int | None, ...]
    leg_dates: tuple[Quote, ...]


def is_tie_table(table: HeaderedTable) -> bool:
    """Whether the header has two teams and an aggregate, points or a leg."""
    return _find_columns(table.headers) is not None


def has_leg_columns(table: HeaderedTable) -> bool:
    """Whether a column is headed by a leg, such as `Ida`."""
    names = [_without_marks(split_date(header)[0]) for header in table.headers]
    return not _ANY_LEG.isdisjoint(names)


def read_tie(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the tie of the row and its matches.

    returns: nothing where a team is missing, or where a column that we do not know has a result
    """
    columns = _find_columns(table.headers)
    if columns is None:
        return []
    # `Local - Vuelta | Local - Ida`: whoever stands on the left is team 1
    team1_column = min(columns.first_home, columns.second_home)
    team2_column = max(columns.first_home, columns.second_home)
    # one cell across both teams is a label such as `Semifinals`
    if record.has_one_cell_across(team1_column, team2_column):
        return []
    # `Team 1 | Points | Team 2` counts points over the legs, `Team 1 | Agg. | Team 2` goals
    counts_points = columns.points is not None
    single_columns = {
        "team 1": team1_column,
        "team 2": team2_column,
        "aggregate": columns.points if counts_points else columns.aggregate,
        "penalties": columns.penalties,
    }
    leg_columns = {f"leg {number}": column for number, column in enumerate(columns.legs, start=1)}
    # a result under `4th leg` would be lost: the row is unrecognised instead
    columns_read = {*single_columns.values(), *leg_columns.values()}
    if _has_result_in_other_column(page, table, record, columns_read):
        return []
    quotes = record.quote_once(
        page, {**single_columns, **leg_columns}, fits={"aggregate": is_result}
    )
    row = TieRow(
        team1=quotes["team 1"],
        team2=quotes["team 2"],
        aggregate=quotes["aggregate"],
        measure="points" if counts_points else "goals",
        legs=without_blank_legs_at_end([quotes[name] for name in leg_columns]),
        penalties=quotes["penalties"],
        first_home=1 if columns.first_home == team1_column else 2,
        round_label=record.labels.round,
        leg_dates=_find_leg_dates(columns, record),
        group=record.labels.group,
    )
    return build_tie_facts(row, section, Span(record.row.start, record.row.end))


def _find_leg_dates(columns: _Columns, record: Record) -> tuple[Quote, ...]:
    """Return the dates of the legs, of the header or of the title."""
    if any(date.text for date in columns.leg_dates):
        return columns.leg_dates
    # `Tercera ronda 8/12 - 12/12`
    days = split_leg_days(record.labels.date.text)
    if days is None:
        return ()
    return tuple(Quote(day, None, record.labels.date.raw) for day in days)


@lru_cache(maxsize=200)
def _find_columns(headers_as_printed: tuple[str, ...]) -> _Columns | None:
    """Return the columns of a table of ties, None if the header is of no such table."""
    names_and_dates = [split_date(header) for header in headers_as_printed]
    headers = [_without_marks(name) for name, _ in names_and_dates]
    legs = tuple(find_column(headers, names) for names in _LEGS)
    aggregate = find_column(headers, AGGREGATE)
    points = find_column(headers, POINTS)
    has_legs = not _ANY_LEG.isdisjoint(headers)
    # `Equipo 1 | Res. | Equipo 2 | Ida | Vuelta`
    if aggregate is None and has_legs:
        aggregate = find_column(headers, _RESULT)
    if aggregate is None and points is None and not has_legs:
        return None
    teams = _find_team_columns(headers, aggregate if points is None else points)
    if teams is None:
        return None
    return _Columns(
        first_home=teams[0],
        second_home=teams[1],
        aggregate=aggregate,
        points=points,
        penalties=find_column(headers, _PENALTIES),
        legs=legs,
        leg_dates=tuple(_quote_date(names_and_dates, column) for column in legs),
    )


def _find_team_columns(headers: Sequence[str], result: int | None) -> tuple[int, int] | None:
    """Return the home team of the first leg and that of the second, None if the table lacks one."""
    first_home = find_column(headers, _FIRST_AT_HOME)
    second_home = find_column(headers, _SECOND_AT_HOME)
    if first_home is not None and second_home is not None:
        return first_home, second_home
    # `Equipo | Global | Equipo | Ida | Vuelta`, or no header above the teams
    if result is None or not 0 < result < len(headers) - 1:
        return None
    if headers[result - 1] in _EITHER_TEAM and headers[result + 1] == headers[result - 1]:
        return result - 1, result + 1
    return None


def _quote_date(names_and_dates: Sequence[tuple[str, str]], column: int | None) -> Quote:
    if column is None:
        return BLANK
    date_text = names_and_dates[column][1]
    return Quote(date_text, None, date_text)


def _has_result_in_other_column(
    page: Page, table: HeaderedTable, record: Record, columns_read: Collection[int | None]
) -> bool:
    """Whether a result stands in a column that is not read, such as one headed `4th leg`."""
    for column, header in enumerate(table.headers):
        is_read = column in columns_read or not header
        if not is_read and is_result(record.text(page, column)):
            return True
    return False


@lru_cache(maxsize=500)
def _without_marks(header: str) -> str:
    """Return the header without marks between words, `Local - Ida` as `local ida`."""
    return _MARKS.sub(" ", fold(header)).strip()
