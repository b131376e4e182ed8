"""The verdict on a position that the matches do not give."""

from leagues import LEVEL, League, causes, league, page, table, validate_page, with_game

MADE = league(1)


def test_places_are_those_of_the_matches():
    """A wrong score moves the first club, and explains the places that follow from it."""
    first = MADE.table[0]["team"]
    index = next(index for index, game in enumerate(MADE.games) if game.home == first)
    game = MADE.games[index]
    season, _ = validate_page(page(with_game(MADE, index, goals=(0, game.goals[1]))))
    positions = {row.club: row.position for row in season.groups[0].table}
    cells = [cell for cell in season.differences if cell.measure == "position"]
    assert first in {cell.printed for cell in cells}
    assert {cell.verdict for cell in cells} == {"explained"}
    assert [cell.derived for cell in cells] == [positions[cell.club] for cell in cells]
    assert causes(season) == {("other score", tuple(sorted((game.home, game.away))))}


def test_either_of_two_level_clubs_may_be_meant_by_a_wrong_place():
    places = (1, 2, 4, 4)
    rows = table(LEVEL)
    numbered = tuple(row | {"position": place} for row, place in zip(rows, places, strict=True))
    season, _ = validate_page(page(League(LEVEL, numbered)))
    cells = [(cell.printed, cell.measure, cell.verdict) for cell in season.differences]
    assert cells == [(row["team"], "position", "ambiguous") for row in rows[2:]]


def test_points_that_contradict_their_row_leave_the_order_alone():
    rows = (*MADE.table[:-1], MADE.table[-1] | {"points": 30})
    season, _ = validate_page(page(League((), rows)))
    assert "position" not in {cell.measure for cell in season.differences}
