"""Which headings name a round."""

import pytest

from pipeline.values.rounds import is_round


@pytest.mark.parametrize(
    "text",
    [
        "Fecha 1", "3ª jornada", "Matchday 2", "Semana 4", "Ida", "Second leg", "Quarter-finals",
        "Semifinales", "Cuartos de final", "Dieciseisavos", "Play-off", "Tie-breaker", "Replay",
    ],
)  # fmt: skip
def test_these_are_rounds(text):
    assert is_round(text)


@pytest.mark.parametrize("text", ["Zona A", "Grupo 1", "Región IV", "Finalistas", ""])
def test_these_are_none(text):
    assert not is_round(text)
