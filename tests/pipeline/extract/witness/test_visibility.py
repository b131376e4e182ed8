"""What a reader of the page sees."""

import pytest

from pipeline.extract.parsing.page import parse
from pipeline.extract.witness.verdicts import find_seen_scores
from pipeline.extract.witness.visibility import find_invisible
from pipeline.lineage import Revision


def page_of(text):
    return parse(Revision("Page", "", None, None, "", "", "", text))


@pytest.mark.parametrize(
    "text",
    [
        "Alfa 2–1 Beta",
        "{{Desplegable|título=Final|Alfa 2–1 Beta}}",
        "{{Marcador|2–1}}",
        "{{nowrap|2–1}}",
        "{{score link|Final|2–1}}",
        "[[Final|2–1]]",
        "[[Alfa 2–1 Beta]]",
        "[https://example.org 2–1]",
        "[[Archivo:A.jpg|thumb|Alfa 2–1 Beta]]",
        "<gallery>\nA.jpg|Alfa 2–1 Beta\n</gallery>",
        "<pre>Alfa 2–1 Beta</pre>",
        "<nowiki>2–1</nowiki>",
        "== Alfa 2–1 Beta ==",
        "{|\n|+ Alfa 2–1 Beta\n|}",
        "<div>Alfa 2–1 Beta</div>",
    ],
)
def test_a_score_in_text_is_seen(text):
    assert [score.pair for score in find_seen_scores(page_of(text))] == [(1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- 2–1 -->",
        "<!-- 2–1",
        "<includeonly>2–1</includeonly>",
        "<ref>Alfa 2–1 Beta</ref>",
        "{{cite web|title=Alfa 2–1 Beta}}",
        "{{efn|Alfa 2–1 Beta}}",
        "[[Alfa 2–1 Beta|the final]]",
        "[https://example.org/2-1 the final]",
        "https://example.org/a?2-1",
        "[[Archivo:Alfa 2-1 Beta.jpg|thumb|the final]]",
        "[[Category:Alfa 2-1]]",
        "<gallery>\nAlfa 2-1 Beta.jpg|the final\n</gallery>",
        "{{Football box|section=2-1|team1=A}}",
        "{{#lst:Final|2-1}}",
    ],
)
def test_a_score_that_nobody_sees_or_in_a_note_is_none(text):
    assert find_seen_scores(page_of(text)) == []


def test_comments_are_invisible_wherever_they_stand():
    text = "{{Football box|team1=A<!-- b -->}}\n{|\n| <!-- c --> 1\n|}\n<nowiki><!-- d --></nowiki>"
    found = [(text[span.start : span.end], why) for span, why in find_invisible(page_of(text))]
    assert found == [("<!-- b -->", "comment"), ("<!-- c -->", "comment")]
