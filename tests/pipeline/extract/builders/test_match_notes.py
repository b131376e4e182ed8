"""The day on which a match was really played, as a note tells it."""

import pytest

from pipeline.extract.builders.match_notes import find_day_played


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Suspendido por lluvia. Se jugó el 29 de julio.", "29 de julio"),
        ("Se disputó el domingo 30 de julio de 1998 en Lima.", "domingo 30 de julio de 1998"),
        ("Postponed; played on 9 May.", "9 May"),
        ("Match was played on July 9, 1998, after rain", "July 9, 1998"),
        ("Se jugó el 29/7", "29/7"),
        ("Suspendido a los 40'. Se completó el 4 de marzo.", None),
        ("No se jugó el 3 de mayo", None),
        ("Se jugó en Lima", None),
        ("Se jugó el segundo tiempo", None),
    ],
)
def test_a_note_tells_the_day_of_play(note, day):
    assert find_day_played([note]) == day
