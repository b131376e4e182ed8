"""Scores in a row that none of its facts has: in columns that no reader takes."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.extract.parsing.grid import Cell
from pipeline.extract.parsing.page import Page
from pipeline.facts import Fact, MatchFact, StandingFact, TieFact
from pipeline.lineage import Span

_DASH = r"\s?[-–—−:]\s?"
# `2–1`; in `26-09-2010`, `2016–17`, `1-2-3` is none
_SCORE = re.compile(rf"(?<![\d/.:–-])(\d{{1,2}}){_DASH}(\d{{1,2}})(?![\d/]|[-–.:]\d)")
# `15:30`, `Fechas 1-5`, `16–18 October`, `1-0 h`: no scores
_TIME = re.compile(r"\d{1,2}:\d{2}")
_ROUNDS = re.compile(
    r"(?:fechas?|jornadas?|rounds?|matchdays?|rondas?|semanas?|weeks?)\W+$", re.IGNORECASE
)
_LONGEST_WORD_BEFORE = 20  # characters: `matchdays: ` and a mark or two
_MONTH_BEHIND = re.compile(
    r"\s*(?:de |of )?(?:ene|jan|feb|mar|abr|apr|may|jun|jul|ago|aug|se[pt]|oct|nov|dic|dec)",
    re.IGNORECASE,
)


def find_unread_scores(page: Page, cells: Sequence[Cell], facts: Sequence[Fact]) -> Iterator[Span]:
    """Yield the cells with a score that is in none of the facts."""
    scores_read = set(chain.from_iterable(map(_scores_of_fact, facts)))
    for cell in cells:
        text = page.visible(cell.start, cell.end)
        if set(_find_scores(text)) - scores_read:
            raw = page.text[cell.start : cell.end]
            start = cell.start + len(raw) - len(raw.lstrip())
            yield Span(start, start + len(raw.strip()))


def _find_scores(text: str) -> Iterator[frozenset[tuple[int, int]]]:
    """Yield each score of the text, as read from either side."""
    for found in _SCORE.finditer(text):
        is_time = _TIME.fullmatch(found[0]) is not None
        start_of_words = max(0, found.start() - _LONGEST_WORD_BEFORE)
        is_range = _ROUNDS.search(text, start_of_words, found.start()) or _MONTH_BEHIND.match(
            text, found.end()
        )
        if not is_time and not is_range:
            first, second = int(found[1]), int(found[2])
            yield frozenset({(first, second), (second, first)})


def _scores_of_fact(fact: Fact) -> Iterator[frozenset[tuple[int, int]]]:
    """Yield the scores that the fact states."""
    texts: list[str | None] = []
    match fact:
        case MatchFact():
            texts.append(fact.score_text)
            texts.append(_join(fact.home_goals, fact.away_goals))
            texts.append(_join(fact.home_penalties, fact.away_penalties))
        case TieFact():
            texts += [fact.aggregate_text, *fact.legs, _join(fact.penalties1, fact.penalties2)]
        case StandingFact():
            texts.append(_join(fact.goals_for, fact.goals_against))
            texts.append(fact.qualification)
    for text in texts:
        yield from _find_scores(text or "")


def _join(first: int | None, second: int | None) -> str:
    if first is None or second is None:
        return ""
    return f"{first}–{second}"
