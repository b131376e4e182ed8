"""The verdicts of the referee on the published tables of real seasons."""

from collections import Counter
from pathlib import Path

import pytest
from data_files import REFERENCE

from pipeline.build import check

RAW = Path(__file__).parents[4] / "raw/own"
NOBODY_KNOWS = "0 matches between the clubs of the table are known"

# season -> group, verdict and reason of its differences, each with how many cells say so
VERDICTS = {
    "1967": {(None, "not-comparable", "1 of 15 matches are known"): 6},
    "1968": {
        ("Región Norte A", "not-comparable", NOBODY_KNOWS): 4,
        ("Región Norte B", "not-comparable", "2 of 12 matches are known"): 4,
        ("Region Oriente", "not-comparable", NOBODY_KNOWS): 3,
        ("Region Centro", "not-comparable", NOBODY_KNOWS): 4,
        ("Region Sur", "not-comparable", "0 of 6 matches are known"): 3,
    },
    "1970": {(None, "not-comparable", "1 of 15 matches are known"): 6},
    "1971": {(None, "not-comparable", "2 of 15 matches are known"): 6},
    "1972": {(None, "not-comparable", NOBODY_KNOWS): 1},
    "1978": {(None, "not-comparable", "1 of 15 matches are known"): 6},
    "1979": {},
    "1981": {(None, "not-comparable", "0 of 15 matches are known"): 6},
    "1982": {(None, "not-comparable", "0 of 15 matches are known"): 6},
    "1983": {(None, "not-comparable", "9 of 15 matches are known"): 4},
    "1984": {(None, "not-comparable", "4 of 15 matches are known"): 6},
    "1985": {(None, "not-comparable", "5 of 15 matches are known"): 6},
    "1993": {(None, "not-comparable", "11 of 15 matches are known"): 5},
    "1994": {},
    "1995": {(None, "not-comparable", "3 of 15 matches are known"): 6},
    "1996": {},
    "1997": {},
    "2008": {},
    "2017": {(None, "explained", "it is the table after Round 2"): 10},
    "2018": {(None, "not-comparable", "4 of 6 matches are known"): 4},
}
# where no rule gives the order: club -> place as printed, place by the row's own numbers
DISORDER = {
    "1975": {"Torino": (1, 2), "Sportivo Huracán": (2, 1)},
    "1980": {"Los Aguerridos de Monsefú": (1, 2), "Deportivo Aviación": (2, 3), "UTC": (3, 1)},
}
SHARED = {
    "1970": "CNI and Unión Ocopilla share ranks 3 to 4",
    "1979": "Defensor Lima and Deportivo Garcilaso share ranks 3 to 4",
    "1995": "Deportivo Municipal (Pacucha) and UTC share ranks 4 to 5",
}
OF_ROWS = {"row-contradicts-itself", "points-rule-differs", "table-contradicts-itself"}


def built(label):
    (path,) = [path for path in RAW.iterdir() if label in path.name]
    (page,) = check([path], REFERENCE).built
    return page


@pytest.mark.parametrize("label", VERDICTS)
def test_each_cell_that_differs_has_its_verdict(label):
    differences = built(label).season.differences
    verdicts = Counter((cell.group, cell.verdict, cell.explanation) for cell in differences)
    assert verdicts == VERDICTS[label]


@pytest.mark.parametrize("label", DISORDER)
def test_an_order_that_no_rule_gives_is_unexplained(label):
    differences = built(label).season.differences
    cells = [cell for cell in differences if cell.measure == "position"]
    places = {cell.printed: (cell.published, cell.derived) for cell in cells}
    assert places == DISORDER[label]
    assert {cell.verdict for cell in cells} == {"unexplained"}


@pytest.mark.parametrize("label", SHARED)
def test_clubs_that_no_rule_parts_share_their_ranks(label):
    findings = [finding for finding in built(label).findings if finding.code == "rank-shared"]
    assert [finding.message for finding in findings] == [f"Final Stage: {SHARED[label]}"]


@pytest.mark.parametrize("path", sorted(RAW.iterdir()), ids=lambda path: path.stem)
def test_every_published_row_passes_its_arithmetic(path):
    """But for the third of a group of 2005: its goals against are not those of its matches."""
    for page in check([path], REFERENCE).built:
        codes = {finding.code for finding in page.findings} & OF_ROWS
        assert codes == ({"table-contradicts-itself"} if page.season.label == "2005" else set())


def test_a_number_that_only_one_row_has_wrong_is_named():
    differences = built("2005").season.differences
    cells = [cell for cell in differences if cell.verdict == "explained"]
    assert [(cell.printed, cell.measure, cell.published, cell.derived) for cell in cells] == [
        ("UDT Aviación", "goals_against", 6, 7),
        ("UDT Aviación", "goal_difference", -1, -2),
    ]
    assert {cell.explanation for cell in cells} == {
        "no other row differs: the table gives UDT Aviación goals against 6, not 7"
    }
