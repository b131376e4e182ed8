"""The README says what the database says."""

from pathlib import Path

import pytest
from data_files import REFERENCE
from update_figures import BEGIN, END, describe_figures, insert_figures

from pipeline.build import forget, ingest
from pipeline.snapshot import manifest_line, pages
from schema import database

# 1988 has no line in gaps.csv; two clubs that no other page names, a table with a wrong cell
OTHER = """= 1988 Copa Perú =

Infobox
- Competition: Copa Perú
- Season: 1988

==Teams==
| Department | Team | Location |
| Ica | Deportivo Ocaso | Ica |
| Puno | Unión Alba | Puno |

==Final Stage==
| Pos | Team | Pld | W | D | L | GF | GA | Pts |
| 1 | Deportivo Ocaso | 1 | 1 | 0 | 0 | 2 | 1 | 4 |
| 2 | Unión Alba | 1 | 0 | 0 | 1 | 1 | 2 | 0 |

30 November 1988
Deportivo Ocaso 2-1 Unión Alba
"""
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


def test_a_season_whose_page_is_gone_counts_as_if_it_were_forgotten(tmp_path):
    url = f"sqlite:///{tmp_path / 'copa.sqlite'}"
    folder = tmp_path / "raw"
    folder.mkdir()
    typed_page = (ROOT / "raw/own/1997_Copa_Perú.wikitext").read_text(encoding="utf-8")
    (folder / "1997_Copa_Perú.wikitext").write_text(typed_page, encoding="utf-8")
    other = folder / "1988.txt"
    other.write_text(OTHER, encoding="utf-8")
    ingest([folder], url, REFERENCE)
    made = database.engine(url)
    with_page = describe_figures(made)
    other.unlink()
    ingest([folder], url, REFERENCE)
    without_page = describe_figures(made)
    forget("1988", "an editor", url, REFERENCE)
    assert "Loaded: 2 seasons" in with_page
    assert "cell by cell with the matches: 1" in with_page
    assert without_page == describe_figures(made)
    made.dispose()
