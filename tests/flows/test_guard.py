"""A page that lost facts waits for a person; an edited one is loaded, listed and explained."""

import json

import pytest
from sqlalchemy import create_engine, text
from test_cli import PAGE, PLAIN, run

NAME = "1997_Copa_Perú.wikitext"


@pytest.fixture
def store(tmp_path, empty_url):
    """A folder with the page in it, loaded; returns what ingests it again with another text."""
    (tmp_path / "raw").mkdir()
    page = tmp_path / "raw" / NAME
    page.write_bytes(PAGE.read_bytes())
    assert run("ingest", "--database-url", empty_url, cwd=tmp_path).returncode == 0

    def ingest(change, *options):
        page.write_text(change(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
        return run("ingest", "--database-url", empty_url, *options, cwd=tmp_path)

    return ingest


def rows(url, query):
    with create_engine(url).connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def half(page):
    return page[: page.index("=== Round 3 ===")]


LOSSES = {
    "blanked": lambda _: " \n",
    "a redirect": lambda _: "#REDIRECT [[Copa Perú]]",
    "half its matches gone": half,
    "a team list gone": lambda page: page.replace("! Department", "! District"),
}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_a_page_that_lost_facts_is_held_and_nothing_is_lost(store, empty_url, tmp_path, loss):
    before = rows(empty_url, "SELECT count(*) FROM report_match")
    done = store(loss)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["held"] == ["1997"]
    assert rows(empty_url, "SELECT count(*) FROM report_match") == before
    shown = run("held", "--database-url", empty_url, cwd=tmp_path).stdout
    assert shown.startswith("1997: ")
    assert "removed 1997/" in shown
    assert "--accept 1997 --by" in shown


def test_a_held_season_is_let_through_by_name_and_the_run_records_it(store, empty_url, tmp_path):
    store(half)
    done = store(half, "--accept", "1997", "--by", "a football editor")
    assert json.loads(done.stdout)["held"] == []
    assert rows(empty_url, "SELECT count(*) FROM report_match") == [(6,)]
    accepted = "SELECT accepted_season, accepted_by FROM report_run WHERE accepted_by IS NOT NULL"
    assert rows(empty_url, accepted) == [("1997", "a football editor")]
    assert run("held", "--database-url", empty_url, cwd=tmp_path).stdout == "nothing is held\n"


def test_a_held_season_is_released_when_the_page_is_restored(store, empty_url, tmp_path):
    store(half)
    assert store(lambda page: page).returncode == 0
    assert run("held", "--database-url", empty_url, cwd=tmp_path).stdout == "nothing is held\n"


def test_accepting_needs_a_name(tmp_path):
    assert run("ingest", PAGE, "--accept", "1997", cwd=tmp_path).returncode == 2


def test_a_page_that_states_no_season_cannot_be_let_through(store, empty_url, tmp_path):
    done = store(lambda _: "#REDIRECT [[Copa Perú]]", "--accept", "1997", "--by", "an editor")
    assert done.returncode == 1
    assert "no page states season 1997, so it cannot be let through" in done.stderr
    assert rows(empty_url, "SELECT 1 FROM report_run WHERE accepted_by IS NOT NULL") == []
    held = run("held", "--database-url", empty_url, cwd=tmp_path).stdout
    assert held.startswith("1997: ")


def test_a_season_that_is_on_no_page_cannot_be_let_through(store, empty_url):
    done = store(lambda page: page, "--accept", "1989", "--by", "an editor")
    assert done.returncode == 1
    assert json.loads(done.stdout)["refused"] == ["1989"]
    assert rows(empty_url, "SELECT 1 FROM report_run WHERE accepted_by IS NOT NULL") == []


def test_a_page_that_lost_the_heading_it_is_named_by_is_held(tmp_path, empty_url):
    page = tmp_path / "1997_Copa_Peru.txt"  # the heading has an accent
    page.write_bytes(PLAIN.read_bytes())
    assert run("ingest", page, "--database-url", empty_url, cwd=tmp_path).returncode == 0
    page.write_text(" ")
    done = run("ingest", page, "--database-url", empty_url, cwd=tmp_path)
    assert json.loads(done.stdout)["held"] == ["1997"]


def test_an_edited_score_is_loaded_and_listed_and_history_has_both(store, empty_url, tmp_path):
    done = store(lambda page: page.replace("| score = 7–0", "| score = 6–0"))
    assert done.returncode == 0, done.stderr
    diff = run("diff", "1997", "--database-url", empty_url, cwd=tmp_path).stdout.splitlines()
    key = "1997/final-stage/round-1/juan-aurich-cni"
    assert {
        "table_name": "match",
        "fact_key": key,
        "kind": "changed",
        "column_name": "home_goals",
        "before": "7",
        "after": "6",
    } in [json.loads(line) for line in diff]
    found = (
        "SELECT severity FROM report_finding WHERE code = 'value-changed' AND message LIKE '%{}%'"
    )
    assert ("info",) in rows(empty_url, found.format(key))


def test_each_run_is_recorded(store, empty_url):
    store(lambda page: page)
    runs = rows(empty_url, "SELECT outcome, pages, inserted, updated FROM report_run")
    assert len(runs) == 2
    assert {outcome for outcome, *_ in runs} == {"succeeded"}
    assert sorted(inserted > 0 for _, _, inserted, _ in runs) == [False, True]


def test_two_revisions_in_the_folder_are_compared(tmp_path):
    page = PAGE.read_text(encoding="utf-8")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/1997@1.wikitext").write_text(page, encoding="utf-8")
    changed = page.replace("| score = 7–0", "| score = 6–0")
    (tmp_path / "raw/1997@2.wikitext").write_text(changed, encoding="utf-8")
    lines = run("diff", "1997", "1", "2", cwd=tmp_path).stdout.splitlines()
    changes = {(c["table_name"], c["column_name"]): c for c in map(json.loads, lines)}
    assert changes["match", "home_goals"]["after"] == "6"
    assert run("diff", "1997", "1", "3", cwd=tmp_path).returncode == 1
    assert run("diff", "1997", "1", cwd=tmp_path).returncode == 2


def test_a_match_is_explained_by_its_words_and_a_derived_row_by_its_matches(
    store, empty_url, tmp_path
):
    url = ("--database-url", empty_url)
    match = run(
        "explain", "1997/final-stage/playoff/juan-aurich-deportivo-upao", *url, cwd=tmp_path
    )
    assert "| score = 1–0\n    ^^^^^^^^^^^^^" in match.stdout
    row = run("explain", "1997/final-stage/derived/cni", *url, cwd=tmp_path).stdout
    assert "3 points for a win" in row
    assert "Juan Aurich 7–0 CNI" in row
    entry = run("explain", "1997/departmental-stage/puno/deportivo-universitario", *url,
                "--format", "json", cwd=tmp_path)  # fmt: skip
    assert json.loads(entry.stdout)["fact"]["department_code"] == "PE-PUN"
    assert run("explain", "nonsense", *url, cwd=tmp_path).returncode == 1


MATCH_KEY = "1997/final-stage/playoff/juan-aurich-deportivo-upao"


def test_the_words_of_a_fact_are_shown_anywhere_also_when_the_page_is_gone(
    store, empty_url, tmp_path
):
    (tmp_path / "raw" / NAME).unlink()
    (tmp_path / "elsewhere").mkdir()
    url = ("--database-url", empty_url)
    shown = run("explain", MATCH_KEY, *url, cwd=tmp_path / "elsewhere").stdout
    assert "| score = 1–0\n    ^^^^^^^^^^^^^" in shown
    as_json = run("explain", MATCH_KEY, *url, "--format", "json", cwd=tmp_path / "elsewhere").stdout
    assert "| score = 1–0\n" in json.loads(as_json)["source"]["wikitext"]


def test_a_database_without_texts_says_how_it_gets_them_or_takes_those_of_the_folder(
    store, empty_url, tmp_path
):
    with create_engine(empty_url).begin() as connection:
        connection.execute(text("DELETE FROM page_text"))
    (tmp_path / "elsewhere").mkdir()
    url = ("--database-url", empty_url)
    shown = run("explain", MATCH_KEY, *url, cwd=tmp_path / "elsewhere").stdout
    assert "does not hold the text of the page yet; run `copaperu ingest`" in shown
    as_json = run("explain", MATCH_KEY, *url, "--format", "json", cwd=tmp_path / "elsewhere").stdout
    assert json.loads(as_json)["source"]["wikitext"] is None
    in_checkout = run("explain", MATCH_KEY, *url, cwd=tmp_path).stdout
    assert "| score = 1–0\n    ^^^^^^^^^^^^^" in in_checkout
    assert run("ingest", *url, cwd=tmp_path).returncode == 0
    assert "^^^^" in run("explain", MATCH_KEY, *url, cwd=tmp_path / "elsewhere").stdout
