"""Lists of scorers as people type them."""

import pytest

from pipeline.values.goals import parse_goals


def words(text):
    """Each goal as `player minute+stoppage kind`, what is not known left out."""
    goals = []
    for goal in parse_goals(text):
        minute = "" if goal.minute is None else f"{goal.minute}"
        if goal.stoppage is not None:
            minute += f"+{goal.stoppage}"
        kind = "" if goal.kind == "goal" else goal.kind
        goals.append(" ".join(filter(None, [goal.player, minute, kind])))
    return goals


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Pérez 12', 45+2' (pen.)", ["Pérez 12", "Pérez 45+2 penalty"]),
        ("Pérez 12', 45'+2", ["Pérez 12", "Pérez 45+2"]),
        ("Pérez 12′; Gómez 70′ (o.g.)", ["Pérez 12", "Gómez 70 own-goal"]),
        ("Pérez (12, 45 pen.), Ruiz (63)", ["Pérez 12", "Pérez 45 penalty", "Ruiz 63"]),
        ("Pérez 12' y Gómez 70'", ["Pérez 12", "Gómez 70"]),
        ("Pérez, G. 12', Ruiz, M. A. (pen.)", ["Pérez, G. 12", "Ruiz, M. A. penalty"]),
        ("Pérez, G., Ruiz, M. (2)", ["Pérez, G.", "Ruiz, M.", "Ruiz, M."]),
        ("Pérez, G. Ruiz 12'", ["Pérez", "G. Ruiz 12"]),
        ("Gómez o.g. 30'", ["Gómez 30 own-goal"]),
        ("Pérez\nGómez\nRuiz (p)", ["Pérez", "Gómez", "Ruiz penalty"]),
        ("Pérez\n12', 45'", ["Pérez 12", "Pérez 45"]),
        ("Pérez (2), Gómez x3", ["Pérez", "Pérez", "Gómez", "Gómez", "Gómez"]),
        ("Pérez (2) 12', 45'", ["Pérez 12", "Pérez 45"]),
        ("Pérez (2') Gómez (33)", ["Pérez 2", "Gómez 33"]),
        ("12' Pérez, 45' (pen.) Gómez", ["Pérez 12", "Gómez 45 penalty"]),
        ("12', 45' Pérez (ag)", ["Pérez 12", "Pérez 45 own-goal"]),
        ("12', 45'", ["12", "45"]),
        ("?' Pérez", ["Pérez"]),
        ("Goles: Pérez min. 12, 45 min", ["Pérez 12", "Pérez 45"]),
        ("Pérez 12' ST, 23' PT, 80' ST", ["Pérez 57", "Pérez 23", "Pérez 80"]),
        ("1–0 Pérez 12', 2–0 Gómez 33'", ["Pérez 12", "Gómez 33"]),
        ("Pérez 12, 4pen, 60og", ["Pérez 12", "Pérez 4 penalty", "Pérez 60 own-goal"]),
        ("J. Ruiz 33 en contra", ["J. Ruiz 33 own-goal"]),
        ("Ruiz (en propia puerta) 12', 70'", ["Ruiz 12 own-goal", "Ruiz 70"]),
        ("Autogol de Ruiz 12'", ["Ruiz 12 own-goal"]),
        ("Gómez de penal 12'", ["Gómez 12 penalty"]),
        ("Pérez 12' – Gómez 45'", ["Pérez 12", "Gómez 45"]),
        ("Juan Pérez (Grau) 12'", ["Juan Pérez (Grau) 12"]),
        ("Pérez (asist. Gómez) 12' (Ruiz)", ["Pérez 12"]),
        ("O'Brien 12', Yahav-Hai 90'", ["O'Brien 12", "Yahav-Hai 90"]),
        ("Pérez 5' (card), Gómez (card)", ["Pérez 5"]),
        ("Pérez 5', 45' (exp.)", ["Pérez 5"]),
        ("Pérez 40' (penal errado)", []),
        ("Pérez 12' t.l.", ["Pérez 12"]),
        ("Pérez 1997", ["Pérez"]),
        ("–", []),
        ("Ninguno", []),
        ("", []),
    ],
)
def test_a_list_of_scorers_gives_its_goals(text, goals):
    assert words(text) == goals


def test_a_link_is_kept_beside_the_name():
    [first, second] = parse_goals("[[José Pérez_(futbolista)|Pérez]] 12', [[Z]] 13'")
    assert (first.player, first.player_link) == ("Pérez", "José Pérez (futbolista)")
    assert (second.player, second.player_link) == ("Z", "Z")


def test_a_long_list_takes_time_in_proportion_to_its_length():
    assert len(parse_goals("Pérez 12', (" * 20_000)) == 20_000
    assert parse_goals("(" * 50_000 + "[[" * 50_000) == []
