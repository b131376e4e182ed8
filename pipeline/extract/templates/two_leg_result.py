"""Rows of ties: `{{TwoLegResult|team|country|agg|team|country|leg|leg}}`, `{{OneLegResult|…}}`.

The country slots may be left out altogether. https://en.wikipedia.org/wiki/Template:TwoLegResult
"""

from collections.abc import Sequence

from pipeline.extract.builders.tie_fact import Printed, facts, is_result
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.facts import Fact


def two_legs(call: Call) -> list[Fact]:
    """Return the tie and its matches."""
    printed = row([quote for _, quote in call.positional()], call.text("winner", "ganador"))
    return facts(printed, call.section, call.span)


def one_leg(call: Call) -> list[Fact]:
    """Return the tie and its only match."""
    quotes = [quote for _, quote in call.positional()]
    printed = one_leg_row(quotes, call.text("winner", "ganador"))
    return facts(printed, call.section, call.span)


def row(quotes: Sequence[Quote], winner: str | None, round_label: str | None = None) -> Printed:
    """Return the row of a two-leg table from its positional values."""
    result, team2, first = _places([quote.text for quote in quotes])
    legs = list(quotes[first:])
    while legs and not legs[-1].text:
        legs.pop()
    return Printed(
        team1=_at(quotes, 0),
        team2=_at(quotes, team2),
        aggregate=_at(quotes, result) if result else BLANK,
        legs=tuple(legs),
        winner=winner,
        round_label=round_label,
    )


def one_leg_row(
    quotes: Sequence[Quote], winner: str | None, round_label: str | None = None
) -> Printed:
    """Return the row of a one-leg table from its positional values."""
    result, team2, _ = _places([quote.text for quote in quotes])
    return Printed(
        team1=_at(quotes, 0),
        team2=_at(quotes, team2),
        legs=(_at(quotes, result),),
        winner=winner,
        single=True,
        round_label=round_label,
    )


def _places(texts: Sequence[str]) -> tuple[int, int, int]:
    """Return where the result, team 2 and the first leg stand; result 0 where it has no slot."""
    second, third, fourth = ([*texts, "", "", "", ""])[1:4]
    if is_result(second):
        return 1, 2, 3
    if second and len(texts) == 4 and is_result(third):  # noqa: PLR2004 - two teams, two legs
        return 0, 1, 2
    if not second and third and not is_result(third) and is_result(fourth):
        return 1, 2, 3
    return 2, 3, 5


def _at(quotes: Sequence[Quote], place: int) -> Quote:
    return quotes[place] if place < len(quotes) else BLANK
