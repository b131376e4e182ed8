"""The grid under all tables: lines to rows, spans to places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.parsing import grid
from pipeline.extract.parsing.blocks import blocks
from pipeline.extract.parsing.grid import Cell, Row, Table
from pipeline.extract.parsing.page import parse
from pipeline.extract.parsing.table_marks import MAX_SPAN
from pipeline.lineage import Revision


def page_of(text):
    return parse(Revision("Page", "", None, None, "", "", "", text))


def tables(text):
    page = page_of(text)
    return page, [block for block in blocks(page, 0, len(text)) if isinstance(block, Table)]


def texts(text):
    """Every table of the text as rows of cell texts, spans laid out; None where no cell is."""
    page, found = tables(text)
    return [
        [
            [cell and page.visible(cell.start, cell.end) for cell in cells]
            for cells in grid.resolve(table.rows)
        ]
        for table in found
    ]


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("{|\n|-\n| a || b\n|-\n| c\n| d\n|}", [["a", "b"], ["c", "d"]]),
        ("{|\n! a !! b\n|-\n| c || d\n|}", [["a", "b"], ["c", "d"]]),  # no first |-
        ("{|\n! a || b\n|}", [["a", "b"]]),
        (":{|\n| a\n|}", [["a"]]),  # indented
        (" {|\n  |-\n  | a\n  ||b\n  |}", [["a", "b"]]),  # a line begun by two bars
        ("{|\n|-\n| a\n|-\n|-\n| b\n|}", [["a"], ["b"]]),  # an empty row
        ("{|\n|- bgcolor=red\n|align=right|a||b\n|}", [["a", "b"]]),  # attributes are no cell
        ("{|\n| a\nmore of a\n| b\n|}", [["a more of a", "b"]]),
        ("{|\n|+ caption\n| a\n|}", [["a"]]),
        ("{|\n| [[x|y]] || {{nowrap|z|w}}\n|}", [["y", "z"]]),  # bars inside atoms
        ("{|\n| rowspan=2 | a || b\n|-\n| c\n|}", [["a", "b"], ["a", "c"]]),
        ("{|\n| colspan=2 | a || b\n|-\n| c || d || e\n|}", [["a", "a", "b"], ["c", "d", "e"]]),
        ('{|\n|rowspan="9"|a\n|b\n|-\n|c\n|}', [["a", "b"], ["a", "c"]]),  # beyond the table
        ("{|\n|rowspan=4|a||b\n|-\n!x!!y\n|-\n|c||d\n|}", [["a", "b"], ["x", "y"], ["c", "d"]]),
        ("{|\n| a || || c\n|}", [["a", "", "c"]]),  # an empty cell keeps its place
        ("{|\n<!-- note -->| a\n|}", [["a"]]),
        ("{|\n| a<ref>x || y</ref> || b\n|}", [["a", "b"]]),
        ("{|\n| ''a || b\n|}", [["a", "b"]]),  # italics that never end hide nothing
        ("{|\r\n| a\r\n| b\r\n|}", [["a", "b"]]),
    ],
)
def test_a_table_gives_its_cells(written, rows):
    assert texts(written) == [rows]


def test_a_table_that_never_closes_ends_before_what_cannot_be_in_it():
    for end in ("== Heading ==", "{| \n| x\n|}", "{{col-float-break}}"):
        page, (table, *_) = tables(f"{{|\n| a || b\n|-\n| c\n{end}")
        assert not table.closed
        assert [len(row.cells) for row in table.rows] == [2, 1]
        assert page.text[table.end :].lstrip().startswith(end[:2])


def test_a_table_can_be_closed_by_a_template():
    page, (table,) = tables("{|\n| a\n{{end}}\nafter")
    assert table.closed
    assert page.text[table.end :] == "\n{{end}}\nafter"


def test_two_tables_without_a_row_mark_between_stay_two():
    assert texts("{|\n| a\n|}\n{|\n| b\n|}") == [[["a"]], [["b"]]]


def test_a_table_inside_a_cell_belongs_to_the_cell():
    text = "{|\n| before\n{|\n| inner\n|}\n| b\n|}"
    page, (outer,) = tables(text)
    first, second = outer.rows[0].cells
    (inner,) = [b for b in blocks(page, first.start, first.end) if isinstance(b, Table)]
    assert page.visible(inner.rows[0].cells[0].start, inner.rows[0].cells[0].end) == "inner"
    assert page.visible(second.start, second.end) == "b"


def test_plain_rows_are_a_table_with_a_header():
    page, (table,) = tables("| Department | Team |\n| Lima | Sport |\n\n| lonely |")
    assert [cell.header for cell in table.rows[0].cells] == [True, True]
    assert [page.visible(c.start, c.end) for c in table.rows[1].cells] == ["Lima", "Sport"]


def test_absurd_spans_are_clamped():
    (rows,) = texts("{|\n| colspan=100000 rowspan=100000 | a\n|-\n| b\n|}")
    assert len(rows[0]) == MAX_SPAN
    assert len(rows) == 2


def reference(rows):
    """The same by painting a canvas, slowly: every cell over every place that it covers."""
    canvas = {}
    for y, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (y, column) in canvas:
                column += 1
            for x in range(column, column + cell.colspan):
                if (y, x) in canvas:
                    break
                for below in range(y, min(y + cell.rowspan, len(rows))):
                    crossed = rows[y + 1 : below + 1]
                    if not cell.header and any(all(c.header for c in r.cells) for r in crossed):
                        break
                    canvas.setdefault((below, x), cell)
    widths = [max((x for (r, x) in canvas if r == y), default=-1) + 1 for y in range(len(rows))]
    return [[canvas.get((y, x)) for x in range(width)] for y, width in enumerate(widths)]


cells = st.builds(
    lambda header, rowspan, colspan: (header, rowspan, colspan),
    st.booleans(),
    st.integers(1, 4),
    st.integers(1, 3),
)


@given(st.lists(st.lists(cells, min_size=1, max_size=5), max_size=8))
def test_the_grid_is_what_painting_gives(made):
    number = iter(range(1000))
    rows = [
        Row(0, 0, tuple(Cell(next(number), 0, header, down, right) for header, down, right in row))
        for row in made
    ]
    assert grid.resolve(rows) == reference(rows)


@given(st.text(alphabet="{|}!-\n ab=[]<>'\"", max_size=80))
def test_no_text_breaks_the_reader_of_tables(text):
    page = page_of(text)
    for block in blocks(page, 0, len(text)):
        assert 0 <= block.start <= block.end <= len(text)
        if isinstance(block, Table):
            for row in block.rows:
                assert block.start <= row.start <= row.end <= block.end
                assert all(row.start <= c.start <= c.end <= row.end for c in row.cells)
