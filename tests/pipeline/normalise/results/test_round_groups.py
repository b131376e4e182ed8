"""Clubs that all meet are a group, whatever the heading calls it; others play ties."""

from itertools import combinations

import pytest
from leagues import head, validate_page

A, B, C, D, E, F = "Alianza", "Boca", "Cantolao", "Defensor", "Estrella", "Ferrocarril"
ALL_MEET = [(A, "2–1", B), (A, "1–0", C), (B, "0–3", C)]
BACK = [(B, "1–1", A), (C, "2–2", A), (C, "0–1", B)]


def box(home, score, away, **parameters):
    stated = "".join(f"|{name}={value}" for name, value in parameters.items())
    return f"{{{{Football box|team1={home}|score={score}|team2={away}{stated}}}}}\n"


def partido(home, score, away, **parameters):
    stated = "".join(f"|{name}={value}" for name, value in parameters.items())
    goals = score.replace("–", ":")
    return f"{{{{Partidos|local={home}|resultado={goals}|visita={away}{stated}}}}}\n"


def table(rows):
    """A table of results; a text between the rows is a label across all columns."""
    text = '{| class="wikitable"\n! Local !! Resultado !! Visitante\n'
    for row in rows:
        text += f"|-\n! colspan=3 | {row}\n" if isinstance(row, str) else ""
        text += "" if isinstance(row, str) else "|-\n| " + " || ".join(row) + "\n"
    return text + "|}\n"


def boxes(rows):
    return "".join(box(*row) for row in rows)


def read(text):
    season, _ = validate_page(head("2090") + text)
    return season


def groups(season):
    return [
        (group.stage, group.name, [(row.club.key.split("-")[0], row.points) for row in group.table])
        for group in season.groups
    ]


def rounds(season):
    return [(match.group, match.round, match.counts) for match in season.matches]


TABLE = [("alianza", 6), ("cantolao", 3), ("boca", 0)]


@pytest.mark.parametrize("written", [boxes, table])
@pytest.mark.parametrize(
    "heading",
    [
        "Finalísima", "First phase", "Second round", "Triangular", "Final", "Finals", "Semifinals",
        "Cuartos de final", "Ronda previa", "Llave 1", "Repechaje", "Definición", "Final de Tacna",
        "'''Finalísima''' <ref>In Lima.</ref>",
    ],
)  # fmt: skip
def test_three_clubs_that_all_meet_are_a_group_whatever_the_heading_says(heading, written):
    season = read(f"== Etapa Nacional ==\n=== {heading} ===\n" + written(ALL_MEET))
    name = heading.replace("'''", "").split(" <ref>")[0]
    assert groups(season) == [("Etapa Nacional", name, TABLE)]
    assert season.ties == ()


def test_a_stage_of_three_clubs_that_all_meet_is_a_group():
    season = read("== Finalísima ==\n" + table(ALL_MEET))
    assert groups(season) == [("Finalísima", None, TABLE)]
    assert season.champion.key.startswith("alianza")


@pytest.mark.parametrize("status", ["v", "–"])
def test_matches_to_come_say_who_meets(status):
    season = read(
        "== Etapa Nacional ==\n=== Finalísima ===\n" + boxes([*ALL_MEET[:2], (B, status, C)])
    )
    assert [name for _, name, _ in groups(season)] == ["Finalísima"]
    assert season.champion is None


def test_clubs_that_all_meet_twice_are_no_ties():
    season = read("== Regional stage ==\n=== First phase ===\n" + boxes([*ALL_MEET, *BACK]))
    assert groups(season) == [
        ("Regional stage", "First phase", [("alianza", 8), ("cantolao", 4), ("boca", 4)])
    ]
    assert season.ties == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [("Partidos de ida", "Partidos de vuelta"), ("First leg", "Second leg"), ("Ida", "Vuelta")],
)
def test_legs_of_clubs_that_all_meet_are_halves_of_a_group(first, second):
    text = f"==== {first} ====\n{table(ALL_MEET)}==== {second} ====\n{table(BACK)}"
    for outer, name in (("=== Segunda fase ===\n", "Segunda fase"), ("", None)):
        season = read("== Etapa Regional ==\n" + outer + text)
        assert [(name, 6)] == [(group.name, len(group.matches)) for group in season.groups]
        assert season.ties == ()


@pytest.mark.parametrize("heading", ["Finalísima", "First phase", "Grupo final"])
def test_clubs_that_all_meet_in_a_table_of_ties_are_a_group(heading):
    rows = "".join(f"{{{{OneLegResult|{h}||{score}|{a}|}}}}\n" for h, score, a in ALL_MEET)
    season = read(f"== Etapa Nacional ==\n=== {heading} ===\n{{{{OneLegStart}}}}\n{rows}|}}\n")
    assert groups(season) == [("Etapa Nacional", heading, TABLE)]
    assert season.ties == ()


