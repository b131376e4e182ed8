"""The data files from outside: exported, edited, used, and refused with one sentence."""

import pytest
from typer.testing import CliRunner

from flows.cli import app
from pipeline.reference import FILES, PACKAGED

PAGE = """{{Infobox football league season
| competition = Copa Perú
| season = 1997
}}
== Final ==
{{Football box |date=30 November 1997 |team1=Aurora |score=1–0 |team2=Melgar}}
"""

# the file, what is written at its end, and how the sentence about it goes on after the line
BROKEN = [
    ("departments.csv", "PE-PUN,26,Puna,", "code: 'PE-PUN': write each code once"),
    ("departments.csv", "Puno,26,Puna,", "code: 'Puno': write each code once, such as PE-AMA"),
    ("departments.csv", "PE-PUX,1,Puna,", "ubigeo: '1': write each number once"),
    ("departments.csv", "PE-PUX,26,,", "name: this cell must not be blank"),
    ("departments.csv", "PE-PUX,26,Puna,Puno", "spellings: 'Puno' is Puno already"),
    ("places.csv", "Nowhere,Puno,page", "department: no department 'Puno'"),
    ("places.csv", ",PE-PUN,page", "town: this cell must not be blank"),
    ("places.csv", "Arequipa,PE-ARE,page", "town: 'Arequipa' stands in the file already"),
    ("clubs.csv", ",Grau,PE-PIU,,,,,,page", "key: a line needs a key"),
    ("clubs.csv", "grau-x,,PE-PIU,,,,,,page", "name: a line needs a name"),
    ("clubs.csv", "grau-x,Grau,Nowhere,,,,,,page", "department: no department 'Nowhere'"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,1990,1980,,page", "to: the seasons end before they begin"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,²²²²,,,page", "from: '²²²²' is not a season"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,19,,,page", "from: '19' is not a season"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,,,nobody,page", "same_as: 'nobody' is not a key"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,,,grau-x,page", "same_as: a cycle through 'grau-x'"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,,,,", "source: no source"),
    ("clubs.csv", "grau-x,Grau,PE-PIU,,,,,,page,x", "more cells than columns"),
    ("clubs.csv", 'grau-x,"Grau,PE-PIU,,,,,,page', "unexpected end of data"),
    ("calendar.csv", "1999,13,2000,page", "month: '13' is not a month"),
    ("calendar.csv", "1999,01,2010,page", "year: '2010' is not the season's year"),
    ("calendar.csv", "1999,01,2000,", "source: this cell must not be blank"),
    ("calendar.csv", "1993,01,1994,page", "month: this month of the season stands"),
    ("calendar.csv", "soon,01,1994,page", "season: 'soon' is not a season"),
    ("editions.csv", "1997,,,,,,,,", "season: season '1997': write each season once"),
    ("editions.csv", "2030,Aurora,,,,,,,", "champion: goes with champion_source"),
    ("editions.csv", "2030,,,,,,page,maybe,", "final: 'maybe': write yes, no or nothing"),
    ("gaps.csv", "abcd,,matches,nobody knows,", "season: 'abcd' is not a season"),
    ("gaps.csv", "1997,,matches,,", "why: this cell must not be blank"),
    ("rules.toml", "[[group]]\nfrom = 1997", "[[group]] to: this value is missing"),
    (
        "rules.toml",
        '[[group]]\nfrom = 2\nto = 1\nsource = "x"\nwin = 3\ndraw = 1\ntiebreakers = []',
        "[[group]] to: 2 to 1 is not a period",
    ),
    (
        "rules.toml",
        '[[group]]\nfrom = 1\nto = 2\nsource = "x"\nwin = "3"\ndraw = 1\ntiebreakers = []',
        "[[group]] win: '3' is not a whole number from 0 up",
    ),
    (
        "rules.toml",
        '[[group]]\nfrom = 1\nto = 2\nsource = "x"\nwin = 3\ndraw = 1\ntiebreakers = ["luck"]',
        "[[group]] tiebreakers: 'luck' is unknown; expected one of play-off",
    ),
    (
        "rules.toml",
        '[[tie]]\nfrom = 1\nto = 2\nsource = "x"\ndeciders = "goals"',
        "[[tie]] deciders: 'goals' is not a list of texts",
    ),
    (
        "rules.toml",
        '[[tie]]\nfrom = 1\nto = 2\nsource = "x"\ndeciders = []\nwinner = 1',
        "[[tie]] winner: unknown; expected one of from",
    ),
    ("rules.toml", "[[rule]]\nfrom = 1", "'rule' is unknown; expected entries [[group]]"),
    ("corrections.toml", '[[correction]]\npage = "X"', "section: this value is missing"),
    (
        "corrections.toml",
        '[[addition]]\npage = "X"\nsection = "Final"\ntext = "x"\nreason = "x"\nsource = "x"',
        "[[addition]] section: 'Final' is not a list of texts",
    ),
    (
        "corrections.toml",
        '[[addition]]\npage = 1\nsection = []\ntext = "x"\nreason = "x"\nsource = "x"',
        "[[addition]] page: 1 is not a text value",
    ),
]


