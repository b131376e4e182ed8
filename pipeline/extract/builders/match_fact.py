"""A match fact from what most statements of a match have: two teams, a score, perhaps more.

Here is the one home of what notes on the score, a team or the date say of a match.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.extract.builders.match_details import NO_DETAILS, MatchDetails
from pipeline.extract.builders.match_notes import find_day_played
from pipeline.extract.parsing.template_call import BLANK, Quote
from pipeline.extract.parsing.visible import tidy
from pipeline.facts import MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import ReadScore, parse_penalties, parse_score, parse_status

# a remark that the reader sees on pointing at the score: `{{abbr|0–3|awarded}}`
_REMARK = re.compile(
    r"\{\{\s*(?:(?:abbr|tooltip)\s*\|[^{}|]*\|([^{}|]*)|hover title\s*\|([^{}|]*)\|)", re.IGNORECASE
)

# `<s>2–1</s> 0–3`, `<del>2–1</del> 0–3`, `{{strikethrough|2–1}} 0–3`
_STRUCK = re.compile(
    r"<(?:s|del|strike)\b[^<>]*>([^<]*)</|\{\{\s*(?:s|strikethrough|tachado)\s*\|([^{}|]*)\}\}",
    re.IGNORECASE,
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
    group: str | None = None,
    score_notes: Iterable[str] = (),
) -> MatchFact:
    """Return the fact; blank texts are None.

    score_notes: those on the score; those on the teams and the date are in their quotes
    """
    notes = (*score_notes, *home.notes, *away.notes, *date.notes)
    score = _with_status_of_notes(score, notes)
    day_played = find_day_played(notes)
    return MatchFact(
        section=section,
        span=span,
        home=home.text or None,
        home_link=home.link,
        away=away.text or None,
        away_link=away.link,
        date=parse_date(day_played or date.text),
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
        group=group,
    )


def read_score(quote: Quote) -> ReadScore:
    """Return the score and what a remark or a note on it says became of the match."""
    text = quote.text
    struck_text = _find_struck_score(quote)
    # `<s>2–1</s> 0–3`: what was played, then what was decided
    if struck_text is not None:
        text = text.replace(struck_text, "", 1).strip()
    score = parse_score(text)
    if struck_text is not None and score.status == "played":
        score = replace(score, status="awarded")
    remarks = [remark[1] or remark[2] for remark in _REMARK.finditer(quote.raw)]
    return _with_first_status(score, (*remarks, *quote.notes))


def _find_struck_score(quote: Quote) -> str | None:
    """Return the score that is struck out where another stands beside it."""
    struck = _STRUCK.search(quote.raw)
    if struck is None:
        return None
    text = tidy(struck[1] or struck[2])
    if text == quote.text or parse_score(text).home is None:
        return None
    return text


def _with_status_of_notes(score: ReadScore, notes: Iterable[str]) -> ReadScore:
    """Return the score with what the first note that says so tells of the match."""
    # `3–0 (w.o.)`: the score itself says it; `v` was right until the match was cancelled
    if score.status not in {"played", "unknown", "scheduled"}:
        return score
    return _with_first_status(score, notes)


def _with_first_status(score: ReadScore, notes: Iterable[str]) -> ReadScore:
    statuses = map(parse_status, notes)
    return replace(score, status=next(filter(None, statuses), score.status))


def with_shoot_out(score: ReadScore, text: str | None) -> ReadScore:
    """Return the score with the shoot-out that a parameter or column of its own states.

    text: such as `4–3`; where it states no shoot-out the score is unchanged
    """
    penalties = parse_penalties(text)
    if penalties is None:
        return score
    home_penalties, away_penalties = penalties
    return replace(score, home_penalties=home_penalties, away_penalties=away_penalties)
