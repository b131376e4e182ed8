"""Settling a club in the data file: keys stay, and only the rows concerned are written."""

from sqlalchemy import text

from pipeline.account import close
from pipeline.extract import extract
from pipeline.lineage import Revision
from pipeline.load import load
from pipeline.normalise import departments, normalise
from pipeline.normalise.club_file import read_clubs
from pipeline.outcome import Built

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
|team1=Grau
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
NAME = "atletico-grau-piura,Grau,any,,,1982,1982,,page"


def loaded(engine, folder, *lines):
    path = folder / "clubs.csv"
    path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    revision = Revision("1982", "own", None, None, "0" * 64, "CC0", "1982.wikitext", PAGE)
    read = extract(revision)
    meant = normalise(revision, read.facts, file=read_clubs(path))
    counts = stored(revision, read, meant, engine)
    return counts, [finding.code for finding in meant.findings]


def stored(revision, read, meant, engine):
    account = tuple(close(revision.text, read.claims, meant.rowless))
    return load(Built(revision, meant.season, meant.findings, account), departments(), engine)


def select(engine, columns, view):
    with engine.connect() as connection:
        statement = text(f"SELECT {columns} FROM {view} ORDER BY 1")  # noqa: S608
        return [tuple(row) for row in connection.execute(statement)]


def test_settling_a_club_keeps_keys_and_updates_the_rows_concerned(engine, tmp_path):
    _, codes = loaded(engine, tmp_path, CLUB)
    assert codes == ["unknown-club"]
    keys = select(engine, "match_key", "report_match")
    standings = select(engine, "standing_key", "report_standing")
    assert ("provisional-1982-grau",) in select(engine, "team_key", "report_club")

    counts, codes = loaded(engine, tmp_path, CLUB, NAME)

    assert codes == []
    assert select(engine, "match_key", "report_match") == keys
    assert select(engine, "standing_key", "report_standing") == standings
    assert select(engine, "home_key", "report_match") == [
        ("atletico-grau-piura",),
        ("ugarte-puno",),
    ]
    assert ("provisional-1982-grau",) not in select(engine, "team_key", "report_club")
    # updated: the match, the derived row
    # deleted: the provisional club, its name, the finding; inserted: the name under the club
    assert (counts.inserted, counts.updated, counts.deleted) == (1, 2, 3)


def test_settling_again_changes_nothing(engine, tmp_path):
    loaded(engine, tmp_path, CLUB, NAME)
    counts, _ = loaded(engine, tmp_path, CLUB, NAME)
    assert (counts.inserted, counts.updated, counts.deleted) == (0, 0, 0)


def test_kinds_of_nothing_stay_apart_in_the_database(engine):
    scores = ("2–1", "0–0", "", "–", "v", "cancelled", "2–x")
    boxes = "".join(
        f"{{{{Football box\n|date={day} June 1982\n|team1=Ugarte\n|score={score}\n"
        "|team2=Mariscal\n}}\n"
        for day, score in enumerate(scores, 1)
    )
    revision = Revision("1982", "own", None, None, "0" * 64, "CC0", "1982.wikitext", PAGE + boxes)
    read = extract(revision)
    meant = normalise(revision, read.facts)
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
