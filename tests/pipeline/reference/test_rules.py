"""The rules of a season, from the data file."""

import tomllib

import pytest
from data_files import REFERENCE

from pipeline.domain.standings import TIEBREAKER_MEASURES
from pipeline.domain.tie import DECIDERS
from pipeline.reference import PACKAGED
from pipeline.reference.rules import NoRuleError, read_rules

FILE = tomllib.loads((PACKAGED / "rules.toml").read_bytes().decode("utf-8"))
OF_BOTH = {"from", "to", "stage", "group", "source"}
FIELDS = {
    "group": OF_BOTH | {"win", "draw", "loss", "tiebreakers", "advance", "awarded_goals"},
    "tie": OF_BOTH | {"deciders"},
}
ENTRIES = [(kind, entry) for kind in FIELDS for entry in FILE[kind]]


def test_the_file_has_groups_ties_and_legs_alone():
    assert set(FILE) == {*FIELDS, "legs"}
    for entry in FILE["legs"]:
        assert entry["source"].startswith("http")
        assert entry["legs"] in {1, 2}


@pytest.mark.parametrize(("kind", "entry"), ENTRIES)
def test_an_entry_says_what_it_must_and_nothing_unknown(kind, entry):
    needed = FIELDS[kind] - {"stage", "group", "loss", "advance", "awarded_goals"}
    assert needed <= set(entry) <= FIELDS[kind]
    assert entry["from"] <= entry["to"]
    assert entry["source"] == "assumed" or entry["source"].startswith("http")
    known = TIEBREAKER_MEASURES.keys() - {"points"} if kind == "group" else DECIDERS.keys()
    words = entry["tiebreakers" if kind == "group" else "deciders"]
    assert set(words) <= set(known)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("kind", FIELDS)
def test_the_last_entries_hold_every_season(kind):
    for year in (*range(1967, 2100), 9999):
        open_to_all = [e for e in FILE[kind] if not {"stage", "group"} & e.keys()]
        assert any(entry["from"] <= year <= entry["to"] for entry in open_to_all)


@pytest.mark.parametrize("kind", FIELDS)
def test_no_entry_is_hidden_behind_one_before_it(kind):
    for at, entry in enumerate(FILE[kind]):
        for before in FILE[kind][:at]:
            hides = before["from"] <= entry["from"] and entry["to"] <= before["to"]
            assert not hides or {"stage", "group"} & before.keys(), (before, entry)


@pytest.mark.parametrize(("season", "win"), [("1967", 2), ("1994", 2), ("1995", 3), ("2025", 3)])
def test_a_win_is_worth_two_points_up_to_1994_and_three_since(season, win):
    found = REFERENCE.rules.group_rules(season, "Any Stage", None)
    assert (found.win, found.draw, found.loss) == (win, 1, 0)


def test_a_season_of_two_years_is_that_of_the_first():
    assert REFERENCE.rules.group_rules("1994–95", "Any Stage", None).win == 2


@pytest.mark.parametrize(
    ("season", "deciders"),
    [
        ("2001", ("points", "extra-match", "penalties")),
        ("2004", ("points", "extra-match", "penalties")),
        ("2012", ("points", "goals", "extra-match", "penalties")),
        ("2021", ("goals", "penalties", "extra-match")),
    ],
)
def test_how_ties_of_a_season_are_decided(season, deciders):
    assert REFERENCE.rules.tie_rules(season, "Any Stage", None).deciders == deciders


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("Final Stage", "earlier-rank"),
        ("Etapa final", "earlier-rank"),
        ("Regional Stage", "goals-for"),
    ],
)
def test_words_of_a_stage_choose_the_entry(stage, expected):
    assert expected in REFERENCE.rules.group_rules("2017", stage, None).tiebreakers


OWN_RULES = """
[[group]]
from = 2000
to = 2009
stage = "región"
group = "a norte"
win = 4
draw = 2
loss = 1
advance = 2
tiebreakers = ["head-to-head", "lots"]
source = "https://example.org"

[[group]]
from = 2000
to = 2009
win = 3
draw = 1
tiebreakers = []
source = "assumed"

[[tie]]
from = 2000
to = 2009
group = "b"
deciders = ["away-goals"]
source = "assumed"
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text(OWN_RULES, encoding="utf-8")
    return read_rules(path)


def test_every_field_reaches_the_rules(own):
    found = own.group_rules("2005", "Región I", "Grupo A / Norte")
    assert (found.win, found.draw, found.loss, found.advance) == (4, 2, 1, 2)
    assert (found.tiebreakers, found.source) == (("head-to-head", "lots"), "https://example.org")


def test_words_stand_in_any_order_with_or_without_accents(own):
    assert own.group_rules("2005", "REGION Sur", "Norte: Grupo A").win == 4


@pytest.mark.parametrize(
    ("stage", "group"),
    [("Región", None), ("Región", "Norte"), ("Final", "Grupo A Norte"), ("Regional", "A Norte")],
)
def test_all_words_must_stand_in_the_headings(own, stage, group):
    assert own.group_rules("2005", stage, group).win == 3


def test_what_no_entry_holds_is_said_with_what_to_do(own):
    with pytest.raises(NoRuleError, match=r"rules.toml: no \[\[group\]\] for season 2010: add one"):
        own.group_rules("2010", "Final", None)
    with pytest.raises(NoRuleError, match=r"\[\[tie\]\] for season 2005"):
        own.tie_rules("2005", "Final", "A")
    assert own.tie_rules("2005", "Final", "Grupo B").deciders == ("away-goals",)
