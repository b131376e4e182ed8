"""Goals and other details of a match: of whichever statement has them, on the right side."""

import pytest
from test_matches import box, codes, read


def shown(goals):
    return [(goal.side, goal.player, goal.minute, goal.kind) for goal in goals]


def test_details_of_a_match_come_from_whichever_statement_has_them():
    details = {"location": "Lima", "attendance": "1,500", "referee": "Soto", "time": "15:30"}
    normalised = read(
        box("Grau", "Ugarte", "2–1", "30 November 1997", attendance="2,000"),
        box("Grau", "Ugarte", "2–1", goals1="Paz 3'", goals2="Ríos 9'", neutral="yes", **details),
        box("Grau", "Ugarte", "2–1", goals1="Paz 3', Paz 4'", goals2="Ríos 9'", location="Tacna"),
    )
    (match,) = normalised.season.matches
    assert (match.attendance, match.location, match.referee) == (2000, "Lima", "Soto")
    assert (match.kick_off, match.neutral) == ("15:30", True)
    assert [goal.minute for goal in match.goals] == [3, 4, 9]
    assert len({goal.span for goal in match.goals}) == 1
    assert normalised.unloaded_facts == {}


def test_goals_of_a_statement_with_another_result_are_left_out():
    normalised = read(
        box("Grau", "Ugarte", "2–1"),
        box("Grau", "Ugarte", "3–1", goals1="Paz 3', 4', 5'", referee="Soto"),
    )
    (match,) = normalised.season.matches
    assert (match.goals, match.referee) == ((), "Soto")
    assert codes(normalised) == ["match-stated-differently"]


@pytest.mark.parametrize(
    ("home_list", "away_list", "goals"),
    [
        # listed for whom it counts
        (
            "Paz 3', Soto 8' (o.g.)",
            "",
            [("home", "Paz", 3, "goal"), ("home", "Soto", 8, "own-goal")],
        ),
        # listed with the player's own club
        ("Paz 3'", "Soto 8' (a.g.)", [("home", "Paz", 3, "goal"), ("home", "Soto", 8, "own-goal")]),
        # neither gives 2–0: as it is listed
        ("", "Soto 8' (a.g.)", [("away", "Soto", 8, "own-goal")]),
    ],
)
def test_an_own_goal_counts_for_the_side_that_gives_the_score(home_list, away_list, goals):
    normalised = read(box("Grau", "Ugarte", "2–0", goals1=home_list, goals2=away_list))
    assert shown(normalised.season.matches[0].goals) == goals


def test_a_player_called_as_a_club_is_no_club():
    normalised = read(box("Grau", "Ugarte", "1–0", goals1="[[Aurora]] {{goal|3}}"))
    names = {club.key for match in normalised.season.matches for club in match.clubs}
    assert len(names) == 2
    assert not any("aurora" in name for name in names)
