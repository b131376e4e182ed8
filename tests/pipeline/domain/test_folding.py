"""What does not count when texts are compared."""

import pytest

from pipeline.domain.keys import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Fecha  ÚNICA ", "fecha unica"),
        ("Sport\N{NO-BREAK SPACE}Boys\n", "sport boys"),
        ("1ª vuelta", "1a vuelta"),
        ("Cañaña", "canana"),
        ("", ""),
    ],
)
def test_case_accents_and_blanks_do_not_count(text, folded):
    assert fold(text) == folded
