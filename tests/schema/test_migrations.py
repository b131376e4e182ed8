"""From nothing to the head and back, with rows in the way, in both engines."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import seasons
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from pipeline.outcome import RowCounts
from schema import database
from schema.models import Base

TABLES = {table.name for table in Base.metadata.sorted_tables} | {"alembic_version"}
OLD_SCHEMAS = [f"000{number}" for number in range(1, 9)]  # before all became one baseline


def fill(engine):
    return seasons.load(
        seasons.REVISION,
        seasons.SEASON,
        seasons.ACCOUNT,
        (seasons.FINDING,),
        seasons.DEPARTMENTS,
        engine,
    )


def run(engine, *statements):
    with database.writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_an_empty_database_comes_to_the_head(empty):
    assert database.current(empty) is None

    assert database.upgrade(empty)

    assert database.current(empty) == database.head()
    assert database.differences(empty) == []


def test_a_second_upgrade_has_nothing_to_do(engine):
    assert not database.upgrade(engine)


def test_two_programs_may_upgrade_at_once(empty_url):
    def upgraded(_):
        engine = database.engine(empty_url)
        try:
            return database.upgrade(engine), database.differences(engine)
        finally:
            engine.dispose()

    with ThreadPoolExecutor(2) as programs:
        assert [differences for _, differences in programs.map(upgraded, range(2))] == [[], []]


def test_a_filled_database_goes_down_and_up_again(engine):
    first = fill(engine)

    database.downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    assert inspect(engine).get_view_names() == []

    assert database.upgrade(engine)
    assert database.differences(engine) == []
    assert fill(engine) == first


def test_a_filled_database_goes_up_to_the_next_schema_and_back(engine, install_next_migration):
    fill(engine)
    before = database.content_hash(engine)
    newest = database.head()

    install_next_migration()
    assert database.head() == "9999_next"
    assert database.upgrade(engine).before == newest
    assert database.current(engine) == "9999_next"
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT name FROM stage")).all() == ["the next program"]

    database.downgrade(engine, newest)
    assert database.current(engine) == newest
    assert database.upgrade(engine).before == newest
    fill(engine)
    assert database.content_hash(engine) == before


def test_an_older_database_is_upgraded_with_a_message(engine, install_next_migration):
    older = database.head()
    install_next_migration()

    done = database.upgrade(engine)

    assert done.message.startswith(f"the database is upgraded from schema {older} to 9999_next")


def test_a_new_database_is_no_news(empty):
    assert database.upgrade(empty).message is None


def test_an_older_sqlite_file_is_copied_first(tmp_path, install_next_migration):
    older = database.head()
    engine = database.engine(f"sqlite:///{tmp_path / 'copa.sqlite'}")
    assert database.upgrade(engine).backup is None
    fill(engine)
    install_next_migration()

    done = database.upgrade(engine)

    assert done.backup == tmp_path / f"copa.sqlite.{older}.bak"
    assert str(done.backup) in done.message
    backup = database.engine(f"sqlite:///{done.backup}")
    assert database.current(backup) == older
    with backup.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM match")) == 2
    backup.dispose()
    engine.dispose()


def test_new_views_alone_need_no_copy(tmp_path):
    engine = database.engine(f"sqlite:///{tmp_path / 'copa.sqlite'}")
    database.upgrade(engine)
    run(engine, "DROP VIEW report_page")

    done = database.upgrade(engine)

    assert (done.backup, done.message) == (None, None)
    assert [path.name for path in tmp_path.iterdir()] == ["copa.sqlite"]
    engine.dispose()


def test_an_upgrade_keeps_the_rows(engine):
    first = fill(engine)
    run(engine, "DROP VIEW report_page")

    assert database.upgrade(engine)

    assert fill(engine) == RowCounts(unchanged=first.inserted)


def test_an_upgrade_keeps_tables_and_views_of_others(engine):
    run(engine, "CREATE TABLE mine (n INTEGER)", "CREATE VIEW my_view AS SELECT n FROM mine")
    run(engine, "DROP VIEW report_page")

    database.upgrade(engine)

    assert "mine" in inspect(engine).get_table_names()
    assert "my_view" in inspect(engine).get_view_names()


def test_a_rebuilt_table_keeps_its_children(engine):
    first = fill(engine)
    with database.rebuilding(engine) as connection:
        database.drop_views(connection)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("season") as season:
            season.create_check_constraint("short", "length(label) < 99")

    database.upgrade(engine)

    assert fill(engine) == RowCounts(unchanged=first.inserted)


def test_a_migration_that_breaks_a_reference_is_undone(tmp_path):
    engine = database.engine(f"sqlite:///{tmp_path / 'head.sqlite'}")
    database.upgrade(engine)
    fill(engine)

    with pytest.raises(RuntimeError, match="foreign keys"), database.rebuilding(engine) as rebuilt:
        rebuilt.execute(text("DELETE FROM stage"))

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM stage")) == 1
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_migration_that_fails_leaves_what_was_there(engine):
    fill(engine)
    run(engine, "DROP VIEW report_page", "DELETE FROM alembic_version")  # finds its tables

    with pytest.raises(Exception, match="already exists"):
        database.upgrade(engine)

    assert set(inspect(engine).get_table_names()) == TABLES
    assert "report_match" in inspect(engine).get_view_names()


def test_the_last_file_of_versions_is_the_head():
    script = ScriptDirectory(str(database.MIGRATIONS))

    assert script.get_heads() == [database.head()]


@pytest.mark.parametrize("schema", [*OLD_SCHEMAS, "9999_next"])
def test_a_database_with_a_schema_of_another_program_is_refused(engine, schema):
    run(engine, f"UPDATE alembic_version SET version_num = '{schema}'")  # noqa: S608

    for use in (database.upgrade, database.current, database.differences):
        with pytest.raises(database.UnknownSchemaError) as caught:
            use(engine)
        assert f"has schema {schema}, which this program does not know" in str(caught.value)
        assert f"up to {database.head()}: install the newer program" in str(caught.value)


def test_the_comparison_sees_a_missing_view(engine):
    run(engine, "DROP VIEW report_page")

    assert database.differences(engine) == ["view report_page is missing"]


def test_the_comparison_sees_a_view_that_is_no_longer_ours(engine):
    run(engine, "CREATE VIEW report_weather AS SELECT 1 AS rain")

    assert database.differences(engine) == ["view report_weather is unknown"]
    assert database.upgrade(engine)
    assert database.differences(engine) == []


def test_the_comparison_sees_a_view_with_another_text(engine):
    run(engine, "DROP VIEW report_page", "CREATE VIEW report_page AS SELECT 1 AS page")

    assert database.differences(engine) == ["view report_page differs"]
    assert database.upgrade(engine)
    assert database.differences(engine) == []


def test_the_comparison_sees_a_view_that_was_replaced_in_its_place(new_postgresql):
    engine = database.engine(new_postgresql)
    assert database.differences(engine) == []
    run(engine, database.views()["report_gap"].replace("CREATE", "CREATE OR REPLACE") + " LIMIT 0")

    assert database.differences(engine) == ["view report_gap differs"]
    assert database.upgrade(engine)
    assert database.differences(engine) == []
    engine.dispose()


def test_the_comparison_sees_a_check_that_says_less(new_postgresql):
    engine = database.engine(new_postgresql)
    less = "ALTER TABLE match ADD CONSTRAINT ck_match_two_clubs CHECK (home_club <> 'x')"
    run(engine, "ALTER TABLE match DROP CONSTRAINT ck_match_two_clubs", less)

    (difference,) = database.differences(engine)
    assert difference.startswith("check ck_match_two_clubs of match says CHECK")
    engine.dispose()


def test_the_comparison_sees_a_missing_primary_key(new_postgresql):
    engine = database.engine(new_postgresql)
    run(engine, "ALTER TABLE finding DROP CONSTRAINT pk_finding")

    assert database.differences(engine) == ["primary key of finding differs"]
    engine.dispose()


def test_the_comparison_sees_a_missing_check(engine):
    change(engine, lambda match: match.drop_constraint("ck_match_two_clubs", type_="check"))

    assert database.differences(engine) == ["check ck_match_two_clubs of match is missing"]


def test_the_comparison_sees_an_unknown_check(engine):
    change(engine, lambda match: match.create_check_constraint("short", "leg < 9"))

    assert database.differences(engine) == ["check short of match is unknown"]


def test_the_comparison_sees_a_missing_index(engine):
    run(engine, "DROP INDEX ix_match_home_club")

    (difference,) = database.differences(engine)
    assert "ix_match_home_club" in difference


def change(engine, alteration):
    with database.rebuilding(engine) as connection:
        database.drop_views(connection)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("match") as match:
            alteration(match)
        database.create_views(connection)
