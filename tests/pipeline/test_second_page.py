"""Of two pages for one season one is loaded, and what the other tells otherwise is said."""

import pytest
from data_files import REFERENCE

from pipeline.build import check

PAGE = """{{{{Infobox football league season
| competition = Copa Perú
| season = 2020
}}}}
== {stage} ==
{{{{Football box|date=1 May 2020|team1=Grau|score={score}|team2=Aurora}}}}
"""


@pytest.mark.parametrize("numbers", [("@5", "@7"), ("@7", "@5"), ("", "")])
def test_english_is_loaded_and_the_spanish_page_compared(tmp_path, numbers):
    english, spanish = (
        tmp_path / f"{title}{number}.wikitext"
        for title, number in zip(("2020 Copa Perú", "Copa Perú 2020"), numbers, strict=True)
    )
    english.write_text(PAGE.format(stage="Final Stage", score="1–0"), encoding="utf-8")
    spanish.write_text(PAGE.format(stage="Etapa Nacional", score="2–0"), encoding="utf-8")
    report = check([tmp_path], REFERENCE)
    (built,) = report.built
    assert built.revision.title == "2020 Copa Perú"
    assert [(one.code, one.path) for one in report.refused] == [("second-page", str(spanish))]
    (found,) = [one for one in built.findings if one.code == "second-page"]
    assert found.severity == "warning"


def test_results_that_differ_are_named(tmp_path):
    for title, score in (("2020 Copa Perú", "1–0"), ("Copa Perú 2020", "2–0")):
        text = PAGE.format(stage="Final Stage", score=score).replace(
            "== Final", "== Teams ==\n{|\n! Department !! Team\n|-\n| Piura || Grau\n|-\n"
            "| Puno || Aurora\n|}\n== Final",
        )  # fmt: skip
        (tmp_path / f"{title}.wikitext").write_text(text, encoding="utf-8")
    (built,) = check([tmp_path], REFERENCE).built
    (message,) = [one.message for one in built.findings if one.code == "second-page"]
    assert message.endswith("of 1 results on both 1 differ; Grau 2–0 Aurora stands there")
