"""Every form of a date and a score that pages use; a new one is a line in forms.csv."""

import csv
from pathlib import Path

import pytest

from pipeline.values.dates import names_impossible_date, parse_date, parse_shared_date
from pipeline.values.scores import parse_score

with Path(__file__).with_name("forms.csv").open(encoding="utf-8", newline="") as forms:
    FORMS = list(csv.DictReader(forms))


def score(text):
    read = parse_score(text)
    parts = (read.home, read.away, read.status, read.home_penalties, read.away_penalties)
    return " ".join(str(part) for part in parts if part is not None)


READERS = {
    "date": lambda text: parse_date(text) or "",
    "period": lambda text: str(parse_shared_date(text) or ""),
    "score": score,
}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form['kind']}: {form['text']}")
def test_a_form_means_what_it_says(form):
    assert READERS[form["kind"]](form["text"]) == form["meaning"]


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("31 February 1997", True),
        ("31 de abril", True),
        ("26-13-2010", True),
        ("31–32 December", True),
        ("29–30 February 1997", True),
        ("2, 5 y 9 de diciembre", False),
        ("28 December – 4 January 1998", False),
        ("32 de tarzo", False),
        ("30 November 1997", False),
        ("TBD", False),
    ],
)
def test_a_day_that_the_calendar_lacks_is_told_from_what_is_no_date(text, impossible):
    assert names_impossible_date(text) == impossible
