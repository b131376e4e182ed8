"""What a season lacks follows from what it has."""

import pytest
from plain import FINAL, LIST, REGION, built

TABLE = """===Table===
| Pos | Team | Pld | W | D | L | GF | GA | Pts |
| 1 | Aurora | 2 | 1 | 1 | 0 | 2 | 0 | 3 |
| 2 | Bolívar | 2 | 1 | 0 | 1 | 1 | 2 | 2 |
| 3 | Cienfuegos | 2 | 0 | 1 | 1 | 0 | 1 | 1 |

"""
TABLE_ONLY = f"==Final Stage==\n{TABLE}"
TWO_MATCHES = FINAL[: FINAL.index("===Round 3")]
BY_TABLE = ("Final Stage", "2 of 3 have a result on the page (by its table)")
SEMIFINAL = "==Semifinals==\n1 March 2099\nAurora v Bolívar\n\n"


def missing(*parts, **infobox):
    return [(gap.stage, gap.what, gap.why) for gap in built(*parts, **infobox).gaps]


def test_a_whole_season_lacks_nothing():
    assert missing(LIST, FINAL) == []


@pytest.mark.parametrize(
    ("parts", "gap"),
    [
        ([FINAL], (None, "team list", "the page lists no clubs")),
        ([LIST], (None, "matches and tables", "the page tells no match and no table")),
        (
            [LIST, TABLE_ONLY],
            (
                "Final Stage",
                "matches",
                "0 of 3 have a result on the page (by its table)",
            ),
        ),
        (
            [LIST, TWO_MATCHES, TABLE],
            ("Final Stage", "matches", BY_TABLE[1]),
        ),
        (
            [LIST, TWO_MATCHES],
            (
                "Final Stage",
                "matches",
                "2 of 3 have a result on the page (3 clubs, each pair once)",
            ),
        ),
        (
            [LIST, SEMIFINAL, FINAL],
            (
                "Semifinals",
                "results of ties",
                "1 of 1 matches of ties have no result on the page",
            ),
        ),
        (
            [LIST, REGION, FINAL],
            (
                "Regional Stage",
                "matches and tables",
                "the page names the regions, and no match and no table of them",
            ),
        ),
    ],
)
def test_what_is_missing_is_named(parts, gap):
    assert missing(*parts) == [gap]


def test_a_table_that_agrees_with_its_matches_lacks_nothing():
    assert missing(LIST, FINAL, TABLE) == []


def test_listed_clubs_that_play_nowhere_are_counted():
    more = LIST.rstrip() + "\n| Ica | Deportivo Fin | Nazca |\n\n"
    why = "1 of 4 listed clubs are in no match and no table of the page"
    assert missing(more, FINAL) == [("Teams", "way of listed clubs", why)]


def test_nobody_who_won_is_a_gap():
    assert (None, "champion", "neither the infobox nor the matches name one") in missing(
        LIST, winners=""
    )


def test_a_ranking_of_clubs_of_several_groups_is_no_group_without_matches():
    ranking = TABLE.replace("| 2 | Bolívar | 2 | 1 | 0 | 1 | 1 | 2 | 2 |\n", "")
    assert missing(LIST, FINAL, ranking) == []


def test_a_large_group_in_which_most_never_meet_is_not_expected_to():
    listed = "".join(f"| Ica | Club {n} | Ica |\n" for n in range(12))
    clubs = f"==Teams==\n| Department | Team | Location |\n{listed}\n"
    matches = "".join(f"2 March 2099\nClub {n} 1-0 Club {n + 1}\n\n" for n in range(11))
    # ten of the twelve have two matches, and each should have as many
    why = "11 of 12 have a result on the page (12 clubs, 2 matches each)"
    found = missing(clubs, f"==National Stage==\n===Round 1===\n{matches}", winners="Club 0")
    assert found == [("National Stage", "matches", why)]


def test_a_table_that_is_cut_off_does_not_say_how_many_matches_there_are():
    cut = TABLE.replace("===Table===\n", "")
    cut = cut[: cut.index("| 2 |")] + "\n"
    inside = FINAL.replace("==Final Stage==\n", f"==Final Stage==\n{cut}")
    assert missing(LIST, inside[: inside.index("===Round 3")]) == [
        ("Final Stage", "matches", "2 of 3 have a result on the page (3 clubs, each pair once)")
    ]


def test_legs_of_ties_are_no_group():
    clubs = LIST.rstrip() + "\n| Ica | Deportivo Fin | Nazca |\n\n"
    matches = (("Aurora", "Bolívar"), ("Cienfuegos", "Deportivo Fin"))
    legs = "".join(
        f"2 March 2099\n{one} 1-0 {two}\n\n9 March 2099\n{two} 1-0 {one}\n\n"
        for one, two in matches
    )
    assert missing(clubs, f"==Regional Stage==\n===Group A===\n{legs}") == []


def test_a_list_of_the_very_stage_says_who_should_meet():
    listed = LIST.replace("==Teams==", "==Final Stage==")
    matches = FINAL.replace("==Final Stage==\n", "")
    assert missing(listed, matches[: matches.index("===Round 2")])[0] == (
        "Final Stage",
        "matches",
        "1 of 3 have a result on the page (3 clubs, each pair once)",
    )
