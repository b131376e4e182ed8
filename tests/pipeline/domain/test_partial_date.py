"""A date of which a part may be missing."""

import pytest

from pipeline.domain.partial_date import PartialDate

FORMS = [
    ("1997-11-30", PartialDate(1997, 11, 30), "day"),
    ("1997-11", PartialDate(1997, 11), "month"),
    ("1997", PartialDate(1997), "year"),
    ("0997-01-02", PartialDate(997, 1, 2), "day"),
    ("--11-30", PartialDate(None, 11, 30), "day"),
    ("--11", PartialDate(None, 11), "month"),
]


@pytest.mark.parametrize(("text", "date", "precision"), FORMS)
def test_a_date_is_written_as_it_is_read(text, date, precision):
    assert PartialDate.parse(text) == date
    assert str(date) == text
    assert date.precision == precision


@pytest.mark.parametrize(
    "text", ["", "-", "--", "30 November 1997", "1997-11-30T15:30", "97-11-30", "--1", "1997--30"]
)
def test_another_text_is_no_date(text):
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse(text)


def test_a_day_needs_its_month():
    with pytest.raises(ValueError, match="day 30 has no month"):
        PartialDate(1997, None, 30)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("1997-11-30", "1997-12-01"),
        ("1997-12-31", "1998-01-01"),
        ("1997-09", "1997-09-01"),
        ("1997", "1997-01"),
        ("1997-12", "1998"),
        ("--11-30", "--12-02"),
        ("--02", "--11-30"),
    ],
)
def test_dates_have_an_order_and_the_less_exact_comes_first(earlier, later):
    assert PartialDate.parse(earlier) < PartialDate.parse(later)
    assert PartialDate.parse(later) >= PartialDate.parse(earlier)


def test_a_date_without_a_year_is_neither_before_nor_behind_one_with_a_year():
    with pytest.raises(TypeError, match="--11-30 and 1997-11-30 cannot be ordered"):
        assert PartialDate(None, 11, 30) < PartialDate(1997, 11, 30)


@pytest.mark.parametrize(
    ("text", "is_in_calendar"),
    [
        ("1997", True),
        ("1997-12", True),
        ("1997-13", False),
        ("1997-00", False),
        ("1997-11-30", True),
        ("1997-11-31", False),
        ("1997-11-00", False),
        ("1996-02-29", True),
        ("1997-02-29", False),
        ("--02-29", True),
        ("--02-30", False),
        ("0000-02-29", True),
    ],
)
def test_the_calendar_has_the_date_or_not(text, is_in_calendar):
    assert PartialDate.parse(text).is_in_calendar == is_in_calendar


def test_a_year_is_added_and_taken_away():
    date = PartialDate(None, 2, 29)
    assert date.in_year(1997) == PartialDate(1997, 2, 29)
    assert not date.in_year(1997).is_in_calendar
    assert date.in_year(1997).without_year() == date


@pytest.mark.parametrize(
    ("first", "last", "shared"),
    [
        ("1997-12-02", "1997-12-03", "1997-12"),
        ("1997-11-30", "1997-12-02", "1997"),
        ("1997-12-30", "1998-01-02", None),
        ("1997-11-30", "1998-11-30", None),
        ("--12-02", "--12-03", "--12"),
        ("--11-30", "--12-02", None),
        ("1997", "1997", "1997"),
    ],
)
def test_two_ends_of_a_range_share_a_month_or_a_year(first, last, shared):
    common = PartialDate.parse(first).shared_with(PartialDate.parse(last))
    assert common == (shared and PartialDate.parse(shared))
