"""The database refuses nonsense: every constraint, in both engines."""

import pytest
import seasons
from sqlalchemy import CheckConstraint, UniqueConstraint, func, select, text, update
from sqlalchemy.exc import IntegrityError

from schema import database
from schema.models import Base

TABLES = Base.metadata.sorted_tables

# name of the CHECK -> a change that breaks it and no other
BREAKS = {
    "ck_revision_whole_sha256": "UPDATE revision SET sha256 = 'abc'",
    "ck_page_text_whole_sha256": "UPDATE page_text SET sha256 = 'abc'",
    "ck_revision_characters_not_negative": "UPDATE revision SET characters = -1",
    "ck_department_iso_code": "INSERT INTO department VALUES ('PUN', '99', 'Nowhere')",
    "ck_department_two_digits": "UPDATE department SET ubigeo = '021' WHERE ubigeo = '21'",
    "ck_season_two_finalists": "UPDATE season SET runner_up = champion",
    "ck_season_departments_not_negative": "UPDATE season SET departments_stated = -1",
    "ck_season_known_rating": "UPDATE season SET rating = 'good'",
    "ck_season_span_in_page": "UPDATE season SET line = 0",
    "ck_club_name_known_origin": "UPDATE club_name SET origin = 'rumour'",
    "ck_club_name_position_from_one": "UPDATE club_name SET position = 0",
    "ck_construct_scores_not_negative": "UPDATE construct SET scores = -1",
    "ck_stage_known_stage_kind": "UPDATE stage SET stage_kind = 'cup'",
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
    "ck_match_winner_took_part": "UPDATE match SET winner = 'grau'",
    "ck_match_round_number_not_negative": "UPDATE match SET round_number = -1",
    "ck_match_leg_from_one": "UPDATE match SET leg = 0",
    "ck_match_extra_time_is_flag": "UPDATE match SET extra_time = 2",
    "ck_match_counts_for_standings_is_flag": "UPDATE match SET counts_for_standings = -1",
    "ck_match_neutral_is_flag": "UPDATE match SET neutral = 2",
    "ck_match_attendance_not_negative": "UPDATE match SET attendance = -1",
    "ck_match_span_in_page": "UPDATE match SET span_end = span_start - 1",
    "ck_goal_known_side": "UPDATE goal SET side = 'left'",
    "ck_goal_known_kind": "UPDATE goal SET kind = 'header'",
    "ck_goal_number_from_one": "UPDATE goal SET number = 0",
    "ck_goal_minute_from_one": "UPDATE goal SET minute = 0",
    "ck_goal_stoppage_after_minute": "UPDATE goal SET minute = NULL",
    "ck_goal_stoppage_from_one": "UPDATE goal SET stoppage = 0",
    "ck_goal_span_in_page": "UPDATE goal SET line = 0",
    "ck_tie_two_clubs": "UPDATE tie SET team2 = team1",
    "ck_tie_winner_took_part": "UPDATE tie SET winner = 'grau'",
    "ck_tie_decision_has_reason": "UPDATE tie SET winner = NULL",
    "ck_tie_legs_not_negative": "UPDATE tie SET legs_known = -1, complete = 0",
    "ck_tie_legs_expected_from_one": "UPDATE tie SET legs_expected = 0",
    "ck_tie_complete_has_every_leg": "UPDATE tie SET legs_expected = 2, complete = 1",
    "ck_tie_complete_is_flag": "UPDATE tie SET complete = 2",
    "ck_tie_known_measure": "UPDATE tie SET measure = 'corners'",
    "ck_tie_known_decided_by": "UPDATE tie SET decided_by = 'a coin'",
    "ck_tie_span_in_page": "UPDATE tie SET line = 0",
    "ck_standing_known_origin": "UPDATE standing SET origin = 'guessed'",
    "ck_standing_published_has_source": "UPDATE standing SET origin = 'published', rule_key = NULL",
    "ck_standing_derived_is_whole": "UPDATE standing SET points = NULL",
    "ck_standing_derived_adds_up": "UPDATE standing SET won = won + 1",
    "ck_standing_position_from_one": "UPDATE standing SET position = 0",
    "ck_standing_span_in_page": (
        "UPDATE standing SET origin = 'published', line = 0, span_start = 0, span_end = 0,"
        " construct_key = '1972@0', rule_key = NULL"
    ),
    "ck_finding_known_severity": "UPDATE finding SET severity = 'fatal'",
    "ck_finding_whole_span": "UPDATE finding SET line = 1",
    "ck_finding_span_in_page": "UPDATE finding SET span_start = 2, span_end = 1, line = 1",
    "ck_construct_known_disposition": "UPDATE construct SET disposition = 'lost'",
    "ck_construct_span_in_page": "UPDATE construct SET line = 0",
    "ck_rule_a_win_is_worth_more": "UPDATE rule SET draw = win + 1",
    "ck_standing_published_has_no_rule": (
        "UPDATE standing SET origin = 'published', line = 1, span_start = 0, span_end = 0,"
        " construct_key = '1972@0'"
    ),
    "ck_difference_known_measure": "UPDATE difference SET measure = 'corners'",
    "ck_difference_known_verdict": "UPDATE difference SET verdict = 'agrees', explanation = ''",
    "ck_difference_cells_differ": "UPDATE difference SET derived = published",
    "ck_difference_verdict_has_reason": "UPDATE difference SET verdict = 'explained'",
    "ck_edition_two_finalists": "UPDATE edition SET runner_up = champion",
    "ck_edition_champion_cited": "UPDATE edition SET champion_source = NULL",
    "ck_edition_runner_up_cited": "UPDATE edition SET runner_up_source = NULL",
    "ck_edition_format_cited": "UPDATE edition SET format_source = NULL",
    "ck_edition_final_is_flag": "UPDATE edition SET final = 2",
    "ck_gap_stage_or_whole_season": "UPDATE gap SET stage = ''",
    "ck_run_known_outcome": "UPDATE run SET outcome = 'lost'",
    "ck_run_duration_not_negative": "UPDATE run SET duration_seconds = -1",
    "ck_run_counts_not_negative": "UPDATE run SET deleted = -1",
    "ck_run_accepted_by_somebody": "UPDATE run SET accepted_season = '1972'",
    "ck_run_forgotten_by_somebody": "UPDATE run SET forgotten_by = 'Ana'",
    "ck_run_ended_has_duration": "UPDATE run SET duration_seconds = NULL",
    "ck_change_known_kind": "UPDATE change SET kind = 'moved', column_name = ''",
    "ck_change_changed_has_column": "UPDATE change SET column_name = ''",
    "ck_change_added_has_no_before": "UPDATE change SET kind = 'added', column_name = ''",
    "ck_change_removed_has_no_after": "UPDATE change SET kind = 'removed', column_name = ''",
    "ck_change_values_differ": "UPDATE change SET after = before",
    "ck_change_load_number_from_one": "UPDATE change SET load_number = 0",
    "ck_held_whole_sha256": "UPDATE held SET sha256 = 'abc'",
    "ck_held_fact_known_kind": "UPDATE held_fact SET kind = 'moved', column_name = ''",
    "ck_held_fact_changed_has_column": "UPDATE held_fact SET column_name = ''",
    "ck_held_fact_added_has_no_before": "UPDATE held_fact SET kind = 'added', column_name = ''",
    "ck_held_fact_removed_has_no_after": "UPDATE held_fact SET kind = 'removed', column_name = ''",
    "ck_held_fact_values_differ": "UPDATE held_fact SET after = before",
}

