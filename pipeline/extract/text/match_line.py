"""Match lines: `Team 1-0 Team` under a line with a date."""

import re

from pipeline.extract.builders.match_fact import build_match_fact
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import Quote
from pipeline.facts import Fact, Section
from pipeline.lineage import Span
from pipeline.values.dates import parse_date
from pipeline.values.scores import parse_score

_LIST_MARKS = " *#:;"
# marks of lists and of bold type around a date line: `'''30 November 1997'''<br>`
_AROUND = re.compile(r"^[ *#:;']+|(?:[ *#:;'\r]|<br\s*/?>)+$")
_LONGEST_DATE = 100  # characters of wikitext
_MATCH = re.compile(
    r"(?P<home>.*?[^\W\d_].*?)\s+"
    r"(?P<score>\d{1,2}\s?[-–—−:]\s?\d{1,2}(?:\s*\([^()]*\))*|vs?\.?|w/o|\?\s?[-–—−:]\s?\?)"
    r"\s+(?P<away>.+)"
)
_NOTE_AT_END = re.compile(r"\s*(\([^()]*\))$")
_SCORE = re.compile(r"\s\d{1,2}\s?[-–—−:]\s?\d{1,2}(\s|$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
# words in lower case that are part of a team's name; any other one makes the line a sentence
_PARTICLES = frozenset(
    "de del la las los el y e do da dos das di van von al san santa of the fc".split()
)
_LONGEST_NAME = 60
_LONGEST_MATCH = 500  # characters: two names, a score and the notes on it


def read_date_line(page: Page, start: int, end: int) -> Quote | None:
    """Return the date if the line is nothing else, to the day or the month."""
    if end - start > _LONGEST_DATE:
        return None
    text = page.visible(start, end).strip(_LIST_MARKS)
    date = parse_date(text)
    # `1997` alone is a year, `1997-11` a month: a year dates no match
    if date is None or "-" not in date:
        return None
    raw = _AROUND.sub("", page.text[start:end])
    return Quote(text, None, raw)


def read_match(page: Page, span: Span, section: Section, date: Quote) -> list[Fact]:
    """Return the match the line states; none if it is not two names parted by a score."""
    text = page.visible(span.start, span.end).strip(_LIST_MARKS)
    line = _MATCH.fullmatch(text) if len(text) <= _LONGEST_MATCH else None
    if line is None:
        return []
    home_name = line["home"]
    away_name, notes = _split_notes(line["away"])
    if not _is_team_name(home_name) or not _is_team_name(away_name):
        return []
    score_text = " ".join([line["score"], *notes])
    # links before the score are the home team's, those after it the away team's
    middle = _find_score(page, span, line["score"])
    return [
        build_match_fact(
            section,
            span,
            Quote(home_name, page.link(span.start, middle), ""),
            Quote(away_name, page.link(middle, span.end), ""),
            parse_score(score_text),
            score_text=score_text,
            date=date,
        )
    ]


def _split_notes(away: str) -> tuple[str, list[str]]:
    """Return the away team and the notes on the match after it, such as `(4–2 p)`, `(awarded)`."""
    notes: list[str] = []
    while True:
        note = _NOTE_AT_END.search(away)
        # `Municipal (Acoria)`: (Acoria) says nothing of the match, it is part of the name
        if note is None or not _is_note_on_match(note[1]):
            break
        notes.insert(0, note[1])
        away = away[: note.start()]
    # `A 1–0 B.` ends a line, `A 1–0 F.B.C.` is an abbreviation
    if away.endswith(".") and away.count(".") == 1:
        away = away[:-1]
    return away, notes


def _is_note_on_match(note: str) -> bool:
    """Whether the note tells of extra time, of penalties or of what became of the match."""
    score = parse_score(f"0–0 {note}")
    has_penalties = score.home_penalties is not None
    return score.extra_time or has_penalties or score.status != "played"


def _is_team_name(text: str) -> bool:
    """Whether the text can be a team's name: no second score, no words of a sentence."""
    if not text.strip() or len(text) > _LONGEST_NAME:
        return False
    # `A 1–0 B 2–1 C` is no match
    if _SCORE.search(f" {text}"):
        return False
    # `and won the tie` is a sentence, `Deportivo de la Victoria` a name
    lower_case_words = {word for word in _WORD.findall(text) if word.islower()}
    return lower_case_words <= _PARTICLES


def _find_score(page: Page, span: Span, score: str) -> int:
    """Return where the score stands in the wikitext, the end of the line if it is not found."""
    goals = score.partition("(")[0].strip()
    for start, end in page.gaps(span.start, span.end):
        place = page.text.find(goals, start, end)
        if place >= 0:
            return place
    return span.end
