"""How many matches there should be: by the table, by most clubs, else by all pairs."""

import pytest
from leagues import head, validate_page

from pipeline.domain.gap import gaps
from pipeline.domain.match_coverage import expected_matches_of_clubs

STAGE = "== National stage ==\n"


def clubs(number):
    return [f"Club {position:02}" for position in range(number)]


def matches(number, each):
    """Matches in which each of so many clubs plays `each` times, an even number."""
    names = clubs(number)
    return [
        (names[position], names[(position + step) % number])
        for step in range(1, each // 2 + 1)
        for position in range(number)
    ]


def results(pairs):
    rows = "".join(f"|-\n| {home} || 1–0 || {away}\n" for home, away in pairs)
    return '{| class="wikitable"\n! Local !! Resultado !! Visitante\n' + rows + "|}\n"


def published(played):
    """A table that prints only matches and points."""
    rows = "".join(f"|-\n| {name} || {number} || 0\n" for name, number in played.items())
    return '{| class="wikitable"\n! Equipo !! PJ !! Pts\n' + rows + "|}\n"


def read(text):
    """The one group of the page, what is found on it, and what is missing of it."""
    season, findings = validate_page(head("2090", ()) + STAGE + text)
    (group,) = season.groups
    doubts = [found.message for found in findings if found.code == "round-robin-incomplete"]
    whys = [gap.why for gap in gaps(season) if gap.what.startswith("matches")]
    return group, doubts, whys


@pytest.mark.parametrize(("number", "each"), [(50, 6), (20, 4), (8, 4), (9, 2)])
def test_a_table_says_how_many_matches_clubs_have_that_do_not_all_meet(number, each):
    table = published(dict.fromkeys(clubs(number), each))
    group, doubts, whys = read(table + results(matches(number, each)))
    assert expected_matches_of_clubs(group) == dict.fromkeys((r.club for r in group.table), each)
    assert (len(group.matches), doubts, whys) == (number * each // 2, [], [])


def test_a_club_with_fewer_matches_than_the_table_says_is_doubtful():
    table = published(dict.fromkeys(clubs(50), 6))
    _, doubts, whys = read(table + results(matches(50, 6)[1:]))
    assert doubts == [
        "National stage: 149 of 150 matches are known: Club 00 has 5 of 6, Club 01 has 5 of 6"
    ]
    assert whys == ["149 of 150 have a result on the page (by its table)"]


def test_without_a_table_most_clubs_say_how_many_matches_each_has():
    _, doubts, whys = read(results(matches(50, 6)))
    assert (doubts, whys) == ([], [])
    _, doubts, whys = read(results(matches(50, 6)[1:]))
    assert doubts == [
        "National stage: 149 of 150 matches are known: Club 00 has 5 of 6, Club 01 has 5 of 6"
    ]
    assert whys == ["149 of 150 have a result on the page (50 clubs, 6 matches each)"]


def test_nothing_says_how_many_matches_a_large_group_has_in_which_no_number_is_usual():
    opener = [(clubs(50)[0], name) for name in clubs(50)[2:9]]
    for pairs in (matches(50, 2) + opener, matches(50, 6)[::3] + opener):
        group, doubts, whys = read(results(pairs))
        assert expected_matches_of_clubs(group) is None
        assert whys == []
        (doubt,) = doubts
        assert doubt.endswith("clubs, and nothing says how many there are")


@pytest.mark.parametrize(
    "played", [(5, 5, 5, 5, 4, 4), (5, 5, 5, 5, 5, 5), (10, 10, 10, 10, 10, 10), (3, 3, 3, 2, 2, 2)]
)
def test_a_table_in_which_all_meet_or_no_number_is_usual_leaves_it_to_the_pairs(played):
    table = published(dict(zip(clubs(6), played, strict=True)))
    group, _, _ = read(table + results(matches(6, 2)))
    assert expected_matches_of_clubs(group) is None


def test_a_table_before_the_last_rounds_is_not_the_last_word():
    table = published(dict.fromkeys(clubs(6), 2))
    group, _, _ = read(table + results(matches(6, 4)))
    assert expected_matches_of_clubs(group) is None


@pytest.mark.parametrize("heading", ["Group A", "Liguilla final", "Hexagonal"])
def test_a_small_group_that_says_so_lacks_the_pairs_that_have_not_met(heading):
    group, doubts, whys = read(f"=== {heading} ===\n" + results(matches(6, 2)))
    assert expected_matches_of_clubs(group) is None
    assert len(doubts) == 1
    assert whys == ["6 of 15 have a result on the page (6 clubs, each pair once)"]


def test_of_a_small_phase_that_does_not_say_so_nothing_is_expected():
    _, doubts, whys = read(results(matches(6, 2)))
    assert not doubts
    assert not any("15" in why for why in whys)


def test_fifty_clubs_that_have_not_all_met_give_no_champion():
    table = '{| class="wikitable"\n! Pos !! Equipo !! PJ !! Pts\n' + "".join(
        f"|-\n| {position} || {name} || 6 || 0\n" for position, name in enumerate(clubs(50), 1)
    )
    season, _ = validate_page(head("2090", ()) + STAGE + table + "|}\n" + results(matches(50, 6)))
    assert season.champion is None
