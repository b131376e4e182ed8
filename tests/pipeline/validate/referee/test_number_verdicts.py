"""The verdict on a number that differs, on pages where one rule decides."""

from dataclasses import replace

import pytest
from leagues import COLUMNS, Game, League, causes, league, page, table, validate_page, with_game

MADE = league(1)
NUMBERS = tuple(name for name in COLUMNS if name not in {"position", "team"})


def verdicts(season, club=None):
    numbers = [cell for cell in season.differences if cell.measure != "position"]
    return {cell.verdict for cell in numbers if club in {None, cell.printed}}


def games_of(club):
    return [index for index, game in enumerate(MADE.games) if club in {game.home, game.away}]


def with_number(club, **numbers):
    """The rows of the table with other numbers in one of them."""
    return tuple(row | numbers if row["team"] == club else row for row in MADE.table)


def row_of_another(game):
    """The first row of the table that is of neither club of the game."""
    return next(row for row in MADE.table if row["team"] not in {game.home, game.away})


def test_the_cells_of_a_row_come_in_the_order_of_the_table():
    season, _ = validate_page(page(with_game(MADE, 0, goals=(9, 8))))
    measures = [cell.measure for cell in season.differences if cell.measure in NUMBERS]
    half = len(measures) // 2
    for measures_of_row in (measures[:half], measures[half:]):
        assert measures_of_row == sorted(measures_of_row, key=NUMBERS.index)


def test_other_points_for_a_win_explain_the_points_of_every_winner():
    season, _ = validate_page(page(replace(MADE, table=table(MADE.games, 2))))
    cells = {(cell.printed, cell.measure, cell.verdict) for cell in season.differences}
    winners = {row["team"] for row in MADE.table if row["won"]}
    assert cells >= {(winner, "points", "explained") for winner in winners}
    assert {measure for _, measure, _ in cells} <= {"points", "position"}


@pytest.mark.parametrize(
    "columns",
    [
        ("played", "points"),
        ("played", "goal_difference", "points"),
        ("played", "won", "drawn", "lost"),
    ],
)
def test_a_match_that_the_page_lacks_is_found_without_its_goals(columns):
    for index, game in enumerate(MADE.games):
        games = MADE.games[:index] + MADE.games[index + 1 :]
        text = page(replace(MADE, games=games), columns=("position", "team", *columns))
        season, _ = validate_page(text)
        clubs = tuple(sorted((game.home, game.away)))
        assert (verdicts(season), causes(season)) == ({"explained"}, {("match missing", clubs)})


def test_a_row_that_contradicts_itself_explains_nothing_that_matches_do():
    first, second = games_of("Boca")[:2]
    wrong = with_game(with_game(MADE, first, goals=(7, 8)), second, goals=(9, 6))
    (boca,) = [row for row in MADE.table if row["team"] == "Boca"]
    season, _ = validate_page(page(replace(wrong, table=with_number("Boca", won=boca["won"] + 1))))
    assert verdicts(season, "Boca") == {"unexplained"}


def test_sums_that_cannot_be_explain_the_row_alone_that_makes_them():
    columns = tuple(name for name in COLUMNS if name != "goal_difference")
    index = next(index for index, game in enumerate(MADE.games) if 3 not in game.goals)
    game = MADE.games[index]
    third = row_of_another(game)
    made = replace(MADE, table=with_number(third["team"], goals_for=third["goals_for"] + 1))
    season, _ = validate_page(page(made, columns=columns))
    assert verdicts(season) == {"explained"}
    season, _ = validate_page(page(with_game(made, index, goals=(7, 8)), columns=columns))
    assert verdicts(season, game.home) == verdicts(season, game.away) == {"unexplained"}


@pytest.mark.parametrize(("column", "sign"), [("goals_for", 1), ("goals_against", -1)])
def test_a_wrong_score_and_a_number_of_another_row_are_told_apart(column, sign):
    """In a table that adds up by itself a count brings others with it."""
    game = MADE.games[0]
    third = row_of_another(game)
    difference = third["goal_difference"] + sign
    numbers = {column: third[column] + 1, "goal_difference": difference}
    made = replace(MADE, table=with_number(third["team"], **numbers))
    wrong = with_game(made, 0, goals=(game.goals[0] + 1, game.goals[1]))
    season, _ = validate_page(page(wrong))
    clubs = tuple(sorted((game.home, game.away)))
    assert verdicts(season) == {"explained"}
    assert causes(season) == {("other score", clubs), ("single cell", (third["team"],))}


def test_a_change_that_leaves_one_row_is_not_believed():
    """Two wrong scores of one club may look like one of its two opponents."""
    games = (
        Game("Round 1", "Boca", "Estrella", (0, 0)),
        Game("Round 1", "Alianza", "Defensor", (3, 1)),
        Game("Round 2", "Defensor", "Boca", (0, 0)),
        Game("Round 2", "Estrella", "Alianza", (0, 2)),
        Game("Round 3", "Defensor", "Estrella", (2, 1)),
        Game("Round 3", "Alianza", "Boca", (1, 0)),
    )
    made = League(games, table(games))
    season, _ = validate_page(page(with_game(with_game(made, 0, goals=(1, 0)), 2, goals=(1, 0))))
    assert causes(season)
    assert verdicts(season) == {"unexplained"}


@pytest.mark.parametrize("columns", [("won", "drawn", "lost"), ("played", "points")])
def test_a_row_with_matches_missing_has_no_wrong_number(columns):
    club = MADE.table[0]["team"]
    first, *_ = games_of(club)
    games = MADE.games[:first] + MADE.games[first + 1 :]
    made = replace(MADE, games=games, table=MADE.table[:1])
    season, _ = validate_page(page(made, columns=("team", *columns)))
    assert verdicts(season) == {"not-comparable"}


def test_a_row_that_says_two_numbers_of_matches_may_have_the_greater_one():
    """In a group with gaps; the page lists as many matches of the club as the row has played."""
    game = MADE.games[0]
    row = row_of_another(game)
    numbers = {"won": row["won"] + 1, "goals_for": row["goals_for"] + 1}
    numbers |= {"goals_against": row["goals_against"] + 2}
    numbers |= {"goal_difference": numbers["goals_for"] - numbers["goals_against"]}
    made = replace(MADE, games=MADE.games[1:], table=with_number(row["team"], **numbers))
    season, _ = validate_page(page(made))
    assert verdicts(season, row["team"]) == {"explained", "not-comparable"}


def test_other_points_for_a_win_are_found_in_a_table_without_wins():
    made = replace(MADE, table=table(MADE.games, 2))
    season, _ = validate_page(page(made, columns=("team", "played", "points")))
    winners = tuple(sorted(row["team"] for row in MADE.table if row["won"]))
    assert (verdicts(season), causes(season)) == ({"explained"}, {("points for a win", winners)})
