"""Tables of ties in one call: `{{#invoke:sports series|main|…}}`, a line a tie.

Its values are those of `{{TwoLegResult}}`; the module adds up an aggregate left out, and
`headingN` stands above tie N. https://en.wikipedia.org/wiki/Module:Sports_series
"""

from collections.abc import Sequence

from pipeline.extract.builders.tie_fact import TieRow, build_tie_facts
from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.extract.templates.two_leg_result import one_leg_row, two_leg_row
from pipeline.facts import Fact
from pipeline.values.rounds import is_round

_VALUES_PER_TIE = 7  # team, country, aggregate, team, country, two legs


def read_ties(call: Call) -> list[Fact]:
    """Return each tie with its matches."""
    facts: list[Fact] = []
    heading: str | None = None
    has_one_leg = call.text("legs") == "1"
    for number, quotes in enumerate(_split_into_ties(call), 1):
        # a heading stands above its tie and those that follow, until the next heading
        heading = call.text(f"heading{number}") or heading
        winner = call.text(f"winner{number}", f"ganador{number}")
        row = _build_row(quotes, winner, heading, has_one_leg=has_one_leg)
        facts.extend(build_tie_facts(row, call.section, call.span))
    return facts


def _build_row(
    quotes: Sequence[Quote], winner: str | None, heading: str | None, *, has_one_leg: bool
) -> TieRow:
    # `Semifinals` is a round; `Northern section` is none
    round_label = heading if heading is not None and is_round(heading) else None
    if has_one_leg:
        return one_leg_row(quotes, winner, round_label)
    return two_leg_row(quotes, winner, round_label)


def _split_into_ties(call: Call) -> list[list[Quote]]:
    """Split the values into ties: at line ends, else by the usual number of values."""
    values = call.positional()
    # `#invoke:sports series|main|…`: the function of the module is no value of a tie
    if values and values[0][1].text == "main":
        values = values[1:]
    lines: list[list[Quote]] = [[]]
    for raw, quote in values:
        lines[-1].append(quote)
        if raw.rstrip(" \t").endswith("\n"):
            lines.append([])
    ties = [line for line in lines if _has_text(line)]
    # a whole table on one line
    if len(ties) == 1 and len(ties[0]) > _VALUES_PER_TIE + 1:
        return _split_by_count(ties[0])
    return ties


def _has_text(quotes: Sequence[Quote]) -> bool:
    return any(quote.text for quote in quotes)


def _split_by_count(quotes: Sequence[Quote]) -> list[list[Quote]]:
    starts = range(0, len(quotes), _VALUES_PER_TIE)
    return [list(quotes[start : start + _VALUES_PER_TIE]) for start in starts]
