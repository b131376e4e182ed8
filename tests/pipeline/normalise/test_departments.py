"""Departments by any spelling."""

import pytest

from pipeline.normalise.departments import department, departments


def test_there_are_twenty_four_departments_and_callao():
    assert len(departments()) == 25
    assert len({d.code for d in departments()}) == 25
    assert [d.ubigeo for d in departments()] == [f"{n:02}" for n in range(1, 26)]


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
    assert department(printed).code == code


@pytest.mark.parametrize("printed", ["", None, "Chiclayo", "Libertad"])
def test_what_is_no_department_is_none(printed):
    assert department(printed) is None
