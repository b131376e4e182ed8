"""The database refuses nonsense: every constraint, in both engines."""

import pytest
import seasons
from sqlalchemy import CheckConstraint, UniqueConstraint, text, update
from sqlalchemy.exc import IntegrityError

from pipeline.load import load
from schema.models import Base

TABLES = Base.metadata.sorted_tables

# name of the CHECK -> a change that breaks it and no other
BREAKS = {
    "ck_revision_whole_sha256": "UPDATE revision SET sha256 = 'abc'",
    "ck_revision_characters_not_negative": "UPDATE revision SET characters = -1",
    "ck_department_iso_code": "INSERT INTO department VALUES ('PUN', '99', 'Nowhere')",
    "ck_department_two_digits": "UPDATE department SET ubigeo = '021' WHERE ubigeo = '21'",
    "ck_season_two_finalists": "UPDATE season SET runner_up = champion",
    "ck_season_departments_not_negative": "UPDATE season SET departments_stated = -1",
    "ck_season_span_in_page": "UPDATE season SET line = 0",
    "ck_club_name_known_origin": "UPDATE club_name SET origin = 'rumour'",
    "ck_club_name_position_from_one": "UPDATE club_name SET position = 0",
    "ck_stage_position_from_one": "UPDATE stage SET position = 0",
    "ck_entry_span_in_page": "UPDATE entry SET span_start = -1",
    "ck_region_member_span_in_page": "UPDATE region_member SET span_end = -1",
    "ck_match_two_clubs": "UPDATE match SET away_club = home_club",
    "ck_match_whole_score": "UPDATE match SET away_goals = NULL WHERE round = 'Round 1'",
    "ck_match_goals_not_negative": "UPDATE match SET home_goals = -1",
    "ck_match_whole_shoot_out": "UPDATE match SET home_penalties = 4 WHERE round = 'Round 1'",
    "ck_match_penalties_not_negative": "UPDATE match SET home_penalties = -1, away_penalties = 0",
    "ck_match_shoot_out_after_score": (
        "UPDATE match SET home_goals = NULL, away_goals = NULL, status = 'awarded',"
        " extra_time = 0, home_penalties = 4, away_penalties = 5"
    ),
    "ck_match_extra_time_after_score": (
        "UPDATE match SET home_goals = NULL, away_goals = NULL, status = 'awarded',"
        " extra_time = 1, home_penalties = NULL, away_penalties = NULL"
    ),
    "ck_match_known_status": "UPDATE match SET status = 'postponed'",
    "ck_match_played_has_score": (
        "UPDATE match SET home_goals = NULL, away_goals = NULL WHERE round = 'Round 1'"
    ),
    "ck_match_open_has_no_score": "UPDATE match SET status = 'scheduled'",
    "ck_match_known_date_precision": "UPDATE match SET date_precision = 'hour', date = '1972'",
    "ck_match_date_or_none": "UPDATE match SET date = NULL",
    "ck_match_date_as_precise": "UPDATE match SET date = '1972', date_precision = 'day'",
    "ck_match_leg_from_one": "UPDATE match SET leg = 0",
    "ck_match_extra_time_is_flag": "UPDATE match SET extra_time = 2",
    "ck_match_counts_for_standings_is_flag": "UPDATE match SET counts_for_standings = -1",
    "ck_match_span_in_page": "UPDATE match SET span_end = span_start - 1",
    "ck_tie_two_clubs": "UPDATE tie SET team2 = team1",
    "ck_tie_winner_took_part": "UPDATE tie SET winner = 'grau'",
    "ck_tie_decision_has_reason": "UPDATE tie SET winner = NULL",
    "ck_tie_legs_from_one": "UPDATE tie SET legs = 0",
    "ck_tie_known_measure": "UPDATE tie SET measure = 'corners'",
    "ck_tie_known_decided_by": "UPDATE tie SET decided_by = 'a coin'",
    "ck_tie_span_in_page": "UPDATE tie SET line = 0",
    "ck_standing_known_origin": "UPDATE standing SET origin = 'guessed'",
    "ck_standing_published_has_source": "UPDATE standing SET origin = 'published'",
    "ck_standing_derived_is_whole": "UPDATE standing SET points = NULL",
    "ck_standing_derived_adds_up": "UPDATE standing SET won = won + 1",
    "ck_standing_position_from_one": "UPDATE standing SET position = 0",
    "ck_standing_span_in_page": (
        "UPDATE standing SET origin = 'published', line = 0, span_start = 0, span_end = 0,"
        " revision_key = (SELECT key FROM revision)"
    ),
    "ck_finding_known_severity": "UPDATE finding SET severity = 'fatal'",
    "ck_finding_whole_span": "UPDATE finding SET line = 1",
    "ck_finding_span_in_page": "UPDATE finding SET span_start = 2, span_end = 1, line = 1",
    "ck_coverage_known_disposition": "UPDATE coverage SET disposition = 'lost'",
    "ck_coverage_counted": "UPDATE coverage SET units = 0",
}

