"""Tables of standings: what their templates and wikitables say of a club's line."""

import pytest
from reading import read, stated

INICIO = "{{Tabla de posiciones inicio}}\n"
ROW = "{{Tabla de posiciones equipo|pos=%d|g=1|e=0|p=0|gf=2|gc=1|pv=3|eq=%s|color=%s}}\n"


def test_the_end_of_a_table_says_what_the_colour_of_a_row_means():
    rows = ROW % (1, "A", "#CFC") + ROW % (2, "B", "") + ROW % (3, "C", "fcc")
    end = "{{Tabla de posiciones fin|color1=#cfc|texto1=Clasifica a [[Liguilla]]|color2=#fcc}}"
    assert [(row.team, row.qualification) for row in stated(INICIO + rows + end, "standing")] == [
        ("A", "Clasifica a Liguilla"),
        ("B", None),
        ("C", None),
    ]


def test_a_colour_means_what_its_own_table_says():
    end = "{{Tabla de posiciones fin|color1=red|texto1=%s}}\n"
    page = INICIO + ROW % (1, "A", "red") + end % "Sube" + INICIO + ROW % (1, "B", "red")
    rows = stated(page + "== Next ==\n" + end % "Baja", "standing")
    assert [(row.team, row.qualification) for row in rows] == [("A", "Sube"), ("B", None)]


def test_a_row_can_name_its_colour_by_its_number():
    end = "{{Tabla de posiciones fin|color1=#cfc|texto1=Sube|texto2=Baja}}"
    rows = stated(INICIO + ROW % (1, "A", 1) + ROW % (2, "B", "") + end, "standing")
    assert [row.qualification for row in rows] == ["Sube", None]


def test_a_row_of_a_coloured_table_without_a_team_is_not_silent():
    end = "{{Tabla de posiciones fin|color1=red|texto1=Sube}}"
    assert [f.fact for f in read(INICIO + ROW % (1, "", "red") + end).facts] == ["unrecognised"]


@pytest.mark.parametrize("mark", ["2", "=2", "2.º", "2nd", "'''2'''"])
def test_a_position_is_the_number_in_its_cell(mark):
    table = "{|\n!Pos!!Team!!Pld!!W!!D!!L!!Pts\n|-\n|%s||A||5||4||0||1||12\n|}"
    (row,) = stated(table % mark, "standing")
    assert row.position == 2


@pytest.mark.parametrize(
    "header",
    [
        "PJ!!PG!!PE!!PP!!GF!!GC!!DG!!Pts",
        "P.J.!!P.G.!!P.E.!!P.P.!!G.F.!!G.C.!!D.G.!!Pts.",
        "J!!G!!E!!P!!F!!C!!Dif!!Ptos",
        "Pld!!W!!D!!L!!GF!!GA!!GD!!Pts",
    ],
)
def test_a_header_names_its_columns_in_many_ways(header):
    (row,) = stated(f"{{|\n!Club!!{header}\n|-\n|A||5||4||0||1||13||2||+11||12\n|}}", "standing")
    assert (row.played, row.won, row.drawn, row.lost) == (5, 4, 0, 1)
    assert (row.goals_for, row.goals_against, row.goal_difference, row.points) == (13, 2, 11, 12)
