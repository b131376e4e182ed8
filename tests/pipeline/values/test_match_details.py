"""Attendance, kick-off and neutral ground as pages write them."""

import pytest

from pipeline.values.attendance import parse_attendance
from pipeline.values.kick_off import parse_kick_off
from pipeline.values.neutral_ground import parse_neutral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("96,924", 96924),
        ("4.444", 4444),
        ("12 000 espectadores", 12000),
        ("12\u00a0000", 12000),
        ("1,234,567", None),
        ("999 999 999 999 999", None),
        ("9" * 30, None),
        ("850", 850),
        ("0", 0),
        ("c. 5,000", 5000),
        ("~5000 (estimated)", 5000),
        ("Aprox. 3.500 personas", 3500),
        ("5 mil", 5000),
        ("18,000 [capacity 20,000]", 18000),
        ("5,000–6,000", None),
        ("12,34", None),
        ("Behind closed doors", None),
        ("A puerta cerrada", None),
        ("–", None),
        ("", None),
        (None, None),
    ],
)
def test_an_attendance_is_a_number_or_nothing(text, number):
    assert parse_attendance(text) == number


@pytest.mark.parametrize(
    ("time", "date", "kick_off"),
    [
        ("15:30", "", "15:30"),
        ("16:00 SAMT (UTC+4)", "14 June 2018", "16:00 SAMT (UTC+4)"),
        (None, "17/1/2021, 22:10 (UTC-3)", "22:10 (UTC-3)"),
        (None, "15h30, 30 de noviembre", "15h30"),
        ("", "30 November 1997 3:30 p.m.", "3:30 p.m."),
        (None, "30 November 1997", None),
        (None, "12.05.1997", None),
        ("TBD", "", None),
        ("–", "", None),
        (None, None, None),
    ],
)
def test_a_kick_off_is_as_printed(time, date, kick_off):
    assert parse_kick_off(time, date) == kick_off


@pytest.mark.parametrize(
    ("answer", "remark", "neutral"),
    [
        ("yes", "", True),
        ("Sí", "", True),
        ("N", "", None),
        ("no", "Played at a neutral venue", False),
        ("", "Mansiche, Trujillo (neutral)", True),
        ("", "Mansiche (N)", True),
        ("", "Played on neutral ground", True),
        ("", "Mansiche<ref>Se jugó en cancha neutral.</ref>", True),
        ("", "The match was not at a neutral venue", None),
        ("", "No se jugó en campo neutral", None),
        ("", "Nacional, Lima", None),
        ("", "Both remained neutral", None),
        (None, "", None),
    ],
)
def test_a_ground_is_neutral_where_the_page_says_so(answer, remark, neutral):
    assert parse_neutral(answer, [remark]) == neutral
