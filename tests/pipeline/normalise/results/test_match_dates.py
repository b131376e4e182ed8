"""The year of a match, from what the page prints, its season and the order of the page."""

import pytest
from data_files import REFERENCE

from pipeline.domain.partial_date import PartialDate
from pipeline.normalise.results.match_dates import StatedDate, date_matches
from pipeline.values.dates import parse_date


def stated(text):
    date = parse_date(text)
    return StatedDate(PartialDate.parse(date) if date else None, text)


@pytest.mark.parametrize(
    ("season", "dates", "expected"),
    [
        ("1997", ["30 November", "3 December"], ["1997-11-30", "1997-12-03"]),
        ("1997", ["28 December", "4 January"], ["1997-12-28", "1998-01-04"]),
        ("1997", ["4 January", "28 December"], ["1997-01-04", "1997-12-28"]),
        ("1973", ["3 February", "15 February"], ["1973-02-03", "1973-02-15"]),
        ("1993", ["2 January", "5 January"], ["1994-01-02", "1994-01-05"]),
        ("1987", ["10 January"], ["1988-01-10"]),
        ("1994", ["15 January 1995"], ["1995-01-15"]),
        ("1997", ["2–3 December"], ["1997-12"]),
        ("1997", ["7 y 14 de noviembre"], ["1997-11"]),
        ("1997", ["30 November – 2 December 1997"], ["1997"]),
        ("1997", ["30 November – 2 December"], ["1997"]),
        ("1997", ["30 November – 2 December", "4 January"], ["1997", "1998-01-04"]),
        ("1997", ["30 November – 2 December 1997", "4 January"], ["1997", "1998-01-04"]),
        ("1997", ["2 December and 5 December"], ["1997-12"]),
        ("1997", ["30 de noviembre y 7 de diciembre"], ["1997"]),
        ("1997", ["2, 5 y 9 de diciembre"], ["1997-12"]),
        ("1997", ["28 December – 4 January"], [None]),
        ("1997", ["28 December – 4 January 1998", "11 January"], [None, "1998-01-11"]),
        ("1997", ["31 December 1997 – 2 January 1998"], [None]),
        ("1997", ["2 January 1998 – 5 January 1998"], ["1998-01"]),
        ("1997", ["30 November", "2 January – 5 January"], ["1997-11-30", "1998-01"]),
        (
            "1995",
            ["20 January", "28 March", "10 December"],
            ["1995-01-20", "1995-03-28", "1995-12-10"],
        ),
        ("1995", ["20 January", "27 January"], ["1996-01-20", "1996-01-27"]),
        ("1997", ["TBD"], [None]),
        ("1997", ["—"], [None]),
    ],
)
def test_a_date_takes_its_year_from_season_and_order(season, dates, expected):
    match_dates = date_matches([stated(text) for text in dates], season, REFERENCE.calendar)
    assert [match_date.date for match_date in match_dates] == expected
    assert {match_date.problem for match_date in match_dates} == {None}


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("30 November 1997", "1997-11-30", "day"),
        ("November 1997", "1997-11", "month"),
        ("1997", "1997", "year"),
        ("TBD", None, "none"),
    ],
)
def test_a_date_is_as_exact_as_the_page(text, date, precision):
    (match_date,) = date_matches([stated(text)], "1997", {})
    assert (match_date.date, match_date.precision) == (date, precision)


def test_the_calendar_says_which_months_were_in_another_year():
    (match_date,) = date_matches([stated("2 July")], "1997", {("1997", "07"): 1998})
    assert match_date.date == "1998-07-02"
