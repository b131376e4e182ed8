"""The commands for adding a season, as a person meets them."""

import pytest
from test_cli import PAGE, run

SECTIONS = ["What the page says", "Clubs", "Numbers", "Rules", "Missing", "Findings"]
UNSETTLED = """= 2098 Copa Perú =

Infobox
- Competition: Copa Perú
- Season: 2098
- Matches: 12

==Teams==
| Department | Team | Location |
| Ica | Octavio Espinosa | Ica |
| Puno | Ugarte | Puno |

==Final Stage==
30 November 2098
Octavio Espinoza 2-1 Ugarte

A wild 3-1 between 4-5 words
"""


def written(folder, text, name="page.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def typed(path, *changes):
    """Type over parts of a page; each must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_a_plan_says_what_the_1997_page_would_give(tmp_path):
    done = run("plan", PAGE, cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert [line for line in lines if line in SECTIONS] == SECTIONS
    assert "season    1997 of the Copa Perú; winner: Juan Aurich" in lines
    assert "  25 clubs in lists, 6 regions, 16 matches" in lines
    expected = "15 of 15 matches with a result (6 clubs, each pair once)"
    assert f"  Final Stage: 6 clubs, {expected}" in lines
    assert "stated-count-differs" in done.stdout
    assert "Final Stage: ties are decided by points, then extra-match" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_plan_gives_the_lines_to_paste(tmp_path):
    page = written(tmp_path, UNSETTLED)
    done = run("plan", page, cwd=tmp_path)
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "Octavio Espinoza (nothing says who it is; first in line 15)" in lines
    start = lines.index("if it is octavio-espinosa-ica, add to clubs.csv:")
    assert (
        lines[start + 2] == "octavio-espinosa-ica,Octavio Espinoza,any,,,2098,2098,,2098 Copa Perú"
    )
    (manifest,) = [line for line in lines if line.startswith("2098 Copa Perú,own,")]
    assert manifest.endswith(",CC0-1.0,own/page.txt,")
    assert len(manifest.split(",")[4]) == 64


def listing(season, town, *, name="Ugarte"):
    """A page of the season with a club of Puno in the town."""
    text = UNSETTLED.replace("2098", season).replace("| Puno | Ugarte | Puno |", "")
    return text.replace("| Ica | Octavio Espinosa | Ica |", f"| Puno | {name} | {town} |")


def questions(plan):
    """What a plan asks about new clubs, without its indentation."""
    lines = [line.strip() for line in plan.stdout.splitlines()]
    heading = "New clubs with the name of another club; settle these first:"
    if heading not in lines:
        return []
    start = lines.index(heading) + 1
    return lines[start : lines.index("", start)]


def test_a_new_club_with_the_name_of_one_in_the_file_is_asked_about_until_a_line_says(tmp_path):
    page = written(tmp_path, UNSETTLED)
    question, line = questions(run("plan", page, cwd=tmp_path))
    assert question == (
        "'Octavio Espinosa' in PE-ICA: several clubs or one?"
        " club-octavio-espinoza (clubs.csv, Ica), octavio-espinosa-ica (2098, Ica);"
        " if one, add to clubs.csv (if several, the same without its same_as):"
    )
    assert list(tmp_path.iterdir()) == [page]
    run("reference", "export", "mine", cwd=tmp_path)
    with (tmp_path / "mine/clubs.csv").open("a", encoding="utf-8") as clubs:
        clubs.write(f"{line}\n")
    settled = run("plan", page, "--reference", "mine", cwd=tmp_path)
    assert settled.returncode == 0
    assert questions(settled) == []
    assert "perhaps club-octavio-espinoza" in settled.stdout


def test_a_plan_asks_of_a_database_what_the_load_will_make_of_it(tmp_path, empty_url):
    database = ("--database-url", empty_url)
    first = written(tmp_path, listing("2097", "Juliaca"), "first.txt")
    run("ingest", first, *database, cwd=tmp_path)
    page = written(tmp_path, listing("2098", "Ilave"))
    before = run("db", "hash", *database, cwd=tmp_path).stdout
    plan = run("plan", page, *database, cwd=tmp_path)
    assert run("db", "hash", *database, cwd=tmp_path).stdout == before
    asked = questions(plan)
    assert "ugarte-puno-juliaca (2097, Juliaca), ugarte-puno-ilave (2098, Ilave)" in asked[0]
    assert len(asked) == 3

    run("ingest", page, *database, cwd=tmp_path)
    unresolved = run("clubs", "unresolved", *database, cwd=tmp_path).stdout.splitlines()
    assert unresolved[-3:] == asked
    # what is loaded of the season itself makes its club no known one
    assert questions(run("plan", page, *database, cwd=tmp_path)) == asked


def test_a_plan_asks_nothing_about_a_known_club_or_another_name(tmp_path, empty_url):
    database = ("--database-url", empty_url)
    for season, town in (("2096", "Juliaca"), ("2097", "Ilave")):
        run("ingest", written(tmp_path, listing(season, town)), *database, cwd=tmp_path)
    known = written(tmp_path, listing("2098", "Ilave"))
    assert questions(run("plan", known, *database, cwd=tmp_path)) == []
    other = written(tmp_path, listing("2098", "Ilave", name="Unión Alba"))
    assert questions(run("plan", other, *database, cwd=tmp_path)) == []


@pytest.mark.parametrize("url", ["sqlite:///none.sqlite", "sqlite+pysqlite:///none.sqlite"])
def test_a_plan_makes_no_database(tmp_path, url):
    page = written(tmp_path, UNSETTLED)
    assert run("plan", page, "--database-url", url, cwd=tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == [page]


def test_a_row_of_a_list_without_a_department_is_not_settled(tmp_path):
    page = written(tmp_path, UNSETTLED.replace("| Puno | Ugarte | Puno |", "|  | Ugarte |  |"))
    lines = run("plan", page, cwd=tmp_path).stdout.splitlines()
    assert "  Ugarte (nothing says who it is; first in line 11, 2 times)" in lines


def test_a_plan_says_what_is_not_understood_and_what_is_counted_otherwise(tmp_path):
    page = written(tmp_path, UNSETTLED)
    lines = run("plan", page, cwd=tmp_path).stdout.splitlines()
    assert "  line 17: line: a score between words: A wild 3-1 between 4-5 words" in lines
    assert "  the infobox says matches: 12; found: 1" in lines


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("'''Lima''' is a city.", "It has no infobox"),
        (UNSETTLED.replace("Copa Perú\n- S", "Copa Inca\n- S"), "names Copa Inca"),
        (UNSETTLED.replace("- Season: 2098\n", "").replace("2098 ", ""), "names no season"),
    ],
)
def test_a_page_that_is_no_season_page_is_told_what_to_do(tmp_path, text, advice):
    done = run("plan", written(tmp_path, text, "Lima.txt"), cwd=tmp_path)
    assert (done.returncode, advice in done.stdout) == (1, True)
    assert "manifest" not in done.stdout


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    done = run("plan", written(tmp_path, " \n"), PAGE, cwd=tmp_path)
    assert done.returncode == 1
    assert "page.txt is empty" in done.stdout.splitlines()[-1]


def test_a_new_season_is_a_page_that_is_understood_and_says_what_to_type(tmp_path):
    done = run("new-season", "2098", cwd=tmp_path)
    path = tmp_path / "raw/own/2098_Copa_Perú.txt"
    assert (done.returncode, done.stdout) == (0, "raw/own/2098_Copa_Perú.txt\n")
    assert (tmp_path / "raw/manifest.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "2098 Copa Perú,own,,,,CC0-1.0,own/2098_Copa_Perú.txt,"
    ]
    facts = run("extract", path, cwd=tmp_path)
    assert (facts.returncode, len(facts.stdout.splitlines())) == (0, 1)
    plan = run("plan", path, cwd=tmp_path)
    assert plan.returncode == 0
    assert "not understood" not in plan.stdout
    start = plan.stdout.splitlines().index("Still to type")
    assert plan.stdout.splitlines()[start + 1 : start + 6] == [
        "  infobox (line 7): winner, season before, season after",
        "  Departmental Stage (line 14): the table has its header and no rows",
        "  Region I (line 28): nothing yet",
        "  Final Stage (line 30): the table has its header and no rows",
        "  Round 1 (line 36): nothing yet",
    ]


def test_a_new_season_overwrites_nothing(tmp_path):
    run("new-season", "2098", cwd=tmp_path)
    path = tmp_path / "raw/own/2098_Copa_Perú.txt"
    typed(path, ("- Winners:", "- Winners: Aurora"))
    before = path.read_bytes(), (tmp_path / "raw/manifest.csv").read_bytes()
    done = run("new-season", "2098", cwd=tmp_path)
    assert (done.returncode, "is the page of 2098" in done.stderr) == (1, True)
    assert (path.read_bytes(), (tmp_path / "raw/manifest.csv").read_bytes()) == before


def test_a_season_that_a_wiki_has_is_not_begun_again(tmp_path):
    (tmp_path / "raw/en.wikipedia.org").mkdir(parents=True)
    written(tmp_path / "raw/en.wikipedia.org", UNSETTLED, "2098_Copa_Perú@77.wikitext")
    done = run("new-season", "2098", cwd=tmp_path)
    assert done.returncode == 1
    assert not (tmp_path / "raw/own").exists()


@pytest.mark.parametrize("year", ["98", "2098-99", "next", "../1"])
def test_what_is_no_year_is_refused(tmp_path, year):
    assert run("new-season", year, cwd=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_manifest_keeps_what_it_has_and_its_line_ends(tmp_path):
    (tmp_path / "raw").mkdir()
    manifest = tmp_path / "raw/manifest.csv"
    manifest.write_bytes(b"title,site,revision_id,timestamp,sha256,licence,path,sources\r\na,own")
    run("new-season", "2098", cwd=tmp_path)
    lines = manifest.read_bytes().decode().split("\r\n")
    assert lines[1:] == ["a,own", "2098 Copa Perú,own,,,,CC0-1.0,own/2098_Copa_Perú.txt,", ""]


def test_a_typed_season_is_loaded_without_a_checksum_and_with_the_one_of_its_plan(tmp_path):
    run("new-season", "2098", cwd=tmp_path)
    path = tmp_path / "raw/own/2098_Copa_Perú.txt"
    typed(
        path,
        ("- Winners:", "- Winners: Aurora"),
        ("Location |\n\n", "Location |\n| Ica | Aurora | Ica |\n| Puno | Bolívar | Puno |\n\n"),
        ("===Region I===\n\n", ""),
        ("==Regional Stage==\n", ""),
    )  # fmt: skip
    with path.open("a", encoding="utf-8") as page:
        page.write("5 March 2098\nAurora 2-1 Bolívar\n")
    assert run("ingest", cwd=tmp_path).returncode == 0
    table = run("standings", "2098", cwd=tmp_path).stdout.splitlines()
    assert table[2].split()[:2] == ["1", "Aurora"]
    assert run("gaps", "2098", cwd=tmp_path).stdout == ""

    plan = run("plan", path, cwd=tmp_path).stdout
    (sealed,) = [line.strip() for line in plan.splitlines() if ",own/2098_Copa_Perú.txt," in line]
    manifest = tmp_path / "raw/manifest.csv"
    header, _ = manifest.read_text(encoding="utf-8").splitlines()
    manifest.write_text(f"{header}\n{sealed}El Sol 6 March\n", encoding="utf-8")
    assert "the file is what was listed" in run("plan", path, cwd=tmp_path).stdout
    typed(path, ("2-1", "3-1"))
    assert "its manifest says" in run("plan", path, cwd=tmp_path).stdout


def test_gaps_come_from_the_database_or_else_from_the_file(tmp_path):
    without = run("gaps", "1997", cwd=tmp_path)
    assert (without.returncode, "no database yet" in without.stderr) == (0, True)
    assert list(tmp_path.iterdir()) == []
    run("ingest", PAGE, cwd=tmp_path)
    missing = run("gaps", cwd=tmp_path).stdout.splitlines()
    regions = "the page names the regions, and no match and no table of them"
    assert f"1997 Regional Stage: matches and tables: {regions}" in missing
    assert sum(line.startswith("2025: page: no page tells this edition") for line in missing) == 1
    assert all(
        line.startswith("1997 ") for line in run("gaps", "1997", cwd=tmp_path).stdout.splitlines()
    )
