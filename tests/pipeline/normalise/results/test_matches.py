"""A match is one row however often its page states it; what differs is two, or in doubt."""

from dataclasses import replace
from pathlib import Path

import pytest
from data_files import NO_CLUBS as EMPTY
from data_files import REFERENCE

from pipeline import snapshot
from pipeline.extract import extract
from pipeline.lineage import Revision
from pipeline.normalise import normalise

HEAD = """{{Infobox football league season
| competition = Copa Perú
| season = 1997
}}
== Teams ==
{| class="wikitable"
! Department !! Team !! Location
|-
| Piura || Grau || Piura
|-
| Puno || Ugarte || Puno
|}
== Final Stage ==
"""


def box(home, away, score="", date="", **more):
    given = {"date": date, "team1": home, "score": score, "team2": away, **more}
    parameters = "".join(f"|{name}={value}\n" for name, value in given.items())
    return f"{{{{Football box\n{parameters}}}}}\n"


def read(*parts, season="1997"):
    text = HEAD.replace("1997", season) + "\n".join(parts)
    revision = Revision("T", "own", None, None, "0" * 64, "CC0", "t.wikitext", text)
    return normalise(revision, extract(revision).facts, replace(REFERENCE, clubs=EMPTY))


def shown(season):
    return [
        (m.home_printed, m.score and (m.score.home, m.score.away), m.date, m.round)
        for m in season.matches
    ]


def codes(normalised):
    return [finding.code for finding in normalised.findings]


def test_the_better_dated_statement_is_the_row_and_the_other_a_second_source():
    normalised = read(
        box("Grau", "Ugarte", "2–1"), "=== Round 1 ===", box("Grau", "Ugarte", "2–1", "30 November")
    )
    assert shown(normalised.season) == [("Grau", (2, 1), "1997-11-30", "Round 1")]
    assert (codes(normalised), normalised.unloaded_facts) == ([], {})
    assert normalised.season.matches[0].key == "1997/final-stage/round-1/grau-ugarte"


def test_what_only_one_of_the_statements_says_is_kept():
    normalised = read(
        box("Grau", "Ugarte", "v", "30 November 1997"),
        box("Grau", "Ugarte", "2–1", stadium="Nacional"),
    )
    (match,) = normalised.season.matches
    assert (match.date, match.status, match.stadium) == ("1997-11-30", "played", "Nacional")
    assert match.score_text == "2–1"


def test_three_statements_are_one_row():
    normalised = read(*[box("Grau", "Ugarte", "2–1", date) for date in ("", "November 1997", "")])
    assert shown(normalised.season) == [("Grau", (2, 1), "1997-11", None)]


def test_home_and_away_are_two_matches():
    normalised = read(box("Grau", "Ugarte", "2–1"), box("Ugarte", "Grau", "2–1"))
    assert len(normalised.season.matches) == 2


@pytest.mark.parametrize(
    "second",
    [
        box("Grau", "Ugarte", "2–1", "3 December 1997"),
        "=== Play-off ===\n" + box("Grau", "Ugarte", "2–1"),
        "=== Group A ===\n" + box("Grau", "Ugarte", "2–1", "30 November 1997"),
    ],
    ids=["date", "round", "group"],
)
def test_another_date_round_or_group_is_another_match(second):
    normalised = read("=== Round 1 ===", box("Grau", "Ugarte", "2–1", "30 November 1997"), second)
    assert len(normalised.season.matches) == 2
    assert codes(normalised) == []


def test_an_annulled_match_and_its_replay_are_two():
    normalised = read(box("Grau", "Ugarte", "1–0 (annulled)"), box("Grau", "Ugarte", "2–1"))
    assert [m.status for m in normalised.season.matches] == ["annulled", "played"]


def test_scores_that_differ_are_a_finding_that_names_both_and_the_first_is_kept():
    normalised = read(box("Grau", "Ugarte", "2–1"), box("Grau", "Ugarte", "3–1"))
    assert shown(normalised.season) == [("Grau", (2, 1), None, None)]
    (finding,) = normalised.findings
    assert finding.code == "match-stated-differently"
    assert "3–1" in finding.message
    assert "2–1" in finding.message
    assert list(normalised.unloaded_facts.values()) == ["match stated differently"]


def test_shoot_outs_that_differ_are_in_doubt_too():
    one, other = (box("Grau", "Ugarte", f"1–1 ({n}–2 p)") for n in (4, 5))
    assert codes(read(one, other)) == ["match-stated-differently"]


