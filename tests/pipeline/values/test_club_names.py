"""Every form of a name that pages were seen to use: what folds, and what a bracket is."""

import pytest

from pipeline.values.club_names import bracket, comparable, name_proper, without_status


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sport Áncash", "Sport Ancash"),
        ("Unión Gonzales Prada", "UNIÓN GONZÁLES PRADA"),
        ("Compañía Peruana de Teléfonos", "Compañia Peruana de Teléfonos"),
        ("CNI", "C.N.I."),
        ("UPAO", "U. P. A. O."),
        ("Aurich–Cañaña", "Aurich-Cañaña"),
        ("Aurich–Cañaña", "Aurich - Cañaña"),
        ("Deportivo Municipal", "Dep. Municipal"),
        ("Deportivo Municipal", "Dep Municipal"),
        ("Sport Boys", "Sport&nbsp;Boys"),
        ("Sport Boys", "Sport\N{NO-BREAK SPACE}Boys"),
        ("Sport Boys", "“Sport Boys”"),
        ("Tucumán", "Tucumán¹"),
        ("Torino", "Torino (*)"),
        ("Torino", "Torino* (**)¹"),
        ("M. El Pirata", "M El Pirata"),
    ],
)
def test_these_are_one_spelling(one, other):
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Octavio Espinosa", "Octavio Espinoza"),
        ("Hungaritos Agustinos", "Hungaritos Agostinos"),
        ("Defensor Casa Grande", "Defensor Casagrande"),
        ("Pirata FC", "Piratas FC"),
        ("Pirata", "Molinos El Pirata"),
        ("CNI", "Colegio Nacional"),
        ("UTC", "Universidad Técnica"),
        ("Grau", "Atlético Grau"),
        ("Garcilaso", "Deportivo Garcilaso"),
        ("Marsa", "Deportivo Marsa"),
        ("Diablos Rojos (H)", "Diablos Rojos"),
        ("Sport Bolito", "Deportivo Bolito"),
        ("Binacional", "EM Binacional"),
        ("Municipal (A)", "Deportivo Municipal (Pacucha)"),
        ("Deportivo Municipal (RdM)", "Deportivo Municipal (El Tambo)"),
        ("Minas (O)", "Minas"),
        ("Barrio Frigorífico", "Atlético Frigorífico"),
        ("Juan Aurich", "Aurich–Cañaña"),
    ],
)
def test_these_are_two_spellings(one, other):
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Deportivo Municipal (RdM)", "name"),
        ("Deportivo Municipal (El Tambo)", "name"),
        ("Unión (Ch)", "name"),
        ("Deportivo Aviación (Iquitos)", "name"),
        ("San Antonio (C)", "status"),
        ("Minas (O)", "status"),
        ("Binacional (C, P)", "status"),
        ("Olimpia (4–2 p)", "shoot-out"),
        ("Olimpia (17–16 pen.)", "shoot-out"),
        ("San Simón (1st Title)", "ordinal"),
        ("UTC (2nd Title)", "ordinal"),
        ("Torino (Fourth Title)", "ordinal"),
        ("Atlético Grau (2nd)", "ordinal"),
    ],
)
def test_brackets_are_told_apart(name, kind):
    assert bracket(name).kind == kind
    proper = name if kind in {"name", "status"} else bracket(name).stem
    assert name_proper(name) == proper


def test_a_name_without_a_bracket_has_none():
    assert bracket("Juan Aurich") is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [("San Antonio (C)", "San Antonio"), ("Unión (Ch)", None), ("Juan Aurich", None)],
)
def test_a_status_is_taken_off(printed, name):
    assert without_status(printed) == name


@pytest.mark.parametrize("marks", ["*" * 100_000, " " * 100_000, "(*)" * 33_000, ". " * 50_000])
def test_half_a_page_of_marks_in_a_name_is_read_once(marks):
    assert comparable(f"a{marks}x").startswith("a")
    assert comparable(f"a{marks}") == "a"
