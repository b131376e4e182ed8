"""The Prefect flow: real runs on a real server, one by hand and one that a schedule starts."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import prefect_server
import pytest
from sqlalchemy import create_engine, text

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "raw/own/1997_Copa_Perú.wikitext"
SECONDS_TO_FIRE = 120

# all tests of this module share one server, so they belong on one worker
pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The URL of the suite's Prefect server; only flow tests pay for it."""
    home = tmp_path_factory.mktemp("prefect")
    with prefect_server.running(home) as url:
        yield url


@pytest.fixture
def season_flow(server):
    """The module of the flow, talking to the server."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows import season

    with temporary_settings({PREFECT_API_URL: server}):
        yield season


def request(path, content):
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        return client.request("POST", path, json=content).json()


def count_matches(url):
    with create_engine(url).connect() as connection:
        return connection.execute(text("SELECT count(*) FROM report_match")).scalar()


def test_the_flow_loads_what_the_command_line_loads_with_a_task_a_stage(season_flow, tmp_path):
    url = f"sqlite:///{tmp_path}/flow.sqlite"
    first = season_flow.ingest_season([str(PAGE)], url)
    again = season_flow.ingest_season([str(PAGE)], url)

    assert first.counts.inserted > 100
    assert not again.counts.changed_something
    assert count_matches(url) == 16
    tables = {
        artifact["key"]: json.loads(artifact["data"])
        for artifact in request("/artifacts/filter", {})
    }
    assert [row["team"] for row in tables["standings"]][:2] == ["Juan Aurich", "Deportivo UPAO"]
    assert {row["code"] for row in tables["findings"]} == {
        "department-without-region",
        "stated-count-differs",
    }


def test_a_schedule_fires_and_its_run_loads_the_page(season_flow, server, tmp_path):
    url = f"sqlite:///{tmp_path}/scheduled.sqlite"
    script = tmp_path / "serve.py"
    script.write_text(
        "from flows.season import ingest_season\n"
        "if __name__ == '__main__':\n"
        f"    parameters = {{'paths': [{str(PAGE)!r}], 'database_url': {url!r}}}\n"
        "    ingest_season.serve(name='often', interval=5, limit=1, parameters=parameters)\n",
        encoding="utf-8",
    )
    log = tmp_path / "serve.log"
    with log.open("wb") as output:
        serving = subprocess.Popen(
            [sys.executable, str(script)],
            env={**prefect_server.environment(tmp_path, server), "PYTHONPATH": str(ROOT)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    scheduled = {"deployments": {"name": {"any_": ["often"]}}}
    completed = []
    end = time.monotonic() + SECONDS_TO_FIRE
    try:
        while not completed and time.monotonic() < end and serving.poll() is None:
            time.sleep(0.5)
            runs = request("/flow_runs/filter", scheduled)
            completed = [run for run in runs if run["state_type"] == "COMPLETED"]
            assert [run["state"] for run in runs if run["state_type"] == "FAILED"] == []
    finally:
        serving.terminate()
        serving.wait(30)
    assert completed, f"no run completed: {log.read_text(encoding='utf-8')[-2000:]}"
    assert all(run["auto_scheduled"] for run in completed)
    assert count_matches(url) == 16


def test_only_the_load_is_retried_and_nothing_is_cached(season_flow, monkeypatch):
    from prefect.cache_policies import NO_CACHE

    from pipeline import build

    options_by_task = {}
    real_task = season_flow.task

    def note_options(**options):
        options_by_task[options["name"]] = options
        return real_task(**options)

    monkeypatch.setattr(season_flow, "task", note_options)
    for stage in (build.read_pages, build.extract_pages, build.load_seasons):
        season_flow.run_as_task(stage)
    assert [options["retries"] for options in options_by_task.values()] == [0, 0, 3]
    assert all(options["cache_policy"] is NO_CACHE for options in options_by_task.values())


SWITCHES = ("DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED")
LOAD_THE_FLOW = """
import sys
from importlib.abc import MetaPathFinder
from os import environ


class Watch(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "prefect":
            sys.exit(f"{environ.get('DO_NOT_TRACK')} "
                     f"{environ.get('PREFECT_SERVER_ANALYTICS_ENABLED')}")


sys.meta_path.insert(0, Watch())
import flows.season
"""


def test_telemetry_is_off_before_prefect_is_imported():
    variables = {name: value for name, value in os.environ.items() if name not in SWITCHES}
    loading = subprocess.run(
        [sys.executable, "-c", LOAD_THE_FLOW],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert loading.stderr.strip() == "1 false"
