"""Whole numbers that cells of a table begin with."""

import pytest

from pipeline.values.numbers import parse_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12", 12), ("+3", 3), ("−15 (C)", -15), ("- 2", -2), ("3rd", 3), ("0", 0),
        ("–", None), ("", None), (None, None), ("12345", None), ("Aurora 3", None),
    ],
)  # fmt: skip
def test_a_cell_begins_with_a_number_or_has_none(text, count):
    assert parse_count(text) == count
