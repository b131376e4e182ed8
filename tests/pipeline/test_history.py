"""What a load changed, and the runs: kept beside the facts, never among them."""

from dataclasses import replace

import pytest
import seasons
from seasons import ACCOUNT, DEPARTMENTS, MATCH, PLAY_OFF, REVISION, SEASON
from sqlalchemy import text

from pipeline.account import Piece
from pipeline.domain.match import Score
from pipeline.domain.season import Standing
from pipeline.lineage import Span
from pipeline.load import Run, record_run
from pipeline.outcome import RowCounts
from schema.database import content_hash

AWARDED = seasons.season(replace(MATCH, score=Score(2, 0)), PLAY_OFF)
RUN = Run("r1", "2024-01-01T00:00:00Z", "0.1.0", "succeeded", 1.5, pages=(("1972", REVISION),))


def loaded(engine, season=SEASON, revision=REVISION, account=ACCOUNT):
    return seasons.load(revision, season, account, (seasons.FINDING,), DEPARTMENTS, engine)


def query(engine, statement):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def test_a_first_load_changes_nothing(engine):
    loaded(engine)

    assert query(engine, "SELECT * FROM change") == []


def test_a_changed_value_is_kept_as_it_was_and_as_it_is(engine):
    loaded(engine)

    loaded(engine, AWARDED)

    columns = "kind, fact_key, column_name, before, after"
    assert query(engine, f"SELECT {columns} FROM change WHERE table_name = 'match'") == [  # noqa: S608
        ("changed", MATCH.key, "away_goals", "1", "0")
    ]


def test_a_changed_value_is_a_finding_with_its_line(engine):
    loaded(engine)

    loaded(engine, AWARDED)

    found = "SELECT severity, message, line FROM report_finding WHERE code = 'value-changed'"
    assert query(engine, found) == [("info", f"match {MATCH.key}: away_goals was 1, is 0", 1)]
    assert query(engine, "SELECT findings FROM report_season") == [(1,)]


def test_the_same_load_again_keeps_the_finding_and_adds_no_change(engine):
    loaded(engine)
    loaded(engine, AWARDED)
    before = query(engine, "SELECT * FROM change ORDER BY key")

    loaded(engine, AWARDED)

    assert query(engine, "SELECT * FROM change ORDER BY key") == before
    found = "SELECT COUNT(*) FROM report_finding WHERE code = 'value-changed'"
    assert query(engine, found) == [(1,)]


def test_the_next_load_that_changes_something_takes_the_place_of_the_last(engine):
    loaded(engine)
    loaded(engine, AWARDED)

    loaded(engine, seasons.season(AWARDED.matches[0]))

    assert query(engine, "SELECT 1 FROM report_finding WHERE code = 'value-changed'") == []
    last = "SELECT DISTINCT load_number FROM change WHERE kind = 'removed'"
    assert query(engine, last) == [(2,)]


def test_another_place_on_the_page_is_no_change(engine):
    loaded(engine)
    moved = replace(SEASON, matches=(replace(MATCH, span=Span(28, 55)), PLAY_OFF))

    assert loaded(engine, moved).updated == 1
    assert query(engine, "SELECT * FROM change") == []


def test_facts_that_come_and_go_are_kept_in_words(engine):
    loaded(engine, seasons.season(MATCH))

    loaded(engine, seasons.season(PLAY_OFF))

    columns = "SELECT kind, fact_key, before, after FROM change WHERE table_name = 'match'"
    (added, removed) = query(engine, f"{columns} ORDER BY kind")
    assert added[:3] == ("added", PLAY_OFF.key, None)
    assert "home_printed Alfonso Ugarte, away_printed Mariscal, home_goals 3" in added[3]
    assert removed[:2] == ("removed", MATCH.key)
    assert "date 1972-03-05" in removed[2]


def test_a_fact_points_to_the_first_loaded_construct_that_it_touches(engine):
    account = (
        Piece(Span(0, 5), "context", "table"),
        Piece(Span(5, 20), "loaded", "row", scores=1),
        Piece(Span(20, 56), "loaded", "row", scores=2),
    )

    loaded(engine, seasons.season(MATCH), account=account)

    assert query(engine, "SELECT construct_key FROM match") == [("1972@5",)]
    columns = "reason, units, characters, scores"
    assert query(engine, f"SELECT {columns} FROM report_coverage ORDER BY 1") == [  # noqa: S608
        ("row", 2, 51, 3),
        ("table", 1, 5, 0),
    ]


