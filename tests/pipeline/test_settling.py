"""Settling a club in the data file: keys stay, and only the rows concerned are written."""

from dataclasses import replace

import pytest
from data_files import REFERENCE, read_club_file
from sqlalchemy import text

from pipeline.account import close
from pipeline.extract import extract
from pipeline.lineage import Revision
from pipeline.load import load
from pipeline.normalise import normalise
from pipeline.normalise.clubs.duplicate_clubs import ask_about_duplicates, read_listed_clubs
from pipeline.outcome import BuiltSeason
from pipeline.publish.club_list import read_entries

PAGE = """{{Infobox football league season
| competition = Copa Perú
| season = 1982
}}
== Finalists ==
{| class="wikitable"
! Department !! Team !! Location
|-
| Piura || Atlético Grau || Piura
|-
| Puno || Ugarte || Puno
|-
| Tacna || Mariscal || Tacna
|}
== Final Stage ==
=== Round 1 ===
{{Football box
|date=2 May 1982
|team1=Patriotas
|score=2–1
|team2=Ugarte
}}
{{Football box
|date=2 May 1982
|team1=Ugarte
|score=0–0
|team2=Mariscal
}}
"""
HEADER = "key,name,department,town,link,from,to,same_as,source"
CLUB = "atletico-grau-piura,Atlético Grau,PE-PIU,Piura,,,,,page"
NAME = "atletico-grau-piura,Patriotas,any,,,1982,1982,,page"


def loaded(engine, folder, *lines, text=PAGE, season="1982"):
    path = folder / "clubs.csv"
    path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    name = f"{season}.wikitext"
    revision = Revision(season, "own", None, None, "0" * 64, "CC0", name, text)
    read = extract(revision)
    meant = normalise(revision, read.facts, replace(REFERENCE, clubs=read_club_file(path)))
    counts = stored(revision, read, meant, engine)
    return counts, [finding.code for finding in meant.findings]


def stored(revision, read, meant, engine):
    account = tuple(close(revision.text, read.claims, meant.unloaded_facts))
    built = BuiltSeason(revision, meant.season, meant.findings, account)
    return load(built, REFERENCE.departments.all, engine).counts


def select(engine, columns, view):
    with engine.connect() as connection:
        statement = text(f"SELECT {columns} FROM {view} ORDER BY 1")  # noqa: S608
        return [tuple(row) for row in connection.execute(statement)]


def test_settling_a_club_keeps_keys_and_updates_the_rows_concerned(engine, tmp_path):
    _, codes = loaded(engine, tmp_path, CLUB)
    assert codes == ["unknown-club"]
    keys = select(engine, "match_key", "report_match")
    standings = select(engine, "standing_key", "report_standing")
    assert ("provisional-1982-patriotas",) in select(engine, "team_key", "report_club")

    counts, codes = loaded(engine, tmp_path, CLUB, NAME)

    assert codes == []
    assert select(engine, "match_key", "report_match") == keys
    assert select(engine, "standing_key", "report_standing") == standings
    assert select(engine, "home_key", "report_match") == [
        ("atletico-grau-piura",),
        ("ugarte-puno",),
    ]
    assert ("provisional-1982-patriotas",) not in select(engine, "team_key", "report_club")
    # updated: the match, the derived row
    # deleted: the provisional club, its name, the finding; inserted: the name under the club
    assert (counts.inserted, counts.updated, counts.deleted) == (1, 2, 3)


def test_settling_again_changes_nothing(engine, tmp_path):
    loaded(engine, tmp_path, CLUB, NAME)
    counts, _ = loaded(engine, tmp_path, CLUB, NAME)
    assert (counts.inserted, counts.updated, counts.deleted) == (0, 0, 0)


UGARTE = {"1983": "Juliaca", "1984": "Ilave", "1985": "Juli", "1986": None}


