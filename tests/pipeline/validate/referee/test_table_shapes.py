"""A right table in any shape raises no alarm."""

from dataclasses import replace

import pytest
from leagues import (
    COLUMNS,
    LEVEL,
    NAMES,
    Game,
    head,
    league,
    page,
    rounds,
    row,
    sports_table,
    validate_page,
    wikitable,
)
from leagues import table as table_of

SETTLED = {"rank-shared"}  # a finding that tells no error
UNKNOWN = {"round-robin-incomplete"}  # a finding that tells that matches are unknown
OF_HISTORY = {"edition-champion-differs", "edition-runner-up-differs"}
MADE = league(5)
DOUBLE = league(6, legs=2)
FINAL = "== Final Stage ==\n"


def alarms(text, settled=SETTLED):
    """The cells of a page that differ, and its findings."""
    season, findings = validate_page(text)
    cells = [f"{cell.printed} {cell.measure} {cell.explanation}" for cell in season.differences]
    return cells + [finding.message for finding in findings if finding.code not in settled]


def after(made, number):
    """The games of so many rounds."""
    names = list(dict.fromkeys(game.round for game in made.games))[:number]
    return tuple(game for game in made.games if game.round in names)


def without(*columns):
    return tuple(name for name in COLUMNS if name not in columns)


@pytest.mark.parametrize("win", [2, 3])
@pytest.mark.parametrize("legs", [1, 2])
def test_a_table_of_all_columns(legs, win):
    for seed in range(12):
        assert alarms(page(league(seed, legs=legs, win=win))) == []


def test_a_match_printed_twice_in_its_round_is_one_match():
    text = page(replace(MADE, games=(MADE.games[0], *MADE.games)))
    assert len(validate_page(text)[0].matches) == len(MADE.games)
    assert alarms(text) == []


COLUMNS_LEFT = {
    "no position": without("position"),
    "no goal difference": without("goal_difference"),
    "goal difference alone": without("goals_for", "goals_against"),
    "no goals": without("goals_for", "goals_against", "goal_difference"),
    "no results": without("won", "drawn", "lost"),
    "played and points": ("team", "played", "points"),
    "no matches and points": without("played", "points"),
}


@pytest.mark.parametrize("columns", COLUMNS_LEFT.values(), ids=COLUMNS_LEFT)
@pytest.mark.parametrize("made", [MADE, DOUBLE], ids=["single", "double"])
def test_a_table_of_some_columns(made, columns):
    assert alarms(page(made, columns=columns)) == []


@pytest.mark.parametrize("rows", [1, 2, 3, 5])
def test_a_table_without_its_last_rows(rows):
    assert alarms(page(replace(MADE, table=MADE.table[:rows]))) == []


@pytest.mark.parametrize("rows", [3, 5])
def test_the_first_rows_of_an_early_table_are_not_taken_for_all(rows):
    """Three clubs with two matches each might be a group of three, but for the sums."""
    early = after(MADE, 2)
    so_far = replace(MADE, games=early, table=table_of(early)[:rows])
    assert alarms(page(so_far), SETTLED | UNKNOWN) == []


@pytest.mark.parametrize("rows", [slice(2, 5), slice(1, 6), slice(0, 6, 2)])
def test_a_table_without_its_first_or_other_rows(rows):
    assert alarms(page(replace(MADE, table=MADE.table[rows]))) == []


@pytest.mark.parametrize("columns", COLUMNS_LEFT.values(), ids=COLUMNS_LEFT)
def test_the_first_three_rows_of_some_columns(columns):
    assert alarms(page(replace(MADE, table=MADE.table[:3]), columns=columns)) == []


@pytest.mark.parametrize(
    "heading", ["=== Standings ===\n", "=== Final table ===\n", "=== Tabla de posiciones ===\n"]
)
def test_a_table_in_a_section_of_its_own(heading):
    assert alarms(page(MADE, heading=heading)) == []


