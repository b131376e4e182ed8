"""What a person is told of a fact: the words of the page, and the corrections among them."""

from dataclasses import replace

import seasons
from sqlalchemy import text

from pipeline.domain.correction import Correction
from pipeline.lineage import Span
from pipeline.publish.explanation import explain_fact, format_text, underline

APPLIED = Correction(
    key="1972/correction/1972-copa-peru/1",
    season=seasons.SEASON.label,
    page=seasons.REVISION.title,
    section="Final Stage",
    written="2-x",
    read_as="2–1",
    reason="The match report gives 2–1.",
    source="https://example.org/report",
    applied=True,
    span=Span(0, 3),
)
EXPIRED = replace(APPLIED, key="1972/correction/1972-copa-peru/2", applied=False, span=None)


def load(engine):
    season = replace(seasons.SEASON, corrections=(APPLIED, EXPIRED))
    seasons.load(seasons.REVISION, season, seasons.ACCOUNT, (), seasons.DEPARTMENTS, engine)


def test_the_corrections_that_apply_are_in_the_database(engine):
    load(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM report_correction")).mappings().all()
    assert [(row["written"], row["read_as"], row["source"]) for row in rows] == [
        ("2-x", "2–1", "https://example.org/report")
    ]


def test_a_fact_whose_words_were_corrected_says_so(engine):
    load(engine)
    key = seasons.SEASON.matches[0].key
    found = explain_fact(engine, key)
    assert [one["read_as"] for one in found["corrections"]] == ["2–1"]
    found["source"] |= {"span_start": 0, "span_end": 7}
    assert "'2-x' is read as '2–1'" in format_text(key, found, "A 2-x B\n")
    assert "is read as" not in format_text(key, found, "A 2-1 B\n")


def test_words_over_several_lines_are_underlined_line_by_line():
    assert underline("ab\ncd\nef", 1, 4).splitlines() == ["    ab", "     ^", "    c", "    ^"]
