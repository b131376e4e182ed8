"""Who won the season: by the final, else by the last group, never by a stage of a region."""

from dataclasses import replace

import pytest
from leagues import head, league, page, rounds, validate_page, wikitable

MADE = league(5)
BOX = "{{{{Football box\n|team1={}\n|score={}\n|team2={}\n}}}}\n"


def box(home, score, away):
    return BOX.format(home, score, away)


def first_two(text, label="2015"):
    season, _ = validate_page(head(label) + text)
    return tuple(club and club.key.split("-")[0] for club in (season.champion, season.runner_up))


FINAL = box("Boca", "2–1", "Alianza")
LEGS = "{{TwoLegStart}}\n{{TwoLegResult|Boca||2–2|Alianza||2–1|0–1}}\n|}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("== Final ==\n" + FINAL, ("boca", "alianza")),
        ("== National Stage ==\n=== Final ===\n" + FINAL, ("boca", "alianza")),
        ("== Etapa Nacional ==\n=== Finalísima ===\n" + FINAL, ("boca", "alianza")),
        ("== Grand final ==\n" + box("Boca", "1–1 (3–4 p)", "Alianza"), ("alianza", "boca")),
        ("== Final ==\n" + box("Boca", "0–0", "Alianza"), (None, None)),
        ("== Final ==\n" + box("Boca", "v", "Alianza"), (None, None)),
    ],
)
def test_a_final_of_one_match(text, expected):
    assert first_two(text) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2015", (None, None)), ("2012", (None, None))],
)
def test_a_final_of_two_legs_that_nothing_decides(year, expected):
    assert first_two("== Final ==\n" + LEGS, year) == expected


@pytest.mark.parametrize(
    "legs",
    [
        LEGS.replace("|0–1", "|1–1"),
        "=== First leg ===\n" + FINAL + "=== Second leg ===\n" + box("Alianza", "1–1", "Boca"),
        FINAL + box("Alianza", "1–1", "Boca"),
    ],
    ids=["table", "leg headings", "two boxes"],
)
def test_a_final_of_two_legs(legs):
    assert first_two("== Final ==\n" + legs) == ("boca", "alianza")


def test_a_final_that_an_extra_match_decides():
    text = "== National Stage ==\n=== Final ===\n" + LEGS + "=== Play-off ===\n" + FINAL
    assert first_two(text, "2004") == ("boca", "alianza")


def test_a_promotion_play_off_after_the_final_gives_no_champion():
    text = "== Final ==\n" + FINAL + "== Promotion play-off ==\n" + box("Grau", "3–0", "Boca")
    assert first_two(text) == ("boca", "alianza")


@pytest.mark.parametrize(
    "stage",
    ["Regional Stage", "Departmental Stage", "Etapa Regional", "Provincial Stage", "Zona Norte"],
)
def test_the_winner_of_a_region_is_no_champion(stage):
    assert first_two(f"== {stage} ==\n=== Final ===\n" + FINAL) == (None, None)
    assert first_two(f"== {stage} ==\n" + rounds(MADE.games)) == (None, None)


@pytest.mark.parametrize("round_", ["Third place", "Semifinals", "Regional Final"])
def test_another_round_of_the_national_stage_is_no_final(round_):
    assert first_two(f"== National Stage ==\n=== {round_} ===\n" + FINAL) == (None, None)


def test_a_final_of_a_region_inside_the_stage_is_no_final():
    text = "== National Stage ==\n=== Region I ===\n==== Final ====\n" + FINAL
    assert first_two(text) == (None, None)


def of(made):
    season, _ = validate_page(page(made))
    return tuple(club and club.key.split("-")[0] for club in (season.champion, season.runner_up))


def names(made):
    return tuple(row["team"].casefold() for row in made.table[:2])


def test_the_last_group_gives_champion_and_runner_up():
    assert of(MADE) == names(MADE)
    assert of(replace(MADE, table=())) == names(MADE)


def test_a_group_with_matches_missing_gives_none_but_its_published_table_does():
    less = MADE.games[:-1]
    text = head("2090") + "== Final Stage ==\n" + rounds(less)
    assert validate_page(text)[0].champion is None
    assert of(replace(MADE, games=less)) == names(MADE)


def test_clubs_that_share_the_first_place_are_no_champions():
    level = league(5)
    rows = tuple(
        row | {"position": 1 if number < 2 else 3} for number, row in enumerate(level.table)
    )
    text = head("2090") + "== Final Stage ==\n" + wikitable(rows)
    season, _ = validate_page(text)
    assert (season.champion, season.runner_up) == (None, None)


def test_two_groups_of_the_last_stage_give_no_champion():
    text = head("2090") + "== Final Stage ==\n"
    for name in "AB":
        text += f"=== Group {name} ===\n" + wikitable(MADE.table)
    assert validate_page(text)[0].champion is None


def test_the_group_of_the_final_gives_the_champion():
    text = head("2090") + "== Final Stage ==\n=== Group A ===\n" + wikitable(MADE.table[::-1])
    text += "=== Final Group ===\n" + wikitable(MADE.table)
    season, _ = validate_page(text)
    assert season.champion.key.startswith(names(MADE)[0])
