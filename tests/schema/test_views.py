"""What people query: the columns of the contract, and names that are never shared."""

from dataclasses import replace

import pytest
import seasons
from seasons import ALFONSO, DEPARTMENTS, MATCH, PLAY_OFF, PUNO, REVISION, SEASON, TACNA
from sqlalchemy import text

from pipeline.domain.match import Club, Goal
from schema import database

LINEAGE = "page, revision_id, line"
COLUMNS = {
    "report_season": (
        "season, champion, champion_key, runner_up, runner_up_key, promoted_to, previous, next,"
        " stages, teams, matches, goals, first_date, last_date, findings, rating, page, revision_id"
    ),
    "report_entry": (
        "entry_key, season, stage, stage_kind, department, department_code, department_ubigeo,"
        f" team, team_key, team_printed, location, {LINEAGE}"
    ),
    "report_region": f"season, region, department, department_code, {LINEAGE}",
    "report_match": (
        "match_key, season, stage, stage_kind, grp, round, leg, date, date_precision, kick_off,"
        " home_team, home_key, away_team, away_key, home_printed, away_printed, home_goals,"
        " away_goals, extra_time, home_penalties, away_penalties, status, winner_key,"
        f" counts_for_standings, stadium, location, neutral, attendance, referee, {LINEAGE}"
    ),
    "report_goal": (
        f"match_key, season, team, team_key, player, minute, stoppage, kind, {LINEAGE}"
    ),
    "report_team_match": (
        "match_key, season, stage, stage_kind, grp, round, date, team, team_key, opponent,"
        " opponent_key, home, goals_for, goals_against, result, status"
    ),
    "report_standing": (
        "standing_key, season, stage, stage_kind, grp, origin, position, team, team_key, played,"
        " won, drawn, lost, goals_for, goals_against, goal_difference, points, adjustment,"
        f" qualification, {LINEAGE}"
    ),
    "report_tie": (
        "tie_key, season, stage, stage_kind, round, team1, team1_key, team2, team2_key, legs_known,"
        " legs_expected, aggregate, measure, winner, winner_key, decided_by, complete,"
        f" {LINEAGE}"
    ),
    "report_finding": f"season, code, severity, message, {LINEAGE}",
    "report_coverage": "page, revision_id, disposition, reason, units, characters, scores",
    "report_department": "department_code, department_ubigeo, department",
    "report_club": "team_key, team, department, department_code, town",
    "report_club_name": "team_key, team, season, team_printed, origin",
    "report_page": "page, site, revision_id, timestamp, licence, sha256, permalink",
    "report_standing_difference": (
        "standing_key, season, stage, grp, team, team_key, measure, published, derived, verdict,"
        " explanation"
    ),
    "report_head_to_head": (
        "team, team_key, opponent, opponent_key, played, won, drawn, lost, goals_for, goals_against"
    ),
    "report_all_time": (
        "team, team_key, department, first_season, last_season, seasons, played, won, drawn, lost,"
        " goals_for, goals_against, titles, runner_up"
    ),
    "report_rule": "season, stage, grp, kind, win, draw, loss, tiebreakers, advance, source",
    "report_correction": "season, page, section, written, read_as, reason, source",
    "report_gap": "season, stage, what, why, source",
    "report_edition": (
        "season, champion, champion_key, champion_source, runner_up, runner_up_key,"
        " runner_up_source, format, format_source,"
        " final, note, rating, page, revision_id"
    ),
    "report_stage": "season, stage, stage_kind, number, groups, matches, ties, teams",
    "report_standing_by_round": (
        "season, stage, grp, round, round_number, team, team_key, position, played, goals_for,"
        " goals_against, points"
    ),
    "report_run": (
        "run_key, started_at, duration_seconds, code_version, outcome, pages, inserted, updated,"
        " deleted, unchanged, accepted_season, accepted_by, forgotten_season, forgotten_by"
    ),
    "report_run_page": "run_key, season, page, revision",
    "report_change": (
        "season, load_number, run_key, table_name, fact_key, kind, column_name, before, after"
    ),
    "report_held": "season, page, sha256, reason",
    "report_held_fact": "season, table_name, fact_key, kind, column_name, before, after",
}


