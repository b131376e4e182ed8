"""Numbers of things in words."""

import pytest

from pipeline.findings import count_in_words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 matches"), (1, "1 match"), (2, "2 matches"), (21, "21 matches")]
)
def test_only_one_is_singular(number, words):
    assert count_in_words(number, "match", "matches") == words
