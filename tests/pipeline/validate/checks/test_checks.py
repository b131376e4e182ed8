"""Each check is silent on a sound season and speaks on an unsound one."""

from dataclasses import replace
from pathlib import Path

import pytest
from data_files import REFERENCE
from leagues import NAMES, Game, head, league, page, rounds, validate_page
from leagues import table as table_of

from pipeline import snapshot
from pipeline.extract import extract
from pipeline.normalise import normalise
from pipeline.validate import CHECKS, validate
from pipeline.validate.checks.round_robin import clubs_that_should_go_on_play_on

PAGE = Path(__file__).parents[4] / "raw/own/1997_Copa_Perú.wikitext"
MADE = league(5)
FIRST, SECOND = (row["team"] for row in MADE.table[:2])
FINAL = "== Final Stage ==\n"
LISTED = head("2090")  # clubs of Puno, Tacna, Piura, Lima, Cusco, Ica, Junín, Loreto
MATCHES, GOALS = len(MADE.games), sum(sum(game.goals) for game in MADE.games)
MOST = max(sum(game.goals) for game in MADE.games)


def infobox(text=None, **parameters):
    """The page with more parameters in its infobox."""
    lines = "".join(f"| {name} = {value}\n" for name, value in parameters.items())
    return (text or page(MADE)).replace("}}\n== Teams", lines + "}}\n== Teams", 1)


def with_cell(row, **changed):
    rows = list(MADE.table)
    rows[row] = rows[row] | changed
    return page(replace(MADE, table=tuple(rows)))


def boxes(*matches, **parameters):
    """Match boxes below the last heading; `1 May Alianza 2–1 Boca` and the like."""
    more = "".join(f"|{name}={value}\n" for name, value in parameters.items())
    return "".join(
        f"{{{{Football box\n{more}|team1={home}\n|score={score}\n|team2={away}\n}}}}\n"
        for home, score, away in matches
    )


def dated(*dates):
    return (
        LISTED
        + FINAL
        + "".join(
            boxes((NAMES[0], "1–0", club), date=date)
            for club, date in zip(NAMES[1:], dates, strict=False)
        )
    )


def tie(row, template="TwoLeg"):
    return f"{{{{{template}Start}}}}\n{{{{{template}Result|{row}}}}}\n|}}\n"


def knock_out(quarters, semis):
    stage = "== National Stage ==\n=== Quarterfinals ===\n"
    return LISTED + stage + quarters + "=== Semifinals ===\n" + semis


def bracket(*scores):
    first, second = scores
    final = FINAL.replace("Final Stage", "Final") + boxes(("Boca", "2–1", "Grau"))
    places = (
        f"{{{{2TeamBracket|RD1-team1=Boca|RD1-score1={first}|RD1-team2=Grau|RD1-score2={second}}}}}"
    )
    return LISTED + final + places


def regions(*sentences):
    stage = "== Regional Stage ==\n"
    return (
        LISTED
        + stage
        + "".join(
            f"=== Region {'I' * number} ===\n"
            f"Region {'I' * number} includes qualified teams from {departments} region.\n"
            for number, departments in enumerate(sentences, 1)
        )
    )


def unlisted():
    """The page with a club that `clubs.csv` knows in a match, and in no list."""
    listed, rest = page(MADE).split(FINAL)
    with_known_club = rest.replace("Estrella", "[[Colegio Nacional Iquitos|CNI]]")
    return listed + FINAL + with_known_club


ALL_BUT_LORETO = "Puno, Tacna, Piura, Lima, Cusco, Ica and Junín"
QUARTERS = tie("Alianza||2–0|Boca||1–0|1–0")

