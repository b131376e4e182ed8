"""The list of editions: every season there was, nothing without a source."""

import pytest
from data_files import REFERENCE

from pipeline.reference.data_file import DataFileError
from pipeline.reference.editions import COLUMNS, read_editions


def listed(folder, *lines):
    path = folder / "editions.csv"
    path.write_text("\n".join([",".join(COLUMNS), *lines]), encoding="utf-8")
    return read_editions(path, REFERENCE.clubs, REFERENCE.departments)


def test_the_list_has_every_season_once():
    assert list(REFERENCE.editions) == [str(year) for year in range(1967, 2026)]


def test_every_source_is_an_address():
    sources = {
        source
        for one in REFERENCE.editions.values()
        for source in (one.champion_source, one.runner_up_source, one.format_source)
        if source
    }
    assert [source for source in sources if not source.startswith(("http://", "https://"))] == []


def test_no_champion_is_his_own_runner_up():
    assert [
        one.season
        for one in REFERENCE.editions.values()
        if one.champion and one.champion == one.runner_up
    ] == []


def test_a_season_without_a_final_is_known_as_such():
    assert REFERENCE.editions["1974"].final is False
    assert REFERENCE.editions["1997"].final is True
    assert REFERENCE.editions.get("1899") is None


def test_the_clubs_of_a_name_are_those_of_the_clubs_file():
    assert {club.key for club in REFERENCE.editions["1997"].champion_clubs} == {"juan-aurich"}
    assert "juan-aurich" in REFERENCE.editions["1997"].champion_names


def test_a_place_behind_a_name_parts_clubs_of_one_name():
    assert {club.department for club in REFERENCE.editions["2012"].runner_up_clubs} <= {"PE-PUN"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1968,Aurora,,,,,,,", "editions.csv:2: champion: goes with champion_source"),
        ("1968,,,,http://a,,,,", "runner_up: goes with runner_up_source"),
        ("1968,,,,,final of 6,,,", "format_source: goes with format or final"),
        ("1968,,,,,,,no,", "format_source: goes with format or final"),
        ("1968,,,,,,http://a,maybe,", "write yes, no or nothing"),
        ("soon,,,,,,,,", "season: 'soon' is not a season"),
    ],
)
def test_a_cell_without_its_source_is_refused(tmp_path, line, message):
    with pytest.raises(DataFileError, match=message):
        listed(tmp_path, line)


def test_a_season_stands_in_the_list_once(tmp_path):
    with pytest.raises(DataFileError, match=r"editions\.csv:3: season: season '1968'"):
        listed(tmp_path, "1968,,,,,,,,", "1968,,,,,,,,")
