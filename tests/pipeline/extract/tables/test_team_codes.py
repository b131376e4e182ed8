"""Columns of a grid are teams, or they are not."""

import pytest

from pipeline.extract.parsing.template_call import Quote
from pipeline.extract.tables.team_codes import assign_columns_to_teams


def quotes(*texts):
    return [Quote(text, None, text) for text in texts]


@pytest.mark.parametrize(
    ("headers", "teams", "positions"),
    [
        (["Alfa", "Beta"], ["Alfa", "Beta"], (0, 1)),
        (["Beta", "Alfa"], ["Alfa", "Beta"], (1, 0)),
        (["ALF", "BET"], ["Alfa", "Beta"], (0, 1)),
        (["HYO", "UTC"], ["U. T. C.", "Sport Huancayo"], (1, 0)),
        (["S. Huancayo", "Boys"], ["Sport Huancayo", "Sport Boys"], (0, 1)),
        # codes that fit several teams, and numbers: the columns follow the rows
        (["SB", "SB"], ["Sport Boys", "San Blas"], (0, 1)),
        (["1", "2"], ["Alfa", "Beta"], (0, 1)),
        # no teams
        (["Lima", "Cusco"], ["Alfa", "Beta"], None),
        (["Beta", "X1"], ["Alfa", "Beta"], None),
        (["ALF", "GAM"], ["Alfa", "Beta", "Delta"], None),
    ],
)
def test_each_column_is_one_team_or_none_is(headers, teams, positions):
    assert assign_columns_to_teams(quotes(*headers), quotes(*teams)) == positions


def test_a_link_tells_the_team():
    headers = [Quote("X", "Club Alfa", ""), Quote("Y", "Club Beta", "")]
    teams = [Quote("Beta", "Club Beta", ""), Quote("Alfa", "Club Alfa", "")]
    assert assign_columns_to_teams(headers, teams) == (1, 0)
