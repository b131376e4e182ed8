"""The README says what the database says."""

from pathlib import Path

import pytest
from data_files import REFERENCE
from update_figures import BEGIN, END, describe_figures, insert_figures

from pipeline.build import ingest
from pipeline.snapshot import manifest_line, pages
from schema import database

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """A database of all pages of raw/ but those that are still being typed."""
    url = f"sqlite:///{tmp_path_factory.mktemp('readme') / 'copa.sqlite'}"
    sealed = [
        path for path in pages([ROOT / "raw"]) if (line := manifest_line(path)) and line.sha256
    ]
    assert ingest(sealed, url, REFERENCE).built
    made = database.engine(url)
    yield made
    made.dispose()


def is_sealed(page):
    line = manifest_line(page)
    return line is not None and line.sha256 != ""


def test_the_figures_of_the_readme_are_those_of_the_database(everything):
    assert README.count(BEGIN) == README.count(END) == 1
    assert insert_figures(README, describe_figures(everything)) == README, (
        "run: " + BEGIN.split(": ")[1]
    )


def test_only_the_figures_are_written():
    text = f"before\n{BEGIN}old\n{END}after\n"
    assert insert_figures(text, "new\n") == f"before\n{BEGIN}new\n{END}after\n"
