"""Lessons of others who read such pages: each was a fault once that nobody heard of."""

import pytest
from reading import read, stated

HEADER = "!Local!!Resultado!!Visitante!!Estadio!!Fecha!!Hora\n"


def table(rows, header=HEADER):
    return "{| class=wikitable\n" + header + rows + "\n|}"


def results(text):
    return [(m.home, m.home_goals, m.away_goals, m.away) for m in stated(text)]


def test_a_row_under_a_date_that_spans_rows_has_fewer_cells():
    rows = "|-\n|A||1-0||B||X||rowspan=2|2 de mayo||rowspan=2|15:00\n|-\n|C||2-0||D||Y"
    assert [(m.home, m.date, m.stadium) for m in stated(table(rows))] == [
        ("A", "--05-02", "X"),
        ("C", "--05-02", "Y"),
    ]


def test_a_date_that_spans_too_many_rows_does_not_leak_below_the_next_heading():
    rows = "|-\n|A||1-0||B||X||rowspan=4|2 de mayo||1\n|-\n|C||2-0||D||Y||2\n"
    rows += "|-\n!colspan=6|Fecha 2\n|-\n|E||3-0||F||Z||9 de mayo||3"
    assert [m.date for m in stated(table(rows))] == ["--05-02", "--05-02", "--05-09"]


def test_the_label_of_the_next_table_is_not_the_last_row_of_the_one_before():
    first = "{|\n!colspan=6|Fecha 1\n|-\n" + HEADER + "|-\n|A||1-0||B\n|}"
    second = "{|\n!colspan=6|Fecha 2\n|-\n" + HEADER + "|-\n|C||2-0||D\n|}"
    assert [(m.home, m.round) for m in stated(f"{first}\n{second}")] == [
        ("A", "Fecha 1"),
        ("C", "Fecha 2"),
    ]


def test_the_attributes_of_a_row_are_no_cell():
    assert results(table("|- bgcolor=#fff align=center\n|A||1-0||B")) == [("A", 1, 0, "B")]


def test_an_empty_cell_keeps_its_place():
    (match,) = stated(table("|-\n|A||1-0||B|| ||2 de mayo||"))
    assert (match.stadium, match.date) == (None, "--05-02")


def test_a_reference_is_no_cell_and_no_time():
    note = "<ref>{{Cita web|título=A || B|fecha=3 de mayo}}</ref>"
    (match,) = stated(table(f"|-\n|A||1-0{note}||B||X||2 de mayo{note}||15:00"))
    assert (match.home_goals, match.stadium, match.date) == (1, "X", "--05-02")


@pytest.mark.parametrize(
    ("note", "date"),
    [
        ("Suspendido por lluvia. Se jugó el 29 de julio.", "--07-29"),
        ("Se jugó el miércoles 29 de julio de 1998.", "1998-07-29"),
        ("Suspendido a los 30'; se completó el 4 de marzo.", "--05-02"),
    ],
)
def test_a_note_says_when_a_match_was_played_not_when_it_was_completed(note, date):
    (match,) = stated(table(f"|-\n|A||1-0||B||X||2 de mayo<ref>{note}</ref>||"))
    assert match.date == date


def test_a_name_inside_templates_inside_templates_is_read():
    rows = "|-\n|{{nowrap|{{bandera|PER}} '''[[Club A|A]]'''}}||{{nowrap|1-0}}||{{tc|B}}"
    (match,) = stated(table(rows))
    assert (match.home, match.home_link, match.home_goals, match.away) == ("A", "Club A", 1, "B")


def test_a_picture_is_no_text():
    rows = "|-\n|A [[Archivo:Copa.svg|15px|Campeón]]||1-0||[[File:x.png|B]] B"
    assert results(table(rows)) == [("A", 1, 0, "B")]


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "¹", " (*)", "*", "<ref>x</ref>", "†"])
def test_a_note_mark_after_a_name_is_no_part_of_it(mark):
    assert results(table(f"|-\n|A{mark}||1-0||B")) == [("A", 1, 0, "B")]


