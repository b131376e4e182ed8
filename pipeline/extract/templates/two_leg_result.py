"""Rows of ties: `{{TwoLegResult|team|country|agg|team|country|leg|leg}}`, `{{OneLegResult|…}}`.

`{{ThreeLegResult|…}}` has one leg more in the same order.

The country slots may be left out altogether. https://en.wikipedia.org/wiki/Template:TwoLegResult
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.builders.tie_fact import (
    TieRow,
    build_tie_facts,
    is_result,
    without_blank_legs_at_end,
)
from pipeline.extract.parsing.template_call import BLANK, Call, Quote, parameter_spans
from pipeline.facts import Fact, UnrecognisedFact
from pipeline.values.scores import parse_score

# a shoot-out in the place of a leg: `4–2 p`, `(4–2 pen.)`; `1–1 (4–2 p)` is a leg
_SHOOT_OUT_ALONE = re.compile(
    r"[(\[]?\s*\d{1,2}\s*[-–—−:]\s*\d{1,2}\s*[(\[]?"
    r"(?:pp?|pso|t\.?\s?p|pens?|penales|penaltis|penalties)\.?\s*[)\]]?",
    re.IGNORECASE,
)


def read_two_legs(call: Call) -> list[Fact]:
    """Return the tie and its matches."""
    quotes = [quote for _, quote in call.positional()]
    winner = call.text("winner", "ganador")
    return build_tie_facts(two_leg_row(quotes, winner), call.section, call.span)


def read_one_leg(call: Call) -> list[Fact]:
    """Return the tie and its only match; none where its result has no place."""
    quotes = [quote for _, quote in call.positional()]
    row = one_leg_row(quotes, call.text("winner", "ganador"))
    if row is None:
        return []
    return [*build_tie_facts(row, call.section, call.span), *_report_further_legs(call, quotes)]


def two_leg_row(
    quotes: Sequence[Quote], winner: str | None, round_label: str | None = None
) -> TieRow:
    """Return the row of a two-leg table from its positional values."""
    result, team2, first_leg = _find_places([quote.text for quote in quotes])
    aggregate = BLANK if result is None else _quote_at(quotes, result)
    row = TieRow(
        team1=_quote_at(quotes, 0),
        team2=_quote_at(quotes, team2),
        aggregate=aggregate,
        legs=without_blank_legs_at_end(quotes[first_leg:]),
        winner=winner,
        round_label=round_label,
    )
    # `A||2–2|B||1–1|1–1|4–2 p`: no third match
    if row.legs and _SHOOT_OUT_ALONE.fullmatch(row.legs[-1].text):
        return replace(row, legs=row.legs[:-1], penalties=row.legs[-1])
    return row


def one_leg_row(
    quotes: Sequence[Quote], winner: str | None, round_label: str | None = None
) -> TieRow | None:
    """Return the row of a one-leg table from its positional values, None if none is its result."""
    result, team2, _ = _find_places([quote.text for quote in quotes])
    # `A|B|1–0|1–1` has two legs, and no result of one
    if result is None:
        return None
    return TieRow(
        team1=_quote_at(quotes, 0),
        team2=_quote_at(quotes, team2),
        legs=(_quote_at(quotes, result),),
        winner=winner,
        one_leg=True,
        round_label=round_label,
    )


def _find_places(texts: Sequence[str]) -> tuple[int | None, int, int]:
    """Return where the result, team 2 and the first leg stand; None for a result left out."""
    second, third, fourth = [*texts, "", "", "", ""][1:4]
    # `A|2–1|B|1–0|1–1`: without countries
    if is_result(second):
        return 1, 2, 3
    # `A|B|1–0|1–1`: without countries and aggregate
    if second and len(texts) == 4 and is_result(third):  # noqa: PLR2004 - two teams, two legs
        return None, 1, 2
    # `A||B|2–1|…`: an aggregate left blank, without countries
    if not second and third and not is_result(third) and is_result(fourth):
        return 1, 2, 3
    # `A|PER|2–1|B|PER|1–0|1–1`, as the template asks for it
    return 2, 3, 5


def _report_further_legs(call: Call, quotes: Sequence[Quote]) -> list[Fact]:
    """Return each score behind the second team, where a row of one leg has no place for it."""
    _, _, first_leg = _find_places([quote.text for quote in quotes])
    span_by_name = parameter_spans(call)
    facts: list[Fact] = []
    # `A||1–0|B||2–1`
    for place, quote in enumerate(quotes[first_leg:], first_leg + 1):
        if parse_score(quote.text).home is not None:
            fact = UnrecognisedFact(
                section=call.section,
                span=span_by_name[str(place)],
                kind="parameter",
                name="a score behind the only leg",
                text=quote.text,
            )
            facts.append(fact)
    return facts


def _quote_at(quotes: Sequence[Quote], place: int) -> Quote:
    if place < len(quotes):
        return quotes[place]
    return BLANK
