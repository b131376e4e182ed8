"""Five words, the first that fits."""

import pytest
from plain import FINAL, LIST, REGION, built

from pipeline.domain.rating import rating

TWO_MATCHES = FINAL[: FINAL.index("===Round 3")]


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ([LIST, FINAL], "complete"),
        ([LIST, REGION, FINAL], "consistent"),
        ([FINAL], "consistent"),
        ([LIST, TWO_MATCHES], "partial"),
        ([LIST], "partial"),
        ([], "champion only"),
    ],
)
def test_a_season_is_rated_by_what_it_lacks(parts, word):
    assert built(*parts).rating == word


def test_a_season_that_names_two_champions_contradicts_itself():
    assert built(LIST, FINAL, winners="Cienfuegos").rating == "contradictory"


@pytest.mark.parametrize(
    ("verdict", "word"),
    [
        ("explained", "complete"),
        ("ambiguous", "consistent"),
        ("not-comparable", "consistent"),
        ("unexplained", "contradictory"),
    ],
)
def test_the_cells_that_differ_count(verdict, word):
    whole = built(LIST, FINAL)
    assert rating(whole.season, whole.findings, whole.gaps, [verdict]) == word