def test_a_bracket_in_partido_is_half_time_and_one_number_a_side_in_a_table_is_the_shoot_out():
    (box,) = stated("{{Partido|local=A|resultado=2:2''' (1:0)|visita=B|resultado penalti=4:3}}")
    (row,) = stated(table("|-\n|A||{{small|(5)}} 1 - 1 {{small|(6)}}||B"))
    (other,) = stated(table("|-\n|A||2<small>(2)</small> - 2<small>(4)</small>||B"))
    assert (box.home_goals, box.home_penalties, box.away_penalties) == (2, 4, 3)
    assert (row.home_goals, row.home_penalties, row.away_penalties) == (1, 5, 6)
    assert (other.home_goals, other.home_penalties, other.away_penalties) == (2, 2, 4)


def test_results_are_read_under_any_heading_and_each_tournament_keeps_its_own():
    rows = table("|-\n|A||1-0||B")
    page = f"== Apertura ==\n=== Resultados ===\n{rows}\n== Clausura ==\n{rows}\n"
    page += f"== Resultados ==\n{rows}"
    assert [m.section for m in stated(page)] == [
        ("Apertura", "Resultados"),
        ("Clausura",),
        ("Resultados",),
    ]


def test_one_name_in_two_phases_is_told_apart_by_the_phase():
    rows = table("|-\n|A||1-0||B")
    page = f"== Etapa Regional ==\n=== Zona 1 ===\n{rows}\n"
    page += f"== Etapa Nacional ==\n=== Zona 1 ===\n{rows}"
    assert len({m.section for m in stated(page)}) == 2


def test_a_heading_in_a_table_is_a_round_only_if_it_names_one():
    rows = "|-\n!colspan=6|Fecha 1\n|-\n!colspan=6|Zona A\n|-\n|A||1-0||B\n"
    rows += "|-\n!colspan=6|Interzonal\n|-\n|C||1-0||D"
    assert [(m.round, m.section) for m in stated(table(rows))] == [("Fecha 1", ()), ("Fecha 1", ())]


def test_a_match_told_twice_is_two_facts_of_the_same_match():
    box = "{{Football box|team1=A|score=1–0|team2=B}}\n"
    grid = "{{#invoke:sports results|main|match_A_B=1–0}}"
    first, second = stated(box + grid)
    assert (first.home, first.home_goals, first.away) == (
        second.home,
        second.home_goals,
        second.away,
    )
    assert first.span != second.span


def test_a_table_says_for_itself_and_is_not_made_to_agree_with_the_matches():
    page = table("|-\n|A||1-0||B") + "\n{{Tabla de posiciones equipo|pos=1|g=0|e=0|p=1|pv=3|eq=A}}"
    (row,) = stated(page, "standing")
    assert (row.won, row.points) == (0, 0)


def test_a_table_of_matches_in_which_nothing_is_read_is_not_silent():
    made = read(table("|-\n|A||1-0"))
    assert [f.fact for f in made.facts] == ["unrecognised"]
    assert [f.code for f in made.findings] == ["unrecognised-construct"]


def test_a_club_with_points_taken_off_keeps_its_name():
    (row,) = stated(
        "{{Tabla de posiciones equipo|g=2|e=0|p=0|pv=3|desc=3|eq=[[Club A|A]]<ref>−3</ref>}}",
        "standing",
    )
    assert (row.team, row.points, row.adjustment) == ("A", 3, -3)


def test_two_clubs_of_one_name_are_told_apart_by_their_links():
    rows = "|-\n|[[Municipal (Acoria)|Municipal]]||1-0||[[Municipal_(Acobamba)|Municipal]]"
    (match,) = stated(table(rows))
    assert match.home == match.away == "Municipal"
    assert (match.home_link, match.away_link) == ("Municipal (Acoria)", "Municipal (Acobamba)")
