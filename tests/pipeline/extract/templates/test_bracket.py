"""Places of brackets: clubs without marks, and numbers that are none."""

import pytest
from reading import read, stated

LONG_NUMBER = "1" * 5000


@pytest.mark.parametrize(
    ("printed", "club"),
    [
        ("1: Alfa", "Alfa"),
        ("A2: Alfa", "Alfa"),
        ("2B: Alfa", "Alfa"),
        ("(1) Alfa", "Alfa"),
        ("12. Alfa", "Alfa"),
        ("[12] '''Alfa'''", "Alfa"),
        ("#3 [[Club Alfa|Alfa]]", "Alfa"),
        ("Alfa {{small|(4)}}", "Alfa"),
        ("Alfa (p)", "Alfa"),
        ("(pen.) Alfa", "Alfa"),
        ("Alfa {{aet}}", "Alfa"),
        ("Alfa [[Prórroga|(t. s.)]]", "Alfa"),
        # what looks like a seed or a mark, and is a name
        ("2 de Mayo", "2 de Mayo"),
        ("28 de Julio (A)", "28 de Julio (A)"),
        ("Municipal (P)", "Municipal (P)"),
        ("1. FC Lima", "1. FC Lima"),
        ("1. Grupo A", "1. Grupo A"),
        ("Sport Boys 1927", "Sport Boys 1927"),
        # no club
        ("[[Tiros desde el punto penal|(p)]]", None),
        ("–", None),
        ("?", None),
        ("Bye", None),
    ],
)
@pytest.mark.parametrize(
    "form", ["{{Copa de 4 clubes|RD1-team1=%s|RD1-team2=Beta}}", "{{Round2|12 May|%s|1|Beta|0}}"]
)
def test_a_place_names_its_club_without_seed_and_marks(form, printed, club):
    (place,) = stated(form % printed, "bracket")
    assert (place.team1, place.team2) == (club, "Beta")


@pytest.mark.parametrize(
    "page",
    [
        "{{Round2||Alfa|2|Beta|1}}",
        "{{Round2|\n||Alfa|2|Beta|1}}",
        "{{#invoke:RoundN|main|columns=1|\n|1 May – Lima|Alfa|2|Beta|1\n}}",
        "{{#invoke:RoundN|main|columns=1\n|1 May – Lima|Alfa|2|Beta|1}}",
        "{{#invoke:RoundN|N2\n|1 May – Lima|Alfa|2|Beta|1|\n}}",
    ],
)
def test_a_blank_before_the_first_match_moves_nothing(page):
    (place,) = stated(page, "bracket")
    assert (place.team1, place.team2, place.scores) == ("Alfa", "Beta", ("2", "1"))


def test_the_last_place_may_lack_its_score():
    (place,) = stated("{{Round2|1 May|Alfa|2|Beta}}", "bracket")
    assert (place.team1, place.team2, place.scores) == ("Alfa", "Beta", ("2", ""))


def test_columns_say_which_round_a_place_is_in():
    places = "||A|1|B|0" * 7
    call = f"{{{{#invoke:RoundN|main|columns=3|RD1=Cuartos|RD2=Semis|RD3=Final{places}}}}}"
    rounds = [place.round for place in stated(call, "bracket")]
    assert rounds == ["Cuartos"] * 4 + ["Semis"] * 2 + ["Final"]


@pytest.mark.parametrize(
    "page",
    [
        f"{{{{4TeamBracket|RD1-team{LONG_NUMBER}=Alfa|RD1-score{LONG_NUMBER}=1}}}}",
        f"{{{{#invoke:RoundN|N{LONG_NUMBER}|score-boxes={LONG_NUMBER}}}}}",
        f"{{{{#invoke:RoundN|main|columns={LONG_NUMBER}}}}}",
        f"{{{{Round{LONG_NUMBER}|a}}}}",
        f"{{{{#invoke:Sports table|main|team{LONG_NUMBER}=ALF|win_ALF={LONG_NUMBER}}}}}",
        f"{{{{#invoke:sports series|main|{LONG_NUMBER}=2–1}}}}",
    ],
)
def test_a_number_of_thousands_of_digits_is_reported_and_breaks_nothing(page):
    assert [fact.fact for fact in read(page).facts] == ["unrecognised"]