def test_ties_of_clubs_that_do_not_all_meet_stay_ties():
    rows = "".join(
        f"{{{{TwoLegResult|{home}||2–1|{away}||1–0|1–1}}}}\n"
        for home, away in ((A, B), (C, D), (A, C))
    )
    season = read(f"== Etapa Nacional ==\n=== Playoffs ===\n{{{{TwoLegStart}}}}\n{rows}|}}\n")
    assert season.groups == ()
    assert len(season.ties) == 3


def test_two_groups_under_one_heading_have_a_table_each():
    matches = [(home, "1–0", away) for home, away in combinations((A, B, C), 2)]
    matches += [(home, "1–0", away) for home, away in combinations((D, E, F), 2)]
    season = read("== Regional stage ==\n=== First phase ===\n" + boxes(matches))
    assert [[club for club, _ in rows] for _, _, rows in groups(season)] == [
        ["alianza", "boca", "cantolao"],
        ["defensor", "estrella", "ferrocarril"],
    ]


def test_a_tie_beside_a_group_stays_a_tie():
    text = boxes([*ALL_MEET, (D, "1–0", E), (E, "1–1", D)])
    season = read("== Regional stage ==\n=== First phase ===\n" + text)
    assert groups(season) == [("Regional stage", "First phase", TABLE)]
    assert [(tie.round, tie.legs_known) for tie in season.ties] == [("First phase", 2)]


@pytest.mark.parametrize(
    "matches",
    [
        [(A, "2–1", B), (C, "1–0", D)],
        [(A, "2–1", B), (C, "1–0", D), (A, "1–0", C)],
        # semifinals, the final and the match for the third place
        [(A, "2–1", B), (C, "1–0", D), (A, "1–0", C), (B, "1–0", D)],
        [(A, "2–1", B), (B, "1–0", A)],
        [(A, "2–1", B)],
    ],
)
@pytest.mark.parametrize("heading", ["Finals", "Semifinales", "First phase", "Final de Áncash"])
def test_clubs_that_do_not_all_meet_play_ties(heading, matches):
    season = read(f"== Etapa Nacional ==\n=== {heading} ===\n" + boxes(matches))
    assert season.groups == ()
    assert {tie.round for tie in season.ties} == {heading}


def test_a_group_that_lacks_a_match_is_a_group():
    matches = [(home, "1–0", away) for home, away in combinations((A, B, C, D), 2)]
    season = read("== Etapa Nacional ==\n=== Finalísima ===\n" + boxes(matches[:-1]))
    assert [len(group.matches) for group in season.groups] == [5]
    assert season.champion is None


def test_a_published_table_says_that_a_round_is_a_group():
    rows = [(A, "2", "6"), (C, "2", "3"), (B, "2", "0")]
    published = '{| class="wikitable"\n! Equipo !! PJ !! Pts\n'
    published += "".join("|-\n| " + " || ".join(row) + "\n" for row in rows) + "|}\n"
    season = read("== Etapa Nacional ==\n=== Finalísima ===\n" + boxes(ALL_MEET[:2]) + published)
    (group,) = season.groups
    assert (group.name, len(group.matches), len(group.published)) == ("Finalísima", 2, 1)


def test_one_day_of_a_final_of_four_clubs_is_one_of_a_group():
    text = "=== Final ===\n==== Fecha 1 ====\n" + boxes([(A, "2–1", B), (C, "0–0", D)])
    season = read("== Etapa Nacional ==\n" + text)
    assert rounds(season) == [("Final", "Fecha 1", True)] * 2
    season = read("== Etapa Nacional ==\n" + text.replace("Final", "Semifinales"))
    assert rounds(season) == [(None, "Semifinales", False)] * 2


@pytest.mark.parametrize("written", ["label", "heading", "parameter"])
def test_days_of_a_league_below_a_final_of_several_clubs_are_rounds_of_a_group(written):
    days = [[(A, "2–1", B), (C, "0–0", D)], [(A, "1–0", C), (B, "2–0", D)]]
    text = ""
    for number, day in enumerate(days, 1):
        if written == "label":
            text += table([f"Fecha {number}", *day])
        elif written == "heading":
            text += f"==== Fecha {number} ====\n" + boxes(day)
        else:
            text += "".join(box(*match, round=f"Fecha {number}") for match in day)
    season = read("== Etapa Nacional ==\n=== Final ===\n" + text)
    assert rounds(season) == [("Final", f"Fecha {number}", True) for number in (1, 1, 2, 2)]


def test_days_of_a_final_of_two_clubs_are_its_legs():
    text = f"==== Fecha 1 ====\n{box(A, '2–0', B)}==== Fecha 2 ====\n{box(B, '1–0', A)}"
    season = read("== Etapa Nacional ==\n=== Final ===\n" + text)
    assert season.groups == ()
    assert [(tie.round, tie.legs_known) for tie in season.ties] == [("Final", 2)]


