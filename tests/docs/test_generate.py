"""The generated documents say what the code says."""

import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "docs/generate.py"
GENERATOR = runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize("name", GENERATOR["DOCUMENTS"])
def test_a_document_is_up_to_date(name):
    document = GENERATOR["DOCUMENTS"][name]

    text = document.path.read_text(encoding="utf-8")

    assert text == document.make_text(), f"run: python docs/generate.py {name}"


def test_an_unknown_document_is_named_with_those_that_there_are(monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), "weather"])

    with pytest.raises(SystemExit, match=r"no document weather: name any of .*schema"):
        runpy.run_path(str(SCRIPT), run_name="__main__")
