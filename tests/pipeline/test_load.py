from dataclasses import replace
from pathlib import Path

import pytest
import seasons
from seasons import ALFONSO, DEPARTMENTS, MATCH, PLAY_OFF, REVISION, SEASON
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from pipeline.domain.match import Club, Score
from pipeline.domain.season import Department
from pipeline.lineage import Span
from pipeline.outcome import RowCounts
from schema.models import Base

ROWS = sum(
    {
        "page": 1, "revision": 1, "page_text": 1, "construct": 4, "department": 2, "club": 2,
        "club_name": 2,
        "season": 1, "stage": 1, "entry": 2, "region_member": 1, "match": 2, "tie": 1, "rule": 1,
        "tie_rule": 1, "standing": 2, "finding": 1,
    }.values()
)  # fmt: skip  # what SEASON has
UNCOUNTED = {"team", "change"}


LONGER = Score(3, 3, extra_time=True, home_penalties=6, away_penalties=5)


def loaded(engine, season=SEASON, revision=REVISION, findings=(seasons.FINDING,)):
    return seasons.load(revision, season, seasons.ACCOUNT, findings, DEPARTMENTS, engine)


def query(engine, statement):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def content(engine):
    with engine.connect() as connection:
        return {
            table.name: sorted(map(str, connection.execute(select(table))))
            for table in Base.metadata.sorted_tables
            if table.name not in UNCOUNTED
        }


def test_a_first_load_inserts_every_row(engine):
    assert loaded(engine) == RowCounts(inserted=ROWS)

    assert sum(len(rows) for rows in content(engine).values()) == ROWS


def test_loading_twice_changes_nothing(engine):
    loaded(engine)
    before = content(engine)

    assert loaded(engine) == RowCounts(unchanged=ROWS)
    assert content(engine) == before


def test_an_unchanged_load_writes_no_row(engine):
    loaded(engine)
    before = versions(engine)

    loaded(engine)

    assert versions(engine) == before


def versions(engine):
    """What moves with every write: the file in SQLite, the transaction of each row else."""
    if engine.dialect.name == "sqlite":
        return Path(engine.url.database).read_bytes()
    return {
        table.name: sorted(query(engine, f'SELECT xmin::text FROM "{table.name}"'))  # noqa: S608
        for table in Base.metadata.sorted_tables
    }


def test_a_changed_score_updates_one_match(engine):
    loaded(engine, seasons.season(PLAY_OFF))

    counts = loaded(engine, seasons.season(replace(PLAY_OFF, score=LONGER)))

    assert (counts.inserted, counts.updated, counts.deleted) == (0, 1, 0)
    assert query(engine, "SELECT home_penalties, away_penalties FROM report_match") == [(6, 5)]


def test_a_changed_score_updates_the_table_that_follows_from_it(engine):
    loaded(engine)

    counts = loaded(engine, seasons.season(replace(MATCH, score=Score(2, 2)), PLAY_OFF))

    assert (counts.inserted, counts.updated, counts.deleted) == (0, 3, 0)
    points = "SELECT team, points FROM report_standing ORDER BY team"
    assert query(engine, points) == [("Alfonso Ugarte", 1), ("Mariscal", 1)]


def test_a_match_that_vanished_from_the_page_is_deleted(engine):
    loaded(engine)

    counts = loaded(engine, seasons.season(MATCH))

    assert (counts.inserted, counts.deleted) == (0, 3)
    assert query(engine, "SELECT match_key FROM report_match") == [(MATCH.key,)]
    assert query(engine, "SELECT * FROM report_tie") == []


def test_a_stage_that_vanished_is_deleted_after_its_matches(engine):
    loaded(engine, seasons.season(MATCH, entries=()))
    stage = replace(SEASON.stages[0], key="1972/final", name="Final")
    final = replace(MATCH, key="1972/final/alfonso-ugarte-mariscal", stage="Final")

    loaded(engine, replace(seasons.season(final, entries=()), stages=(stage,), groups=()))

    assert query(engine, "SELECT key FROM stage") == [("1972/final",)]
    assert query(engine, "SELECT match_key FROM report_match") == [(final.key,)]


def test_a_club_that_nothing_names_is_deleted(engine):
    loaded(engine)
    other = Club("coronel-bolognesi", "Coronel Bolognesi", "PE-TAC", "Tacna")
    away = seasons.season(replace(MATCH, away=other), entries=())

    loaded(engine, replace(away, runner_up=other))

    assert query(engine, "SELECT key FROM club ORDER BY key") == [(ALFONSO.key,), (other.key,)]


def test_a_club_of_another_season_stays(engine):
    loaded(engine)
    loaded(engine, renamed("1973"), replace(REVISION, title="1973 Copa Perú"))

    loaded(engine, replace(renamed("1973"), matches=(), groups=(), ties=(), entries=()))

    assert query(engine, "SELECT COUNT(*) FROM report_match WHERE season = '1972'") == [(2,)]
    assert query(engine, "SELECT COUNT(*) FROM club") == [(2,)]


