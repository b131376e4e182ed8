"""Departments by any spelling."""

import pycountry
import pytest
from data_files import REFERENCE

DEPARTMENTS = REFERENCE.departments


def test_there_are_twenty_four_departments_and_callao():
    assert len(DEPARTMENTS.all) == 25
    assert len({d.code for d in DEPARTMENTS.all}) == 25
    assert [d.ubigeo for d in DEPARTMENTS.all] == [f"{n:02}" for n in range(1, 26)]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Ancash", "PE-ANC"),
        ("Áncash", "PE-ANC"),
        ("JUNIN", "PE-JUN"),
        ("Cuzco", "PE-CUS"),
        ("Callao", "PE-CAL"),
        ("Lambayaque", "PE-LAM"),
    ],
)
def test_a_department_is_known_by_its_spellings(printed, code):
    assert DEPARTMENTS.find(printed).code == code


@pytest.mark.parametrize("printed", ["", None, "Chiclayo", "Libertad"])
def test_what_is_no_department_is_none(printed):
    assert DEPARTMENTS.find(printed) is None


def test_the_codes_are_those_of_the_standard():
    standard = {one.code: one.name for one in pycountry.subdivisions.get(country_code="PE")}
    assert standard.pop("PE-LMA").startswith("Municipalidad Metropolitana de Lima")
    ours = {one.code: one.name for one in DEPARTMENTS.all}
    assert standard.keys() == ours.keys()
    named_otherwise = {"PE-CAL": "El Callao"}
    assert {code: named_otherwise.get(code, name) for code, name in ours.items()} == standard


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Departamento de Áncash", "PE-ANC"),
        ("Ancash Region", "PE-ANC"),
        ("Región San Martín", "PE-SAM"),
        ("Provincia Constitucional del Callao", None),
        ("Region I", None),
    ],
)
def test_the_word_department_is_no_part_of_the_name(printed, code):
    found = DEPARTMENTS.find(printed)
    assert (found and found.code) == code


def test_towns_are_in_the_department_that_pages_say():
    assert DEPARTMENTS.of_place("Talara").code == "PE-PIU"
    assert DEPARTMENTS.of_place("Puno").code == "PE-PUN"
    assert DEPARTMENTS.of_place("Atlantis") is None
