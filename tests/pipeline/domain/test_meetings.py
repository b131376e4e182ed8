"""A group is told from ties by who has met whom."""

import pytest

from pipeline.domain.match import Club
from pipeline.domain.meetings import are_group, clubs_of, split_by_clubs


def pairs(text):
    """The pairs of `AB BC`, a club a letter."""
    return [frozenset(Club(letter.lower()) for letter in pair) for pair in text.split()]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("AB", ["AB"]),
        ("AB CD", ["AB", "CD"]),
        ("AB CD BC", ["AB BC CD"]),
        ("AB CD EF DE", ["AB", "CD DE EF"]),
        ("AB BC CA DE", ["AB BC CA", "DE"]),
    ],
)
def test_pairs_that_share_clubs_are_together(text, parts):
    assert split_by_clubs(pairs(text)) == [set(pairs(part)) for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("AB", False), ("AB BC", False), ("AB BC CA", True), ("AB CD", False),
     ("AB CD AC BD", False), ("AB CD AC BD AD", True), ("AB CD AC BD AD BC", True)],
)  # fmt: skip
def test_three_clubs_that_all_meet_or_nearly_are_a_group(text, expected):
    assert are_group(set(pairs(text))) is expected


def test_many_pairs_are_split_in_one_go():
    chain = [frozenset((Club(str(n)), Club(str(n + 1)))) for n in range(20_000)]
    assert [len(part) for part in split_by_clubs(chain)] == [20_000]
    assert len(clubs_of(chain)) == 20_001
