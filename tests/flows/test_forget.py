"""A season is taken out of the database by name, and the rest is as if it had never been there."""

import json

from sqlalchemy import create_engine, text
from test_cli import PAGE, run

OTHER = (
    "= 1998 Copa Perú =\n\nInfobox\n- Competition: Copa Perú\n- Season: 1998\n\n"
    "==Teams==\n| Department | Team | Location |\n| Ica | Aurora | Ica |\n"
    "| Puno | Juan Aurich | Puno |\n\n==Final Stage==\n30 November 1998\nAurora 2-1 Juan Aurich\n"
)


def rows(url, query):
    with create_engine(url).connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def ingest(folder, url, *pages):
    assert run("ingest", *pages, "--database-url", url, cwd=folder).returncode == 0


def content_hash(folder, url):
    return run("db", "hash", "--database-url", url, cwd=folder).stdout


def test_a_forgotten_season_leaves_what_its_page_never_gave(tmp_path, empty_url):
    other = tmp_path / "1998.txt"
    other.write_text(OTHER, encoding="utf-8")
    without = f"sqlite:///{tmp_path}/without.sqlite"
    ingest(tmp_path, without, PAGE)
    ingest(tmp_path, empty_url, PAGE, other)
    assert content_hash(tmp_path, empty_url) != content_hash(tmp_path, without)

    done = run("forget", "1998", "--by", "an editor", "--database-url", empty_url, cwd=tmp_path)

    summary = json.loads(done.stdout)
    assert (done.returncode, summary["refused"], summary["held"]) == (0, [], [])
    assert summary["deleted"] > 10
    assert content_hash(tmp_path, empty_url) == content_hash(tmp_path, without)
    recorded = "SELECT forgotten_season, forgotten_by, deleted FROM report_run"
    recorded += " WHERE forgotten_by IS NOT NULL"
    assert rows(empty_url, recorded) == [("1998", "an editor", summary["deleted"])]


def test_the_only_season_can_be_forgotten_and_loaded_again(tmp_path, empty_url):
    ingest(tmp_path, empty_url, PAGE)
    before = content_hash(tmp_path, empty_url)
    run("forget", "1997", "--by", "an editor", "--database-url", empty_url, cwd=tmp_path)
    assert rows(empty_url, "SELECT * FROM report_page") == []
    assert rows(empty_url, "SELECT * FROM page_text") == []
    ingest(tmp_path, empty_url, PAGE)
    assert content_hash(tmp_path, empty_url) == before


def test_a_held_season_can_be_forgotten(tmp_path, empty_url):
    page = tmp_path / "1997_Copa_Perú.wikitext"
    page.write_bytes(PAGE.read_bytes())
    ingest(tmp_path, empty_url, page)
    page.write_text(" ", encoding="utf-8")
    run("ingest", page, "--database-url", empty_url, cwd=tmp_path)
    assert rows(empty_url, "SELECT season FROM report_held") == [("1997",)]
    done = run("forget", "1997", "--by", "an editor", "--database-url", empty_url, cwd=tmp_path)
    assert done.returncode == 0
    assert rows(empty_url, "SELECT season FROM report_held") == []


def test_a_season_that_is_not_loaded_is_refused_and_nothing_changes(tmp_path, empty_url):
    ingest(tmp_path, empty_url, PAGE)
    before = content_hash(tmp_path, empty_url)
    done = run("forget", "1973", "--by", "an editor", "--database-url", empty_url, cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["refused"]) == (1, ["1973"])
    assert "season 1973 is not in the database" in done.stderr
    assert content_hash(tmp_path, empty_url) == before


def test_forgetting_makes_no_database_and_needs_a_name(tmp_path):
    assert run("forget", "1997", "--by", "an editor", cwd=tmp_path).returncode == 1
    assert run("forget", "1997", cwd=tmp_path).returncode == 2
    assert run("forget", "1997", "--by", " ", cwd=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []
