"""A tie and the matches that its legs are: what every form of a table of ties shares.

Both legs are printed from team 1's side, wherever they were played; a match is told from its home
club's side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.builders.match_fact import match_fact, read_score
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.facts import Fact, MatchFact, Section, TieFact
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import ReadScore, parse_penalties, parse_score

_NOTHING = re.compile(r"[-–—−]?")
_DAYS = re.compile(r"^(?:\d{1,2}\s*[-–—−/]\s*)?(?=\d{1,2}\s+[^\W\d_])")  # `16–` of `16–18 Oct`


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A row of a table of ties as printed.

    legs:       texts in order, the third an extra match
    penalties:  of a column of its own
    first_home: whose ground saw the first leg, team 1's or team 2's
    single:     a tie of one match: it has no leg number
    """

    team1: Quote
    team2: Quote
    aggregate: Quote = BLANK
    measure: str = "goals"
    legs: tuple[Quote, ...] = ()
    penalties: Quote = BLANK
    winner: str | None = None
    first_home: int = 1
    single: bool = False
    round_label: str | None = None


def facts(printed: Printed, section: Section, span: Span) -> list[Fact]:
    """Return the tie, then a match for each leg that is not a dash; none without two teams."""
    if not printed.team1.text or not printed.team2.text:
        return []
    return [_tie(printed, section, span), *_matches(printed, section, span)]


def is_result(text: str) -> bool:
    """Whether the text is what stands in place of a result: a score, a dash, `v`, `w/o`."""
    return bool(text) and (
        _NOTHING.fullmatch(text) is not None or parse_score(text).status != "unknown"
    )


def _tie(printed: Printed, section: Section, span: Span) -> TieFact:
    shoot_out = _shoot_out(printed)
    return TieFact(
        section=section,
        span=span,
        team1=printed.team1.text,
        team1_link=printed.team1.link,
        team2=printed.team2.text,
        team2_link=printed.team2.link,
        aggregate_text=printed.aggregate.text or None,
        measure=printed.measure,
        legs=tuple(None if _is_nothing(leg) else leg.text for leg in printed.legs),
        penalties1=shoot_out[0],
        penalties2=shoot_out[1],
        winner=int(printed.winner) if printed.winner in {"1", "2"} else None,
    )


def _shoot_out(printed: Printed) -> tuple[int | None, int | None]:
    """Return the penalties of their own column, else of the aggregate, else of the last leg."""
    if stated := parse_penalties(printed.penalties.text):
        return stated
    for quote in (printed.aggregate, *reversed(printed.legs)):
        read = parse_score(quote.text)
        if read.home_penalties is not None:
            return read.home_penalties, read.away_penalties
    return None, None


def _matches(printed: Printed, section: Section, span: Span) -> Iterator[MatchFact]:
    for number, leg in enumerate(printed.legs, 1):
        if _is_nothing(leg):
            continue
        read, date = _read_leg(leg)
        away_first = number in {1, 2} and number != printed.first_home
        home, away = (
            (printed.team2, printed.team1) if away_first else (printed.team1, printed.team2)
        )
        yield match_fact(
            section,
            span,
            home,
            away,
            read.turned() if away_first else read,
            score_text=leg.text,
            date=date,
            leg=None if printed.single else number,
            round_label=printed.round_label,
        )


def _is_nothing(leg: Quote) -> bool:
    return _NOTHING.fullmatch(leg.text) is not None


def _read_leg(leg: Quote) -> tuple[ReadScore, Quote]:
    """Read the leg; one still to come is printed as its date, such as `6 Aug` or `16–18 Oct`."""
    day = _DAYS.sub("", leg.text)
    if not parse_date(day):
        return read_score(leg), BLANK
    return ReadScore(status="scheduled"), replace(leg, text=day if day == leg.text else "")