COPIES = {
    "uq_page_site_title": "INSERT INTO page SELECT 'x', title, site, licence FROM page",
    "uq_department_name": "INSERT INTO department SELECT 'PE-XXX', '99', name FROM department",
    "uq_department_ubigeo": "INSERT INTO department SELECT 'PE-XXX', ubigeo, 'x' FROM department",
    "uq_club_name_season_club_printed": (
        "INSERT INTO club_name SELECT 'x', season, club, printed, origin, position FROM club_name"
    ),
    "uq_stage_season_key": "INSERT INTO stage SELECT key, season, name, position FROM stage",
    "uq_coverage_season_disposition_reason": (
        "INSERT INTO coverage SELECT 'x', season, revision_key, disposition, reason, units,"
        " characters FROM coverage"
    ),
}
FOREIGN_KEYS = [key for table in TABLES for key in table.foreign_key_constraints]
COMPANIONS = {  # what must change as well, so that no CHECK is first
    "fk_tie_team1": {"winner": None, "decided_by": None},
    "fk_standing_revision_key": {
        "origin": "published",
        "span_start": 0,
        "span_end": 0,
        "line": 1,
    },
}
NOT_NULL = [column for table in TABLES for column in table.c if not column.nullable]


def named(kind):
    return {str(c.name) for table in TABLES for c in table.constraints if isinstance(c, kind)}


def refused(filled, statement):
    with filled.connect() as connection, pytest.raises(IntegrityError) as caught:
        connection.execute(text(statement) if isinstance(statement, str) else statement)
    return str(caught.value.orig)


@pytest.fixture(scope="module")
def filled(module_engine):
    findings = (seasons.FINDING,)
    season, departments = seasons.SEASON, seasons.DEPARTMENTS
    load(seasons.REVISION, season, seasons.COVERAGE, findings, departments, module_engine)
    return module_engine


@pytest.mark.parametrize("name", BREAKS)
def test_a_check_refuses_nonsense(filled, name):
    assert name in refused(filled, BREAKS[name])


@pytest.mark.parametrize("name", COPIES)
def test_a_unique_key_refuses_a_second_row(filled, name):
    assert "unique" in refused(filled, COPIES[name]).casefold()


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=lambda key: key.name)
def test_a_foreign_key_refuses_what_does_not_exist(filled, key):
    column = list(key.columns)[-1]
    nobody = update(key.table).values({column.name: "PE-XXX"} | COMPANIONS.get(key.name, {}))

    assert "foreign key" in refused(filled, nobody).casefold()


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=lambda key: key.name)
def test_a_row_that_others_refer_to_cannot_be_deleted(filled, key):
    assert "foreign key" in refused(filled, key.referred_table.delete()).casefold()


@pytest.mark.parametrize("column", NOT_NULL, ids=str)
def test_a_column_that_must_be_known_refuses_null(filled, column):
    assert "null" in refused(filled, update(column.table).values({column: None})).casefold()


def test_every_check_has_a_change_that_breaks_it():
    assert named(CheckConstraint) == set(BREAKS)


def test_every_unique_key_has_a_copy_that_breaks_it():
    assert named(UniqueConstraint) == set(COPIES)


def test_no_unique_key_has_a_column_that_may_be_null():
    unique = [c for table in TABLES for c in table.constraints if isinstance(c, UniqueConstraint)]

    assert [str(column) for key in unique for column in key.columns if column.nullable] == []


def test_every_table_and_every_column_has_a_comment():
    assert [table.name for table in TABLES if not table.comment] == []
    assert [str(c) for table in TABLES for c in table.c if not c.comment] == []


def test_every_foreign_key_has_an_index_that_begins_with_it():
    indexed = {
        (table.name, *(column.name for column in index.columns))
        for table in TABLES
        for index in table.indexes
    }

    assert [
        key.name for key in FOREIGN_KEYS if (key.table.name, *key.column_keys) not in indexed
    ] == []
