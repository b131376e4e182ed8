"""Ties as pages tell them: tables, extra matches beside them, boxes under leg headings."""

from pathlib import Path

import pytest
from data_files import REFERENCE
from leagues import head, validate_page

from pipeline import snapshot
from pipeline.extract import extract
from pipeline.normalise import normalise

RAW = Path(__file__).parents[4] / "raw/own"


def ties(*parts, year="2004"):
    """Each tie of a page: teams, aggregate, who went on and by what."""
    season, _ = validate_page(head(year) + "\n".join(parts))
    return [shown(tie) for tie in season.ties]


def shown(tie):
    name = {club.key: club.key.split("-")[0] for club in tie.clubs}
    winner = tie.winner and name[tie.winner.key]
    return name[tie.team1.key], name[tie.team2.key], tie.aggregate, winner, tie.decided_by


def two_legs(*rows):
    return "{{TwoLegStart}}\n" + "\n".join(f"{{{{TwoLegResult|{row}}}}}" for row in rows) + "\n|}"


def one_leg(*rows):
    return "{{OneLegStart}}\n" + "\n".join(f"{{{{OneLegResult|{row}}}}}" for row in rows) + "\n|}"


def box(home, score, away):
    return f"{{{{Football box\n|team1={home}\n|score={score}\n|team2={away}\n}}}}"


FINAL = "== National Stage =="
TIE = two_legs("Alianza||2–3|Boca||2–1|0–2")


def test_the_rules_of_the_season_decide():
    level = ("alianza", "boca", "2–3")
    assert ties(FINAL, TIE, year="2004") == [(*level, None, None)]
    assert ties(FINAL, TIE, year="2012") == [(*level, "boca", "goals")]
    assert ties(FINAL, TIE, year="2015") == [(*level, "boca", "goals")]


@pytest.mark.parametrize("name", ["Tiebreaker", "Play-off", "Desempate", "Playoff"])
@pytest.mark.parametrize("row", ["Alianza||1–0|Boca|", "Boca||0–1|Alianza|"])
def test_a_table_of_extra_matches_belongs_to_the_ties_before_it(name, row):
    text = (FINAL, "=== Quarterfinals ===", TIE, f"==== {name} ====", one_leg(row))
    assert ties(*text) == [("alianza", "boca", "2–3", "alianza", "extra-match")]


def test_an_extra_match_in_a_section_after_the_round():
    text = (
        FINAL,
        "=== Quarterfinals ===",
        TIE,
        "=== Tiebreaker ===",
        box("Boca", "1–2", "Alianza"),
    )
    assert ties(*text) == [("alianza", "boca", "2–3", "alianza", "extra-match")]


def test_an_extra_match_that_penalties_decide():
    extra = one_leg("Boca||1–1 (4–2 p)|Alianza|")
    text = (FINAL, "=== Quarterfinals ===", TIE, "==== Tiebreaker ====", extra)
    assert ties(*text) == [("alianza", "boca", "2–3", "boca", "extra-match")]


def test_a_third_leg_in_the_row_is_the_extra_match():
    row = two_legs("Alianza||2–3|Boca||2–1|0–2|1–0")
    assert ties(FINAL, row) == [("alianza", "boca", "2–3", "alianza", "extra-match")]


def test_boxes_under_leg_headings_are_ties_and_no_matches_of_a_group():
    legs = ("==== First leg ====", box("Alianza", "2–0", "Boca"), box("Grau", "0–0", "Cantolao"))
    back = ("==== Second leg ====", box("Boca", "1–0", "Alianza"), box("Cantolao", "2–1", "Grau"))
    text = (FINAL, "=== Quarterfinals ===", *legs, *back)
    assert ties(*text, year="2015") == [
        ("alianza", "boca", "2–1", "alianza", "goals"),
        ("grau", "cantolao", "1–2", "cantolao", "goals"),
    ]
    season, _ = validate_page(head("2015") + "\n".join(text))
    assert [match.leg for match in season.matches] == [1, 1, 2, 2]
    assert season.groups == ()


@pytest.mark.parametrize("first", ["First leg", "1st leg", "Ida", "Partidos de ida"])
def test_legs_directly_below_a_stage_do_not_count_for_standings(first):
    text = (FINAL, f"=== {first} ===", box("Alianza", "2–0", "Boca"))
    text += ("=== Second leg ===", box("Boca", "1–0", "Alianza"))
    season, _ = validate_page(head("2015") + "\n".join(text))
    assert [match.counts for match in season.matches] == [False, False]
    assert [shown(tie) for tie in season.ties] == [("alianza", "boca", "2–1", "alianza", "goals")]
    assert season.groups == ()


