"""A match fact from what most statements of a match have: two teams, a score, perhaps more."""

import re
from dataclasses import replace

from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.facts import MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import ReadScore, parse_score, parse_status

# a remark that the reader sees on pointing at the score: `{{abbr|0–3|awarded}}`
_REMARK = re.compile(
    r"\{\{\s*(?:(?:abbr|tooltip)\s*\|[^{}|]*\|([^{}|]*)|hover title\s*\|([^{}|]*)\|)", re.IGNORECASE
)


def match_fact(  # noqa: PLR0913 - a match has many properties
    section: Section,
    span: Span,
    home: Quote,
    away: Quote,
    read: ReadScore,
    *,
    score_text: str | None,
    date: Quote = BLANK,
    stadium: str | None = None,
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
        home_goals=read.home,
        away_goals=read.away,
        extra_time=read.extra_time,
        home_penalties=read.home_penalties,
        away_penalties=read.away_penalties,
        status=read.status,
        score_text=score_text or None,
        stadium=stadium,
        leg=leg,
        round=round_label,
    )


def read_score(score: Quote) -> ReadScore:
    """Read the score and the remark on it, if that says what became of the match."""
    read = parse_score(score.text)
    for remark in _REMARK.finditer(score.raw):
        if status := parse_status(remark[1] or remark[2]):
            return replace(read, status=status)
    return read
