"""Which matches and tables are those of one group."""

from dataclasses import replace

from leagues import (
    NAMES,
    Game,
    head,
    league,
    page,
    rounds,
    sports_table,
    table,
    validate_page,
    wikitable,
)

MADE = league(5)
STAGE = "== Regional Stage ==\n"


def groups(text):
    season, _ = validate_page(head("2090") + text)
    return [
        (group.stage, group.name, len(group.matches), [len(rows) for rows in group.published])
        for group in season.groups
    ]


def games(clubs, name="Round 1"):
    pairs = ((0, 1, (2, 1)), (2, 3, (0, 0)), (0, 2, (1, 1)), (1, 3, (3, 0)))
    return [Game(name, clubs[one], clubs[other], goals) for one, other, goals in pairs]


ONE, OTHER = games(NAMES[:4]), games(NAMES[4:8])


def test_the_groups_of_sections_are_apart():
    text = "".join(
        f"=== Group {name} ===\n{wikitable(table(some))}{rounds(some).replace('===', '====')}"
        for name, some in (("A", ONE), ("B", OTHER))
    )
    assert groups(STAGE + text) == [
        ("Regional Stage", "Group A", 4, [4]),
        ("Regional Stage", "Group B", 4, [4]),
    ]


def test_two_tables_of_different_clubs_in_one_section_are_two_groups():
    tables = wikitable(table(ONE)) + wikitable(table(OTHER))
    assert groups(STAGE + tables + rounds(ONE + OTHER)) == [
        ("Regional Stage", None, 4, [4]),
        ("Regional Stage", None, 4, [4]),
    ]


def test_two_tables_of_the_same_clubs_are_one_group():
    tables = wikitable(table(ONE[:2])) + wikitable(table(ONE))
    assert groups(STAGE + tables + rounds(ONE)) == [("Regional Stage", None, 4, [4, 4])]


def test_a_match_between_clubs_of_two_tables_is_of_neither():
    tables = wikitable(table(ONE)) + wikitable(table(OTHER))
    between = Game("Round 1", NAMES[0], NAMES[4], (1, 0))
    assert [count for *_, count, _ in groups(STAGE + tables + rounds([*ONE, *OTHER, between]))] == [
        4, 4, 1,
    ]  # fmt: skip


def test_a_table_from_the_last_to_the_first_is_one():
    assert groups(STAGE + wikitable(table(ONE)[::-1])) == [("Regional Stage", None, 0, [4])]


def test_a_table_without_matches_is_a_group():
    assert groups(STAGE + wikitable(table(ONE))) == [("Regional Stage", None, 0, [4])]


def test_play_offs_settle_a_rank_and_count_for_nothing():
    extra = Game("Play-off", MADE.table[0]["team"], MADE.table[1]["team"], (0, 1))
    season, _ = validate_page(page(replace(MADE, games=(*MADE.games, extra))))
    (group,) = season.groups
    assert (len(group.matches), len(group.play_offs)) == (15, 1)
    assert {row.played for row in group.table} == {5}


def test_stated_adjustments_reach_the_derived_table():
    rows = table(MADE.games, 3, {"Boca": -3})
    text = head("2090") + STAGE + sports_table(rows, 3, {"Boca": -3}) + rounds(MADE.games)
    (group,) = validate_page(text)[0].groups
    (boca,) = [row for row in group.table if row.club.key.startswith("boca")]
    (right,) = [row for row in rows if row["team"] == "Boca"]
    assert (boca.adjustment, boca.points, boca.position) == (-3, right["points"], right["position"])


def test_a_group_is_complete_once_all_have_met_equally_often():
    for legs in (1, 2):
        made = league(4, legs=legs)
        whole, less = page(made), page(replace(made, games=made.games[:-1]))
        assert [validate_page(text)[0].groups[0].is_complete for text in (whole, less)] == [
            True,
            False,
        ]


def boxes(*rows):
    return "".join(
        f"{{{{Football box\n|team1={home}\n|score={score}\n|team2={away}\n}}}}\n"
        for home, score, away in rows
    )


LEVEL = boxes((NAMES[0], "1–0", NAMES[1]), (NAMES[1], "1–0", NAMES[2]), (NAMES[2], "1–0", NAMES[0]))


def first_two(text):
    season, _ = validate_page(head("2090") + "== Final Stage ==\n" + LEVEL + text)
    (group,) = season.groups
    return [(row.position, row.club.key.split("-")[0]) for row in group.table][:2]


def test_a_play_off_in_a_stage_of_its_own_settles_the_rank():
    name = NAMES[1].lower().split(" ")[0]
    for heading in ("== Playoff ==", "== Title play-off ==", "=== Final ==="):
        text = f"{heading}\n" + boxes((NAMES[0], "0–1", NAMES[1]))
        assert first_two(text)[0] == (1, name), heading


def test_a_promotion_play_off_against_a_stranger_settles_nothing():
    text = "== Promotion play-off ==\n" + boxes((NAMES[1], "4–0", NAMES[5]))
    assert [place for place, _ in first_two(text)] == [1, 1]


def test_rounds_that_are_sections_of_their_own_are_one_stage():
    text = "== Final Stage ==\n" + wikitable(MADE.table) + rounds(MADE.games).replace("===", "==")
    assert groups(text) == [("Final Stage", None, 15, [6])]


def test_a_table_after_such_rounds_is_theirs():
    text = rounds(MADE.games).replace("===", "==") + "== Standings ==\n" + wikitable(MADE.table)
    season, _ = validate_page(head("2090") + text)
    (group,) = season.groups
    assert (len(group.matches), [len(rows) for rows in group.published]) == (15, [6])
    assert None not in (season.champion, season.runner_up)
