"""A template is unknown if nobody reads it, no rule ignores it, and no value knows its text."""

import pytest
from reading import read, stated

BOX = "{{Football box|team1=A|score=1–0|team2=B}}"


def unknown(text):
    return [fact.name for fact in stated(text, "unrecognised") if fact.kind == "template"]


@pytest.mark.parametrize(
    "text",
    [
        BOX,  # by name
        "{{Round2||A|1|B|0}}",  # by its family
        "{{Fb r header|A|B}}",  # as a table of templates
        "{{stack|" + BOX + "}}",  # shows what is read
        "{{reflist}}",  # ignored by name
        "{{2011 in Peruvian football}}",  # ignored as navigation
    ],
)
def test_a_template_that_is_read_or_ignored_is_not_unknown(text):
    assert unknown(text) == []


def test_a_template_that_nobody_reads_and_no_rule_ignores_is_a_fact_and_a_finding():
    extraction = read("{{Squad table|A}}")
    assert [(fact.fact, fact.name) for fact in extraction.facts] == [
        ("unrecognised", "squad table")
    ]
    assert [(finding.code, finding.message) for finding in extraction.findings] == [
        ("unrecognised-construct", "template: squad table")
    ]


def test_in_a_value_a_template_is_unknown_if_its_text_is():
    box = "{{Football box|team1=%s|score=1–0|team2=B}}"
    assert unknown(box % "{{nowrap|A}}") == []
    assert unknown(box % "A{{mystery}}") == ["mystery, inside a value"]


def test_in_two_values_of_a_call_the_same_unknown_template_is_reported_once():
    box = "{{Football box|team1=A{{mystery}}|score=1–0|team2=B{{mystery}}}}"
    assert unknown(box) == ["mystery, inside a value"]


def test_a_wrapper_that_stands_too_deep_is_unknown():
    text = BOX
    for _ in range(6):
        text = "{{stack|" + text + "}}"
    assert unknown(text) == ["stack"]
