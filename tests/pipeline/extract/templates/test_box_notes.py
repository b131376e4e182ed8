"""Notes of boxes and grids: what became of the match, and the day on which it was played."""

import pytest
from reading import stated

ENGLISH = "{{Football box|team1=A|score=3–0|team2=B|date=2 May 1997%s}}"
SPANISH = "{{Partido|local=A|resultado=3:0|visita=B|fecha=2 de mayo de 1997%s}}"

CROSS_TABLE = "{{Fb r header|A|B}}{{Fb r team|t=A}}{{fb r|r=null}}%s{{Fb r team|t=B}}"


@pytest.mark.parametrize(
    ("box", "status"),
    [
        (ENGLISH % "|note=Awarded 3–0 to A", "awarded"),
        (ENGLISH % "|note=<ref>Match abandoned at half-time</ref>", "abandoned"),
        (ENGLISH % "{{efn|Match awarded to A.}}", "awarded"),
        (ENGLISH % "|result=W", "played"),
        (ENGLISH % "|note=A were awarded a penalty", "played"),
        (ENGLISH.replace("3–0", "v") % "|note=Cancelled", "cancelled"),
        (ENGLISH.replace("3–0", "3–0{{refn|B did not show up}}") % "", "walkover"),
        (ENGLISH.replace("team2=B", "team2=B<ref>B failed to appear.</ref>") % "", "walkover"),
        (SPANISH % "|suceso=Partido adjudicado en mesa", "awarded"),
        (SPANISH % "|suceso='''Anulado'''", "annulled"),
        (SPANISH % "|suceso=Segunda final", "played"),
        (SPANISH % "|nota=Se le dio por ganado a A", "awarded"),
        (SPANISH % "|estado=plegada", "played"),
        (SPANISH.replace("3:0", "3:0<ref>Se le adjudicó el partido a A.</ref>") % "", "awarded"),
        (SPANISH.replace("visita=B", "visita=B{{refn|B no se presentó.}}") % "", "walkover"),
        ("{{#invoke:sports results|main|match_A_B=3–0{{efn|Awarded to A.}}}}", "awarded"),
        ("{{#invoke:sports results|main|match_A_B=–|match_A_B_note=Not held}}", "unknown"),
        ("{{#invoke:sports results|main|match_A_B={{efn|Match cancelled}}}}", "cancelled"),
        (CROSS_TABLE % "{{fb r|gf=3{{refn|Adjudicado a A}}|ga=0}}", "awarded"),
    ],
)
def test_a_note_says_what_became_of_the_match(box, status):
    (match,) = stated(box)
    assert match.status == status


@pytest.mark.parametrize(
    ("box", "date"),
    [
        (ENGLISH % "<ref>Postponed. Played on 29 July 1997.</ref>", "1997-07-29"),
        (ENGLISH % "|note=Played on 29 July 1997", "1997-07-29"),
        (ENGLISH % "|note=Completed on 4 March", "1997-05-02"),
        (SPANISH % "<ref>Suspendido. Se jugó el 29 de julio de 1997.</ref>", "1997-07-29"),
        (SPANISH % "|suceso=Se disputó el 29 de julio de 1997", "1997-07-29"),
        (SPANISH % "|hora=15:00<ref>Se jugó el 30 de mayo de 1997</ref>", "1997-05-30"),
        (SPANISH % "{{refn|Se completó el 4 de marzo.}}", "1997-05-02"),
    ],
)
def test_a_note_says_on_which_day_they_played(box, date):
    (match,) = stated(box)
    assert (match.date, match.status) == (date, "played")


def test_a_note_on_a_club_says_nothing_of_each_of_its_matches():
    note = "{{efn|Match awarded 3–0 to B.}}"
    grid = f"{{{{#invoke:sports results|main|name_A=Alfa{note}|match_A_B=2–1|match_B_A=0–0}}}}"
    cells = "{{fb r|r=null}}{{fb r|r=2–1}}"
    cross_table = f"{{{{Fb r header|A|B}}}}{{{{Fb r team|t=A{note}}}}}{cells}{{{{Fb r team|t=B}}}}"
    assert [match.status for match in stated(grid + cross_table)] == ["played"] * 3


@pytest.mark.parametrize("cell", ["", "–", "-", "—", "null", "<!-- soon -->"])
def test_a_cell_with_no_score_and_no_note_is_no_match(cell):
    assert stated(f"{{{{#invoke:sports results|main|match_A_B={cell}}}}}") == []
