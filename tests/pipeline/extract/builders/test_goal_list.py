"""Lists of scorers in the wikitext of boxes."""

import pytest

from pipeline.extract.builders.goal_list import read_goals
from pipeline.extract.parsing.template_call import BLANK, Quote


def goals(wikitext):
    read = read_goals(Quote("", None, wikitext), BLANK) or ()
    return [(goal.player, goal.minute, goal.kind) for goal in read]


@pytest.mark.parametrize(
    ("wikitext", "expected"),
    [
        (
            "[[A]] {{goal|4|pen.|44||88}}",
            [("A", 4, "penalty"), ("A", 44, "goal"), ("A", 88, "goal")],
        ),
        ("A {{gol|17, 60}} {{Gol|76}}", [("A", 17, "goal"), ("A", 60, "goal"), ("A", 76, "goal")]),
        ("A {{gol|12|60}}", [("A", 12, "goal"), ("A", 60, "goal")]),
        ("{{gol|12}}{{gol|13}} {{bandera|PER}} [[A]]", [("A", 12, "goal"), ("A", 13, "goal")]),
        ("A {{goal}}, B {{goal|?}}", [("A", None, "goal"), ("B", None, "goal")]),
        ("A {{autogol|12}}<br>B {{goal|3|og}}", [("A", 12, "own-goal"), ("B", 3, "own-goal")]),
        ("A {{penal|12}}", [("A", 12, "penalty")]),
        (
            "{{unbulleted list|[[Ana|A]] {{goal|5}}|B {{goal|6}}}}",
            [("A", 5, "goal"), ("B", 6, "goal")],
        ),
        ("{{plainlist|\n* A {{goal|5}}\n* B}}", [("A", 5, "goal"), ("B", None, "goal")]),
        ("A {{goal|5}} {{yel|9}}<br/>B {{sent off|0|45}}", [("A", 5, "goal")]),
        ("{{small|{{nowrap|[[Ana|A]]}}}} {{goal|5}}", [("A", 5, "goal")]),
        (
            "<small>'''A'''</small> 12&prime;,&nbsp;B 45&#39;",
            [("A", 12, "goal"), ("B", 45, "goal")],
        ),
        ("[[File:Ball.svg|15px]] A 12'", [("A", 12, "goal")]),
        ("[https://x.y/z A] 12'", [("A", 12, "goal")]),
        ("A 12'<ref>B 13'</ref><!-- C 14' --><ref name=x />{{efn|D 15'}}", [("A", 12, "goal")]),
        ("<li>A 12'</li><li>B</li>", [("A", 12, "goal"), ("B", None, "goal")]),
        ("<!-- nobody", []),
        ("{{flagicon|PER}}", []),
    ],
)
def test_a_list_in_wikitext_gives_its_goals(wikitext, expected):
    assert goals(wikitext) == expected


def test_without_scorers_there_is_no_list():
    assert read_goals(BLANK, Quote("–", None, "–")) is None


@pytest.mark.parametrize("piece", ["<ref>", "<!--", "{{", "[[", "<", "{{a|", "'' [", "(", "<br"])
def test_a_hostile_list_takes_no_long_time(piece):
    assert len(goals(piece * 20_000 + "A 12'")) <= 1
