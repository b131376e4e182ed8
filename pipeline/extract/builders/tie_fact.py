"""A tie and the matches that its legs are: what every form of a table of ties shares.

Both legs are printed from team 1's side, wherever they were played; a match is told from its home
club's side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.builders.match_fact import build_match_fact, read_score
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.facts import Fact, MatchFact, Section, TieFact
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import ReadScore, parse_penalties, parse_score

_DASH_OR_BLANK = re.compile(r"[-–—−]?")
_DAY_RANGE = re.compile(
    r"^(?:\d{1,2}\s*[-–—−/]\s*)?(?=\d{1,2}\s+[^\W\d_])"  # `16–` of `16–18 Oct`
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """A row of a table of ties as printed.

    measure:    what the aggregate counts, `goals` or `points`
    legs:       texts in order, the third an extra match
    penalties:  of a column of its own
    winner:     `1` or `2` where a parameter says so
    first_home: whose ground saw the first leg, team 1's or team 2's
    one_leg:    a tie of one match: its match has no leg number
    leg_dates:  those that stand in the header or the title, in the order of the legs
    group:      what a label of the table says
    """

    team1: Quote
    team2: Quote
    aggregate: Quote = BLANK
    measure: str = "goals"
    legs: tuple[Quote, ...] = ()
    penalties: Quote = BLANK
    winner: str | None = None
    first_home: int = 1
    one_leg: bool = False
    round_label: str | None = None
    leg_dates: tuple[Quote, ...] = ()
    group: str | None = None

    def leg_date(self, number: int) -> Quote:
        """Return the date of the leg, from 1, blank where the page has none."""
        if number > len(self.leg_dates):
            return BLANK
        return self.leg_dates[number - 1]


def build_tie_facts(row: TieRow, section: Section, span: Span) -> list[Fact]:
    """Return the tie, then a match for each leg that is not a dash; none without two teams."""
    if not row.team1.text or not row.team2.text:
        return []
    return [_build_tie(row, section, span), *_build_matches(row, section, span)]


def is_result(text: str) -> bool:
    """Whether the text is what stands in place of a result: a score, a dash, `v`, `w/o`."""
    if not text:
        return False
    if _DASH_OR_BLANK.fullmatch(text):
        return True
    return parse_score(text).status != "unknown"


def without_blank_legs_at_end(legs: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the legs up to the last that is filled: most ties have no third match."""
    leg_count = len(legs)
    while leg_count and not legs[leg_count - 1].text:
        leg_count -= 1
    return tuple(legs[:leg_count])


def _build_tie(row: TieRow, section: Section, span: Span) -> TieFact:
    penalties1, penalties2 = _find_shoot_out(row)
    # `|winner=` takes `1` or `2`; anything else in it names nobody.
    winner = int(row.winner) if row.winner in {"1", "2"} else None
    return TieFact(
        section=section,
        span=span,
        team1=row.team1.text,
        team1_link=row.team1.link,
        team2=row.team2.text,
        team2_link=row.team2.link,
        aggregate_text=row.aggregate.text or None,
        measure=row.measure,
        legs=tuple(None if _is_dash_or_blank(leg) else leg.text for leg in row.legs),
        penalties1=penalties1,
        penalties2=penalties2,
        winner=winner,
        leg_dates=tuple(_parse_leg_dates(row)),
        round=row.round_label,
        group=row.group,
    )


def _parse_leg_dates(row: TieRow) -> Iterator[str | None]:
    for number, leg in enumerate(row.legs, 1):
        _, date = _read_leg(row, number, leg)
        yield parse_date(date.text)


def _find_shoot_out(row: TieRow) -> tuple[int | None, int | None]:
    """Return the penalties of their own column, else of the aggregate, else of the last leg."""
    penalties = parse_penalties(row.penalties.text)
    if penalties is not None:
        return penalties
    # `2–2 (4–3 p)` stands as the aggregate, or as the leg after which the penalties were taken.
    for quote in (row.aggregate, *reversed(row.legs)):
        score = parse_score(quote.text)
        if score.home_penalties is not None:
            return score.home_penalties, score.away_penalties
    return None, None


def _build_matches(row: TieRow, section: Section, span: Span) -> Iterator[MatchFact]:
    """Yield the match of each leg that states a result or a date."""
    for number, leg in enumerate(row.legs, 1):
        if _is_dash_or_blank(leg):
            continue
        score, date = _read_leg(row, number, leg)
        home, away = row.team1, row.team2
        # Legs 1 and 2 swap grounds; of an extra match nothing says where it was played, so it
        # stays as printed. `2–1` in the leg at team 2's ground is 1–2 from the home club's side.
        if number in {1, 2} and number != row.first_home:
            home, away = row.team2, row.team1
            score = score.turned()
        yield build_match_fact(
            section,
            span,
            home,
            away,
            score,
            score_text=leg.text,
            score_notes=leg.notes,
            date=date,
            leg=None if row.one_leg else number,
            round_label=row.round_label,
            group=row.group,
        )


def _is_dash_or_blank(leg: Quote) -> bool:
    return _DASH_OR_BLANK.fullmatch(leg.text) is not None


def _read_leg(row: TieRow, number: int, leg: Quote) -> tuple[ReadScore, Quote]:
    """Return the score of the leg and its date, which stands in its place if it is to come."""
    day = _DAY_RANGE.sub("", leg.text)
    if not parse_date(day):
        return read_score(leg), row.leg_date(number)
    # `6 Aug` is the date; `16–18 Oct` is three days, so it stays a text and gives no date.
    date_text = day if day == leg.text else ""
    return ReadScore(status="scheduled"), replace(leg, text=date_text)
