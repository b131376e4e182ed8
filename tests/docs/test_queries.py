"""The questions of docs/queries.md: the same answers in both engines, and those of the page."""

import re
from pathlib import Path

import pytest
from data_files import REFERENCE
from sqlalchemy import text

from pipeline.build import ingest
from schema import database

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
QUESTION = re.compile(r"## (.+?)\n.*?```sql\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
QUESTIONS = QUESTION.findall(PAGE)
# a key, and the view in which it stands once
KEYS = {
    "match_key": "report_match",
    "tie_key": "report_tie",
    "standing_key": "report_standing",
    "entry_key": "report_entry",
    "team_key": "report_club",
    "department_code": "report_department",
    "season": "report_season",
    "run_key": "report_run",
}
TEAM_KEYS = {
    "team_key", "opponent_key", "home_key", "away_key", "champion_key", "runner_up_key",
    "winner_key", "team1_key", "team2_key",
}  # fmt: skip
KEY_OF_NAME = {
    "team": "team_key", "opponent": "opponent_key", "home_team": "home_key",
    "away_team": "away_key", "champion": "champion_key", "runner_up": "runner_up_key",
    "winner": "winner_key", "team1": "team1_key", "team2": "team2_key",
}  # fmt: skip
COUNTS = {("report_all_time", "runner_up")}  # a number, and no name


@pytest.fixture(scope="module")
def loaded(module_engine):
    """A database of each engine with raw/ in it."""
    url = module_engine.url.render_as_string(hide_password=False)
    ingest([ROOT / "raw"], url, REFERENCE)
    return module_engine


def rows(engine, query):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def count(engine, source):
    ((number,),) = rows(engine, f"SELECT COUNT(*) FROM {source}")  # noqa: S608
    return number


def public_columns(engine):
    columns = {}
    with engine.connect() as connection:
        for view in database.views():
            if view.startswith("report_"):
                found = connection.exec_driver_sql(f"SELECT * FROM {view} LIMIT 0")  # noqa: S608
                columns[view] = list(found.keys())
    return columns


def test_there_are_twenty_questions():
    assert len(QUESTIONS) == PAGE.count("\n## ") == 20


def test_each_question_has_its_answer(loaded):
    for title, query, answer in QUESTIONS:
        lines = [" | ".join(map(str, row)) for row in rows(loaded, query)]
        assert (title, "\n".join(lines)) == (title, answer.strip())


def test_a_name_of_a_club_never_stands_without_its_key(loaded):
    for view, columns in public_columns(loaded).items():
        for name, key in KEY_OF_NAME.items():
            if name not in columns or (view, name) in COUNTS:
                continue
            assert key in columns, view
            assert count(loaded, f"{view} WHERE ({name} IS NULL) <> ({key} IS NULL)") == 0, view


def test_a_join_by_key_never_multiplies_rows(loaded):
    for view, columns in public_columns(loaded).items():
        for column in columns:
            key = "team_key" if column in TEAM_KEYS else column
            home = KEYS.get(key)
            if home is None:
                continue
            joined = f"{view} AS a LEFT JOIN {home} AS b ON b.{key} = a.{column}"
            assert count(loaded, joined) == count(loaded, view), (view, column)
            if key == "team_key":
                found = f"{view} AS a JOIN report_all_time AS b ON b.{key} = a.{column}"
                stated = f"{view} WHERE {column} IS NOT NULL"
                assert count(loaded, found) == count(loaded, stated), (view, column)


def test_titles_are_those_of_every_edition(loaded):
    titles = rows(loaded, "SELECT SUM(titles), SUM(runner_up) FROM report_all_time")
    known = rows(loaded, "SELECT COUNT(champion_key), COUNT(runner_up_key) FROM report_edition")
    assert [tuple(map(int, row)) for row in titles] == known


def test_an_edition_and_its_season_name_the_same_clubs(loaded):
    both = (
        "report_edition AS e JOIN report_season AS s ON s.season = e.season"
        " WHERE COALESCE(e.champion_key, '') <> COALESCE(s.champion_key, '')"
        " OR COALESCE(e.runner_up, '') <> COALESCE(s.runner_up, '')"
    )
    assert count(loaded, both) == 0


def test_a_tie_with_a_missing_leg_is_decided_by_what_the_page_states(loaded):
    missing = "report_tie WHERE legs_known < COALESCE(legs_expected, 99)"
    assert count(loaded, missing) > 0
    assert count(loaded, f"{missing} AND complete = 1") == 0
    assert count(loaded, f"{missing} AND decided_by = 'goals' AND aggregate IS NULL") == 0


def test_the_table_after_the_last_round_is_the_table(loaded):
    last = (
        "report_standing_by_round AS r JOIN report_standing AS s ON s.season = r.season"
        " AND s.stage = r.stage AND s.team_key = r.team_key AND s.origin = 'derived'"
        " WHERE r.season = '1997' AND r.round_number = 5"
    )
    assert count(loaded, last) == 6
    assert count(loaded, f"{last} AND s.points = r.points AND s.played = r.played") == 6