def test_boxes_of_a_round_are_the_legs_of_its_ties():
    text = (
        FINAL,
        "=== Semifinals ===",
        box("Alianza", "2–0", "Boca"),
        box("Boca", "1–0", "Alianza"),
    )
    assert ties(*text, year="2015") == [("alianza", "boca", "2–1", "alianza", "goals")]


def test_a_box_that_says_a_leg_of_a_table_again_is_no_other_tie():
    text = (FINAL, "=== Semifinals ===", TIE, box("Alianza", "2–1", "Boca"))
    season, _ = validate_page(head("2015") + "\n".join(text))
    assert (len(season.ties), len(season.matches)) == (1, 2)


OPEN = two_legs("Alianza||1–1|Boca||1–1|0–0", "Cantolao||3–1|Grau||3–1|0–0")


def test_a_tie_left_open_goes_to_the_club_that_alone_plays_on():
    later = two_legs("Boca||4–0|Cantolao||2–0|2–0")
    text = (FINAL, "=== Quarterfinals ===", OPEN, "=== Semifinals ===", later)
    assert ties(*text)[0] == ("alianza", "boca", "1–1", "boca", "next-round")


def test_rounds_that_are_stages_of_their_own_lead_on_as_well():
    later = two_legs("Boca||4–0|Cantolao||2–0|2–0")
    text = ("== Quarterfinals ==", OPEN, "== Semifinals ==", later)
    assert ties(*text)[0] == ("alianza", "boca", "1–1", "boca", "next-round")


def test_a_final_leads_nowhere():
    promotion = two_legs("Boca||4–0|Grau||2–0|2–0")
    text = (
        FINAL,
        "=== Final ===",
        OPEN.replace("{{TwoLegResult|Cantolao||3–1|Grau||3–1|0–0}}", ""),
    )
    for name in ("Promotion play-off", "Intermedia"):
        assert ties(*text, f"== {name} ==", promotion)[0][3:] == (None, None)


@pytest.mark.parametrize("name", ["Third place", "Third-place match", "Tercer puesto", "3rd place"])
def test_a_match_for_third_place_proves_nothing(name):
    later = (f"=== {name} ===", box("Boca", "1–0", "Grau"))
    text = (FINAL, "=== Semifinals ===", OPEN, *later, "=== Final ===")
    assert ties(*text)[0] == ("alianza", "boca", "1–1", None, None)
    final = box("Alianza", "1–0", "Cantolao")
    assert ties(*text, final)[0] == ("alianza", "boca", "1–1", "alianza", "next-round")


def test_the_next_round_counts_and_not_one_after_it():
    """Who was beaten may come back by another way."""
    semis = two_legs("Boca||4–0|Cantolao||2–0|2–0")
    final = two_legs("Boca||4–0|Alianza||2–0|2–0")
    text = (
        FINAL,
        "=== Quarterfinals ===",
        OPEN,
        "=== Semifinals ===",
        semis,
        "=== Final ===",
        final,
    )
    assert ties(*text)[0] == ("alianza", "boca", "1–1", "boca", "next-round")


def test_two_play_offs_of_two_clubs_are_two_ties():
    text = ("== Final Stage ==", "=== Play-off ===", box("Alianza", "1–1", "Boca"))
    text += ("=== Tiebreaker ===", box("Boca", "0–1", "Alianza"))
    assert [decided for *_, decided in ties(*text)] == [None, "goals"]


def test_an_extra_match_is_one_leg_more():
    text = (
        FINAL,
        "=== Quarterfinals ===",
        TIE,
        "==== Tiebreaker ====",
        one_leg("Boca||1–0|Alianza|"),
    )
    (tie,) = validate_page(head("2004") + "\n".join(text))[0].ties
    assert (tie.legs_known, len(tie.matches)) == (3, 3)


def test_both_clubs_in_the_next_round_prove_nothing():
    later = two_legs("Boca||4–0|Alianza||2–0|2–0")
    text = (FINAL, "=== First round ===", OPEN, "=== Semifinals ===", later)
    assert ties(*text)[0] == ("alianza", "boca", "1–1", None, None)