# code -> a page that it finds nothing on, a page that it finds something on
EXAMPLES = {
    "champion-differs": (infobox(winners=FIRST), infobox(winners=SECOND)),
    "season-out-of-order": (
        infobox(prevseason=2089, nextseason=2091),
        infobox(prevseason=2091, nextseason=2092),
    ),
    "round-robin-incomplete": (
        page(MADE),
        page(replace(MADE, games=MADE.games[:-1], table=())),
    ),
    "club-twice-in-round": (
        page(MADE),
        page(replace(MADE, games=(replace(MADE.games[-1], round="Round 1"), *MADE.games[:-1]))),
    ),
    "row-contradicts-itself": (page(MADE), with_cell(2, points=MADE.table[2]["points"] + 1)),
    "points-rule-differs": (page(MADE), page(replace(MADE, table=table_of(MADE.games, 2)))),
    "table-contradicts-itself": (
        page(MADE),
        with_cell(
            2,
            goals_for=MADE.table[2]["goals_for"] + 1,
            goal_difference=MADE.table[2]["goal_difference"] + 1,
        ),
    ),
    "table-differs": (
        page(MADE),
        page(replace(MADE, games=(replace(MADE.games[0], goals=(9, 8)), *MADE.games[1:]))),
    ),
    "rank-shared": (
        LISTED + FINAL + rounds([Game("Round 1", "Boca", "Grau", (1, 0))]),
        LISTED + FINAL + rounds([Game("Round 1", "Boca", "Grau", (1, 1))]),
    ),
    "aggregate-differs": (
        knock_out(tie("Alianza||3–1|Boca||2–1|1–0"), ""),
        knock_out(tie("Alianza||3–2|Boca||2–1|1–0"), ""),
    ),
    "tie-winner-differs": (
        knock_out(tie("Alianza||3–1|Boca||2–1|1–0|winner=1"), ""),
        knock_out(tie("Alianza||3–1|Boca||2–1|1–0|winner=2"), ""),
    ),
    "loser-plays-on": (
        knock_out(QUARTERS, tie("Alianza||1–0|Grau||1–0|0–0")),
        knock_out(QUARTERS, tie("Boca||1–0|Grau||1–0|0–0")),
    ),
    "bracket-differs": (bracket(2, 1), bracket(2, 0)),
    "goals-differ-from-score": (
        LISTED + FINAL + boxes(("Boca", "2–1", "Grau"), goals1="Paz 3', 4' (pen.)", goals2="Ríos"),
        LISTED + FINAL + boxes(("Boca", "2–1", "Grau"), goals1="Paz 3'", goals2="Ríos 9' (o.g.)"),
    ),
    "date-outside-season": (
        dated("1 May 2090", "4 January 2091"),
        dated("1 May 2090", "2 May 2080"),
    ),
    "club-twice-a-day": (dated("1 May 2090", "2 May 2090"), dated("1 May 2090", "1 May 2090")),
    "department-without-region": (
        regions(ALL_BUT_LORETO, "Loreto"),
        regions(ALL_BUT_LORETO),
    ),
    "department-in-two-regions": (
        regions(ALL_BUT_LORETO, "Loreto"),
        regions(ALL_BUT_LORETO, "Loreto and Puno"),
    ),
    "finalist-not-listed": (
        page(MADE),
        unlisted(),
    ),
    "stated-count-differs": (
        page(MADE).replace("== Teams", "Play began in all 8 departments of the country.\n== Teams"),
        page(MADE).replace("== Teams", "Play began in all 9 departments of the country.\n== Teams"),
    ),
    "stated-goals-differ": (
        infobox(**{"matches": MATCHES, "total goals": GOALS}),
        infobox(**{"matches": MATCHES, "total goals": GOALS + 1}),
    ),
    "stated-matches-differ": (infobox(matches=MATCHES + 5), infobox(matches=MATCHES - 1)),
    "stated-extreme-differs": (
        infobox(**{"highest scoring": f"Boca {MOST}–0 Grau"}),
        infobox(**{"highest scoring": f"Boca {MOST - 1}–0 Grau"}),
    ),
    "edition-champion-differs": (
        head("1997", ["Juan Aurich"]).replace("| season", "| winners = Juan Aurich\n| season"),
        head("1997", ["Boca"]).replace("| season", "| winners = Boca\n| season"),
    ),
    "edition-runner-up-differs": (
        head("1997", ["A"]) + "== Final ==\n" + boxes(("Juan Aurich", "1–0", "Deportivo UPAO")),
        head("1997", ["A"]) + "== Final ==\n" + boxes(("Juan Aurich", "1–0", "CNI")),
    ),
}
BY_RULE = {"qualifier-missing"}  # no page alone shows it: no rule says how many go on


def findings_with(code, text):
    _, findings = validate_page(text)
    return [finding for finding in findings if finding.code == code]


def test_every_check_has_a_page_that_passes_and_one_that_fails():
    codes = [check.code for check in CHECKS]
    assert set(codes) == EXAMPLES.keys() | BY_RULE
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_check_is_silent_where_its_claim_holds(code):
    assert findings_with(code, EXAMPLES[code][0]) == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_check_speaks_where_its_claim_fails(code):
    (check,) = (check for check in CHECKS if check.code == code)
    findings = findings_with(code, EXAMPLES[code][1])
    assert findings
    assert {finding.severity for finding in findings} == {check.severity}
    assert all(finding.message and finding.span for finding in findings)


