"""Stage, group and round from the headings above a fact."""

import pytest

from pipeline.normalise.stages import Place, place, round_kind


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (("Final Stage", "Round 1"), Place("Final Stage", None, "Round 1", "matchday")),
        (("Final Stage", "Playoff"), Place("Final Stage", None, "Playoff", "play-off")),
        (("Final Stage",), Place("Final Stage", None, None, None)),
        (
            ("Regional Stage", "Region I", "Group A", "Tiebreaker"),
            Place("Regional Stage", "Region I / Group A", "Tiebreaker", "play-off"),
        ),
        (
            ("Etapa Nacional", "Octavos de final"),
            Place("Etapa Nacional", None, "Octavos de final", "knock-out"),
        ),
        (("Final",), Place("Final", None, None, "knock-out")),
        ((), Place("1997 Copa Perú", None, None, None)),
    ],
)
def test_the_outermost_heading_is_the_stage_and_a_round_is_known_by_its_words(section, expected):
    assert place(section, "1997 Copa Perú") == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Round 5", "matchday"),
        ("Fecha 2", "matchday"),
        ("1st round", "matchday"),
        ("Play-off", "play-off"),
        ("Tie-breaker", "play-off"),
        ("Desempate", "play-off"),
        ("Quarterfinals", "knock-out"),
        ("Semi-finals", "knock-out"),
        ("Regional Final", "knock-out"),
        ("Finalísima", "knock-out"),
        ("Round of 16", "knock-out"),
        ("Final Stage", None),
        ("Group A", None),
        ("Region I", None),
    ],
)
def test_a_round_is_known_by_its_words(text, kind):
    assert round_kind(text) == kind
