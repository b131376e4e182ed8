"""The first two of a page against the list of editions."""

from dataclasses import replace

import pytest
from plain import FINAL, LIST, built

from pipeline.domain.edition import Edition
from pipeline.validate import validate

SEASON = built(LIST, FINAL).season
LISTED = Edition("2099", "Aurora", "a", "Bolívar", "b", None, None, None, None)


def codes(**cells):
    season = replace(SEASON, edition=replace(LISTED, **cells))
    codes = [finding.code for finding in validate(season, "p")]
    return [code for code in codes if code.startswith("edition-")]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"runner_up": "Bolivar"},
        {"champion": None},
        {"champion": "Other", "champion_clubs": frozenset({SEASON.champion})},
        {"champion": "Other", "champion_names": frozenset({"aurora"})},
        {"champion": "Aurora (Ica)"},
    ],
)
def test_the_same_two_are_no_finding(cells):
    assert codes(**cells) == []


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"champion": "Cienfuegos"}, "edition-champion-differs"),
        ({"runner_up": "Cienfuegos"}, "edition-runner-up-differs"),
    ],
)
def test_another_name_is_a_finding(cells, code):
    assert codes(**cells) == [code]


def test_a_season_that_is_not_in_the_list_is_no_finding():
    assert not validate(SEASON, "p")
