"""The program as a person meets it: results, messages, exit status."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from flows.cli import app

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "raw/own/1997_Copa_Perú.wikitext"
PLAIN = ROOT / "tests/golden/plain-season/page.txt"


def run(*arguments, cwd, **environment):
    """Run the program in a folder of its own, in this process; an exception fails the test."""
    with contextlib.chdir(cwd):
        done = CliRunner().invoke(app, [str(word) for word in arguments], env=environment)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return SimpleNamespace(returncode=done.exit_code, stdout=done.stdout, stderr=done.stderr)


def rows(url, view):
    """The rows of a view without what differs between two pages of one season."""
    with create_engine(url).connect() as connection:
        found = connection.execute(text(f"SELECT * FROM {view}")).mappings()  # noqa: S608
        # `| location = [[Lima]]` of the boxes is no part of the plain rendering
        omitted = {"page", "revision_id", "line"} | (
            {"location"} if view == "report_match" else set()
        )
        return sorted(
            repr({name: row[name] for name in row if name not in omitted}) for row in found
        )


@pytest.mark.parametrize("page", [PAGE, PLAIN], ids=["wikitext", "plain"])
def test_the_1997_page_gives_what_the_contract_lists(tmp_path, empty_url, page):
    done = run("ingest", page, "--database-url", empty_url, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with create_engine(empty_url).connect() as connection:

        def select(columns, view):
            return [tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM {view}"))]  # noqa: S608

        assert select(
            "season, champion, runner_up, promoted_to, previous, next, stages, teams, matches,"
            " goals, first_date, last_date, findings",
            "report_season",
        ) == [
            (
                "1997", "Juan Aurich", "Deportivo UPAO", "1998 Torneo Descentralizado",
                "1996", "1998", 3, 25, 16, 47, "1997-11-30", "1997-12-17", 2,
            )
        ]  # fmt: skip
        assert select("count(*)", "report_entry") == [(25,)]
        assert select("count(*)", "report_region") == [(24,)]
        assert select("DISTINCT grp", "report_match") == [(None,)]
        assert sorted(select("DISTINCT round", "report_match")) == [
            ("Playoff",),
            *((f"Round {n}",) for n in range(1, 6)),
        ]
        assert select("match_key", "report_match WHERE counts_for_standings = 0") == [
            ("1997/final-stage/playoff/juan-aurich-deportivo-upao",)
        ]
        assert sorted(select("code, severity", "report_finding")) == [
            ("department-without-region", "warning"),
            ("stated-count-differs", "warning"),
        ]
        assert select("round, team1, team2, winner", "report_tie") == [
            ("Playoff", "Juan Aurich", "Deportivo UPAO", "Juan Aurich")
        ]
        assert select(
            "position, team, played, won, drawn, lost, goals_for, goals_against, points",
            "report_standing ORDER BY position",
        ) == [
            (1, "Juan Aurich", 5, 4, 0, 1, 13, 2, 12),
            (2, "Deportivo UPAO", 5, 4, 0, 1, 14, 4, 12),
            (3, "Cultural Hidro", 5, 2, 1, 2, 7, 8, 7),
            (4, "Deportivo Universitario", 5, 2, 0, 3, 5, 8, 6),
            (5, "Los Chankas", 5, 1, 2, 2, 2, 5, 5),
            (6, "CNI", 5, 0, 1, 4, 5, 19, 1),
        ]


VIEWS = sorted(
    path.stem
    for path in ROOT.glob("schema/views/report_*.sql")
    if path.stem not in {"report_coverage", "report_page", "report_run", "report_run_page"}
)


def test_both_pages_of_1997_give_the_same_rows(tmp_path):
    urls = []
    for page in (PAGE, PLAIN):
        urls.append(f"sqlite:///{tmp_path}/{page.suffix}.sqlite")
        assert run("ingest", page, "--database-url", urls[-1], cwd=tmp_path).returncode == 0
    for view in VIEWS:
        assert rows(urls[0], view) == rows(urls[1], view), view


def test_a_second_ingestion_changes_nothing(tmp_path, empty_url):
    first, second = (run("ingest", PAGE, "--database-url", empty_url, cwd=tmp_path) for _ in "ab")
    written = json.loads(first.stdout.splitlines()[-1])
    again = json.loads(second.stdout.splitlines()[-1])
    assert written["inserted"] > 100
    assert again == {
        "inserted": 0,
        "updated": 0,
        "deleted": 0,
        # clubs of the season that won other editions were compared twice the first time too
        "unchanged": written["inserted"] + written["unchanged"],
        "refused": [],
        "held": [],
    }


def test_extract_prints_the_facts_and_touches_no_database(tmp_path):
    done = run("extract", PLAIN, cwd=tmp_path)
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["fact"] for f in facts].count("match") == 16
    assert facts[0] == {
        "fact": "season",
        "page": "1997 Copa Perú",
        "section": [],
        "competition": "Copa Perú",
        "season": "1997",
        "winners": "Juan Aurich",
        "previous": "1996",
        "next": "1998",
        "stated": {},
        "start": 20,
        "end": 128,
        "line": 3,
    }
    assert not list(tmp_path.iterdir())


def test_validate_prints_the_findings(tmp_path):
    done = run("validate", PAGE, cwd=tmp_path)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["code"] for f in found] == ["department-without-region", "stated-count-differs"]
    assert "^^^" in done.stderr
    assert "unrecognised: 0 constructs\nfindings by check:\n" in done.stderr
    assert done.returncode == 0


def test_standings_are_shown_to_people_and_programs(tmp_path):
    run("ingest", PAGE, cwd=tmp_path)
    table = run("standings", "1997", cwd=tmp_path).stdout.splitlines()
    assert table[2].split() == ["1", "Juan", "Aurich", *"5 4 0 1 13 2 +11 12".split()]
    done = run("standings", "1997", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)[5]["team"] == "CNI"
    missing = run("standings", "1899", cwd=tmp_path)
    assert (missing.returncode, "1899" in missing.stderr) == (1, True)


@pytest.mark.slow
def test_the_folder_and_the_database_come_from_the_environment(tmp_path):
    url = f"sqlite:///{tmp_path}/elsewhere.sqlite"
    done = run("ingest", cwd=tmp_path, COPAPERU_RAW=str(ROOT / "raw"), COPAPERU_DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "elsewhere.sqlite").exists()


@pytest.fixture
def broken(tmp_path):
    """A folder with one broken thing of each kind."""
    (tmp_path / "empty.wikitext").write_bytes(b"\n \n")
    (tmp_path / "latin1.txt").write_bytes("Perú".encode("latin-1"))
    (tmp_path / "Lima.wikitext").write_text("'''Lima''' is a city.", encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "cities").mkdir()
    (tmp_path / "cities/Lima.wikitext").write_text("'''Lima''' is a city.", encoding="utf-8")
    (tmp_path / "note.sqlite").write_text("this is no database " * 99, encoding="utf-8")
    (tmp_path / "kept.sqlite").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["ingest", "missing.wikitext"], 2, "does not exist"),
        (["ingest", "--nonsense"], 2, "No such option"),
        (["ingest", "empty.wikitext"], 1, "empty.wikitext is empty"),
        (["ingest", "latin1.txt"], 1, "latin1.txt is not UTF-8 (byte 3)"),
        (["ingest", "Lima.wikitext"], 1, "states no season of the Copa Perú"),
        (["ingest", "nothing"], 1, "no page in nothing"),
        (["ingest", "cities"], 1, "not-a-season-page"),
        (["ingest"], 2, "no folder raw"),
        (["ingest", PAGE, "--database-url", "nonsense"], 2, "cannot use the database URL"),
        (["ingest", PAGE, "--database-url", "mysql://h/d"], 2, "neither SQLite nor PostgreSQL"),
        (["ingest", PAGE, "--database-url", "sqlite:///no/such/f"], 1, "does not exist"),
        (["ingest", PAGE, "--database-url", "sqlite:///note.sqlite"], 1, "not an SQLite database"),
        (
            ["ingest", PAGE, "--database-url", "postgresql+psycopg://u:secret@127.0.0.1:1/d"],
            1,
            "cannot use the database",
        ),
        (["standings", "1997", "--database-url", "sqlite:///nothing"], 1, "folder"),
    ],
)
def test_what_cannot_be_done_is_one_clear_sentence(broken, arguments, status, message):
    before = sorted(broken.rglob("*"))
    done = run(*arguments, cwd=broken)
    assert done.returncode == status, done.stderr
    assert message in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr
    assert sorted(broken.rglob("*")) == before


def test_one_broken_page_does_not_keep_the_others_out(broken):
    done = run("ingest", PAGE, "empty.wikitext", cwd=broken)
    summary = json.loads(done.stdout)
    assert done.returncode == 1
    assert summary["refused"] == ["empty.wikitext"]
    assert summary["inserted"] > 100


def test_a_database_of_a_newer_program_is_refused(tmp_path):
    run("db", "upgrade", cwd=tmp_path)
    with create_engine(f"sqlite:///{tmp_path}/copa_peru.sqlite").begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    done = run("ingest", PAGE, cwd=tmp_path)
    assert done.returncode == 1
    assert "9999" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_read_only_file_is_refused(tmp_path):
    run("db", "upgrade", cwd=tmp_path)
    (tmp_path / "copa_peru.sqlite").chmod(0o444)
    done = run("ingest", PAGE, cwd=tmp_path)
    assert done.returncode == 1
    assert "read-only" in done.stderr


def test_db_current_and_version(tmp_path):
    assert run("db", "current", cwd=tmp_path).stdout == "none\n"
    upgraded = run("db", "upgrade", cwd=tmp_path).stdout
    assert run("db", "current", cwd=tmp_path).stdout == upgraded
    assert run("--version", cwd=tmp_path).stdout.startswith("copaperu ")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], ["sqlalchemy", "alembic", "prefect", "mwparserfromhell"]),
        (["ingest", str(PAGE)], ["prefect"]),
        (["plan", str(PAGE)], ["sqlalchemy", "alembic", "prefect"]),
    ],
)
def test_a_command_imports_only_what_it_needs(tmp_path, arguments, absent):
    script = (
        "import sys; from flows.cli import app\n"
        f"try: app({arguments!r})\n"
        "except SystemExit: pass\n"
        f"print([name for name in {absent!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_hash_stands_alone_on_the_last_line_and_is_the_same_after_a_second_run(tmp_path):
    url = f"sqlite:///{tmp_path}/copa.sqlite"
    hashes = []
    for _ in "ab":
        run("ingest", PAGE, "--database-url", url, cwd=tmp_path)
        hashes.append(run("db", "hash", "--database-url", url, cwd=tmp_path).stdout)
    assert len(hashes[0].splitlines()[-1]) == 64
    assert hashes[0] == hashes[1]


def test_a_check_names_each_difference(tmp_path):
    url = f"sqlite:///{tmp_path}/copa.sqlite"
    run("db", "upgrade", "--database-url", url, cwd=tmp_path)
    assert run("db", "check", "--database-url", url, cwd=tmp_path).returncode == 0
    with create_engine(url).begin() as connection:
        connection.execute(text("DROP VIEW report_page"))
    done = run("db", "check", "--database-url", url, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "view report_page is missing\n")


def test_an_older_database_is_upgraded_with_a_message(tmp_path, caplog, install_next_migration):
    url = f"sqlite:///{tmp_path}/copa.sqlite"
    older = run("db", "upgrade", "--database-url", url, cwd=tmp_path).stdout.strip()
    install_next_migration()
    done = run("ingest", PAGE, "--database-url", url, cwd=tmp_path)
    assert done.returncode == 0
    assert f"the database is upgraded from schema {older} to 9999_next" in caplog.text
    assert (tmp_path / f"copa.sqlite.{older}.bak").exists()


@pytest.mark.parametrize("command", ["ingest", "db upgrade", "db current", "db check"])
def test_a_database_with_a_schema_of_another_program_is_refused(tmp_path, command):
    url = f"sqlite:///{tmp_path}/copa.sqlite"
    run("db", "upgrade", "--database-url", url, cwd=tmp_path)
    with create_engine(url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0008'"))
    pages = [PAGE] if command == "ingest" else []
    done = run(*command.split(), *pages, "--database-url", url, cwd=tmp_path)
    assert done.returncode == 1
    assert "has schema 0008, which this program does not know" in done.stderr
