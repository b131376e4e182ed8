"""A season whose page is gone from its folder stays, and a full run says so."""

import json
import shutil

import pytest
from sqlalchemy import create_engine, text
from test_cli import PAGE, run
from test_forget import OTHER, content_hash, rows

MESSAGE = "SELECT message FROM report_finding WHERE code = 'page-gone'"
GONE = "SELECT season, severity FROM report_finding WHERE code = 'page-gone'"


def ingest_anything(folder, url, *paths):
    return run("ingest", *paths, "--database-url", url, cwd=folder)


@pytest.fixture
def loaded(tmp_path, empty_url):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/1997_Copa_Perú.wikitext").write_bytes(PAGE.read_bytes())
    (tmp_path / "raw/1998.txt").write_text(OTHER, encoding="utf-8")

    def ingest(*paths):
        done = ingest_anything(tmp_path, empty_url, *paths)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout), done.stderr

    ingest()
    return ingest


def test_a_page_that_is_gone_is_named_and_its_season_stays(loaded, tmp_path, empty_url):
    before = content_hash(tmp_path, empty_url)
    (tmp_path / "raw/1998.txt").unlink()
    _, said = loaded()
    assert "raw: warning page-gone: the page of season 1998 (1998.txt) is gone; the" in said
    assert "copaperu forget 1998 --by NAME" in said
    assert rows(empty_url, GONE) == [("1998", "warning")]
    ((message,),) = rows(empty_url, MESSAGE)
    assert "raw" not in message
    assert rows(empty_url, "SELECT count(*) FROM report_match WHERE season = '1998'") == [(1,)]

    again, said = loaded()
    assert (again["inserted"], again["updated"], again["deleted"]) == (0, 0, 0)
    assert "page-gone" in said

    (tmp_path / "raw/1998.txt").write_text(OTHER, encoding="utf-8")
    _, said = loaded()
    assert "page-gone" not in said
    assert rows(empty_url, GONE) == []
    assert content_hash(tmp_path, empty_url) == before


def test_a_run_over_another_folder_or_a_named_page_says_nothing(loaded, tmp_path, empty_url):
    (tmp_path / "raw/1998.txt").unlink()
    _, said = loaded("raw/1997_Copa_Perú.wikitext")
    assert "page-gone" not in said
    (tmp_path / "other").mkdir()
    (tmp_path / "other/1997.wikitext").write_bytes(PAGE.read_bytes())
    _, said = loaded("other")
    assert "page-gone" not in said
    assert rows(empty_url, GONE) == []


def test_a_forgotten_season_is_not_missed(loaded, tmp_path, empty_url):
    (tmp_path / "raw/1998.txt").unlink()
    loaded()
    run("forget", "1998", "--by", "an editor", "--database-url", empty_url, cwd=tmp_path)
    _, said = loaded()
    assert "page-gone" not in said


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("left", [{}, {"Lima.txt": "Lima is a city."}], ids=["nothing", "others"])
def test_a_folder_without_a_season_page_is_all_that_a_run_names(tmp_path, empty_url, left):
    before = content_hash(tmp_path, empty_url)
    shutil.rmtree(tmp_path / "raw")
    (tmp_path / "raw").mkdir()
    for name, words in left.items():
        (tmp_path / "raw" / name).write_text(words, encoding="utf-8")
    done = ingest_anything(tmp_path, empty_url)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "page-gone" not in done.stderr
    assert content_hash(tmp_path, empty_url) == before


@pytest.mark.usefixtures("loaded")
def test_an_empty_folder_beside_a_full_one_is_refused_and_misses_nothing(tmp_path, empty_url):
    shutil.move(tmp_path / "raw/1998.txt", tmp_path / "1998.txt")
    (tmp_path / "raw").rename(tmp_path / "full")
    (tmp_path / "raw").mkdir()
    done = ingest_anything(tmp_path, empty_url, "raw", "full")
    assert (done.returncode, json.loads(done.stdout)["refused"]) == (1, ["raw"])
    assert "error no-season-page: no season page in raw: expected" in done.stderr
    assert rows(empty_url, GONE) == []


def test_a_season_whose_file_nobody_wrote_down_is_not_missed(loaded, tmp_path, empty_url):
    with create_engine(empty_url).begin() as connection:
        connection.execute(text("DELETE FROM page_file"))
    (tmp_path / "raw/1998.txt").unlink()
    _, said = loaded()
    assert "page-gone" not in said
