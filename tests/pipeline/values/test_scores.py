"""Every form of a score that pages use, and what it means."""

import pytest

from pipeline.values.scores import ReadScore, parse_penalties, parse_score, parse_status


@pytest.mark.parametrize(
    "text", ["2–1", "2-1", "2 - 1", "2—1", "2−1", "2:1", " 2 – 1 ", "2–1*", "2:1 (1:0)"]
)
def test_two_numbers_are_a_score_of_a_match_played(text):
    assert parse_score(text) == ReadScore(2, 1, status="played")


@pytest.mark.parametrize("text", ["1–1 (4–2 p)", "1–1 (4–2 pen.)", "1–1 (4–2 penalties)"])
def test_a_bracket_with_p_is_the_shoot_out(text):
    assert parse_score(text) == ReadScore(1, 1, home_penalties=4, away_penalties=2, status="played")


@pytest.mark.parametrize("text", ["2–1 (a.e.t.)", "2–1 aet", "2–1 (after extra time)"])
def test_extra_time_is_told(text):
    assert parse_score(text) == ReadScore(2, 1, extra_time=True, status="played")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("v", "scheduled"),
        ("vs.", "scheduled"),
        ("TBD", "scheduled"),
        ("w/o", "walkover"),
        ("W.O.", "walkover"),
        ("awarded", "awarded"),
        ("abandoned", "abandoned"),
        ("suspendido", "abandoned"),
        ("cancelled", "cancelled"),
        ("annulled", "annulled"),
        ("–", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
        ("PP - PP", "awarded"),
        ("?", "unknown"),
    ],
)
def test_what_is_no_score_has_a_status_and_no_goals(text, status):
    assert parse_score(text) == ReadScore(status=status)


@pytest.mark.parametrize("text", ["3–0 (awarded)", "awarded 3–0", "3-0 awarded"])
def test_an_awarded_score_keeps_its_goals(text):
    assert parse_score(text) == ReadScore(3, 0, status="awarded")


def test_a_parameter_of_its_own_holds_the_shoot_out():
    assert parse_penalties("4 – 3") == (4, 3)
    assert parse_penalties("") is None
    assert parse_penalties(None) is None


def test_a_number_of_thousands_of_digits_is_no_score():
    assert parse_score(f"({'1' * 5000}) 1 - 1 (2)").status == "played"


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Awarded to Auxilio", "awarded"),
        ("Match awarded 3–0", "awarded"),
        ("Aurora were awarded a penalty", None),
        ("W.O.", "walkover"),
        ("The match was abandoned at 60 minutes", "abandoned"),
        ("The match was not abandoned", None),
        ("Match cancelled", "cancelled"),
        ("Annulled by the league", "annulled"),
        ("Awarded 3–0 to Alfa.", "awarded"),
        ("Grau were awarded a win", "awarded"),
        ("Se le dio por ganado a Alfa por mala inclusión.", "awarded"),
        ("Se dio por perdido a ambos equipos.", "awarded"),
        ("Se le dio el partido por perdido al local", "awarded"),
        ("Se le adjudicó el partido a Delta.", "awarded"),
        ("Adjudicado por mesa.", "awarded"),
        ("Partido adjudicado en mesa", "awarded"),
        ("Alfa ganó en mesa", "awarded"),
        ("Se le otorgaron los puntos a Beta", "awarded"),
        ("(w.o.)", "walkover"),
        ("Beta no se presentó", "walkover"),
        ("Beta did not show up", "walkover"),
        ("Suspendido a los 89 minutos por incidentes.", "abandoned"),
        ("El partido fue suspendido a los 70'", "abandoned"),
        ("Suspendido por lluvia. Se jugó el 29 de julio.", None),
        ("Suspendido a los 40'. Se completó el 4 de marzo.", None),
        ("Suspended; resumed on 5 May", None),
        ("Suspended player fielded", None),
        ("Partido anulado", "annulled"),
        ("No se jugó por falta de garantías", "cancelled"),
        ("Trofeo otorgado al mejor jugador", None),
        ("Se jugó en Lima", None),
        ("Played in Lima", None),
        ("", None),
        (None, None),
    ],
)
def test_a_note_tells_what_became_of_the_match(note, status):
    assert parse_status(note) == status


def test_a_score_is_turned_with_its_shoot_out():
    score = ReadScore(2, 1, home_penalties=5, away_penalties=4, status="played")
    assert score.turned() == ReadScore(1, 2, home_penalties=4, away_penalties=5, status="played")