@pytest.mark.parametrize(
    ("score", "expected", "found"),
    [
        ("0–0", ("played", "0–0"), []),
        ("", ("unknown", None), []),
        ("–", ("unknown", "–"), []),
        ("v", ("scheduled", "v"), []),
        ("cancelled", ("cancelled", "cancelled"), []),
        ("2–x", ("unknown", "2–x"), ["unreadable-score"]),
    ],
    ids=["goalless", "not stated", "a dash", "not yet played", "never played", "unreadable"],
)
def test_kinds_of_nothing_stay_apart(score, expected, found):
    normalised = read(box("Grau", "Ugarte", score))
    (match,) = normalised.season.matches
    assert (match.status, match.score_text or None) == expected
    assert codes(normalised) == found
    assert (match.score is None) == (score != "0–0")


def test_one_name_is_one_finding_however_often_it_is_printed():
    normalised = read(box("Grau", "Nobody", "2–1"), box("Nobody", "Ugarte", "0–0"))
    assert codes(normalised) == ["unknown-club"]


@pytest.mark.parametrize(
    ("date", "code"),
    [
        ("31 February 1997", "impossible-date"),
        ("29 February", "impossible-date"),
        ("13/13/1997", "impossible-date"),
        ("31–32 December", "impossible-date"),
        ("29–30 February 1997", "impossible-date"),
        ("27 February – 29 February", "impossible-date"),
        ("32 de tarzo", "unreadable-date"),
        ("some Sunday", "unreadable-date"),
    ],
)
def test_an_impossible_date_is_a_finding_and_never_moved(date, code):
    normalised = read(box("Grau", "Ugarte", "2–1", date))
    (match,) = normalised.season.matches
    assert (match.date, match.precision, match.date_text) == (None, "none", date)
    assert codes(normalised) == [code]


def test_the_same_box_twice_in_a_section_is_one_match_and_a_finding():
    once = box("Grau", "Ugarte", "2–1", "30 November")
    normalised = read(once, once)
    assert (len(normalised.season.matches), codes(normalised)) == (1, ["match-stated-twice"])


def test_a_box_and_a_grid_of_one_match_are_no_double():
    grid = "{{#invoke:sports table|main|team1=A|team2=B|name_A=Grau|name_B=Ugarte|match_A_B=2–1}}"
    normalised = read(grid, "=== Round 1 ===", box("Grau", "Ugarte", "2–1", "30 November"))
    assert shown(normalised.season) == [("Grau", (2, 1), "1997-11-30", "Round 1")]
    assert codes(normalised) == []


def test_of_two_results_the_first_stands_with_the_date_of_the_other():
    grid = "{{#invoke:sports table|main|team1=A|team2=B|name_A=Grau|name_B=Ugarte|match_A_B=2–1}}"
    normalised = read(grid, "=== Round 1 ===", box("Grau", "Ugarte", "3–1", "30 November"))
    assert shown(normalised.season) == [("Grau", (2, 1), "1997-11-30", "Round 1")]
    assert codes(normalised) == ["match-stated-differently"]


def test_a_play_off_is_not_the_match_of_the_group_before_it():
    normalised = read(box("Grau", "Ugarte", "2–1"), "=== Playoff ===", box("Grau", "Ugarte", "0–1"))
    assert [(m.score.goals, m.round) for m in normalised.season.matches] == [
        ((2, 1), None),
        ((0, 1), "Playoff"),
    ]
    assert codes(normalised) == []


def test_two_groups_in_one_table_are_two_groups():
    rows = ["colspan=3|Grupo A", "|Grau||1-0||Ugarte", "colspan=3|Grupo B", "|Alfa||1-0||Beta"]
    season = read("{|\n!Local!!Resultado!!Visitante\n|-\n|" + "\n|-\n|".join(rows) + "\n|}").season
    assert [match.group for match in season.matches] == ["Grupo A", "Grupo B"]


def test_legs_in_rows_are_one_tie_and_count_for_no_standings():
    season = read(
        "{|\n!Local!!Resultado!!Visitante!!Global\n|-\n|Grau||2-0||Ugarte||rowspan=2|3-1\n"
        "|-\n|Ugarte||1-1||Grau\n|}"
    ).season
    assert [(match.leg, match.counts) for match in season.matches] == [(1, False), (2, False)]
    (tie,) = season.ties
    assert (tie.legs_known, tie.aggregate, tie.winner) == (2, "3-1", tie.team1)


def test_rounds_of_a_final_that_end_alike_are_two_matches():
    path = Path(__file__).parents[3] / "golden" / "final-of-four-rounds" / "page.wikitext"
    revision = snapshot.read(path)
    season = normalise(revision, extract(revision).facts, REFERENCE).season
    assert [match.round_number for match in season.matches] == [1, 2, 3, 4]
