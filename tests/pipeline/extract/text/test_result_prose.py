"""What tells a sentence about a result from a line that states one."""

import pytest

from pipeline.extract.text import result_prose


@pytest.mark.parametrize(
    "text", ["They beat Grau 2–1 in Lima", "Garza 2:1", "ganó 2 - 1", "(2–1)", "a 10–0 win"]
)
def test_a_score_is_seen(text):
    assert result_prose.holds_score(text)


@pytest.mark.parametrize(
    "text",
    [
        "the 2011–12 season",
        "at 14:30",
        "on 26-09-2010",
        "a 3–4–3",
        "on 2–3 May",
        "las fechas 3–4",
        "el 14–15 de mayo",
        "rounds 2–5",
    ],
)
def test_other_numbers_are_no_score(text):
    assert not result_prose.holds_score(text)


@pytest.mark.parametrize("text", ["Garza 2-o Cóndor", "Garza l-0 Cóndor", "Garza 2--1 Cóndor"])
def test_a_mistyped_score_is_seen(text):
    assert result_prose.holds_mistyped_score(text)


def test_a_walkover_is_seen():
    assert result_prose.holds_walkover("w.o.")


@pytest.mark.parametrize(
    "text",
    [
        "Garza beat Cóndor 2–1.",
        "Garza venció 2–1 a Cóndor.",
        "Los equipos empataron 1–1.",
        "Garza qualify for the next stage thanks to the 2–0 of Hidro.",
    ],
)
def test_a_verb_and_a_full_stop_make_a_sentence(text):
    assert result_prose.is_sentence(text)


@pytest.mark.parametrize(
    "text", ["Garza beat Cóndor 2–1", "Desempate en Lima: Garza 2 - 1 Cóndor.", "Garza 2–1 Cóndor"]
)
def test_without_them_it_may_be_a_result_line(text):
    assert not result_prose.is_sentence(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("In 2011 Garza had beaten Cóndor 3–0.", result_prose.OTHER_YEAR),
        ("El año anterior ganó 3–0.", result_prose.OTHER_YEAR),
        ("Garza won 3–1 on aggregate.", result_prose.SUMMARY_OF_TIE),
        ("Garza perdió 2–3 en el global.", result_prose.SUMMARY_OF_TIE),
        ("Garza led 1–0 at half-time.", result_prose.DURING_MATCH),
        ("Garza ganó 2–0 en un amistoso.", result_prose.FRIENDLY),
        ("Garza beat Cóndor 2–1.", result_prose.RETOLD),
    ],
)
def test_the_rule_says_what_the_sentence_is_about(text, rule):
    assert result_prose.name_prose_rule(text) == rule
