"""Tables of ties in one call: `{{#invoke:sports series|main|…}}`, a line a tie.

Its values are those of `{{TwoLegResult}}`; the module adds up an aggregate left out, and
`headingN` stands above tie N. A line that is no tie is unrecognised. https://en.wikipedia.org/wiki/Module:Sports_series
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.builders.tie_fact import TieRow, build_tie_facts
from pipeline.extract.parsing.template_call import Call, Quote, parameter_spans
from pipeline.extract.templates.two_leg_result import one_leg_row, two_leg_row
from pipeline.facts import Fact, UnrecognisedFact
from pipeline.lineage import Span
from pipeline.values.rounds import is_round

_VALUES_PER_TIE = 7  # team, country, aggregate, team, country, two legs


class Line(NamedTuple):
    """The values of one tie, and the place of the first among those of the call."""

    first_place: int
    quotes: list[Quote]


def read_ties(call: Call) -> list[Fact]:
    """Return each tie with its matches, and what is no tie as unrecognised."""
    facts: list[Fact] = []
    heading: str | None = None
    has_one_leg = call.text("legs") == "1"
    for number, line in enumerate(_split_into_ties(call), 1):
        # a heading stands above its tie and those that follow, until the next heading
        heading = call.text(f"heading{number}") or heading
        winner = call.text(f"winner{number}", f"ganador{number}")
        row = _build_row(line.quotes, winner, heading, has_one_leg=has_one_leg)
        facts_of_tie = [] if row is None else build_tie_facts(row, call.section, call.span)
        # `|A|B|2–0|3–1` where `|legs=1` asks for one result
        facts.extend(facts_of_tie or [_report_line(call, line)])
    return facts


def _build_row(
    quotes: Sequence[Quote], winner: str | None, heading: str | None, *, has_one_leg: bool
) -> TieRow | None:
    # `Semifinals` is a round; `Northern section` is none
    round_label = heading if heading is not None and is_round(heading) else None
    if has_one_leg:
        return one_leg_row(quotes, winner, round_label)
    return two_leg_row(quotes, winner, round_label)


def _report_line(call: Call, line: Line) -> Fact:
    """Return the values of a line that is no tie, as they stand in the call."""
    span_by_name = parameter_spans(call)
    places = range(line.first_place, line.first_place + len(line.quotes))
    spans = list(filter(None, [span_by_name.get(str(place)) for place in places]))
    span = Span(min(spans).start, max(spans).end)
    text = " | ".join(quote.text for quote in line.quotes)
    return UnrecognisedFact(
        section=call.section, span=span, kind="parameter", name="a line that is no tie", text=text
    )


def _split_into_ties(call: Call) -> list[Line]:
    """Split the values into ties: at line ends, else by the usual number of values."""
    values = call.positional()
    first_place = 1
    # `#invoke:sports series|main|…`: the function of the module is no value of a tie
    if values and values[0][1].text == "main":
        values = values[1:]
        first_place = 2
    lines = [Line(first_place, [])]
    for place, (raw, quote) in enumerate(values, first_place):
        lines[-1].quotes.append(quote)
        if raw.rstrip(" \t").endswith("\n"):
            lines.append(Line(place + 1, []))
    ties = list(filter(_has_text, lines))
    # a whole table on one line
    if len(ties) == 1 and len(ties[0].quotes) > _VALUES_PER_TIE + 1:
        return list(filter(_has_text, _split_by_count(ties[0])))
    return ties


def _has_text(line: Line) -> bool:
    return any(quote.text for quote in line.quotes)


def _split_by_count(line: Line) -> Iterator[Line]:
    for start in range(0, len(line.quotes), _VALUES_PER_TIE):
        quotes = line.quotes[start : start + _VALUES_PER_TIE]
        yield Line(line.first_place + start, quotes)
