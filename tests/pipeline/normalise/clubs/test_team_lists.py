"""The clubs of team lists: two of one name stay two, a row that repeats another adds none."""

from itertools import permutations

import pytest
from club_facts import FINAL, NORTH, SOUTH, entry, match, resolve_keys, resolver_of, write_club_file
from data_files import NO_CLUBS

from pipeline.normalise.clubs.mentions import Mention

FINALISTS = ("Final Stage",)


def key_of_row(*row, season="2008", file=NO_CLUBS):
    """Return the key of the club that the only row of a list defines."""
    return resolver_of(season, [entry(*row)], file).row_clubs[0].key


def test_a_link_elsewhere_on_the_page_gives_the_listed_club_its_identity():
    facts = [entry("Espartanos", "Lima"), match("Espartanos", "X", home_link="Los Espartanos")]
    mentions = [Mention("Espartanos", link, FINAL) for link in (None, "Los Espartanos")]
    assert resolve_keys(facts, *mentions) == ["los-espartanos"] * 2
    assert resolver_of("2008", facts).row_clubs[0].key == "los-espartanos"


def test_one_link_in_lists_of_two_departments_merges_nobody():
    facts = [
        entry("Municipal", "Cusco", link="Deportivo Municipal"),
        entry("Municipal", "Junín", link="Deportivo Municipal"),
    ]
    assert [c.key for c in resolver_of("2008", facts).row_clubs] == [
        "municipal-cusco",
        "municipal-junin",
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_two_clubs_of_one_name_in_a_department_are_parted_by_town_in_any_order(order):
    rows = [
        entry("Municipal (A)", "Huancavelica", "Acobamba"),
        entry("Municipal (A)", "Huancavelica", "Acoria"),
        entry("UNH", "Huancavelica", "Huancavelica"),
    ]
    clubs = resolver_of("2008", [rows[place] for place in order], NO_CLUBS).row_clubs
    assert {club.key for club in clubs} == {
        "municipal-a-huancavelica-acobamba",
        "municipal-a-huancavelica-acoria",
        "unh-huancavelica",
    }


@pytest.mark.parametrize(
    ("department", "town", "key"),
    [
        ("Huancavelica", "Acobamba", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "ACOBAMBA.", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acobamba, Huancavelica", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acobamba (Huancavelica)", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acobamba - Huancavelica", "municipal-huancavelica-acobamba"),
        ("Huancavelica", "Acoria", "municipal-huancavelica-acoria"),
        ("Huancavelica", None, "municipal-huancavelica"),
        ("Huancavelica", "Huancavelica", "municipal-huancavelica"),
        ("Huancavelica", "Huancavelica, Huancavelica", "municipal-huancavelica"),
        ("Cusco", "Cuzco", "municipal-cusco"),
        ("Ancash", "Áncash", "municipal-ancash"),
        ("Pasco", "Cerro de Pasco", "municipal-pasco-cerro-de-pasco"),
        ("Lima", "Huacho / Huaral", "municipal-lima-huacho-huaral"),
        ("Lima", "Huaral, Callao", "municipal-lima-huaral-callao"),
        (None, "Talara", "municipal-piura-talara"),
        (None, "Sullana, Piura", "municipal-piura-sullana"),
        (None, None, "provisional-2008-listed-municipal"),
        (None, "Atlantis", "provisional-2008-listed-municipal-atlantis"),
        ("Atlantis", "Sea", "municipal-atlantis-sea"),
    ],
)
def test_a_listed_club_is_its_name_department_and_town(department, town, key):
    assert key_of_row("Municipal", department, town) == key


def test_a_club_of_one_name_and_place_is_one_in_every_season_and_another_town_is_another():
    def keys_of(town):
        return {key_of_row("Ugarte", "Puno", town, season=str(year)) for year in range(1967, 2026)}

    assert keys_of("Juliaca") == {"ugarte-puno-juliaca"}
    assert keys_of("Ilave") == {"ugarte-puno-ilave"}


@pytest.mark.parametrize(
    ("town", "key"),
    [
        ("Talara", "torino"),
        (None, "torino"),
        ("Sullana", "torino-piura-sullana"),
        ("Piura", "torino-piura"),
    ],
)
@pytest.mark.parametrize("more", ["", "torino,Torino,any,,,2008,2008,,page"])
def test_a_line_with_a_town_speaks_of_no_other_town(tmp_path, town, key, more):
    file = write_club_file(tmp_path, "torino,Torino,PE-PIU,Talara,,,,,page", more)
    assert key_of_row("Torino", "Piura", town, file=file) == key


@pytest.mark.parametrize(
    ("town", "same_as", "found"),
    [
        ("Talara", "", "torino-piura-piura"),
        ("Piura", "", "torino-piura"),
        ("Piura", "torino-piura-talara", "torino-piura-talara"),
    ],
)
def test_a_key_of_the_file_is_not_taken_by_a_club_of_another_town(tmp_path, town, same_as, found):
    file = write_club_file(
        tmp_path,
        f"torino-piura,Torino,PE-PIU,{town},,2001,2001,{same_as},page",
        "torino-piura-talara,Torino,PE-PIU,Talara,,2001,2001,,page",
    )
    assert key_of_row("Torino", "Piura", "Piura", file=file) == found


def test_a_line_without_a_town_speaks_of_the_whole_department(tmp_path):
    file = write_club_file(tmp_path, "torino,Torino,PE-PIU,,,,,,page")
    assert key_of_row("Torino", "Piura", "Sullana", file=file) == "torino"


def test_a_list_that_repeats_a_club_with_less_is_of_one_club():
    facts = [entry("Ugarte", "Puno"), entry("Ugarte", "Puno", "Puno")]
    first, second = resolver_of("2008", facts).row_clubs
    assert first == second
    assert resolve_keys(facts, Mention("Ugarte", None, FINAL)) == ["ugarte-puno"]


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("Puno", "Juliaca"), (None, None, None, FINALISTS)], ["ugarte-puno-juliaca"]),
        ([("Puno", "Juliaca"), ("Puno", None, None, FINALISTS)], ["ugarte-puno-juliaca"]),
        ([("Junín", "Tarma"), ("Junín", "Junín", None, FINALISTS)], ["ugarte-junin-tarma"]),
        ([("Puno", "Juliaca", "Ugarte FC"), ("Puno", "Juliaca", None, FINALISTS)], ["ugarte-fc"]),
        ([("Puno", None, "Ugarte FC"), ("Puno", "Juliaca", None, FINALISTS)], ["ugarte-fc"]),
        ([("Puno", "Juliaca"), ("Puno", None)], ["ugarte-puno", "ugarte-puno-juliaca"]),
        (
            [("Puno", "Juliaca"), ("Puno", "Puno", None, FINALISTS)],
            ["ugarte-puno", "ugarte-puno-juliaca"],
        ),
        (
            [("Puno", "Juliaca"), ("Tacna", None, None, FINALISTS)],
            ["ugarte-puno-juliaca", "ugarte-tacna"],
        ),
        (
            [("Puno", "Juli"), ("Tacna", "Ite"), (None, None, None, FINALISTS)],
            ["provisional-2008-listed-ugarte", "ugarte-puno-juli", "ugarte-tacna-ite"],
        ),
        (
            [("Lma", "Juli"), ("Xyz", None, None, FINALISTS)],
            ["ugarte-lma-juli", "ugarte-xyz"],
        ),
        (
            [("Puno", "Juli", None, SOUTH), (None, None, None, NORTH)],
            ["provisional-2008-listed-ugarte", "ugarte-puno-juli"],
        ),
    ],
)
def test_another_list_of_the_season_that_says_less_repeats_its_club(rows, found, turn):
    facts = [
        entry("Ugarte", *row[:3], **({"section": row[3]} if row[3:] else {}))
        for row in rows[::turn]
    ]
    assert sorted({club.key for club in resolver_of("2008", facts).row_clubs}) == found


def test_clubs_of_one_name_without_a_department_are_of_their_season():
    seasons = ("1982", "1983")
    found = [key_of_row("Ugarte", None, season=season) for season in seasons]
    assert found == [f"provisional-{season}-listed-ugarte" for season in seasons]


def test_a_name_has_a_period(tmp_path):
    file = write_club_file(
        tmp_path,
        "old,Juan Aurich,PE-LAM,,,,1992,,page",
        "new,Juan Aurich,PE-LAM,,,1993,,,page",
    )
    row = [entry("Juan Aurich", "Lambayeque")]
    assert [resolver_of(year, row, file).row_clubs[0].key for year in ("1967", "1997")] == [
        "old",
        "new",
    ]
