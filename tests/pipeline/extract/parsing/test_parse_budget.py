"""Pages that would take for ever: kept apart, and the run goes on."""

import time

import pytest
from hostile import READ, REFUSED, UNITS, within_budget
from reading import read, stated

from pipeline.account import Claim
from pipeline.extract.parsing import parse_budget
from pipeline.lineage import Span

SLOWEST = 15  # seconds of processor time on a busy machine; one that is not linear takes minutes


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
    assert seconds < SLOWEST


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_page_just_within_the_budget_is_read_in_time(unit):
    made, seconds = timed(within_budget(unit))
    assert "page-over-budget" not in [finding.code for finding in made.findings]
    assert seconds < SLOWEST


def test_a_well_formed_page_of_a_megabyte_is_read():
    box = (
        "== Round ==\n{{football box|date={{Start date|1990|11|30|df=y}}|team1=[[Aurora FC|Aurora]]"
    )
    box += "|score={{score link|x|2–1}}|team2=[[Grau]]|stadium=[[Nacional]], Lima}}<ref>a</ref>\n"
    text = box * (1_048_576 // len(box))
    assert parse_budget.find_refusal(text) is None


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_a_page_that_only_looks_frightening_is_read(text):
    made, seconds = timed(text)
    assert "page-over-budget" not in [finding.code for finding in made.findings]
    assert seconds < SLOWEST


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