def loaded(engine, season=SEASON, revision=REVISION):
    seasons.load(revision, season, seasons.ACCOUNT, (seasons.FINDING,), DEPARTMENTS, engine)


def query(engine, statement):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def teams(engine):
    return dict(query(engine, "SELECT team_key, team FROM report_club"))


def listing(*entries, label="1972"):
    """A season that is nothing but a team list."""
    listed = replace(seasons.season(label=label, entries=entries), champion=None, runner_up=None)
    return replace(listed, groups=())


def listed(club, department, printed="Mariscal", season="1972", location=None):
    return seasons.entry(club, department, printed, season, location)


@pytest.mark.parametrize("view", COLUMNS)
def test_a_view_has_the_columns_of_the_contract(engine, view):
    with engine.connect() as connection:
        found = connection.exec_driver_sql(f"SELECT * FROM {view}").keys()  # noqa: S608

    assert ", ".join(found) == COLUMNS[view]


def test_a_season_in_one_row(engine):
    loaded(engine)

    ends = ("Alfonso Ugarte", ALFONSO.key, "Mariscal", seasons.MARISCAL.key, None, "1971", "1973")
    dates = ("1972-03-05", "1972-03-05")
    assert query(engine, "SELECT * FROM report_season") == [
        ("1972", *ends, 1, 2, 2, 9, *dates, 1, None, "1972 Copa Perú", None)
    ]


def test_a_season_without_matches_has_no_goals_and_the_stated_champion(engine):
    loaded(engine, replace(listing(), champion_listed=ALFONSO))

    columns = "champion, runner_up, teams, matches, goals, first_date"
    assert query(engine, f"SELECT {columns} FROM report_season") == [  # noqa: S608
        ("Alfonso Ugarte", None, 0, 0, None, None)
    ]


def test_teams_are_counted_in_matches_where_there_is_no_list(engine):
    loaded(engine, seasons.season(MATCH, PLAY_OFF, entries=()))

    assert query(engine, "SELECT teams FROM report_season") == [(2,)]


def test_a_match_has_two_sides(engine):
    loaded(engine, seasons.season(replace(MATCH, status="scheduled", score=None), PLAY_OFF))

    sides = "SELECT round, team, opponent, home, goals_for, result FROM report_team_match"
    assert query(engine, f"{sides} ORDER BY round, home DESC") == [
        ("Play-off", "Alfonso Ugarte", "Mariscal", 1, 3, "D"),
        ("Play-off", "Mariscal", "Alfonso Ugarte", 0, 3, "D"),
        ("Round 1", "Alfonso Ugarte", "Mariscal", 1, None, None),
        ("Round 1", "Mariscal", "Alfonso Ugarte", 0, None, None),
    ]


def test_every_public_view_is_tested():
    assert {name for name in database.views() if name.startswith("report_")} == set(COLUMNS)


def test_two_clubs_head_to_head_a_shoot_out_is_a_draw(engine):
    loaded(engine)

    assert query(engine, "SELECT * FROM report_head_to_head ORDER BY team") == [
        ("Alfonso Ugarte", ALFONSO.key, "Mariscal", seasons.MARISCAL.key, 2, 1, 1, 0, 5, 4),
        ("Mariscal", seasons.MARISCAL.key, "Alfonso Ugarte", ALFONSO.key, 2, 0, 1, 1, 4, 5),
    ]


def test_all_time_counts_seasons_matches_and_titles(engine):
    loaded(engine)
    later = replace(listing(listed(ALFONSO, PUNO, season="1973"), label="1973"), champion=ALFONSO)
    loaded(engine, later, replace(REVISION, title="1973 Copa Perú"))

    assert query(engine, "SELECT * FROM report_all_time ORDER BY team") == [
        ("Alfonso Ugarte", ALFONSO.key, "Puno", "1972", "1973", 2, 2, 1, 1, 0, 5, 4, 2, 0),
        ("Mariscal", seasons.MARISCAL.key, "Tacna", "1972", "1972", 1, 2, 0, 1, 1, 4, 5, 0, 1),
    ]


