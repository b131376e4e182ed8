"""Tables of ties in one call: `{{#invoke:sports series|main|…}}`, a line a tie.

Its values are those of `{{TwoLegResult}}`; the module adds up an aggregate left out, and
`headingN` stands above tie N. https://en.wikipedia.org/wiki/Module:Sports_series
"""

from collections.abc import Sequence

from pipeline.extract.builders import tie_fact
from pipeline.extract.parsing.template_call import Call, Quote
from pipeline.extract.templates.two_leg_result import one_leg_row, row
from pipeline.facts import Fact
from pipeline.values.rounds import is_round

_WIDTH = 7  # team, country, aggregate, team, country, two legs


def series(call: Call) -> list[Fact]:
    """Return each tie with its matches."""
    found: list[Fact] = []
    heading = None
    single = call.text("legs") == "1"
    for number, quotes in enumerate(_rows(call), 1):
        heading = call.text(f"heading{number}") or heading
        label = heading if heading and is_round(heading) else None
        winner = call.text(f"winner{number}", f"ganador{number}")
        make = one_leg_row if single else row
        found.extend(tie_fact.facts(make(quotes, winner, label), call.section, call.span))
    return found


def _rows(call: Call) -> list[list[Quote]]:
    """Cut the values into ties: at line ends, else by the usual number of values."""
    values = call.positional()
    if values and values[0][1].text == "main":
        values = values[1:]
    rows: list[list[Quote]] = [[]]
    for raw, quote in values:
        rows[-1].append(quote)
        if raw.rstrip(" \t").endswith("\n"):
            rows.append([])
    lines = [made for made in rows if any(quote.text for quote in made)]
    if len(lines) == 1 and len(lines[0]) > _WIDTH + 1:
        return _chunks(lines[0])
    return lines


def _chunks(quotes: Sequence[Quote]) -> list[list[Quote]]:
    return [list(quotes[at : at + _WIDTH]) for at in range(0, len(quotes), _WIDTH)]