def test_another_page_replaces_lineage_and_keeps_keys(engine):
    loaded(engine)
    keys = query(engine, "SELECT match_key FROM report_match ORDER BY 1")
    wiki = replace(REVISION, site="en.wikipedia.org", title="1972 Copa Peru", revision_id=7)

    counts = loaded(engine, revision=wiki)

    assert (counts.inserted, counts.deleted) == (2, 2)  # page and revision
    assert query(engine, "SELECT match_key FROM report_match ORDER BY 1") == keys
    assert query(engine, "SELECT page, revision_id, permalink FROM report_page") == [
        ("1972 Copa Peru", 7, "https://en.wikipedia.org/w/index.php?oldid=7")
    ]


def test_a_load_that_fails_leaves_nothing(engine):
    scoreless = seasons.season(MATCH, replace(PLAY_OFF, score=None))

    with pytest.raises(IntegrityError):
        loaded(engine, scoreless)

    assert sum(len(rows) for rows in content(engine).values()) == 0


def test_a_load_that_fails_keeps_what_was_there(engine):
    loaded(engine)
    before = content(engine)

    with pytest.raises(IntegrityError):
        loaded(engine, seasons.season(MATCH, replace(PLAY_OFF, status="postponed")))

    assert content(engine) == before


def test_two_matches_with_one_key_are_refused(engine):
    with pytest.raises(ValueError, match=f"two rows of match have the key '{MATCH.key}'"):
        loaded(engine, seasons.season(MATCH, MATCH))


def test_two_findings_of_a_kind_are_two_rows(engine):
    spanned = replace(seasons.FINDING, span=Span(28, 55))

    loaded(engine, findings=(seasons.FINDING, spanned))

    rows = query(engine, "SELECT key, line FROM finding ORDER BY key")
    assert rows == [("1972/stated-count-differs/1", None), ("1972/stated-count-differs/2", 2)]


def test_a_span_in_another_page_is_no_line_of_this_one(engine):
    elsewhere = replace(seasons.FINDING, page="1972 Peru Cup", span=Span(28, 55))

    loaded(engine, findings=(elsewhere,))

    assert query(engine, "SELECT line FROM report_finding") == [(None,)]


def test_what_one_page_says_of_a_club_does_not_depend_on_the_order_of_loading(engine):
    page = replace(REVISION, title="1973 Copa Perú")
    elsewhere = replace(seasons.MARISCAL, department="PE-PUN", town="Elsewhere")
    entries = (replace(renamed("1973").entries[1], club=elsewhere, location="Elsewhere"),)
    only_a_list = replace(renamed("1973"), entries=entries, matches=(), groups=(), ties=())
    second = replace(only_a_list, champion=None, runner_up=None)
    loaded(engine)
    loaded(engine, second, page)
    before = content(engine)

    again = loaded(engine) + loaded(engine, second, page)

    assert (again.inserted, again.updated, again.deleted) == (0, 0, 0)
    assert content(engine) == before


def test_a_department_that_is_renamed_is_updated(engine):
    loaded(engine)
    renamed_tacna = Department("PE-TAC", "23", "Heroica Tacna")

    departments = (seasons.PUNO, renamed_tacna)
    findings = (seasons.FINDING,)
    counts = seasons.load(REVISION, SEASON, seasons.ACCOUNT, findings, departments, engine)

    assert counts == RowCounts(updated=1, unchanged=ROWS - 1)


def test_a_group_stands_in_the_key_of_its_standings(engine):
    (group,) = SEASON.groups

    loaded(engine, replace(SEASON, groups=(replace(group, name="Group A"),)))

    assert query(engine, "SELECT standing_key, grp FROM report_standing ORDER BY position") == [
        ("1972/final-stage/group-a/derived/alfonso-ugarte", "Group A"),
        ("1972/final-stage/group-a/derived/mariscal", "Group A"),
    ]


def renamed(label):
    """The same season under another label."""

    def moved(value):
        return replace(value, key=value.key.replace("1972", label))

    return replace(
        seasons.season(moved(MATCH), moved(PLAY_OFF), label=label),
        entries=tuple(moved(entry) for entry in seasons.ENTRIES),
    )


def test_an_annulled_match_is_flagged_out_of_the_table_and_its_goals_are_none(engine):
    loaded(engine, seasons.season(replace(MATCH, status="annulled"), PLAY_OFF))

    flags = "SELECT status, counts_for_standings FROM report_match ORDER BY match_key"
    assert query(engine, flags) == [("annulled", 0), ("played", 0)]
    assert query(engine, "SELECT goals FROM report_season") == [(6,)]
