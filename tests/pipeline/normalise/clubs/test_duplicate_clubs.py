"""Clubs that may be two or one: who is asked about, and what the lines to paste come to."""

import pytest
from data_files import NO_CLUBS as EMPTY
from data_files import read_club_file

from pipeline.normalise.clubs.duplicate_clubs import (
    ListedClub,
    ask_about_duplicates,
    ask_about_new_clubs,
    find_known_clubs,
)
from pipeline.reference.club_problems import find_double_meanings

HEADER = "key,name,department,town,link,from,to,same_as,source"
JULIACA = ListedClub("2001", "ugarte-puno-juliaca", "Ugarte", "PE-PUN", "Juliaca", "2001 Copa Perú")
ILAVE = ListedClub("2005", "ugarte-puno-ilave", "Ugarte", "PE-PUN", "Ilave", "2005 Copa Perú")
NOWHERE = ListedClub("2009", "ugarte-puno", "UGARTE", "PE-PUN", None, "2009 Copa Perú")
LINKED = ListedClub("2011", "alfonso-ugarte", "Ugarte", "PE-PUN", "Puno", "2011 Copa Perú")
ALL = (JULIACA, ILAVE, NOWHERE, LINKED)


@pytest.fixture
def file_of(tmp_path):
    def read(*lines):
        path = tmp_path / "clubs.csv"
        path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
        file = read_club_file(path)
        assert list(find_double_meanings(file.lines)) == []
        return file

    return read


def test_the_lines_make_all_of_them_the_first_and_the_question_ends(file_of):
    asked, *lines = ask_about_duplicates(ALL, EMPTY)
    assert asked.startswith(
        "'Ugarte' in PE-PUN: several clubs or one? ugarte-puno-juliaca (2001, Juliaca),"
        " ugarte-puno-ilave (2005, Ilave), ugarte-puno (2009, no town),"
        " alfonso-ugarte (2011, Puno); "
    )
    assert len(lines) == len(ALL)
    file = file_of(*lines)
    assert {file.club_of_key(row.key).key for row in ALL} == {"ugarte-puno-juliaca"}
    assert list(ask_about_duplicates(ALL, file)) == []


def test_the_lines_without_same_as_say_that_they_are_several(file_of):
    _, *lines = ask_about_duplicates(ALL, EMPTY)
    file = file_of(*(line.replace(",ugarte-puno-juliaca,2", ",,2") for line in lines))
    assert {file.club_of_key(row.key).key for row in ALL} == {row.key for row in ALL}
    assert list(ask_about_duplicates(ALL, file)) == []


def test_a_club_of_the_file_is_the_one_that_stays(file_of):
    file = file_of("ugarte-puno-ilave,Ugarte,PE-PUN,Ilave,,,,,page")
    _, *lines = ask_about_duplicates((JULIACA, ILAVE), file)
    assert lines == [
        "ugarte-puno-juliaca,Ugarte,PE-PUN,Juliaca,,2001,2001,ugarte-puno-ilave,2001 Copa Perú"
    ]


@pytest.mark.parametrize(
    "other",
    [
        ListedClub("2005", "ugarte-tacna", "Ugarte", "PE-TAC", "Tacna", "p"),
        ListedClub("2005", "ugarte-puno-juliaca", "Ugarte", "PE-PUN", "Juliaca", "p"),
        ListedClub("2005", "b", "Alfonso Ugarte", "PE-PUN", "Puno", "p"),
    ],
    ids=["another department", "the same place", "another name"],
)
def test_nobody_is_asked_about_what_is_clear(other):
    assert list(ask_about_duplicates((JULIACA, other), EMPTY)) == []


def test_a_spelling_is_no_other_name():
    one = ListedClub("2001", "a", "Dep. Municipal", "PE-LIM", "Lima", "p")
    other = ListedClub("2005", "b", "Deportivo Municipal", "PE-LIM", "Lima", "p")
    assert next(ask_about_duplicates((one, other), EMPTY)).startswith(
        "'Dep. Municipal' in PE-LIM: several"
    )


def test_a_linked_club_in_two_towns_is_asked_about_until_the_file_has_it(file_of):
    towns = {"2001": "San Ignacio", "2005": "Celendín", "2006": "Cajamarca"}
    rows = [ListedClub(year, "m", "Municipal", "PE-CAJ", town, "p") for year, town in towns.items()]
    assert list(ask_about_duplicates(rows, EMPTY)) == [
        "m: one club or several? listed in 2001 San Ignacio, 2005 Celendín, 2006 Cajamarca"
    ]
    assert list(ask_about_duplicates(rows, file_of("m,Municipal,PE-CAJ,,,,,,p"))) == []


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["u,Ugarte,PE-PUN,Juliaca,,,,,p"], "u (clubs.csv, Juliaca)"),
        (["u,Alfonso,PE-PUN,Juliaca,,,,,p", "u,Ugarte,any,,,,,,p"], "u (clubs.csv, Juliaca)"),
        (["u,Alfonso,PE-PUN,,,,,,p", "v,Ugarte,PE-PUN,,,,,u,p"], "u (clubs.csv, no town)"),
        (["u,Ugarte,any,,,,,,p"], ""),
        (["u,Ugarte,PE-TAC,Tacna,,,,,p"], ""),
        (["ugarte-puno-ilave,Ugarte,PE-PUN,Ilave,,,,,p", "u,Ugarte,PE-PUN,Juli,,,,,p"], ""),
    ],
    ids=["its name", "a spelling", "what it turned out to be", "nowhere", "elsewhere", "known"],
)
def test_a_new_club_is_compared_with_those_of_the_file(file_of, lines, asked):
    file = file_of(*lines)
    questions = list(ask_about_new_clubs([ILAVE], find_known_clubs([], file), file))
    assert len(questions) == (2 if asked else 0)
    assert all(asked in question for question in questions[:1])


def test_two_new_clubs_of_one_page_are_asked_about():
    other = ListedClub("2005", "ugarte-puno-juli", "Ugarte", "PE-PUN", "Juli", "2005 Copa Perú")
    asked, *_ = ask_about_new_clubs([ILAVE, other], find_known_clubs([], EMPTY), EMPTY)
    assert "ugarte-puno-juli (2005, Juli), ugarte-puno-ilave (2005, Ilave)" in asked


def test_a_page_without_a_list_asks_nothing():
    assert list(ask_about_new_clubs([], find_known_clubs(ALL, EMPTY), EMPTY)) == []
