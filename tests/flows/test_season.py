"""The Prefect flow: one real run on a real server."""

import json
from pathlib import Path

import pytest
from data_files import REFERENCE
from sqlalchemy import create_engine, text

PAGE = Path(__file__).parents[2] / "raw/own/1997_Copa_Perú.wikitext"


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory):
    """A Prefect server of the suite's own; only flow tests pay for it."""
    from prefect.testing.utilities import prefect_test_harness

    from flows import season

    with prefect_test_harness(server_startup_timeout=120):
        yield season


@pytest.mark.filterwarnings("default")
def test_the_flow_loads_what_the_command_line_loads_with_a_task_a_stage(prefect_server, tmp_path):
    from prefect.client.orchestration import get_client

    url = f"sqlite:///{tmp_path}/flow.sqlite"
    report = prefect_server.ingest_season([PAGE], url, REFERENCE)
    again = prefect_server.ingest_season([PAGE], url, REFERENCE)

    assert report.counts.inserted > 100
    assert (again.counts.inserted, again.counts.updated, again.counts.deleted) == (0, 0, 0)
    with create_engine(url).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM report_match")).scalar() == 16
    with get_client(sync_client=True) as client:
        artifacts = client.request("POST", "/artifacts/filter", json={}).json()
    tables = {artifact["key"]: json.loads(artifact["data"]) for artifact in artifacts}
    assert [row["team"] for row in tables["standings"]][:2] == ["Juan Aurich", "Deportivo UPAO"]
    assert {row["code"] for row in tables["findings"]} == {
        "department-without-region",
        "stated-count-differs",
    }


def test_only_the_load_is_retried_and_nothing_is_cached(prefect_server, monkeypatch):
    from prefect.cache_policies import NO_CACHE

    from pipeline import build

    made = {}
    real = prefect_server.task

    def noting(**options):
        made[options["name"]] = options
        return real(**options)

    monkeypatch.setattr(prefect_server, "task", noting)
    for stage in (build.read_pages, build.extract_pages, build.load_seasons):
        prefect_server.as_task(stage)
    assert [options["retries"] for options in made.values()] == [0, 0, 3]
    assert all(options["cache_policy"] is NO_CACHE for options in made.values())


def test_telemetry_is_off_before_prefect_is_imported(prefect_server):
    import os

    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
