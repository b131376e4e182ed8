"""Matches in every place where a page may tell them."""

import pytest
from reading import read, stated


def results(text):
    return [(m.home, m.home_goals, m.away_goals, m.away) for m in stated(text)]


def test_a_date_across_a_table_of_matches_dates_the_rows_below_it():
    table = "{|\n!Home!!Score!!Away!!Venue\n|-\n!colspan=4|30 November 1997\n|-\n|A||1–0||B||X\n"
    table += "|-\n|colspan=4|'''3 December 1997'''\n|-\n|C||2–0||D||Y\n|-\n!colspan=4|Round 2\n"
    table += "|-\n|E||3–0||F||Z\n|}"
    assert [(m.home, m.date, m.date_text, m.round) for m in stated(table)] == [
        ("A", "1997-11-30", "30 November 1997", None),
        ("C", "1997-12-03", "'''3 December 1997'''", None),
        ("E", None, None, "Round 2"),
    ]


def test_a_date_of_its_own_is_stronger_than_the_one_above():
    table = "{|\n!Fecha!!Local!!Resultado!!Visitante\n|-\n!colspan=4|2 de mayo\n|-\n"
    table += "| ||A||1-0||B\n|-\n|3 de mayo||C||1-0||D\n|}"
    assert [m.date for m in stated(table)] == ["--05-02", "--05-03"]


@pytest.mark.parametrize("cells", ["| A || 1–0 || B", "| A\n| 1–0\n| B"])
def test_a_header_that_forgot_its_row_mark_is_still_a_header(cells):
    table = "{|\n! Local !! Resultado !! Visitante\n" + cells + "\n|-\n| C || 2–0 || D\n|}"
    assert results(table) == [("A", 1, 0, "B"), ("C", 2, 0, "D")]
    revision, (first, _) = table, stated(table)
    assert revision[first.span.start : first.span.end].strip() == cells


def test_on_the_spanish_wiki_an_english_name_leads_to_partido():
    box = "{{Footballbox|local=A|resultado=2:1 (1:0)|visita=B|fecha=3 de mayo de 1990}}"
    (match,) = stated(box)
    assert (match.home, match.home_goals, match.away, match.date) == ("A", 2, "B", "1990-05-03")


@pytest.mark.parametrize(
    "around",
    ["{{stack|\n%s\n}}", "{{hidden|Title|%s}}", "{{collapse|1=%s}}", "<center>\n%s</center>"],
)
def test_a_box_inside_what_only_places_it_is_read(around):
    assert results(around % "{{Football box|team1=A|score=1–0|team2=B}}") == [("A", 1, 0, "B")]


def test_a_date_line_is_quoted_without_marks():
    (match,) = stated("'''30 November 1997'''<br>\nA 1–0 B")
    assert (match.date, match.date_text) == ("1997-11-30", "30 November 1997")


@pytest.mark.parametrize(
    "call",
    [
        "{{TwoLegResult|1=A|2=|3=2–1|4=B|5=|6=1–0|7=1–1}}",
        "{{TwoLegResult|1=A|3=2–1|4=B|6=1–0|7=1–1}}",
        "{{TwoLegResult|A||2–1|B||1–0|7=1–1}}",
    ],
)
def test_the_values_of_a_tie_may_be_named_by_their_places(call):
    (tie,) = stated(call, "tie")
    assert (tie.team1, tie.aggregate_text, tie.team2, tie.legs) == ("A", "2–1", "B", ("1–0", "1–1"))


def test_an_absurd_place_is_no_place():
    assert [f.fact for f in read("{{TwoLegResult|A||999999=B}}").facts] == ["unrecognised"]
