"""One season in four dialects and two languages: the same facts, but for where they stand."""

from dataclasses import fields

import pytest
from dialects import PAGES
from reading import read

PROVENANCE = {"section", "span", "columns", "date_text", "score_text", "stated"}


def meant(text):
    return [
        {f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in PROVENANCE}
        | {"fact": fact.fact}
        for fact in read(text, "1990 Copa Perú").facts
    ]


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_a_season_means_the_same_in_every_dialect(text):
    facts = meant(text)
    assert facts == meant(PAGES["English, boxes and Sports table"])
    assert [fact["fact"] for fact in facts] == [
        *["season"],
        *["entry"] * 3,
        *["match"] * 3,
        *["standing"] * 3,
    ]
