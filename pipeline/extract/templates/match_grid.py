"""Results in a grid: the `match_A_B` parameters of Sports table and `#invoke:sports results`.

The row's team A is at home; the span of a match is its parameter. An empty cell and `null` state
no match. https://en.wikipedia.org/wiki/Module:Sports_results
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.builders.match_fact import match_fact, read_score
from pipeline.extract.parsing.template_call import BLANK, Call, Quote, parameter_spans
from pipeline.facts import Fact
from pipeline.values.scores import parse_status

_PREFIX = "match_"


def results(call: Call) -> list[Fact]:
    """Return the matches of `#invoke:sports results`."""
    return list(matches(call))


def matches(call: Call) -> Iterator[Fact]:
    """Yield the match of each cell that states one."""
    names = [name for name in call.parameters if name.startswith(_PREFIX)]
    spans = parameter_spans(call) if names else {}
    for name in names:
        home, _, away = name.removeprefix(_PREFIX).partition("_")
        if not home or not away or "_" in away:
            continue
        score, noted = call.quote(name), parse_status(call.text(f"{name}_note"))
        if score.text.lower() in {"", "null"} and not noted:
            continue
        read = read_score(score)
        yield match_fact(
            call.section,
            spans[name],
            team(call, home),
            team(call, away),
            replace(read, status=noted) if noted else read,
            score_text=score.text,
        )


def team(call: Call, code: str) -> Quote:
    """Return the team's name, its code where the call gives no name."""
    return call.quote(f"name_{code}") if call.text(f"name_{code}") else replace(BLANK, text=code)
