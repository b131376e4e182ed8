"""Match lines: `Team 1-0 Team` under a line with a date."""

import re
from dataclasses import dataclass

from pipeline.extract.parsing.page import Page
from pipeline.facts import Fact, MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import parse_score

_MARKS = " *#:;"
_AROUND = re.compile(r"^[ *#:;']+|(?:[ *#:;'\r]|<br\s*/?>)+$")  # marks of style and lists
_LONGEST_DATE = 100  # characters of wikitext
_SCORE = re.compile(
    r"(?P<home>.*?[^\W\d_].*?)\s+"
    r"(?P<score>\d{1,2}\s?[-–—−:]\s?\d{1,2}(?:\s*\([^()]*\))*|vs?\.?|w/o|\?\s?[-–—−:]\s?\?)"
    r"\s+(?P<away>.+)"
)
_NOTE = re.compile(r"\s*(\([^()]*\))$")
_AGAIN = re.compile(r"\s\d{1,2}\s?[-–—−:]\s?\d{1,2}(\s|$)")
# words in lower case that are part of a team's name; any other one makes the line a sentence
_PARTICLES = frozenset(
    "de del la las los el y e do da dos das di van von al san santa of the fc".split()
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that dates the match lines below it."""

    date: str
    text: str


def date_line(page: Page, start: int, end: int) -> DateLine | None:
    """Return the date if the line is nothing else, to the day or the month."""
    if end - start > _LONGEST_DATE:
        return None
    date = parse_date(page.visible(start, end).strip(_MARKS))
    raw = _AROUND.sub("", page.text[start:end])
    return DateLine(date, raw) if date and "-" in date else None


def match(page: Page, span: Span, section: Section, date: DateLine) -> list[Fact]:
    """Return the match the line states; none if it is not two names parted by a score."""
    text = page.visible(span.start, span.end).strip(_MARKS)
    found = _SCORE.fullmatch(text)
    if not found:
        return []
    away, notes = _parted(found["away"])
    if not _is_name(found["home"]) or not _is_name(away):
        return []
    score = " ".join([found["score"], *notes])
    middle = _score_place(page, span, found["score"])
    read = parse_score(score)
    return [
        MatchFact(
            section=section,
            span=span,
            home=found["home"],
            home_link=page.link(span.start, middle),
            away=away,
            away_link=page.link(middle, span.end),
            date=date.date,
            date_text=date.text,
            home_goals=read.home,
            away_goals=read.away,
            extra_time=read.extra_time,
            home_penalties=read.home_penalties,
            away_penalties=read.away_penalties,
            status=read.status,
            score_text=score,
            stadium=None,
            leg=None,
            round=None,
        )
    ]


def _parted(away: str) -> tuple[str, list[str]]:
    """Part the away team from the notes on the match after it, such as `(4–2 p)` or `(awarded)`."""
    notes: list[str] = []
    while note := _NOTE.search(away):
        read = parse_score(f"0–0 {note[1]}")
        told = read.extra_time or read.home_penalties is not None or read.status != "played"
        if not told:
            break
        notes.insert(0, note[1])
        away = away[: note.start()]
    full_stop = away.endswith(".") and away.count(".") == 1
    return away[:-1] if full_stop else away, notes


def _is_name(text: str) -> bool:
    """Whether the text can be a team's name: no second score, no words of a sentence."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    lower = [word for word in words if word.islower() and word not in _PARTICLES]
    return (
        bool(words or text.strip())
        and not lower
        and not _AGAIN.search(f" {text}")
        and len(text) <= _LONGEST_NAME
    )


def _score_place(page: Page, span: Span, score: str) -> int:
    """Return where the score stands in the wikitext: links before it are the home team's."""
    goals = score.partition("(")[0].strip()
    for begin, stop in page.gaps(span.start, span.end):
        at = page.text.find(goals, begin, stop)
        if at >= 0:
            return at
    return span.end