def ugarte_loaded(engine, folder, seasons, *lines):
    """Load a page for each season, whose list has the name in another town; return what changed."""
    changed = []
    for season in seasons:
        town = UGARTE[season] or ""
        text = PAGE.replace("1982", season).replace("Ugarte || Puno", f"Ugarte || {town}")
        counts, _ = loaded(engine, folder, CLUB, NAME, *lines, text=text, season=season)
        changed.append((season, counts.inserted, counts.updated, counts.deleted))
    return changed


def asked(engine):
    rows = read_listed_clubs(read_entries(engine), REFERENCE.departments)
    return list(ask_about_duplicates(rows, REFERENCE.clubs))


@pytest.mark.parametrize("order", [list(UGARTE), list(UGARTE)[::-1]], ids=["forth", "back"])
def test_clubs_of_one_name_and_department_are_apart_by_town_in_any_order(engine, tmp_path, order):
    ugarte_loaded(engine, tmp_path, order)
    teams = select(engine, "team_key, team, seasons", "report_club JOIN (SELECT team_key AS k,"
        " COUNT(DISTINCT season) AS seasons FROM report_club_name GROUP BY team_key) AS n"
        " ON k = team_key WHERE team LIKE 'Ugarte%'")  # fmt: skip
    assert teams == [
        ("ugarte-puno", "Ugarte (Puno)", 1),
        ("ugarte-puno-ilave", "Ugarte (Ilave)", 1),
        ("ugarte-puno-juli", "Ugarte (Juli)", 1),
        ("ugarte-puno-juliaca", "Ugarte (Juliaca)", 1),
    ]


def test_the_lines_of_the_question_make_two_clubs_one_and_touch_nobody_else(engine, tmp_path):
    ugarte_loaded(engine, tmp_path, UGARTE)
    keys = [
        select(engine, "match_key", "report_match"),
        select(engine, "entry_key", "report_entry"),
    ]
    _, first, second, *_ = asked(engine)
    assert second.startswith("ugarte-puno-ilave,")
    assert ",ugarte-puno-juliaca," in second

    changed = ugarte_loaded(engine, tmp_path, UGARTE, first, second)

    assert [
        select(engine, "match_key", "report_match"),
        select(engine, "entry_key", "report_entry"),
    ] == keys
    assert select(engine, "season, team_key", "report_entry WHERE team_printed = 'Ugarte'") == [
        ("1983", "ugarte-puno-juliaca"),
        ("1984", "ugarte-puno-juliaca"),
        ("1985", "ugarte-puno-juli"),
        ("1986", "ugarte-puno"),
    ]
    # 1983: the club gets its name; 1984: entry, two matches and derived row are updated, the other
    # club and its name go, the name under the first club comes
    assert changed == [("1983", 0, 1, 0), ("1984", 1, 4, 2), ("1985", 0, 0, 0), ("1986", 0, 0, 0)]


def test_kinds_of_nothing_stay_apart_in_the_database(engine):
    scores = ("2–1", "0–0", "", "–", "v", "cancelled", "2–x")
    boxes = "".join(
        f"{{{{Football box\n|date={day} June 1982\n|team1=Ugarte\n|score={score}\n"
        "|team2=Mariscal\n}}\n"
        for day, score in enumerate(scores, 1)
    )
    revision = Revision("1982", "own", None, None, "0" * 64, "CC0", "1982.wikitext", PAGE + boxes)
    read = extract(revision)
    meant = normalise(revision, read.facts, REFERENCE)
    stored(revision, read, meant, engine)
    columns = "date, home_goals, home_penalties, status, score_text"
    assert select(engine, columns, "match WHERE date > '1982-06'") == [
        ("1982-06-01", 2, None, "played", "2–1"),
        ("1982-06-02", 0, None, "played", "0–0"),
        ("1982-06-03", None, None, "unknown", None),
        ("1982-06-04", None, None, "unknown", "–"),
        ("1982-06-05", None, None, "scheduled", "v"),
        ("1982-06-06", None, None, "cancelled", "cancelled"),
        ("1982-06-07", None, None, "unknown", "2–x"),
    ]
    unreadable = "line", "report_finding WHERE code = 'unreadable-score'"
    assert select(engine, *unreadable) == select(engine, "line", "match WHERE score_text = '2–x'")