def test_a_table_below_its_matches():
    text = head("2090") + FINAL + rounds(MADE.games) + "=== Standings ===\n"
    assert alarms(text + wikitable(MADE.table)) == []


def test_two_groups_in_one_section():
    groups = NAMES[:4], NAMES[4:8]
    games = [
        Game("Round 1", group[a], group[b], goals)
        for group in groups
        for a, b, goals in ((0, 1, (2, 1)), (2, 3, (0, 0)), (0, 2, (1, 1)), (1, 3, (3, 0)))
    ]
    text = head("2090") + FINAL
    for group in groups:
        text += wikitable(table_of([game for game in games if game.home in group]))
    games = [
        replace(game, round=f"Round {number % 4 // 2 + 1}") for number, game in enumerate(games)
    ]
    games.sort(key=lambda game: game.round)
    assert alarms(text + rounds(games), SETTLED | UNKNOWN) == []


@pytest.mark.parametrize("legs", [1, 2])
def test_the_table_of_a_round_beside_the_last_one(legs):
    made = league(7, legs=legs)
    for number in range(1, 5 * legs):
        early = table_of(after(made, number), names=NAMES[:6])
        assert alarms(page(made, before=wikitable(early))) == []
        assert alarms(page(replace(made, table=early), before=wikitable(made.table))) == []


def test_a_table_of_the_season_so_far():
    for number in range(1, 10):
        games = after(DOUBLE, number)
        so_far = replace(DOUBLE, games=games, table=table_of(games, names=NAMES[:6]))
        assert alarms(page(so_far), SETTLED | UNKNOWN) == []


@pytest.mark.parametrize("games", [(), MADE.games], ids=["none listed", "all to come"])
def test_a_season_not_played_yet(games):
    coming = tuple(replace(game, goals=None) for game in games)
    rows = table_of(coming, names=NAMES[:6])
    assert alarms(page(replace(MADE, games=coming, table=rows)), SETTLED | UNKNOWN) == []
    level = tuple(line | {"position": 1} for line in rows)
    assert alarms(page(replace(MADE, games=coming, table=level)), SETTLED | UNKNOWN) == []


def test_a_leg_still_to_play():
    first = after(DOUBLE, 5)
    coming = tuple(replace(game, goals=None) for game in DOUBLE.games[len(first) :])
    made = replace(DOUBLE, games=(*first, *coming), table=table_of(first))
    assert alarms(page(made)) == []


@pytest.mark.parametrize("win", [2, 3])
def test_a_table_that_adds_up_by_itself(win):
    made = league(9, win=win)
    text = head(made.label) + FINAL + sports_table(made.table, win) + rounds(made.games)
    assert alarms(text) == []


@pytest.mark.parametrize("points", [-3, -1, 2])
def test_points_given_or_taken_as_stated(points):
    for club in NAMES[:6]:
        rows = table_of(MADE.games, 3, {club: points})
        text = head("2090") + FINAL + sports_table(rows, 3, {club: points}) + rounds(MADE.games)
        assert alarms(text) == []


@pytest.mark.parametrize(
    "places",
    [
        (1, 2, 3, 4),
        (2, 1, 4, 3),
        (1, 1, 3, 3),
        (1, 1, 2, 2),
        (1, 1, 3, 4),
        (1, 2, 3, 3),
        (1, 1, 2, 3),
    ],
)
def test_level_clubs_share_a_place_or_stand_in_any_order(places):
    rows = [line | {"position": place} for line, place in zip(table_of(LEVEL), places, strict=True)]
    rows.sort(key=lambda line: line["position"])
    assert alarms(page(replace(MADE, games=LEVEL, table=tuple(rows)))) == []


def test_a_play_off_parts_level_clubs():
    extra = Game("Play-off", "Boca", "Alianza", (1, 0))
    rows = list(table_of(LEVEL))
    rows[:2] = [rows[1] | {"position": 1}, rows[0] | {"position": 2}]
    made = replace(MADE, games=(*LEVEL, extra), table=tuple(rows))
    assert alarms(page(made)) == []