COPIES = {
    "uq_page_site_title": "INSERT INTO page SELECT 'x', title, site, licence FROM page",
    "uq_department_name": "INSERT INTO department SELECT 'PE-XXX', '99', name FROM department",
    "uq_department_ubigeo": "INSERT INTO department SELECT 'PE-XXX', ubigeo, 'x' FROM department",
    "uq_club_name_season_club_printed": (
        "INSERT INTO club_name SELECT 'x', season, club, printed, origin, position FROM club_name"
    ),
    "uq_stage_season_key": "INSERT INTO stage SELECT * FROM stage",
    "uq_team_name": "UPDATE team SET name = 'Mariscal'",
}
LATER = """
INSERT INTO goal
    (key, season, match_key, number, side, player, minute, stoppage, kind, construct_key,
    span_start, span_end, line)
    VALUES ('x', '1972', '1972/final-stage/alfonso-ugarte-mariscal', 1, 'home', 'Pérez', 45, 2,
    'goal', '1972@0', 0, 27, 1);
INSERT INTO difference VALUES
    ('x', '1972', '1972/final-stage', NULL, 'mariscal-tacna', 'won', 2, 1, 'unexplained', NULL);
INSERT INTO correction VALUES ('x', '1972', '1972 Copa Perú', '', '2-x', '2-1', 'why', 'who');
INSERT INTO gap VALUES ('x', '1968', NULL, 'page', 'nobody wrote one', NULL);
INSERT INTO edition (season, champion, champion_source, runner_up, runner_up_source,
    format, format_source, final, note)
VALUES ('1968', 'Aurora', 'who', 'Grau', 'who', 'final of 6', 'who', 1, NULL);
INSERT INTO run VALUES
    ('r', '2024-01-01', '1', 2.5, 'succeeded', 1, 0, 0, 0, NULL, NULL, NULL, NULL);
INSERT INTO page_file VALUES ('1972', '/raw/own/1972_Copa_Perú.wikitext');
INSERT INTO run_page VALUES ('r', '1972', '1972 Copa Perú', '7');
INSERT INTO change
    (key, run_key, season, load_number, table_name, fact_key, kind, column_name, before, after)
    VALUES ('x', 'r', '1972', 1, 'match', 'x', 'changed', 'home_goals', '2', '3');
INSERT INTO held SELECT '1972', '1972 Copa Perú', sha256, 'fewer matches' FROM revision;
INSERT INTO held_fact (key, season, table_name, fact_key, kind, column_name, before, after)
    VALUES ('x', '1972', 'match', 'x', 'changed', 'home_goals', '2', '3')
"""  # a row for each table that no load of this season fills
FOREIGN_KEYS = [
    key
    for table in TABLES
    for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
]
COMPANIONS = {  # what must change as well, so that no CHECK is first
    "fk_match_home_club": {"winner": None},
    "fk_match_away_club": {"winner": None},
    "fk_tie_team1": {"winner": None, "decided_by": None},
    "fk_standing_construct_key": {
        "origin": "published",
        "rule_key": None,
        "span_start": 0,
        "span_end": 0,
        "line": 1,
    },
}
NOT_NULL = [column for table in TABLES for column in table.c if not column.nullable]


