"""Results in a table without header: in each row a score, or `v`, between two teams.

So tables are written that should look like match boxes: `4 July || Alfa || 3–1 || Beta || Lima`.
"""

import re
from collections.abc import Iterator

from pipeline.extract.builders.match_fact import build_match_fact, read_score
from pipeline.extract.builders.tie_fact import is_result
from pipeline.extract.parsing.page import Page
from pipeline.extract.tables.headered_table import HeaderedTable, Record, is_heading_row
from pipeline.extract.tables.labels import parse_label
from pipeline.facts import Fact, Section
from pipeline.lineage import Span
from pipeline.values.label_dates import is_day_or_days

_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_NAME = 60  # characters


def is_headerless_results(table: HeaderedTable) -> bool:
    """Whether the table names no column, and has its results in one, between two teams."""
    # `!colspan=3|Fecha 1` above the rows names no column
    if len(set(table.headers)) > 1:
        return False
    columns: set[int] = set()
    for record in table.records:
        columns.update(_columns_of_results(table.page, record))
    return len(columns) == 1


def read_match(page: Page, table: HeaderedTable, record: Record, section: Section) -> list[Fact]:  # noqa: ARG001
    """Return the match of the row; none where it has no result between two teams."""
    columns = list(_columns_of_results(page, record))
    if len(columns) != 1:
        return []
    column = columns[0]
    score_quote = record.quote(page, column)
    others = [
        record.quote(page, other) for other in range(len(record.cells)) if abs(other - column) > 1
    ]
    date = next((quote for quote in others if is_day_or_days(quote.text)), record.labels.date)
    rounds = [parse_label(quote.text).round for quote in others]
    return [
        build_match_fact(
            section,
            Span(record.row.start, record.row.end),
            record.quote(page, column - 1),
            record.quote(page, column + 1),
            read_score(score_quote),
            score_text=score_quote.text,
            score_notes=score_quote.notes,
            date=date,
            leg=record.labels.leg,
            round_label=next(filter(None, rounds), record.labels.round),
            group=record.labels.group,
        )
    ]


def _columns_of_results(page: Page, record: Record) -> Iterator[int]:
    """Yield the columns of the row that hold a result between two names."""
    if is_heading_row(record):
        return
    texts = [record.text(page, column) for column in range(len(record.cells))]
    for column in range(1, len(texts) - 1):
        text = texts[column]
        is_score = text not in {"", "-", "–", "—", "−"} and is_result(text)
        if is_score and _is_name(texts[column - 1]) and _is_name(texts[column + 1]):
            yield column


def _is_name(text: str) -> bool:
    """Whether the text can be a team: words, and no day, round or result."""
    if not 0 < len(text) <= _LONGEST_NAME or not _LETTER.search(text):
        return False
    return parse_label(text).is_blank and not is_result(text)