def test_a_fact_outside_the_account_is_refused(engine):
    with pytest.raises(ValueError, match="1972 Copa Perú has no piece at 28"):
        loaded(engine, account=ACCOUNT[:2])

    assert query(engine, "SELECT * FROM page") == []


def test_a_derived_row_names_its_rule_and_a_published_one_its_construct(engine):
    published = Standing(
        key="1972/final-stage/published/mariscal", stage="Final Stage", group=None, position=2,
        club=seasons.MARISCAL, printed="Mariscal FC", played=1, won=0, drawn=0, lost=1, goals_for=1,
        goals_against=2, goal_difference=-1, points=0, adjustment=None, qualification="Out",
        span=Span(28, 55),
    )  # fmt: skip

    loaded(engine, replace(SEASON, standings=(published,)))

    columns = "origin, construct_key, rule_key"
    assert query(engine, f"SELECT DISTINCT {columns} FROM standing ORDER BY origin") == [  # noqa: S608
        ("derived", None, "1972/final-stage/rule"),
        ("published", "1972@28", None),
    ]
    rows = "SELECT team, qualification, line FROM report_standing WHERE origin = 'published'"
    assert query(engine, rows) == [("Mariscal", "Out", 2)]
    names = "SELECT origin FROM report_club_name WHERE team_printed = 'Mariscal FC'"
    assert query(engine, names) == [("table",)]


def test_the_rules_of_a_group_are_shown(engine):
    loaded(engine)

    assert query(engine, "SELECT * FROM report_rule") == [
        ("1972", "Final Stage", None, "table", 2, 1, 0, "play-off", None, "assumed"),
        ("1972", "Final Stage", None, "tie", None, None, None, "goals, penalties", None, "assumed"),
    ]


def test_a_run_names_what_it_changed(engine):
    loaded(engine)
    loaded(engine, AWARDED)

    record_run(replace(RUN, counts=RowCounts(updated=3)), engine)

    assert query(engine, "SELECT * FROM report_run") == [
        ("r1", RUN.started_at, 1.5, "0.1.0", "succeeded", 1, 0, 3, 0, 0, *[None] * 4)
    ]
    assert query(engine, "SELECT season, page, revision FROM report_run_page") == [
        ("1972", "1972 Copa Perú", "0123456789ab")
    ]
    assert query(engine, "SELECT DISTINCT run_key FROM change") == [("r1",)]


def test_a_later_run_leaves_the_changes_of_an_earlier_one(engine):
    loaded(engine)
    loaded(engine, AWARDED)
    record_run(replace(RUN, counts=RowCounts(updated=3)), engine)

    record_run(replace(RUN, key="r2", counts=RowCounts(updated=1)), engine)

    assert query(engine, "SELECT DISTINCT run_key FROM change") == [("r1",)]


def test_history_is_no_content(engine):
    loaded(engine, AWARDED)
    before = content_hash(engine)
    loaded(engine)

    assert content_hash(engine) != before
    loaded(engine, AWARDED)
    record_run(RUN, engine)
    assert content_hash(engine) == before


@pytest.mark.parametrize(
    "name",
    [
        "Robert'); DROP TABLE match;--",
        "x" * 10_000,
        "نادي الكرة",
        "⚽\N{FAMILY}\u200d",
        "\\N\t\n\r\\.",
    ],
    ids=["sql", "long", "right-to-left", "emoji", "copy"],
)
def test_any_text_is_loaded_as_it_is(engine, name):
    stadium = seasons.season(replace(MATCH, stadium=name, home_printed=name), PLAY_OFF)

    loaded(engine, stadium)

    shown = "SELECT stadium, home_printed FROM report_match WHERE round = 'Round 1'"
    assert query(engine, shown) == [(name, name)]
    assert loaded(engine, stadium).unchanged > 0


def test_a_nul_character_is_refused_before_anything_is_written(engine):
    with pytest.raises(ValueError, match="a NUL character for the table match"):
        loaded(engine, seasons.season(replace(MATCH, stadium="a\0b")))

    assert query(engine, "SELECT * FROM page") == []


def test_counts_leave_history_and_names_out(engine):
    first = loaded(engine)

    assert loaded(engine) == RowCounts(unchanged=first.inserted)
