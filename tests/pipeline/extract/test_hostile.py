"""Pages that would take for ever: kept apart in half a second, and the run goes on."""

import time

import pytest
from reading import read, stated

from pipeline.account import Claim
from pipeline.extract import guard
from pipeline.lineage import Span

REFUSED = {
    "templates that never close": "{{a|" * 2000,
    "boxes that never close": "{{football box|date=1|team1=[[A]]|score=1–0\n" * 2000,
    "links that never close": "[[a|" * 4000,
    "external links that never close": "[http://a " * 8000,
    "references that never close": "<ref>a" * 8000,
    "comments that never close": "<!-- a" * 4000,
    "templates and links": "{{a|[[b|" * 2000,
    "tables in tables": "{|\n|\n" * 500 + "x\n" + "|}\n" * 500,
    "tables that never close": "{|\n| a\n" * 3000,
    "a line of 2 MB": "a" * 2_000_000,
    "a line of 2 MB full of links": "[[Team A]] 1–0 ''Team B''; " * 74_000,
    "100,000 parameters": "{{a" + "|x=1" * 100_000 + "}}",
    "bold that never closes": "<b>" * 4000,
    "tags that never end": "<a " * 4000,
    "lists in lists": "*" * 20_000 + "a",
    "spans over spans": "{|\n" + "|-\n| rowspan=200 colspan=200 | a\n" * 20_000 + "|}",
    "100,000 matches": "1 May 1990\n" + "A 1–0 B\n" * 100_000,
    "a long text in many tables": "{|\n|\n" * 18 + "abc def abc def\n" * 70_000 + "|}\n" * 18,
    "5 MB of lines": "a\n" * 2_500_000,
    "5 MB of templates": "{{a}}\n" * 830_000,
    "5 MB of parameters": "{{a" + "|x=1" * 1_250_000 + "}}",
    "5 MB that never closes": "{{a|\n" * 1_000_000,
}
UNITS = {
    "ties": "{{TwoLegResult|A||2–1|B||1–0|1–1}}\n",
    "small tables": "{|\n!Local!!Resultado!!Visitante\n|-\n|A||1-0||B\n|}\n",
    "tables in tables": "{|\n|\n" * 2 + "x\n" + "|}\n" * 2,
    "wide spans": "{|\n" + "|-\n| rowspan=100 colspan=100 | a\n" * 100 + "|}\n",
    "templates that only hold others": "{{stack|\n" * 39 + "x" + "\n}}" * 39 + "\n",
}
READ = {
    "2,000 templates in templates": "{{a|" * 2000 + "x" + "}}" * 2000,
    "20,000 parameters": "{{a" + "|x=1" * 20_000 + "}}",
    "absurd spans": "{|\n" + "|-\n| rowspan=100000 colspan=100000 | a\n" * 200 + "|}",
    "many apostrophes": "''a'''b" * 4000,
    "only equals signs": "=" * 100_000,
    "a tag that never ends": "<" + "a" * 500_000,
    "a table that never closes": "{|\n" + "|-\n| a || b || [[c]] || {{d|e}}\n" * 1000,
    "a hundred tables that a template closes": "{|\n| a\n{{Tabla de posiciones fin}}\n" * 100,
    "a cell after the other": "{|\n|" + "||a" * 10_000 + "\n|}",
}


def timed(text):
    started = time.process_time()
    made = read(text)
    return made, time.process_time() - started


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_page_over_budget_is_one_piece_and_one_finding(text):
    made, seconds = timed(text)
    assert made.facts == ()
    assert made.claims == (Claim(Span(0, len(text)), "quarantined", "page over budget"),)
    assert [finding.code for finding in made.findings] == ["page-over-budget"]
    assert seconds < 0.5


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_page_just_within_the_budget_is_read_in_time(unit):
    made, seconds = timed(unit * int(100 * guard.MAX_SECONDS / guard.seconds_to_read(unit * 100)))
    assert "page-over-budget" not in [finding.code for finding in made.findings]
    assert seconds < 3  # 2 on a machine that does nothing else


def test_a_well_formed_page_of_a_megabyte_is_read():
    box = (
        "== Round ==\n{{football box|date={{Start date|1990|11|30|df=y}}|team1=[[Aurora FC|Aurora]]"
    )
    box += "|score={{score link|x|2–1}}|team2=[[Grau]]|stadium=[[Nacional]], Lima}}<ref>a</ref>\n"
    text = box * (1_048_576 // len(box))
    balance = guard.scan(text)
    assert balance.refusal is None
    assert balance.unclosed == []


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_a_page_that_only_looks_frightening_is_read(text):
    made, seconds = timed(text)
    assert "page-over-budget" not in [finding.code for finding in made.findings]
    assert seconds < 2


def test_a_box_that_never_closes_is_read_and_reported():
    text = "{{Football box|team1=A|score=1–0|team2=B\n\nProse.\n"
    text += "{{Football box|team1=C|score=2–0|team2=D}}"
    assert [(m.home, m.away) for m in stated(text)] == [("A", "B"), ("C", "D")]
    assert [finding.code for finding in read(text).findings] == ["unclosed-template"]


def test_a_box_in_a_comment_never_happened():
    assert (
        stated("<!-- {{Football box|team1=A|score=1–0|team2=B -->\n<nowiki>{{Partido</nowiki>")
        == []
    )


def test_a_table_that_never_closes_gives_its_rows():
    text = "{|\n!Local!!Resultado!!Visitante\n|-\n|A||1-0||B\n== Next ==\nProse."
    assert [(m.home, m.section) for m in stated(text)] == [("A", ())]
