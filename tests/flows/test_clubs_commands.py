"""The commands `copaperu clubs …` as a person meets them."""

import subprocess
import sys

import pytest
from test_cli import PAGE, run
from typer.testing import CliRunner

from flows.cli import app

UNSETTLED = (
    "= 1997 Copa Perú =\n\nInfobox\n- Competition: Copa Perú\n- Season: 1997\n\n"
    "==Teams==\n| Department | Team | Location |\n| Ica | Octavio Espinosa | Ica |\n"
    "| Puno | Ugarte | Puno |\n\n==Final Stage==\n30 November 1997\nOctavio Espinoza 2-1 Ugarte\n"
)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clubs")
    url = f"sqlite:///{folder}/clubs.sqlite"
    assert run("ingest", PAGE, "--database-url", url, cwd=folder).returncode == 0
    return url


def clubs(*arguments):
    done = CliRunner().invoke(app, ["clubs", *map(str, arguments)])
    return done.exit_code, done.stdout.splitlines(), done.stderr


def test_clubs_are_listed_with_place_and_seasons(database):
    status, lines, _ = clubs("list", "--database-url", database)
    assert status == 0
    assert len(lines) == 25
    assert "juan-aurich  Juan Aurich  Chiclayo, Lambayeque  seasons: 1" in lines


def test_a_club_is_found_in_any_spelling(database):
    assert clubs("search", "C.N.I.", "--database-url", database)[1] == [
        "cni  CNI  Iquitos, Loreto  seasons: 1"
    ]
    status, _, message = clubs("search", "Peñarol", "--database-url", database)
    assert (status, "no club is called 'Peñarol'" in message) == (1, True)


def test_a_club_is_shown_with_names_and_matches(database):
    status, lines, _ = clubs("show", "CNI", "--database-url", database)
    assert status == 0
    assert lines[:2] == ["cni  CNI  Iquitos, Loreto  seasons: 1", "  1997  CNI  (list)"]
    assert lines[2] == "  1997  1997-11-30  Final Stage / Round 1: 0–7 at Juan Aurich"
    assert len(lines) == 7
    assert clubs("show", "nobody", "--database-url", database)[0] == 1


def test_what_is_unresolved_has_candidates_and_a_line_to_paste(tmp_path):
    page = tmp_path / "1997.txt"
    page.write_text(UNSETTLED, encoding="utf-8")
    url = f"sqlite:///{tmp_path}/x.sqlite"
    run("ingest", page, "--database-url", url, cwd=tmp_path)
    _, (line,), _ = clubs("unresolved", "--database-url", url)
    assert "unknown-club: 'Octavio Espinoza'" in line
    assert "octavio-espinosa-ica (spelling 'Octavio Espinosa', 94 of 100)" in line
    assert line.endswith("octavio-espinosa-ica,Octavio Espinoza,any,,,1997,1997,,1997 Copa Perú")


def test_clubs_of_one_name_in_a_department_are_asked_about(tmp_path):
    pages = [tmp_path / f"{year}.txt" for year in ("1997", "1998")]
    for page, town in zip(pages, ("Juliaca", "Ilave"), strict=True):
        text = UNSETTLED.replace("| Ugarte | Puno", f"| Ugarte | {town}").replace(
            "Espinoza", "Espinosa"
        )
        page.write_text(text.replace("1997", page.stem), encoding="utf-8")
    url = f"sqlite:///{tmp_path}/x.sqlite"
    run("ingest", *pages, "--database-url", url, cwd=tmp_path)
    assert clubs("unresolved", "--database-url", url)[1] == [
        (
            "'Ugarte' in PE-PUN: several clubs or one? ugarte-puno-juliaca (1997, Juliaca),"
            " ugarte-puno-ilave (1998, Ilave); if one, add to clubs.csv"
            " (if several, the same without its same_as):"
        ),
        "ugarte-puno-juliaca,Ugarte,PE-PUN,Juliaca,,1997,1997,,1997 Copa Perú",
        "ugarte-puno-ilave,Ugarte,PE-PUN,Ilave,,1998,1998,ugarte-puno-juliaca,1998 Copa Perú",
    ]


def test_the_file_of_clubs_is_checked(tmp_path, database):
    status, lines, _ = clubs("check", "--database-url", "sqlite:///no-such-file")
    assert (status, lines) == (0, [])
    status, lines, _ = clubs("check", "--database-url", database)
    assert status == 0
    assert any("unused: no loaded page prints 'Pirata FC'" in line for line in lines)
    path = tmp_path / "clubs.csv"
    path.write_text("\ufeffkey;name;department;town;link;from;to;same_as;source\na;A;Here;;;;;;p\n")
    status, lines, _ = clubs("check", path, "--database-url", "sqlite:///no-such-file")
    assert (status, lines[0][: len("clubs.csv:2: department: no department 'Here'")]) == (
        1,
        "clubs.csv:2: department: no department 'Here'",
    )
    path.write_text("key\n")
    status, _, message = clubs("check", path)
    assert (status, "clubs.csv:1: no column name" in message) == (1, True)


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from flows.cli import app\n"
        "try: app(['clubs', '--help'])\n"
        "except SystemExit: pass\n"
        "print([n for n in ('sqlalchemy', 'rapidfuzz', 'mwparserfromhell') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
