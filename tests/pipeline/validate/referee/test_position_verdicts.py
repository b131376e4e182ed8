"""The verdict on a position that the matches do not give."""

from leagues import causes, league, page, validate_page, with_game

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
