"""Who is meant: two clubs of one name stay two, one club of several names is one."""

import pytest
from club_facts import (
    FINAL,
    NORTH,
    SOUTH,
    entry,
    match,
    region,
    resolve_keys,
    resolver_of,
    write_club_file,
)
from data_files import REFERENCE

from pipeline.normalise.clubs.mentions import Mention


def test_one_club_by_link_full_name_and_short_name_is_one():
    facts = [entry("CNI", "Loreto", link="Colegio Nacional Iquitos")]
    mentions = [
        Mention("Colegio Nacional", "Colegio_Nacional_Iquitos", FINAL),
        Mention("Colegio Nacional Iquitos", None, FINAL),
        Mention("C.N.I.", None, FINAL),
    ]
    assert resolve_keys(facts, *mentions, file=REFERENCE.clubs) == ["cni"] * 3


def test_a_link_in_a_region_of_other_departments_is_not_the_listed_clubs():
    facts = [
        entry("Municipal", "Cusco", "Cusco"),
        region(NORTH, "Lima"),
        region(SOUTH, "Cusco"),
        match("Municipal", "X", home_link="Deportivo Municipal", section=NORTH),
    ]
    assert resolver_of("2008", facts).row_clubs[0].key == "municipal-cusco"
    mentions = [
        Mention("Municipal", "Deportivo Municipal", NORTH),
        Mention("Municipal", None, SOUTH),
    ]
    assert resolve_keys(facts, *mentions) == ["deportivo-municipal", "municipal-cusco"]


@pytest.mark.parametrize("link", ["#Grupo A", "_", "?"])
def test_a_link_to_no_article_names_nobody(link):
    facts = [entry("Grau", "Piura", link=link), entry("Ugarte", "Puno"), match("Ugarte", "X", link)]
    mentions = [Mention(name, link, FINAL) for name in ("Grau", "Ugarte", "Boys")]
    found = resolve_keys(facts, *mentions)
    assert found == ["grau-piura", "ugarte-puno", "provisional-2008-boys"]


@pytest.mark.parametrize(
    ("rows", "inside", "key"),
    [
        ([("Junín", "Tarma")], "Tarma", "universitario-junin-tarma"),
        ([("Junín", "Tarma")], "Junín", "universitario-junin-tarma"),
        ([("Junín", "Tarma")], "Huancayo", "provisional-2008-universitario-huancayo"),
        ([("Junín", None)], "Huancayo", "universitario-junin"),
        ([("Lima", "Sayán")], "SAYAN", "universitario-lima-sayan"),
        ([("Junín", "Tarma"), ("Junín", "Jauja")], "Jauja", "universitario-junin-jauja"),
        ([("Junín", "Tarma"), ("Junín", "Jauja")], "Junín", "provisional-2008-universitario-junin"),
        ([("Puno", "Puno"), ("Puno", "Juli")], "Puno", "universitario-puno"),
    ],
)
def test_a_town_in_brackets_is_the_town_of_the_list(rows, inside, key):
    facts = [entry("Universitario", *row) for row in rows]
    assert resolve_keys(facts, Mention(f"Universitario ({inside})", None, FINAL)) == [key]


@pytest.mark.parametrize(
    ("inside", "key"),
    [("Talara", "torino"), ("Piura", "provisional-2008-torino-piura"),
     ("Sullana", "provisional-2008-torino-sullana")],
)  # fmt: skip
def test_a_town_in_brackets_is_the_town_of_the_line(tmp_path, inside, key):
    file = write_club_file(tmp_path, "torino,Torino,PE-PIU,Talara,,,,,page")
    assert resolve_keys([], Mention(f"Torino ({inside})", None, FINAL), file=file) == [key]


def test_the_region_of_a_section_parts_clubs_of_one_name():
    facts = [
        entry("Alfonso Ugarte", "Puno"),
        entry("Alfonso Ugarte", "La Libertad"),
        region(NORTH, "La Libertad"),
        region(SOUTH, "Puno"),
    ]
    mentions = [Mention("Alfonso Ugarte", None, section) for section in (NORTH, SOUTH, FINAL)]
    assert resolve_keys(facts, *mentions) == [
        "alfonso-ugarte-la-libertad",
        "alfonso-ugarte-puno",
        "provisional-2008-alfonso-ugarte",
    ]


def test_a_listed_club_of_another_region_is_not_meant():
    facts = [entry("Grau", "Piura"), region(NORTH, "Piura"), region(SOUTH, "Puno")]
    assert resolve_keys(facts, Mention("Grau", None, SOUTH)) == ["provisional-2008-grau"]


def test_a_link_in_one_group_says_nothing_of_another_group():
    facts = [match("Municipal", "X", home_link="Deportivo Municipal", section=NORTH)]
    mentions = [Mention("Municipal", None, section) for section in (NORTH, FINAL, SOUTH)]
    assert resolve_keys(facts, *mentions) == [
        "deportivo-municipal",
        "deportivo-municipal",
        "provisional-2008-municipal",
    ]


@pytest.mark.parametrize(
    ("departments", "rows", "key"),
    [
        (["Piura"], [], "torino"),
        (["Piura", "Tumbes"], [], "provisional-2008-torino"),
        (["Piura"], [entry("Grau", "Piura")], "provisional-2008-torino"),
        (["Piura", "Tumbes"], [entry("Torino", "Piura")], "torino"),
    ],
    ids=["its department", "one of two departments", "not in its list", "listed"],
)
def test_a_club_of_the_file_is_meant_where_nothing_but_its_department_can_be(
    tmp_path, departments, rows, key
):
    file = write_club_file(tmp_path, "torino,Torino,PE-PIU,Talara,,,,,page")
    facts = [*rows, region(NORTH, *departments)]
    assert resolve_keys(facts, Mention("Torino", None, NORTH), file=file) == [key]


def test_a_place_in_brackets_is_evidence():
    facts = [entry("Universitario", "Puno"), entry("Universitario", "Junín", "Tarma")]
    mentions = [Mention(f"Universitario ({at})", None, FINAL) for at in ("Puno", "Tarma", "Lima")]
    assert resolve_keys(facts, *mentions) == [
        "universitario-puno",
        "universitario-junin-tarma",
        "provisional-2008-universitario-lima",
    ]


def test_a_status_is_told_from_a_part_of_the_name():
    facts = [entry("San Antonio (C)", "Cusco"), entry("Binacional", "Puno")]
    names = ("San Antonio (C)", "Binacional (C)")
    in_table = [Mention(name, None, FINAL, in_table=True) for name in names]
    assert resolve_keys(facts, *in_table) == ["san-antonio-c-cusco", "binacional-puno"]
    assert resolve_keys(facts, Mention("Binacional (C)", None, FINAL)) == [
        "provisional-2008-binacional-c"
    ]