def run(*arguments):
    return CliRunner().invoke(app, [str(word) for word in arguments])


@pytest.fixture
def folder(tmp_path):
    assert run("reference", "export", tmp_path / "data").exit_code == 0
    return tmp_path / "data"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "1997 Copa Perú.wikitext"
    path.write_text(PAGE, encoding="utf-8")
    return path


def ingest(page, folder):
    url = f"sqlite:///{page.parent}/copa.sqlite"
    return run("ingest", page, "--database-url", url, "--reference", folder)


def test_an_export_has_every_file_as_it_is_and_overwrites_nothing(folder):
    for name in FILES:
        assert (folder / name).read_bytes() == (PACKAGED / name).read_bytes()
    again = run("reference", "export", folder)
    assert again.exit_code == 1
    assert "exists already" in again.stderr


@pytest.mark.parametrize(("file", "lines", "problem"), BROKEN)
def test_a_broken_file_stops_every_command_with_its_line(folder, page, file, lines, problem):
    path = folder / file
    content = path.read_text(encoding="utf-8")
    line = content.count("\n") + 1
    path.write_text(f"{content}{lines}\n", encoding="utf-8")

    plan = run("plan", page, "--reference", folder)
    for result in (plan, run("validate", page, "--reference", folder), ingest(page, folder)):
        assert result.exit_code == 1
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert result.stderr.startswith(f"{path}:{line}: ")
        assert problem in result.stderr
    assert not (page.parent / "copa.sqlite").exists()


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("rules.toml", b"[[group", "rules.toml: "),
        ("rules.toml", b"group = 1", "rules.toml:1: 'group' is unknown"),
        ("gaps.csv", b"season,stage\n", "gaps.csv:1: no column what, why, source"),
        ("gaps.csv", "season,stage,what,why,source\n\nñ".encode("latin-1"), ":3: not UTF-8"),
        ("places.csv", None, "places.csv: No such file or directory"),
    ],
)
def test_a_file_that_is_none_is_named(folder, page, file, content, problem):
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content)
    result = run("validate", page, "--reference", folder)
    assert result.exit_code == 1
    assert problem in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_back_from_a_spreadsheet_is_read(folder, page):
    path = folder / "clubs.csv"
    lines = "key;name;department;town;link;from;to;same_as;source\r\nx;Melgar;any;;;;;;page\r\n"
    path.write_bytes(lines.encode("utf-8-sig"))
    assert '"code": "unknown-club"' in run("validate", page, "--reference", folder).stdout
    assert "'Melgar'" not in run("validate", page, "--reference", folder).stdout


def test_findings_name_the_file_that_is_really_used(folder, page):
    assert "add to clubs.csv: " in run("validate", page).stdout
    assert f"add to {folder}/clubs.csv: " in run("validate", page, "--reference", folder).stdout


@pytest.mark.parametrize("command", ["ingest", "standings", "explain", "held", "extract", "gaps"])
def test_every_command_takes_the_folder(command):
    assert "--reference" in run(command, "--help").stdout