@pytest.mark.parametrize("status", ["annulled", "cancelled"])
def test_a_result_that_does_not_stand_is_in_no_record(engine, status):
    loaded(engine, seasons.season(replace(MATCH, status=status)))

    assert query(engine, "SELECT * FROM report_head_to_head") == []


def test_a_difference_names_the_team(engine):
    loaded(engine)
    with database.writing(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO difference VALUES ('x', '1972', '1972/final-stage', NULL,"
                " 'mariscal-tacna', 'won', 2, 1, 'unexplained', NULL)"
            )
        )

    assert query(engine, "SELECT * FROM report_standing_difference") == [
        (
            None,
            "1972",
            "Final Stage",
            None,
            "Mariscal",
            "mariscal-tacna",
            "won",
            2,
            1,
            "unexplained",
            None,
        )
    ]


def test_a_tie_names_its_winner(engine):
    loaded(engine)

    columns = "team1_key, team2_key, legs_known, legs_expected, complete, winner_key, decided_by"
    assert query(engine, f"SELECT {columns} FROM report_tie") == [  # noqa: S608
        (ALFONSO.key, seasons.MARISCAL.key, 1, 1, 1, ALFONSO.key, "penalties")
    ]


def test_an_unknown_department_is_shown_as_printed(engine):
    unknown = replace(listed(ALFONSO, None), department_printed="Punno")

    loaded(engine, listing(unknown))

    columns = "department, department_code, department_ubigeo"
    assert query(engine, f"SELECT {columns} FROM report_entry") == [  # noqa: S608
        ("Punno", None, None)
    ]


def test_the_data_file_names_a_club_before_any_page(engine):
    loaded(engine, listing(listed(ALFONSO, PUNO, "A. Ugarte")))

    assert teams(engine) == {ALFONSO.key: "Alfonso Ugarte"}


def test_a_list_names_a_club_before_an_earlier_match(engine):
    loaded(engine, seasons.season(MATCH, entries=()))
    away = listed(seasons.MARISCAL, TACNA, "Mariscal Nieto", season="1973")

    loaded(engine, listing(away, label="1973"), replace(REVISION, title="1973 Copa Perú"))

    assert teams(engine)[seasons.MARISCAL.key] == "Mariscal Nieto"


def test_the_earliest_list_names_a_club_whatever_is_loaded_first(engine):
    later = listing(listed(Club("m"), TACNA, "New", season="1973"), label="1973")
    loaded(engine, later, replace(REVISION, title="1973 Copa Perú"))

    loaded(engine, listing(listed(Club("m"), TACNA, "Old")))

    assert teams(engine) == {"m": "Old"}


def test_clubs_of_one_name_get_their_department(engine):
    loaded(engine, listing(listed(Club("a"), PUNO), listed(Club("b"), TACNA)))

    assert teams(engine) == {"a": "Mariscal (Puno)", "b": "Mariscal (Tacna)"}


def test_a_club_of_a_shared_name_and_no_department_keeps_it(engine):
    loaded(engine, listing(listed(Club("a"), PUNO), listed(Club("b"), None)))

    assert teams(engine) == {"a": "Mariscal (Puno)", "b": "Mariscal"}


def test_clubs_of_one_name_and_department_get_their_town(engine):
    ilave = listed(Club("a"), PUNO, location="Ilave")
    juli = listed(Club("b"), PUNO, location="Juli")

    loaded(engine, listing(ilave, juli, listed(Club("c"), TACNA, location="Tarata")))

    assert teams(engine) == {
        "a": "Mariscal (Ilave)",
        "b": "Mariscal (Juli)",
        "c": "Mariscal (Tacna)",
    }


def test_clubs_that_nothing_parts_get_their_key(engine):
    loaded(engine, listing(listed(Club("a"), PUNO), listed(Club("b"), PUNO)))

    assert teams(engine) == {"a": "Mariscal (Puno) [a]", "b": "Mariscal (Puno) [b]"}


