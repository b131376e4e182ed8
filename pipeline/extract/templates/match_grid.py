"""Results in a grid: the `match_A_B` parameters of Sports table and `#invoke:sports results`.

The row's team A is at home; the span of a match is its parameter. An empty cell and `null` state
no match. https://en.wikipedia.org/wiki/Module:Sports_results
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.builders.match_fact import build_match_fact, read_score, with_status
from pipeline.extract.parsing.template_call import BLANK, Call, Quote, parameter_spans
from pipeline.facts import Fact
from pipeline.values.scores import parse_status

_PREFIX = "match_"


def read_results(call: Call) -> list[Fact]:
    """Return the matches of `#invoke:sports results`."""
    return list(read_matches(call))


def read_matches(call: Call) -> Iterator[Fact]:
    """Yield the match of each cell that states one."""
    names = [name for name in call.parameters if name.startswith(_PREFIX)]
    spans = parameter_spans(call) if names else {}
    for name in names:
        home_code, _, away_code = name.removeprefix(_PREFIX).partition("_")
        # `match_ALI_UNI_note` is the note on the match ALI–UNI, no match of its own
        if not home_code or not away_code or "_" in away_code:
            continue
        score_quote = call.quote(name)
        status = parse_status(call.text(f"{name}_note"))
        is_blank = score_quote.text.lower() in {"", "null"}
        # a note such as `Awarded` states a match even beside an empty cell
        if is_blank and status is None:
            continue
        score = with_status(read_score(score_quote), status)
        yield build_match_fact(
            call.section,
            spans[name],
            find_team(call, home_code),
            find_team(call, away_code),
            score,
            score_text=score_quote.text,
        )


def find_team(call: Call, code: str) -> Quote:
    """Return the team's name, its code where the call gives no name."""
    name = call.quote(f"name_{code}")
    if name.text:
        return name
    return replace(BLANK, text=code)
