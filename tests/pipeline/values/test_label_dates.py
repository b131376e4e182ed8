"""Days in labels of tables, parted from the label and from each other."""

import pytest

from pipeline.values.label_dates import split_date, split_leg_days


@pytest.mark.parametrize(
    ("text", "head", "date_text"),
    [
        ("Tercera ronda 8/12 - 12/12", "Tercera ronda", "8/12 - 12/12"),
        ("Tercera fase - 22 al 29 de abril", "Tercera fase", "22 al 29 de abril"),
        ("Fecha 1 (3 de mayo)", "Fecha 1", "3 de mayo"),
        ("Jornada 5. 3 de mayo", "Jornada 5", "3 de mayo"),
        ("Matchday 3 – 4 May 2012", "Matchday 3", "4 May 2012"),
        ("Fecha 1 – 3 de mayo", "Fecha 1", "3 de mayo"),
        ("Grupo C: Fecha 1 – 3 de mayo", "Grupo C: Fecha 1", "3 de mayo"),
        ("Primera fecha 3 de mayo", "Primera fecha", "3 de mayo"),
        ("Fecha 3 y 4 de mayo", "Fecha", "3 y 4 de mayo"),
        ("1st leg 26 September", "1st leg", "26 September"),
        ("26/9 Ida", "Ida", "26/9"),
        ("Partido de ida - domingo 3 de mayo", "Partido de ida", "domingo 3 de mayo"),
        ("Copa Perú 2012", "Copa Perú 2012", ""),
        ("Round of 16", "Round of 16", ""),
    ],
)
def test_the_days_of_a_label_are_parted_from_it(text, head, date_text):
    assert split_date(text) == (head, date_text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("8/12 - 12/12", ("8/12", "12/12")),
        ("26 September and 3 October", ("26 September", "3 October")),
        ("22 al 29 de abril de 1998", ("22 abril 1998", "29 de abril de 1998")),
        ("3 y 4 de mayo", ("3 mayo", "4 de mayo")),
        # the days of one leg
        ("16–18 de octubre", None),
        ("3 de mayo", None),
    ],
)
def test_two_days_are_those_of_two_legs(text, days):
    assert split_leg_days(text) == days
