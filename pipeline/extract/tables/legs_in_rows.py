"""Ties whose legs are rows of a table of matches, with the aggregate in a column beside them.

`Fecha | Local | Resultado | Visitante | Global`, where one cell under `Global` covers both legs.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.builders.tie_fact import is_result
from pipeline.extract.parsing.page import Page
from pipeline.extract.tables import match_table
from pipeline.extract.tables.headered_table import HeaderedTable, Record, find_column
from pipeline.extract.tables.tie_table import AGGREGATE, POINTS, has_leg_columns
from pipeline.facts import Fact, MatchFact, Section, TieFact
from pipeline.values.scores import parse_score

_MOST_LEGS = 3


def is_table_of_legs(table: HeaderedTable) -> bool:
    """Whether the table has matches in its rows and an aggregate in a column of its own."""
    column = _find_aggregate_column(table)
    if column is None or not match_table.is_match_table(table):
        return False
    # `Team 1 | Agg. | Team 2 | 1st leg | 2nd leg` has a tie in each row
    return match_table.find_score_column(table) != column and not has_leg_columns(table)


def read_leg(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:
    """Return the match of the row, and before the first leg of a tie the tie."""
    column = _find_aggregate_column(table)
    match = match_table.build_match(page, table, record, section)
    if match is None:
        return []
    records = _records_of_tie(page, table, record, column)
    if len(records) == 1:
        return [match]
    number = records.index(record) + 1
    match = replace(match, leg=match.leg or number)
    aggregate = next(iter(_read_aggregates(page, records, column)), "")
    if number > 1 or not is_result(aggregate):
        return [match]
    other_legs = [match_table.build_match(page, table, leg, section) for leg in records[1:]]
    legs = [match, *filter(None, other_legs)]
    return [_build_tie(table, legs, aggregate), match]


def _build_tie(table: HeaderedTable, legs: list[MatchFact], aggregate: str) -> TieFact:
    """Return the tie of the legs; team 1 is at home in the first."""
    first = legs[0]
    score = parse_score(aggregate)
    return TieFact(
        section=first.section,
        span=first.span,
        team1=first.home,
        team1_link=first.home_link,
        team2=first.away,
        team2_link=first.away_link,
        aggregate_text=aggregate,
        measure="points" if _counts_points(table) else "goals",
        legs=tuple(_score_from_first_side(leg, first) for leg in legs),
        penalties1=score.home_penalties,
        penalties2=score.away_penalties,
        winner=None,
        leg_dates=tuple(leg.date for leg in legs),
        round=first.round,
        group=first.group,
    )


def _score_from_first_side(leg: MatchFact, first: MatchFact) -> str | None:
    """Return the leg's score from team 1's side: `1–2` of a 2–1 at team 2's ground."""
    if leg.home_goals is None or leg.away_goals is None:
        return leg.score_text
    # of a second leg at the same ground the teams stand in the same order
    if leg.home == first.home or leg.away == first.away:
        return leg.score_text
    return f"{leg.away_goals}–{leg.home_goals}"


def _find_aggregate_column(table: HeaderedTable) -> int | None:
    return find_column(_headers_without_dots(table), AGGREGATE | POINTS)


def _counts_points(table: HeaderedTable) -> bool:
    points_column = find_column(_headers_without_dots(table), POINTS)
    return points_column == _find_aggregate_column(table)


def _headers_without_dots(table: HeaderedTable) -> list[str]:
    """Return the headers without the dots around them, `Pts.` as `pts`."""
    return [header.strip(". ") for header in table.folded_headers]


def _read_aggregates(page: Page, records: Sequence[Record], column: int | None) -> list[str]:
    """Return the aggregates of the rows, of each row or cell that has one."""
    texts = [record.text(page, column) for record in records]
    return list(filter(None, texts))


def _records_of_tie(
    page: Page, table: HeaderedTable, record: Record, column: int | None
) -> Sequence[Record]:
    """Return the rows of the tie that the row is of."""
    records = table.records
    first = last = position = records.index(record)
    while first > 0 and _is_one_tie(page, table, records[first - 1 : position + 1], column):
        first -= 1
    while last + 1 < len(records) and _is_one_tie(page, table, records[first : last + 2], column):
        last += 1
    return records[first : last + 1]


def _is_one_tie(
    page: Page, table: HeaderedTable, records: Sequence[Record], column: int | None
) -> bool:
    """Whether the rows are legs of one tie: one cell under `Global`, or the same two teams."""
    if len(records) > _MOST_LEGS:
        return False
    cells = {record.cell(column) for record in records}
    if len(cells) == 1 and None not in cells:
        return True
    aggregate_count = len(_read_aggregates(page, records, column))
    pairs = {match_table.read_pair(page, table, record) for record in records}
    return aggregate_count <= 1 and len(pairs) == 1 and None not in pairs
