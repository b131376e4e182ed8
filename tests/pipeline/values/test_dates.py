"""Every form of a date that pages use, and what it means."""

import pytest

from pipeline.domain.partial_date import PartialDate
from pipeline.values.dates import (
    names_impossible_date,
    parse_date,
    parse_first_and_last_day,
    parse_partial_date,
    parse_shared_date,
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("30 November 1997", "1997-11-30"),
        ("November 30, 1997", "1997-11-30"),
        ("Sunday, 30 November 1997", "1997-11-30"),
        ("30 November 1997, 15:30", "1997-11-30"),
        ("1 Sept. 1984", "1984-09-01"),
        ("30 de noviembre de 1997", "1997-11-30"),
        ("Domingo 7 de Diciembre de 1997", "1997-12-07"),
        ("21 de setiembre", "--09-21"),
        ("9 de septiembre", "--09-09"),
        ("1º de mayo", "--05-01"),
        ("30 November", "--11-30"),
        ("Nov 30", "--11-30"),
        ("29 February", "--02-29"),
        ("1997-11-30", "1997-11-30"),
        ("26-09-2010", "2010-09-26"),
        ("10/05/1987", "1987-05-10"),
        ("febrero de 2010", "2010-02"),
        ("November 1997", "1997-11"),
        ("1997", "1997"),
    ],
)
def test_a_date_is_read(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a confirmar",
        "TBD",
        "32 de tarzo",
        "31 February 1997",
        "29 February 1997",
        "13/13/1987",
        "0 May 1987",
        "May",
        "7 y 14 de noviembre",
        "Juan Aurich",
    ],
)
def test_what_is_no_date_is_none(text):
    assert parse_date(text) is None


def test_a_date_is_a_value():
    assert parse_partial_date("30 November 1997") == PartialDate(1997, 11, 30)
    assert parse_partial_date("30 November") == PartialDate(None, 11, 30)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("30 November – 2 December", "--11-30", "--12-02"),
        ("30 November – 2 December 1997", "--11-30", "1997-12-02"),
        ("del 30 de noviembre al 2 de diciembre de 1997", "--11-30", "1997-12-02"),
        ("30-11-1997 – 2-12-1997", "1997-11-30", "1997-12-02"),
        ("14 y 15 de mayo", None, None),
        ("November – December 1997", None, None),
        ("30 November 1997", None, None),
    ],
)
def test_a_range_over_two_months_has_two_days(text, first, last):
    days = parse_first_and_last_day(text)
    assert days == (first and (PartialDate.parse(first), PartialDate.parse(last)))


def test_what_the_days_of_a_range_share_is_a_value():
    assert parse_shared_date("2–3 December 2017") == PartialDate(2017, 12)
    assert parse_shared_date("December – January 1998") is None


@pytest.mark.parametrize("text", ["a" * 100_000, "1-" * 50_000, "a vs " * 20_000, "1 y " * 25_000])
def test_half_a_page_is_no_date(text):
    assert parse_date(text) is None
    assert parse_shared_date(text) is None
    assert parse_first_and_last_day(text) is None
    assert not names_impossible_date(text)
