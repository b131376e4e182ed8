"""One season in four dialects and two languages: the same rows, but for where they come from."""

import contextlib

import pytest
from dialects import PAGES
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from flows.cli import app

# what is not named after a heading, a spelling or a place of the page
VIEWS = {
    "report_season": "season, champion, runner_up, previous, next, teams, matches, goals",
    "report_entry": "department, department_ubigeo, team, team_key, location",
    "report_match": "date, date_precision, home_team, home_key, away_team, away_key, home_goals,"
    " away_goals, extra_time, home_penalties, away_penalties, status, stadium",
    "report_standing": "origin, position, team, team_key, played, won, drawn, lost, goals_for,"
    " goals_against, goal_difference, points",
    "report_standing_difference": "team, measure, published, derived, verdict",
}


def rows(page, folder):
    """The rows that the page gives in a database of its own."""
    folder.mkdir()
    (folder / "1990_Copa_Perú.wikitext").write_text(page, encoding="utf-8")
    url = f"sqlite:///{folder / 'made.sqlite'}"
    with contextlib.chdir(folder):
        CliRunner().invoke(app, ["ingest", str(folder), "--database-url", url])
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {
            view: sorted(map(repr, connection.execute(text(f"SELECT {columns} FROM {view}"))))  # noqa: S608
            for view, columns in VIEWS.items()
        }
    engine.dispose()
    return found


@pytest.mark.parametrize("name", list(PAGES)[1:])
def test_a_season_gives_the_same_rows_in_every_dialect(name, tmp_path):
    first, *_ = PAGES.values()
    expected = rows(first, tmp_path / "first")
    assert len(expected["report_entry"]) == len(expected["report_match"]) == 3
    assert len(expected["report_standing"]) >= 3
    assert rows(PAGES[name], tmp_path / "other") == expected
