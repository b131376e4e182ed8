"""Results in a grid: the `match_A_B` parameters of Sports table and `#invoke:sports results`.

The row's team A is at home; the span of a match is its parameter. An empty cell, a dash and `null`
state no match, unless a note stands beside them. https://en.wikipedia.org/wiki/Module:Sports_results
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.builders.match_fact import build_match_fact, read_score
from pipeline.extract.parsing.template_call import BLANK, Call, Quote, parameter_spans
from pipeline.facts import Fact

# `match_ALI_UNI_note` is the note on the match ALI–UNI, no match of its own
_CELL = re.compile(r"match_(?P<home>[^_]+)_(?P<away>[^_]+)")
_NO_MATCH = frozenset({"", "null", "-", "–", "—", "−"})


def read_results(call: Call) -> list[Fact]:
    """Return the matches of `#invoke:sports results`."""
    return list(read_matches(call))


def read_matches(call: Call) -> Iterator[Fact]:
    """Yield the match of each cell that states one."""
    cells = call.names_of_form(_CELL)
    spans = parameter_spans(call) if cells else {}
    for cell in cells:
        name = cell[0]
        score_quote = call.quote(name)
        notes = _read_notes(call, name, score_quote)
        is_blank = score_quote.text.lower() in _NO_MATCH
        # a note such as `Declared a defeat for both teams` states a match beside an empty cell
        if is_blank and not notes:
            continue
        yield build_match_fact(
            call.section,
            spans[name],
            find_team(call, cell["home"]),
            find_team(call, cell["away"]),
            read_score(score_quote),
            score_text=score_quote.text,
            score_notes=notes,
        )


def _read_notes(call: Call, name: str, score: Quote) -> tuple[str, ...]:
    """Return the notes in the cell and the note on it, or that of another match which it names."""
    note = call.quote(f"{name}_note")
    # `|match_BET_ALF_note=ALF_BET`: as said of ALF–BET
    other_note = call.quote(f"match_{note.text}_note")
    if other_note.text:
        note = other_note
    return tuple(filter(None, (*score.notes, note.text, *note.notes)))


def find_team(call: Call, code: str) -> Quote:
    """Return the team's name, its code where the call gives no name.

    A note on the name is of the team, and says nothing of each of its matches.
    """
    name = call.quote(f"name_{code}")
    if name.text:
        return replace(name, notes=())
    return replace(BLANK, text=code)
