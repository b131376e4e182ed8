"""One season among 100,000 matches is found by index, in both engines."""

import plans
import pytest


@pytest.fixture(scope="module")
def full(module_engine):
    plans.fill(module_engine)
    return module_engine


def test_no_table_of_facts_is_read_from_end_to_end_for_one_season(full):
    assert plans.scanned(plans.explained(full, "SELECT SUM(home_goals) FROM match")) == {"match"}

    found = {query: plans.scanned(plans.plan(full, query)) for query in plans.QUERIES}

    assert found == {query: set() for query in plans.QUERIES}