def test_what_the_page_states_decides_what_the_rules_leave_open():
    marked = TIE.replace("|0–2}}", "|0–2|winner=1}}")
    assert ties(FINAL, marked) == [("alianza", "boca", "2–3", "alianza", "stated")]
    season, findings = validate_page(head("2015") + FINAL + "\n" + marked)
    assert season.ties[0].decided_by == "goals"
    assert [one.code for one in findings] == ["tie-winner-differs"]


def test_a_tie_of_points_keeps_its_measure():
    table = """{| class="wikitable"
! Team 1 !! Points !! Team 2 !! 1st leg !! 2nd leg
|-
| Alianza || 3–3 || Boca || 2–1 || 0–2
|}"""
    season, findings = validate_page(head("2012") + FINAL + "\n" + table)
    (tie,) = season.ties
    assert (tie.measure, tie.aggregate, tie.decided_by) == ("points", "3–3", "goals")
    assert [one.code for one in findings] == []


def test_a_tie_of_a_club_against_itself_is_a_finding():
    season, findings = validate_page(
        head("2004") + FINAL + "\n" + two_legs("Boca||1–0|Boca||1–0|0–0")
    )
    assert season.ties == ()
    assert "club-against-itself" in {one.code for one in findings}


@pytest.mark.parametrize(
    ("year", "went_on"),
    [
        (
            2004,
            {
                ("Unión Pacífico", "Academia Municipal"): ("Academia Municipal", "extra-match"),
                ("Universidad de Chiclayo", "Academia Municipal"): (
                    "Universidad de Chiclayo",
                    "extra-match",
                ),
                ("Olimpia", "Flamengo"): ("Flamengo", "extra-match"),
                ("Flamengo", "Higos Urco"): ("Flamengo", "points"),
                ("Sport Sealcas", "Universidad de Chiclayo"): ("Universidad de Chiclayo", "points"),
                ("Olimpia", "Independiente (Tumbes)"): ("Olimpia", "points"),
            },
        ),
        (
            2012,
            {
                ("Alfonso Ugarte", "Sport Victoria"): ("Alfonso Ugarte", "goals"),
                ("UTC", "Alianza Cristiana"): ("UTC", "points"),
                ("UTC", "Alfonso Ugarte"): ("UTC", "goals"),
            },
        ),
    ],
)
def test_the_ties_of_a_real_season_come_out_with_the_club_that_went_on(year, went_on):
    revision = snapshot.read(RAW / f"{year}_Copa_Perú.wikitext")
    season = normalise(revision, extract(revision).facts, REFERENCE).season
    names = {match.home: match.home_printed for match in season.matches}
    names |= {match.away: match.away_printed for match in season.matches}
    assert {
        (names[tie.team1], names[tie.team2]): (names[tie.winner], tie.decided_by)
        for tie in season.ties
    } == went_on


def test_goals_away_decided_nothing_where_there_was_a_shoot_out():
    text = (FINAL, "=== Final ===", two_legs("Alianza||1–1 (4–2 p)|Boca||1–1|0–0"))
    assert ties(*text, year="2010") == [("alianza", "boca", "1–1 (4–2 p)", "alianza", "penalties")]
    level = two_legs("Alianza||1–1|Boca||1–1|0–0")
    decided = ties(FINAL, "=== Final ===", level, year="2010")
    assert decided == [("alianza", "boca", "1–1", "boca", "away-goals")]


def test_one_match_in_a_round_of_two_legs_decides_nothing():
    box = "{{Football box |date= |team1=Norte |score=3–1 |team2=Sur}}"
    text = (FINAL, "=== Quarterfinals ===", TIE, box)
    both = validate_page(head("2004") + "\n".join(text))[0].ties
    incomplete = [tie for tie in both if tie.team1.key.endswith("norte")]
    assert [(tie.legs_known, tie.legs_expected) for tie in incomplete] == [(1, 2)]
    assert [(tie.winner, tie.is_complete) for tie in incomplete] == [(None, False)]


def test_one_final_after_semifinals_of_two_legs_is_the_final():
    box = "{{Football box |date= |team1=Alianza |score=3–1 |team2=Sur}}"
    text = (FINAL, "=== Semifinals ===", TIE, "=== Final ===", box)
    final = validate_page(head("2004") + "\n".join(text))[0].ties[-1]
    assert (final.winner, final.decided_by) == (final.team1, "goals")
    assert final.is_complete
