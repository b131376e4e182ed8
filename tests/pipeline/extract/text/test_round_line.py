"""Labels that name a round, and labels that say more or less."""

import pytest

from pipeline.extract.text.round_line import is_group_label, read_round_label


@pytest.mark.parametrize(
    ("text", "round_label", "date"),
    [
        ("Round 2", "Round 2", None),
        ("Fecha 12", "Fecha 12", None),
        ("Primera fecha", "Primera fecha", None),
        ("1ª fecha", "1ª fecha", None),
        ("1st round", "1st round", None),
        ("Jornada II", "Jornada II", None),
        ("Quarter-final 1", "Quarter-final 1", None),
        ("Play-off", "Play-off", None),
        ("Semifinal, ida", "Semifinal, ida", None),
        ("Cuartos de final", "Cuartos de final", None),
        ("Third place match", "Third place match", None),
        ("Round 3 (19 September 2012)", "Round 3", "19 September 2012"),
        ("Round 1 [Nov 30]", "Round 1", "Nov 30"),
        ("Fecha 3, 19 de setiembre", "Fecha 3", "19 de setiembre"),
        ("Final – 3 May 2012", "Final", "3 May 2012"),
        ("Final 3 May 2012", "Final", "3 May 2012"),
        ("Desempate en Lima", None, None),
        ("Grupo A", None, None),
        ("Garza won the final", None, None),
        ("19 September 2012", None, None),
    ],
)
def test_a_label_names_a_round(text, round_label, date):
    line = read_round_label(text)
    if round_label is None:
        assert line is None
        return
    assert line is not None
    assert line.round == round_label
    assert (line.date.text if line.date else None) == date


@pytest.mark.parametrize("text", ["Grupo A", "Group 12", "Zona Norte", "Región I – Grupo B"])
def test_a_label_names_a_group(text):
    assert is_group_label(text)


@pytest.mark.parametrize("text", ["Unidad Vecinal", "Grupo final", "Round 1", "Grupo"])
def test_a_label_names_no_group(text):
    assert not is_group_label(text)