def test_a_play_off_of_three_clubs_is_a_group_that_settles_the_first_place():
    level = [(A, "1–0", B), (B, "1–0", C), (C, "1–0", A)]
    play_off = [(A, "1–0", B), (C, "2–0", B), (A, "0–1", C)]
    season = read("== Final Stage ==\n" + boxes(level) + "=== Desempate ===\n" + boxes(play_off))
    league, desempate = season.groups
    assert [group.name for group in season.groups] == [None, "Desempate"]
    assert [row.position for row in league.table] == [1, 2, 3]
    assert league.table[0].club == desempate.table[0].club == season.champion


@pytest.mark.parametrize("written", [box, partido])
@pytest.mark.parametrize(
    "heading",
    [
        "Final departamental de Áncash", "Final de Áncash", "Gran final de Áncash",
        "Áncash – Final",
        "Gran Final Departamental", "Final Provincial: Huaraz", "Final of Áncash", "Áncash final",
        "Final regional – Región III", "Departmental final of Áncash", "Final 2090",
    ],
)  # fmt: skip
def test_one_match_of_two_clubs_below_a_final_is_a_final(heading, written):
    match = written(A, "1–1 (4–2 p)", B)
    if written is partido:
        match = written(A, "1–1", B, **{"resultado penalti": "4:2"})
    season = read(f"== Etapa Departamental ==\n=== {heading} ===\n" + match)
    assert (season.groups, season.champion) == ((), None)
    (tie,) = season.ties
    assert (tie.group, tie.round, tie.decided_by) == (None, heading, "penalties")
    assert tie.winner.key.startswith("alianza")


@pytest.mark.parametrize(
    "heading",
    ["Final Stage", "Etapa final", "Liguilla final", "Final group", "Fase final", "Final round",
     "Hexagonal final", "Final cuadrangular", "Torneo final", "Final group stage"],
)  # fmt: skip
def test_one_known_match_of_a_final_league_makes_no_final(heading):
    season = read(f"== Etapa Nacional ==\n=== {heading} ===\n" + box(A, "2–1", B))
    assert season.ties == ()
    assert [len(group.matches) for group in season.groups] == [1]


@pytest.mark.parametrize(
    ("heading", "label"),
    [("Round 1", "Round 1"), ("Fecha 2", "2ª fecha"), ("1.ª fecha", "Fecha 1"), ("Fecha 3", "3º"),
     ("Fecha 2 (domingo 5)", "Fecha 2"), ("Matchday 4", "Round 4"), ("Fecha 1", "Copa Perú")],
)  # fmt: skip
def test_a_day_said_by_heading_and_label_is_one_round_and_no_group(heading, label):
    text = box(A, "2–1", B, round=label) + box(C, "0–0", D)
    season = read(f"== National Stage ==\n=== {heading} ===\n" + text)
    assert rounds(season) == [(None, heading, True)] * 2
    season = read(f"== Etapa Nacional ==\n=== {heading} ===\n" + table([label, (A, "2–1", B)]))
    assert rounds(season) == [(None, heading, True)]


@pytest.mark.parametrize(
    ("heading", "label", "round_name"),
    [("Cuartos de final", "Cuartos", "Cuartos de final"), ("Semifinal", "Semifinal", "Semifinal"),
     ("Semifinales", "Llave 1", "Semifinales"), ("Quarterfinals", "Tiebreaker", "Tiebreaker"),
     ("Semifinales", "Final", "Final"), ("Fecha 2", "Fecha 3", "Fecha 3")],
)  # fmt: skip
def test_a_round_of_ties_said_twice_is_no_group(heading, label, round_name):
    season = read(f"== National Stage ==\n=== {heading} ===\n" + box(A, "2–1", B, round=label))
    assert [(group, name) for group, name, _ in rounds(season)] == [(None, round_name)]


def test_a_leg_said_by_a_label_is_a_leg():
    text = table(["Ida", (A, "2–1", B), "Vuelta", (B, "1–0", A)])
    season = read("== Etapa Nacional ==\n=== Semifinales ===\n" + text)
    assert [(match.round, match.leg) for match in season.matches] == [
        ("Semifinales", 1),
        ("Semifinales", 2),
    ]
    assert len(season.ties) == 1


def test_a_group_below_a_day_is_the_group_of_all_days():
    text = "".join(
        f"=== Fecha {day} ===\n==== Grupo A ====\n{box(home, '1–0', away)}"
        for day, home, away in ((1, A, B), (2, B, C), (3, C, A))
    )
    season = read("== Etapa Regional ==\n" + text)
    assert [(group.name, len(group.matches)) for group in season.groups] == [("Grupo A", 3)]


def test_a_stage_that_is_a_round_said_again_by_a_label_has_no_other_round():
    season = read("== Semifinals ==\n" + box(A, "2–0", B, round="Semifinals") + box(C, "1–0", D))
    assert [(match.stage, match.round) for match in season.matches] == [("Semifinals", None)] * 2