def named(kind):
    return {str(c.name) for table in TABLES for c in table.constraints if isinstance(c, kind)}


def refused(filled, statement):
    change = text(statement) if isinstance(statement, str) else statement
    with pytest.raises(IntegrityError) as caught:
        committed(filled, change)  # what is deferred is refused at the end
    return str(caught.value.orig)


def committed(filled, change):
    with filled.begin() as connection:
        connection.execute(change)


@pytest.fixture(scope="module")
def filled(module_engine):
    findings = (seasons.FINDING,)
    season, departments = seasons.SEASON, seasons.DEPARTMENTS
    seasons.load(seasons.REVISION, season, seasons.ACCOUNT, findings, departments, module_engine)
    with database.writing(module_engine) as connection:
        for statement in LATER.split(";"):
            connection.execute(text(statement))
    return module_engine


@pytest.mark.parametrize("name", BREAKS)
def test_a_check_refuses_nonsense(filled, name):
    assert name in refused(filled, BREAKS[name])


@pytest.mark.parametrize("name", COPIES)
def test_a_unique_key_refuses_a_second_row(filled, name):
    assert "unique" in refused(filled, COPIES[name]).casefold()


@pytest.mark.parametrize("key", FOREIGN_KEYS, ids=lambda key: key.name)
def test_a_foreign_key_refuses_what_does_not_exist(filled, key):
    column, identity = list(key.columns)[-1], next(iter(key.table.primary_key))
    one = identity == select(func.min(identity)).scalar_subquery()
    wrong = {column.name: "PE-XXX"} | COMPANIONS.get(key.name, {})
    nobody = update(key.table).where(one).values(wrong)

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
        for index in (*table.indexes, table.primary_key)
    }

    assert [key.name for key in FOREIGN_KEYS if not starts_an_index(key, indexed)] == []


def starts_an_index(key, indexed):
    columns = (key.table.name, *key.column_keys)
    return any(names[: len(columns)] == columns for names in indexed)
