"""A match fact from what most statements of a match have: two teams, a score, perhaps more."""

import re
from dataclasses import replace

from pipeline.extract.builders.match_details import NO_DETAILS, MatchDetails
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.facts import MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import ReadScore, parse_penalties, parse_score, parse_status

# a remark that the reader sees on pointing at the score: `{{abbr|0–3|awarded}}`
_REMARK = re.compile(
    r"\{\{\s*(?:(?:abbr|tooltip)\s*\|[^{}|]*\|([^{}|]*)|hover title\s*\|([^{}|]*)\|)", re.IGNORECASE
)


def build_match_fact(  # noqa: PLR0913 - a match has many properties
    section: Section,
    span: Span,
    home: Quote,
    away: Quote,
    score: ReadScore,
    *,
    score_text: str | None,
    date: Quote = BLANK,
    stadium: str | None = None,
    details: MatchDetails = NO_DETAILS,
    leg: int | None = None,
    round_label: str | None = None,
) -> MatchFact:
    """Return the fact; blank texts are None."""
    return MatchFact(
        section=section,
        span=span,
        home=home.text or None,
        home_link=home.link,
        away=away.text or None,
        away_link=away.link,
        date=parse_date(date.text),
        date_text=date.raw or None,
        home_goals=score.home,
        away_goals=score.away,
        extra_time=score.extra_time,
        home_penalties=score.home_penalties,
        away_penalties=score.away_penalties,
        status=score.status,
        score_text=score_text or None,
        stadium=stadium,
        location=details.location,
        attendance=details.attendance,
        referee=details.referee,
        kick_off=details.kick_off,
        neutral=details.neutral,
        goals=details.goals,
        leg=leg,
        round=round_label,
    )


def read_score(quote: Quote) -> ReadScore:
    """Return the score and the remark on it, if that says what became of the match."""
    score = parse_score(quote.text)
    for remark in _REMARK.finditer(quote.raw):
        status = parse_status(remark[1] or remark[2])
        if status is not None:
            return replace(score, status=status)
    return score


def with_status(score: ReadScore, status: str | None) -> ReadScore:
    """Return the score with what a note says became of the match, unchanged without a status."""
    if status is None:
        return score
    return replace(score, status=status)


def with_shoot_out(score: ReadScore, text: str | None) -> ReadScore:
    """Return the score with the shoot-out that a parameter or column of its own states.

    text: such as `4–3`; where it states no shoot-out the score is unchanged
    """
    penalties = parse_penalties(text)
    if penalties is None:
        return score
    home_penalties, away_penalties = penalties
    return replace(score, home_penalties=home_penalties, away_penalties=away_penalties)
