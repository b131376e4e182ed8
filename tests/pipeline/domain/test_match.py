"""A club that nothing settles, and a match that is as good as never played."""

from dataclasses import replace

import pytest
from test_standings import match

from pipeline.domain.match import Club, Score


@pytest.mark.parametrize(
    ("key", "is_provisional"),
    [("provisional-1997-aurora", True), ("juan-aurich", False), ("club-provisional-1", False)],
)
def test_a_club_of_its_season_only_is_provisional(key, is_provisional):
    assert Club(key).is_provisional == is_provisional


@pytest.mark.parametrize(
    ("status", "result"),
    [("played", Score(3, 0)), ("awarded", Score(3, 0)), ("annulled", None), ("cancelled", None)],
)
def test_the_score_of_a_void_match_is_no_result(status, result):
    assert replace(match(Club("a"), 3, 0, Club("b")), status=status).result == result
