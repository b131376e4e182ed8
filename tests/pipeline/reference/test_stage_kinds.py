"""Of what kind a stage is, by its heading in English and Spanish."""

import pytest
from data_files import REFERENCE

from pipeline.reference.data_file import DataFileError
from pipeline.reference.stages import read_stage_kinds

KINDS = [
    ("Departmental Stage", "departmental"),
    ("Etapa Departamental", "departmental"),
    ("Liga distrital de Surco", "district"),
    ("Etapa Provincial", "provincial"),
    ("Región IV", "regional"),
    ("Final regional", "regional"),
    ("Etapa Nacional", "national"),
    ("Cuartos de final", "national"),
    ("Final Stage", "final"),
    ("Hexagonal Final", "final"),
    ("Promotion play-off", "play-off"),
    ("League round", "other"),
    ("First phase", "other"),
]


@pytest.mark.parametrize(("heading", "kind"), KINDS)
def test_a_heading_has_a_kind(heading, kind):
    assert REFERENCE.stage_kinds.kind_of(heading, "1997") == kind


def test_a_line_may_hold_in_one_season():
    assert REFERENCE.stage_kinds.kind_of("League round", "2021") == "national"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("league,liga,,,Liga", "'league' is unknown"),
        ("final,final,2010,2000,Final", "end before they begin"),
        ("final,final,soon,,Final", "not a season"),
    ],
)
def test_a_wrong_line_is_refused(tmp_path, line, problem):
    file = tmp_path / "stages.csv"
    file.write_text(f"kind,words,from,to,example\n{line}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        read_stage_kinds(file)
