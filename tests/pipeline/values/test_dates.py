"""Every form of a date that pages use, and what it means."""

import pytest

from pipeline.values.dates import parse_date


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
