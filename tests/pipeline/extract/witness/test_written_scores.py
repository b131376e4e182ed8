"""What counts as a score: digits, a dash or colon, digits; no date, time, year or range."""

import pytest

from pipeline.extract.witness.written_scores import find_scores


def scores(text):
    return [(score.first, score.second) for score in find_scores(text)]


@pytest.mark.parametrize(
    "text",
    [
        "2–1",
        "2-1",
        "2 : 1",
        "2:1",
        "Alfa 2−1 Beta",
        "Alfa2-1Beta",
        "'''2'''–1",
        "2&nbsp;&ndash;&nbsp;1",
        "2{{ndash}}1",
        "2<small>–</small>1",
        "{{nowrap|2}}–[[Final|1]]",
        "|score=2–1",
        "2–1<!-- sic -->",
        "2–1p",
        "2 de Mayo 2–1 Grau",
        "Gama 2–1 Mayo",
        "02-01",
    ],
)
def test_a_score_is_found_in_any_writing(text):
    assert scores(text) == [(2, 1)]


@pytest.mark.parametrize(
    "text", ["1-0,2-1", "1–0/2–1", "Alfa 1-0 Beta, Gama 2-1 Delta", "1–0, 2–1"]
)
def test_scores_that_follow_one_another_are_all_found(text):
    assert scores(text) == [(1, 0), (2, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "26-09-2010",
        "2010-09-26",
        "15:30",
        "5:48&nbsp;p.m.",
        "03:30",
        "UTC−3:30",
        "1997–98",
        "temporada 97–98",
        "16–18 October",
        "16–18 de octubre",
        "May 2–3",
        "Fechas 1–5",
        "rounds 2–3",
        "pp. 12–14",
        "2–3 teams",
        "3-4-3",
        "5 - 4 - 1",
        "1.5-2",
        "Sub20-21",
        "R1-2",
        "Estadio 2-1.jpg",
        "120-1",
        "2–100",
        "2\n-1",
        "2<br>-1",
    ],
)
def test_other_numbers_are_no_score(text):
    assert scores(text) == []


def test_the_place_is_that_of_the_digits():
    (score,) = find_scores("Alfa 12 – 1 Beta")
    assert (score.start, score.end) == (5, 11)
