"""A wikitable that holds several tables, one below the other, each with a header of its own.

`Equipo | PJ | Pts`, rows, a title `Resultados`, `Local | Resultado | Visitante`, rows.
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.extract.parsing.grid import Table
from pipeline.extract.parsing.page import Line, Page
from pipeline.extract.tables.headered_table import HeaderedTable, read_headered_table
from pipeline.extract.tables.labels import names_group

_FEWEST_COLUMNS = 3


def split_at_headers(
    page: Page, wikitable: Table, is_known: Callable[[HeaderedTable], bool]
) -> list[Table]:
    """Return the tables in the wikitable, mostly itself.

    is_known: whether some reader knows a table by its header
    """
    starts = [0]
    headers = read_headered_table(page, _slice(wikitable, 0, 1)).folded_headers
    for number in range(1, len(wikitable.rows)):
        if not _can_be_header(wikitable, number):
            continue
        part = read_headered_table(page, _slice(wikitable, number, number + 1))
        # the same header again is printed for the eye
        if part.folded_headers == headers or not is_known(part):
            continue
        rows_above = wikitable.rows[starts[-1] : number]
        if not all(row.is_header for row in rows_above):
            starts.append(_first_title_above(wikitable, number))
        headers = part.folded_headers
    if len(starts) == 1:
        return [wikitable]
    ends = [*starts[1:], len(wikitable.rows)]
    parts = [_slice(wikitable, start, end) for start, end in zip(starts, ends, strict=True)]
    return [_with_groups_above(page, wikitable, part) for part in parts]


def _can_be_header(wikitable: Table, number: int) -> bool:
    row = wikitable.rows[number]
    return row.is_header and len(row.cells) >= _FEWEST_COLUMNS


def _first_title_above(wikitable: Table, number: int) -> int:
    """Return the row of the first of the titles right above the header, else the header's."""
    # `!colspan=3|Resultados` is the title of the table below it
    while wikitable.rows[number - 1].is_header and len(wikitable.rows[number - 1].cells) == 1:
        number -= 1
    return number


def _with_groups_above(page: Page, wikitable: Table, part: Table) -> Table:
    """Return the part; the group that an earlier part is of goes on, as a caption would."""
    captions = list(wikitable.captions)
    for row in wikitable.rows:
        cell = row.cells[0]
        is_title = row.start < part.rows[0].start and len(row.cells) == 1
        if is_title and names_group(page.visible(cell.start, cell.end)):
            captions.append(Line(cell.start, cell.end))
    return replace(part, captions=tuple(captions))


def _slice(wikitable: Table, first: int, end: int) -> Table:
    """Return the rows [first, end) as a table."""
    rows = wikitable.rows
    is_first, is_last = first == 0, end >= len(rows)
    return replace(
        wikitable,
        start=wikitable.start if is_first else rows[first].start,
        end=wikitable.end if is_last else rows[end].start,
        rows=rows[first:end],
        grid=wikitable.grid[first:end],
    )
