"""Every handler is needed: without it the pages it reads hold something unrecognised."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from pipeline import snapshot
from pipeline.extract import HANDLERS, extract

ROOT = Path(__file__).parents[3]
PAGES = [
    snapshot.read(path)
    for path in [*sorted(ROOT.glob("tests/golden/*/page.*")), *snapshot.pages([ROOT / "raw"])]
]


def read_nothing(*_):
    return None


def without(family, name):
    """The handlers less one; a whole family of one is replaced by a reader that reads nothing."""
    kept = getattr(HANDLERS, family)
    if not hasattr(kept, "items"):
        return replace(HANDLERS, **{family: read_nothing})
    return replace(HANDLERS, **{family: {key: kept[key] for key in kept if key != name}})


EACH = [
    (family.name, name)
    for family in fields(HANDLERS)
    for name in (
        list(getattr(HANDLERS, family.name))
        if hasattr(getattr(HANDLERS, family.name), "items")
        else [family.name]
    )
]


def unrecognised(handlers):
    return sum(
        fact.fact == "unrecognised" for page in PAGES for fact in extract(page, handlers).facts
    )


@pytest.mark.parametrize(("family", "name"), EACH)
def test_without_a_handler_something_is_unrecognised(family, name):
    assert unrecognised(without(family, name)) > unrecognised(HANDLERS)