def test_a_printed_name_that_looks_like_a_key_stays_apart(engine):
    looks = listed(Club("c"), None, "Mariscal (Puno) [a]")

    loaded(engine, listing(listed(Club("a"), PUNO), listed(Club("b"), PUNO), looks))

    assert teams(engine)["c"] == "Mariscal (Puno) [a] [c]"


def test_a_name_that_two_clubs_share_changes_in_the_season_that_was_there_before(engine):
    loaded(engine, listing(listed(Club("a"), PUNO)))
    second = listing(listed(Club("b"), TACNA, season="1973"), label="1973")
    page = replace(REVISION, title="1973 Copa Perú")

    loaded(engine, second, page)
    assert teams(engine) == {"a": "Mariscal (Puno)", "b": "Mariscal (Tacna)"}

    loaded(engine, replace(second, entries=()), page)
    assert teams(engine) == {"a": "Mariscal"}


def test_a_printed_name_that_looks_like_a_department_stays_apart(engine):
    looks = listed(Club("c"), None, "Mariscal (Puno)")

    loaded(engine, listing(listed(Club("a"), PUNO), listed(Club("b"), TACNA), looks))

    assert len(set(teams(engine).values())) == 3


@pytest.mark.parametrize(
    ("site", "number", "linked"),
    [
        ("en.wikipedia.org", 7, True),
        ("en.wikipedia.org", None, False),
        ("own", 7, False),
    ],
)
def test_only_a_numbered_revision_of_a_wiki_has_a_permalink(engine, site, number, linked):
    loaded(engine, revision=replace(REVISION, site=site, revision_id=number))

    (link,) = query(engine, "SELECT permalink FROM report_page")
    assert (link[0] is not None) == linked


def test_a_goal_counts_for_the_team_of_its_side_and_its_player_is_no_club(engine):
    details = {"location": "Tacna", "attendance": 1500, "referee": "Ana Soto", "neutral": True}
    scored = Goal("home", "Tacna", "Tacna FC", 45, 2, "penalty", MATCH.span)
    own_goal = Goal("away", "Ugarte", None, None, None, "own-goal", MATCH.span)
    match = replace(MATCH, **details, kick_off="15:30", goals=(scored, own_goal))
    loaded(engine, seasons.season(match, PLAY_OFF))

    assert query(engine, "SELECT * FROM report_goal ORDER BY kind DESC") == [
        (MATCH.key, "1972", "Alfonso Ugarte", ALFONSO.key, "Tacna", 45, 2, "penalty",
         REVISION.title, REVISION.revision_id, 1),
        (MATCH.key, "1972", "Mariscal", MATCH.away.key, "Ugarte", None, None, "own-goal",
         REVISION.title, REVISION.revision_id, 1),
    ]  # fmt: skip
    columns = "location, neutral, attendance, referee, kick_off"
    assert query(engine, f"SELECT {columns} FROM report_match ORDER BY date DESC") == [  # noqa: S608
        ("Tacna", 1, 1500, "Ana Soto", "15:30"),
        (None, None, None, None, None),
    ]
    assert teams(engine).keys() == {ALFONSO.key, MATCH.away.key}
    assert query(engine, "SELECT DISTINCT team_printed FROM report_club_name ORDER BY 1") == [
        ("Alfonso Ugarte",),
        ("Mariscal",),
    ]


def test_a_goal_goes_and_changes_with_its_page(engine):
    goal = Goal("home", "Pérez", None, 12, None, "goal", MATCH.span)
    loaded(engine, seasons.season(replace(MATCH, goals=(goal, goal)), PLAY_OFF))
    loaded(engine, seasons.season(replace(MATCH, goals=(replace(goal, minute=13),)), PLAY_OFF))

    assert query(engine, "SELECT player, minute FROM report_goal") == [("Pérez", 13)]
    changes = "SELECT kind, column_name, before, after FROM report_change WHERE table_name = 'goal'"
    assert ("changed", "minute", "12", "13") in query(engine, changes)
