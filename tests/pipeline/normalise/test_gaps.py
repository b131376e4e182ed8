"""The file of gaps: read as it is, and before what a season shows itself."""

import pytest
from data_files import REFERENCE
from plain import FINAL, LIST, built

from pipeline.normalise.gaps import all_gaps
from pipeline.reference.data_file import DataFileError
from pipeline.reference.gaps import read_gaps

HEADER = "season,stage,what,why,source"


def test_every_gap_of_the_file_is_of_an_edition():
    seasons = set(REFERENCE.editions)
    assert [gap for gap in REFERENCE.gaps if gap.season not in seasons] == []


def test_a_gap_without_a_reason_is_refused(tmp_path):
    path = tmp_path / "gaps.csv"
    path.write_text(f"{HEADER}\n1968,,page,,\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"gaps\.csv:2: why: this cell must not be blank"):
        read_gaps(path)


def test_a_blank_stage_means_the_whole_season(tmp_path):
    path = tmp_path / "gaps.csv"
    path.write_text(f"{HEADER}\n1968,,team list,nobody printed one,\n", encoding="utf-8")
    (gap,) = read_gaps(path)
    assert (gap.stage, gap.source) == (None, None)


def test_what_people_know_completes_what_the_season_shows(tmp_path):
    path = tmp_path / "gaps.csv"
    path.write_text(
        f"{HEADER}\n2099,Final Stage,matches,the paper is torn,El Sol 9 March\n"
        "2099,,attendance,nobody counted,\n",
        encoding="utf-8",
    )
    season = built(LIST, FINAL[: FINAL.index("===Round 3")]).season
    found = all_gaps(season, read_gaps(path))
    why = "2 of 3 have a result on the page (3 clubs, each pair once); the paper is torn"
    assert [(gap.stage, gap.what, gap.why, gap.source) for gap in found] == [
        ("Final Stage", "matches", why, "El Sol 9 March"),
        (None, "attendance", "nobody counted", None),
    ]
