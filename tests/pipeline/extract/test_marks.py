"""Marks in places where the parser gives up on them: what the page shows is read all the same."""

import pytest
from reading import read, stated

from pipeline.account import close

HEADER = "! Home !! Score !! Away\n"


def results(text):
    return [(m.home, m.home_goals, m.away_goals, m.away) for m in stated(text)]


def box(home="A", away="B", score="2–1"):
    return f"{{{{Football box|date=1 May 1999|team1={home}|score={score}|team2={away}}}}}"


@pytest.mark.parametrize(
    "written",
    [
        "{{Football box|team1=A|score=2–1|team2=B|goals1=<li>C {{goal|1}}}}",
        "{{Football box\n|team1=<dd>A\n|score=<center>2–1\n|team2=<small>B\n}}",
        "{{Football box|team1=A<ref>{{cite web|url=x</ref>|score=2–1|team2=B}}",
        "{{Football box|team1=A|score=[[X{{!}}2–1]]|team2=B}}",
        "<NOWIKI>{{Football box</NOWIKI> {{Football box|team1=A|score=2–1|team2=B}}",
        "{{hidden|Results|\n{{{!}}\n" + HEADER + "{{!-}}\n{{!}} A {{!!}} 2–1 {{!!}} B\n{{!}}}\n}}",
        "{{hidden|Results|\n{{(!}}\n" + HEADER + "{{!-}}\n{{!}} A {{!!}} 2–1 {{!!}} B\n{{!)}}\n}}",
    ],
)
def test_a_mark_that_never_closes_takes_no_match_along(written):
    assert results(written) == [("A", 2, 1, "B")]


@pytest.mark.parametrize(
    "row",
    [
        "{{!}} A {{!}}{{!}} 2–1 {{!}}{{!}} B",
        "{{!}} A {{!!}} 2–1 {{!!}} [[Club B{{!}}B]]",
        "<tr><td>A</td><td>2–1</td><td>B</td></tr>",
        "<tr>\n<td>A\n<td>2–1\n<td>B",
        "| A || 2–1\n<td>B</td>",
        '|align="left"| A || 2–1 || B',
        "{{!}}align=left{{!}} A || 2–1 || B",
    ],
)
def test_a_row_is_a_row_in_wikitext_by_template_and_in_html(row):
    assert results("{|\n" + HEADER + f"|-\n{row}\n|}}") == [("A", 2, 1, "B")]


def test_html_cells_have_spans():
    rows = "<tr><td>A</td><td>2–1</td><td rowspan=2>B</td></tr>\n<tr><td>C</td><td>1–0</td></tr>\n"
    assert results("{|\n" + HEADER + rows + "|}") == [("A", 2, 1, "B"), ("C", 1, 0, "B")]


@pytest.mark.parametrize(
    "layout",
    [
        "{|\n<tr><td>\n%s\n</td></tr>\n|}",
        "{|\n|-\n|<td>\n%s\n</td>\n|}",
        '{|\n<td valign="top">\n%s\n|}',
        "{|\n|-\n%s\n|}",
        "{|\n%s\n|}",
        "{|\n|+ Results\n%s\n|-\n| x || y\n|}",
        "{|\n! Department !! Team\n|+ %s\n|-\n| Lima || A\n|}",
        "{|\n! Department !! Team\n|-\n%s\n|-\n| Lima || A\n|}",
    ],
)
def test_what_stands_in_a_table_but_in_no_cell_is_read(layout):
    assert results(layout % box()) == [("A", 2, 1, "B")]


def test_a_table_inside_a_table_needs_no_cell():
    inner = "{|\n" + HEADER + "|-\n| A || 2–1 || B\n|}"
    assert results("{|\n|-\n" + inner + "\n|}") == [("A", 2, 1, "B")]


def test_a_cell_across_columns_states_its_value_once():
    header = "! Date !! Stadium !! Home !! Score !! Away\n"
    (match,) = stated("{|\n" + header + "|-\n|colspan=2| 1 May 1999 || A || 2–1 || B\n|}")
    assert (match.date, match.stadium) == ("1999-05-01", None)


def test_a_cell_across_the_score_and_a_team_is_the_score():
    made = read("{|\n" + HEADER + "|-\n| A ||colspan=2| walkover\n|}")
    assert [fact.fact for fact in made.facts] == ["unrecognised"]


def test_a_cell_across_the_position_and_the_team_is_the_team():
    header = "! Pos !! Team !! Pld !! W !! D !! L !! Pts\n"
    row = "|-\n|colspan=2| A || 2 || 1 || 0 || 1 || 3\n"
    (standing,) = stated("{|\n" + header + row + "|}", kind="standing")
    assert (standing.position, standing.team) == (None, "A")


@pytest.mark.parametrize("cell", ["|+4", "|-4"])
def test_a_cell_that_is_a_caption_or_a_row_mark_moves_no_other(cell):
    header = "! Team !! Pld !! W !! D !! L !! GD !! Pts\n"
    row = f"|-\n|A\n|2\n|2\n|0\n|0\n{cell}\n|6\n"
    made = read("{|\n" + header + row + "|}")
    standing, lost = made.facts
    assert (standing.goal_difference, standing.points) == (None, 6)
    assert lost.text == cell
    assert [finding.code for finding in made.findings] == ["unrecognised-construct"]


@pytest.mark.parametrize(
    "hidden", ["<includeonly>%s</includeonly>", "<includeonly>%s", "<!-- %s", "<INCLUDEONLY>%s"]
)
def test_what_nobody_sees_states_nothing(hidden):
    text = box() + "\n" + hidden % box("C", "D")
    made = read(text)
    assert [fact.home for fact in made.facts] == ["A"]
    assert close(text, made.claims, {})[-1].disposition == "invisible"
