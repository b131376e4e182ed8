"""One line, one match: where the score may stand, and which lines are no match."""

import pytest

from pipeline.extract.text.line_form import read_result, split_teams


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Garza 2–1 Cóndor", "2–1"),
        ("Garza 2:1 Cóndor", "2:1"),
        ("Garza 2 - 1 Cóndor.", "2 - 1"),
        ("Garza - Cóndor 3-0", "3-0"),
        ("Garza – Cóndor: 7–5", "7–5"),
        ("Garza – Cóndor, 7–5", "7–5"),
        ("Garza vs. Cóndor 7–5", "7–5"),
        ("Garza VS Cóndor 7–5", "7–5"),
        ("Garza v Cóndor (7–5)", "7–5"),
        ("Garza contra Cóndor 7–5", "7–5"),
        ("Garza–Cóndor 2–1", "2–1"),
        ("3-0 Garza - Cóndor", "3-0"),
        ("Garza 2, Cóndor 1", "2–1"),
        ("Garza 2 - Cóndor 1", "2–1"),
        ("Garza (2) v Cóndor (1)", "2–1"),
        ("Garza 1–1 Cóndor (4–2 p)", "1–1 (4–2 p)"),
        ("Garza 1–1 (4–2 p) Cóndor", "1–1 (4–2 p)"),
        ("Garza - Cóndor 1–1 (4–2 pen)", "1–1 (4–2 pen)"),
        ("Garza 1–1 Cóndor, 4–2 on penalties", "1–1 (4–2 on penalties)"),
        ("Garza 1–1 Cóndor (penales 4–2)", "1–1 (penales 4–2)"),
        ("Garza 2–1 Cóndor (aet)", "2–1 (aet)"),
        ("Garza 2–1 aet Cóndor", "2–1 aet"),
        ("Garza 2–1 Cóndor (en Lima)", "2–1"),
        ("Garza 2–1 Cóndor [Pérez 10, Gómez 20]", "2–1"),
        ("Garza w.o. Cóndor", "w.o."),
        ("Garza W.O. Cóndor", "W.O."),
        ("Garza w/o Cóndor", "w/o"),
        ("Garza walkover Cóndor", "walkover"),
        ("Garza - Cóndor w.o.", "w.o."),
        ("Garza – Cóndor (w.o.)", "w.o."),
        ("Garza 3-0 w.o. Cóndor", "3-0 w.o."),
        ("Garza 3-0 (mesa) Cóndor", "3-0 (mesa)"),
        ("Garza 3-0 Cóndor (mesa)", "3-0 (mesa)"),
        ("Garza (2–1) Cóndor", "2–1"),
        ("Garza (4) 2–2 (3) Cóndor", "(4) 2–2 (3)"),
        ("Garza 2(4)–2(3) Cóndor", "2(4)–2(3)"),
        ("Garza PG - PP Cóndor", "PG - PP"),
        ("Garza – Cóndor ..... 2–1", "2–1"),
        ("Garza, 2; Cóndor, 1", "2–1"),
        ("Garza v Cóndor", "v"),
        ("Garza ?–? Cóndor", "?–?"),
    ],
)
def test_a_line_states_a_match(text, score):
    result = read_result(text)
    assert result is not None
    assert (result.home, result.away, result.score) == ("Garza", "Cóndor", score)


@pytest.mark.parametrize(
    "text",
    [
        "Garza beat Cóndor 2–1",
        "Garza - Cóndor - Hidro 2–1",
        "Garza – Cóndor 2–1, 0–0",
        "Garza 2–1 Cóndor 1–0 Hidro",
        "Garza-Cóndor 2-1",
        "Garza – Cóndor",
        "Garza 2-o Cóndor",
        "Mayor goleada: Garza 7–0 Cóndor",
        "Lima – Garza 2–1 Cóndor",
        "Grupo 1 3–2 Grupo 2",
        "Fecha 2, Grupo 1",
        "Round 2 2–1 Round 3",
        "15:30 Garza - Cóndor",
        "Garza - Cóndor 20:05",
        "Zona Norte 2–1 Zona Sur",
        "Garza 2–1",
        "2–1 Garza",
        "Garza y Cóndor w.o.",
        "Garza 2–1 Cóndor → Garza",
        "1.Garza 5 4 0 1 13- 2 12 Champions",
        "Garza 2–1 Cóndor y pasó a la final",
    ],
)
def test_a_line_states_no_match(text):
    assert read_result(text) is None


def test_a_bracket_that_says_nothing_of_the_match_is_part_of_the_name():
    result = read_result("Garza (Lima) 2–1 Municipal (Acoria) (aet)")
    assert result is not None
    assert (result.home, result.away) == ("Garza (Lima)", "Municipal (Acoria)")


def test_a_bracket_may_hold_the_day():
    result = read_result("Garza 2–1 Cóndor (30 Nov)")
    assert result is not None
    assert result.date == "30 Nov"


def test_an_hour_in_place_of_the_score_is_a_match_to_be_played():
    result = read_result("Garza - Cóndor 15:30")
    assert result is not None
    assert not result.is_certain


def test_a_long_line_is_a_text():
    assert read_result("Garza 2–1 " + "Cóndor " * 50) is None


@pytest.mark.parametrize("pair", ["Garza – Cóndor", "Garza vs Cóndor", "Garza—Cóndor"])
def test_a_dash_or_versus_parts_two_teams(pair):
    teams = split_teams(pair)
    assert teams is not None
    assert teams[:2] == ("Garza", "Cóndor")
