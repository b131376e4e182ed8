"""What a label of a table says: groups, rounds and legs, in both languages."""

import pytest
from reading import stated

from pipeline.extract.tables.labels import join_group, names_group, parse_label


@pytest.mark.parametrize(
    ("text", "group", "round_label"),
    [
        ("Grupo A", "Grupo A", None),
        ("GRUPO B", "GRUPO B", None),
        ("'''Grupo \"A\"'''", "Grupo A", None),
        ("Grupo Único", "Grupo Único", None),
        ("Región VIII", "Región VIII", None),
        ("Región I: Lima, Callao", "Región I", None),
        ("Grupo A (Lima)", "Grupo A", None),
        ("Resultados de la Región I – Grupo B", "Región I – Grupo B", None),
        ("Grupo B - Región I", "Región I – Grupo B", None),
        ("Tabla de posiciones Grupo C", "Grupo C", None),
        ("Group A standings", "Group A", None),
        ("Northern Zone", "Northern Zone", None),
        ("Zona Norte", "Zona Norte", None),
        ("Norte", "Norte", None),
        ("B", "B", None),
        ("Interzonales", None, None),
        ("Cuadrangular final", "Cuadrangular final", None),
        ("Departamento de Lima", "Departamento de Lima", None),
        ("Grupo A - Fecha 1", "Grupo A", "Fecha 1"),
        ("Fecha 1 / Grupo A", "Grupo A", "Fecha 1"),
        ("Final del Grupo A", "Grupo A", "Final"),
        ("Fecha 10", None, "Fecha 10"),
        ("Round of 16", None, "Round of 16"),
        ("Octavos de final - Llave A", None, "Octavos de final - Llave A"),
        ("Tercera fase", None, "Tercera fase"),
        ("Segunda instancia", None, "Segunda instancia"),
        ("Tercer puesto", None, "Tercer puesto"),
        ("Promoción", None, "Promoción"),
        ("Third place", None, "Third place"),
        # none of either
        ("Ganador Grupo A", None, None),
        ("Los dos primeros de cada grupo clasifican", None, None),
        ("Group stage schedule", None, None),
        ("Etapa Regional", None, None),
        ("Resultados", None, None),
        ("Withdrawn", None, None),
    ],
)
def test_a_label_names_a_group_or_a_round(text, group, round_label):
    label = parse_label(text)
    assert (join_group(label.group), label.round) == (group, round_label)


@pytest.mark.parametrize(("text", "leg"), [("Ida", 1), ("2nd leg", 2), ("Tercer partido", 3)])
def test_a_leg_is_no_round(text, leg):
    label = parse_label(text)
    assert (label.leg, label.round) == (leg, None)


def test_a_leg_stands_beside_its_round():
    label = parse_label("Semifinales (vuelta)")
    assert (label.leg, label.round) == (2, "Semifinales")


@pytest.mark.parametrize("text", ["Libre: Chankas", "Descansa: Municipal", "Bye: Huaral"])
def test_a_note_is_about_the_rows_above_and_ends_nothing(text):
    assert parse_label(text).is_note
    assert parse_label(text).is_blank


def test_a_letter_names_a_group_on_a_line_of_its_own_but_no_column():
    assert join_group(parse_label("A").group) == "A"
    assert not names_group("A")
    assert names_group("Grupo A")


def test_a_row_without_cells_has_no_label():
    page = "{|\n!Local!!Resultado!!Visitante\n|-\n|+4\n|-\n|A||1-0||B\n|}"
    assert [fact.home for fact in stated(page) if fact.fact == "match"] == ["A"]
