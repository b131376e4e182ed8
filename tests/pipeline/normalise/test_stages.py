"""Stage, group and round from the headings above a fact."""

from dataclasses import replace

import pytest
from reading import stated

from pipeline.normalise.stages import (
    Place,
    is_consolation,
    is_local,
    is_national_final,
    move_groups_into_sections,
    place,
    round_kind,
)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (("Final Stage", "Round 1"), Place("Final Stage", None, "Round 1", "matchday")),
        (("Final Stage", "Playoff"), Place("Final Stage", None, "Playoff", "play-off")),
        (("Final Stage",), Place("Final Stage", None, None, None)),
        (
            ("Regional Stage", "Region I", "Group A", "Tiebreaker"),
            Place("Regional Stage", "Region I / Group A", "Tiebreaker", "play-off"),
        ),
        (
            ("Etapa Nacional", "Octavos de final"),
            Place("Etapa Nacional", None, "Octavos de final", "knock-out"),
        ),
        (("Final",), Place("Final", None, None, "knock-out")),
        ((), Place("1997 Copa Perú", None, None, None)),
    ],
)
def test_the_outermost_heading_is_the_stage_and_a_round_is_known_by_its_words(section, expected):
    assert place(section, "1997 Copa Perú") == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Round 5", "matchday"),
        ("Fecha 2", "matchday"),
        ("1st round", "matchday"),
        ("Play-off", "play-off"),
        ("Tie-breaker", "play-off"),
        ("Desempate", "play-off"),
        ("Quarterfinals", "knock-out"),
        ("Semi-finals", "knock-out"),
        ("Regional Final", "knock-out"),
        ("Finalísima", "knock-out"),
        ("Round of 16", "knock-out"),
        ("Final Stage", None),
        ("Group A", None),
        ("Region I", None),
    ],
)
def test_a_round_is_known_by_its_words(text, kind):
    assert round_kind(text) == kind


@pytest.mark.parametrize(
    "heading",
    [
        "Standings", "Final standings", "League table", "Table", "Results", "Matches", "Fixtures",
        "Tabla", "Tabla de posiciones", "Tabla final", "Posiciones", "Resultados", "Partidos",
        "Clasificación",
    ],
)  # fmt: skip
def test_a_heading_of_what_is_shown_is_no_group(heading):
    for section in (("Final Stage", heading), ("Final Stage", heading, "Round 1")):
        found = place(section, "T")
        assert (found.stage, found.group) == ("Final Stage", None)
    inside = place(("Regional Stage", "Group A", heading), "T")
    assert (inside.group, inside.round) == ("Group A", None)


@pytest.mark.parametrize(
    ("heading", "leg"),
    [
        ("First leg", 1), ("1st leg", 1), ("First legs", 1), ("First matches", 1), ("Ida", 1),
        ("Partidos de ida", 1), ("Partido de ida", 1),
        ("Second leg", 2), ("2nd leg", 2), ("Vuelta", 2), ("Partidos de vuelta", 2),
        ("Third leg", None), ("Leg", None), ("Round 1", None), ("First stage", None),
    ],
)  # fmt: skip
def test_a_heading_names_the_leg(heading, leg):
    found = place(("National Stage", "Semifinals", heading), "T")
    assert found.leg == leg
    if leg:
        assert (found.group, found.round, found.round_kind) == (None, "Semifinals", "knock-out")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("third", True), ("Third place", True), ("3rd-place match", True), ("Tercer puesto", True),
     ("Final", False), (None, False), ("Thirds", False)],
)  # fmt: skip
def test_a_consolation_is_known_by_its_words(name, kind):
    assert is_consolation(name) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Final", True), ("Finals", True), ("Grand final", True), ("Finalísima", True),
     ("National Final", True), ("Regional Final", False), ("Semifinals", False),
     ("Final Stage", False), ("Zonal final", False), (None, False)],
)  # fmt: skip
def test_what_decides_the_season_is_known_by_its_words(name, kind):
    assert is_national_final(name) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Regional Stage", True), ("Etapa Departamental", True), ("Etapa provincial", True),
     ("Región IV", True), ("District Stage", True), ("Final Stage", False),
     ("National Stage", False), ("Etapa Nacional", False), ("Interregional", False)],
)  # fmt: skip
def test_a_stage_of_a_part_of_the_country_is_known_by_its_words(name, kind):
    assert is_local(name) is kind


def test_a_tiebreaker_below_a_round_is_of_the_group_above_it():
    found = place(("Regional Stage", "Region I", "Quarterfinals", "Tiebreaker"), "T")
    assert (found.group, found.round, found.round_kind) == ("Region I", "Tiebreaker", "play-off")


@pytest.mark.parametrize(
    ("section", "group", "expected"),
    [
        (("Etapa Regional",), "Grupo A", ("Etapa Regional", "Grupo A")),
        (
            ("Etapa Regional", "Región I"),
            "Región I – Grupo B",
            ("Etapa Regional", "Región I", "Grupo B"),
        ),
        (("Etapa Regional", "GRUPO A"), "Grupo A", ("Etapa Regional", "GRUPO A")),
        # the semifinals of Grupo A
        (
            ("Etapa Regional", "Semifinales"),
            "Grupo A",
            ("Etapa Regional", "Grupo A", "Semifinales"),
        ),
        # without headings the page is the stage
        ((), "Grupo A", ("1997 Copa Perú", "Grupo A")),
        (("Etapa Regional",), None, ("Etapa Regional",)),
    ],
)
def test_the_group_of_a_table_stands_as_a_heading(section, group, expected):
    (fact,) = stated("{|\n!Local!!Resultado!!Visitante\n|-\n|A||1-0||B\n|}")
    labelled = replace(fact, section=section, group=group)
    (moved,) = move_groups_into_sections([labelled], "1997 Copa Perú")
    assert moved.section == expected