def test_head_to_head_is_asked_again_among_those_that_it_leaves_level():
    """The rule of 1983: among three C has most goals, and A has beaten B."""
    games = tuple(
        Game(f"Round {number // 2 + 1}", home, away, goals)
        for number, (home, away, goals) in enumerate(
            (
                ("Alianza", "Boca", (1, 0)),
                ("Cantolao", "Defensor", (0, 0)),
                ("Boca", "Cantolao", (2, 1)),
                ("Alianza", "Defensor", (0, 0)),
                ("Cantolao", "Alianza", (2, 1)),
                ("Boca", "Defensor", (0, 0)),
            )
        )
    )
    order = ("Cantolao", "Alianza", "Boca", "Defensor")
    rows = {line["team"]: line for line in table_of(games, 2)}
    placed = [rows[club] | {"position": place} for place, club in enumerate(order, 1)]
    text = head("1983") + FINAL + wikitable(placed) + rounds(games)
    assert alarms(text, OF_HISTORY) == []
    placed[1:3] = [rows["Boca"] | {"position": 2}, rows["Alianza"] | {"position": 3}]
    assert alarms(head("1983") + FINAL + wikitable(placed) + rounds(games), OF_HISTORY)


def test_a_club_that_the_table_prints_in_another_way():
    """In 1970 `clubs.csv` knows CNI by its name and by its article."""
    made = league(3, win=2)
    above = head("1970").replace("Puno", "Loreto") + FINAL + wikitable(made.table)
    matches = rounds(made.games).replace("Alianza", "CNI")
    text = above.replace("Alianza", "[[Colegio Nacional Iquitos]]") + matches
    assert alarms(text, SETTLED | OF_HISTORY) == []
    assert len(validate_page(text)[0].groups[0].table) == 6


@pytest.mark.parametrize("printed", [NAMES[:5], NAMES[:6]], ids=["left out", "with zeros"])
def test_the_matches_of_a_club_that_dropped_out(printed):
    gone = NAMES[5]
    games = tuple(
        replace(game, status=" (annulled)") if gone in {game.home, game.away} else game
        for game in MADE.games
    )
    stand = [game for game in games if not game.status]
    made = replace(MADE, games=games, table=table_of(stand, names=printed))
    assert alarms(page(made)) == []


def test_a_match_annulled_and_played_again():
    void = replace(MADE.games[0], goals=(9, 9), status=" (annulled)")
    assert alarms(page(replace(MADE, games=(void, *MADE.games)))) == []


def test_a_table_over_rounds_of_a_cup_has_an_order_of_its_own():
    """Who came far stands above who took many points, as in a table of all clubs of a cup."""
    first = after(MADE, 1)
    games = tuple(
        game for game in MADE.games if "Alianza" in {game.home, game.away} or game in first
    )
    rows = table_of(games)
    turned = [row | {"position": place} for place, row in enumerate(reversed(rows), 1)]
    made = replace(MADE, games=games, table=tuple(turned))
    assert alarms(page(made), SETTLED | UNKNOWN) == []


def test_rows_are_those_of_the_games():
    """The helper's own table, by hand."""
    assert row("Boca", LEVEL, 3) == {
        "team": "Boca",
        "played": 3,
        "won": 1,
        "drawn": 2,
        "lost": 0,
        "goals_for": 3,
        "goals_against": 1,
        "goal_difference": 2,
        "points": 5,
    }


@pytest.mark.parametrize("rows", [1, 2, 6])
def test_a_table_without_matches_is_not_comparable(rows):
    season, findings = validate_page(head("2090") + FINAL + wikitable(MADE.table[:rows]))
    assert [cell.verdict for cell in season.differences] == ["not-comparable"] * rows
    assert findings == ()