def test_scorers_that_do_not_give_the_score_are_shown_with_both_sides():
    match = boxes(("Boca", "3–1", "Grau"), goals1="Paz 3', 4' (pen.)", goals2="Ríos 9' (o.g.)")
    (finding,) = findings_with("goals-differ-from-score", LISTED + FINAL + match)
    assert finding.message == (
        "Boca 3–1 Grau, but the scorers listed make 2–1 (1 penalty and 1 own goal among them)"
    )


def test_matches_that_list_the_scorers_of_one_side_are_one_finding():
    pairs = [("Boca", "2–1", "Grau"), ("Boca", "2–3", "Alianza"), ("Grau", "2–4", "Alianza")]
    matches = [boxes(pair, goals1="Paz 3', 4'") for pair in pairs]
    wrong = boxes(("Alianza", "3–1", "Grau"), goals1="Paz 3'")
    messages = [
        finding.message
        for finding in findings_with(
            "goals-differ-from-score", LISTED + FINAL + wrong + "".join(matches)
        )
    ]
    assert messages == [
        "Alianza 3–1 Grau, but the scorers listed make 1–0",
        "Boca 2–1 Grau, but the scorers listed make 2–0; 2 more list the scorers of one side only",
    ]


@pytest.mark.parametrize("score", ["3–0 (awarded)", "0–3 w/o", "v", "2–0"])
def test_scorers_are_no_claim_of_a_result_by_decision_or_before_it_is_known(score):
    match = boxes(("Boca", score, "Grau"), goals1="Paz 3', 4'")
    assert findings_with("goals-differ-from-score", LISTED + FINAL + match) == []


def test_clubs_that_should_go_on_are_looked_for_in_later_stages():
    text = LISTED + "== Regional Stage ==\n" + rounds(MADE.games) + "== Final Stage ==\n"
    season, _ = validate_page(text + boxes((FIRST, "1–0", "Grau")))
    (group, *rest) = season.groups

    def lacking(number):
        asked = replace(group, rules=replace(group.rules, advance=number))
        return len(list(clubs_that_should_go_on_play_on(replace(season, groups=(asked, *rest)))))

    assert [lacking(number) for number in (None, 1, 2, 3)] == [0, 0, 1, 2]


# `error` makes the program fail: it is for what cannot be true, whoever is right
ERRORS = {"season-out-of-order", "date-outside-season"}


def test_only_what_cannot_be_true_is_an_error():
    assert {check.code for check in CHECKS if check.severity == "error"} == ERRORS


@pytest.mark.parametrize(
    "neighbours",
    [
        {"prevseason": "2089", "nextseason": "2091"},
        {"prevseason": "2080", "nextseason": "2099"},
        {"prevseason": "TBD", "nextseason": "–"},
        {"prevseason": "89", "nextseason": "91"},
        {"prevseason": "208²", "nextseason": "209²"},
        {},
    ],
)
def test_no_neighbour_that_may_be_true_is_an_error(neighbours):
    assert findings_with("season-out-of-order", infobox(**neighbours)) == []


def findings_of(old, new, count=1):
    """The codes that the checks give when the 1997 page has other words; it must have the old."""
    revision = snapshot.read(PAGE)
    assert revision.text.count(old) >= count
    changed = replace(revision, text=revision.text.replace(old, new, count))
    season = normalise(changed, extract(changed).facts, REFERENCE).season
    return sorted(finding.code for finding in validate(season, changed.title))


KNOWN = ["department-without-region", "stated-count-differs"]


def test_the_page_of_1997_has_its_two_known_findings():
    assert findings_of("Copa", "Copa") == KNOWN


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("winners = Juan Aurich", "winners = Los Chankas", "champion-differs"),
        ("=== Playoff ===", "=== Round 6 ===", "round-robin-incomplete"),
        ("=== Round 2 ===", "=== Round 1 ===", "club-twice-in-round"),
        ("Ancash, Callao", "Ancash, Callao, Piura", "department-in-two-regions"),
    ],
)
def test_a_page_of_1997_that_contradicts_itself_is_found(old, new, code):
    assert code in set(findings_of(old, new)) - set(KNOWN)


def test_a_count_that_holds_is_no_finding():
    assert findings_of("24 departments", "25 departments") == ["department-without-region"]


def test_a_department_in_a_region_is_no_finding():
    assert findings_of("Ancash, Callao", "Ancash, La Libertad, Callao") == ["stated-count-differs"]
