"""Match lines: `Team 1-0 Team` under a line with a date."""

import re
from dataclasses import dataclass

from pipeline.extract.page import Page
from pipeline.facts import Fact, MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import parse_score

_MARKS = " *#:;"
_LONGEST_DATE = 100  # characters of wikitext
_SCORE = re.compile(
    r"(?P<home>.*?[^\W\d_].*?)\s+(?P<score>\d{1,2}\s?[-–—−:]\s?\d{1,2}(?:\s*\([^()]*\))*)\s+(?P<away>.+)"
)
_NO_TEAM = re.compile(r"[.;:!?]\s|[.;:!?]$")  # a sentence, not the names of two teams


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that dates the match lines below it."""

    date: str
    text: str


def date_line(page: Page, start: int, end: int) -> DateLine | None:
    """Return the date if the line is nothing else, to the day or the month."""
    if end - start > _LONGEST_DATE:
        return None
    text = page.visible(start, end).strip(_MARKS)
    date = parse_date(text)
    return DateLine(date, text) if date and "-" in date else None


def match(page: Page, span: Span, section: Section, date: DateLine) -> list[Fact]:
    """Return the match the line states; none if it is not two names parted by a score."""
    text = page.visible(span.start, span.end).strip(_MARKS)
    found = _SCORE.fullmatch(text)
    if not found or _NO_TEAM.search(found["home"]) or _NO_TEAM.search(found["away"]):
        return []
    middle = _score_place(page, span, found["score"])
    read = parse_score(found["score"])
    return [
        MatchFact(
            section=section,
            span=span,
            home=found["home"],
            home_link=page.link(span.start, middle),
            away=found["away"],
            away_link=page.link(middle, span.end),
            date=date.date,
            date_text=date.text,
            home_goals=read.home,
            away_goals=read.away,
            extra_time=read.extra_time,
            home_penalties=read.home_penalties,
            away_penalties=read.away_penalties,
            status=read.status,
            score_text=found["score"],
            stadium=None,
            leg=None,
            round=None,
        )
    ]


def _score_place(page: Page, span: Span, score: str) -> int:
    """Return where the score stands in the wikitext: links before it are the home team's."""
    goals = score.partition("(")[0].strip()
    for begin, stop in page.gaps(span.start, span.end):
        at = page.text.find(goals, begin, stop)
        if at >= 0:
            return at
    return span.end
