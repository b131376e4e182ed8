"""All editions and the gaps of those without a page, in both engines."""

from dataclasses import replace

import pytest
import seasons
from sqlalchemy import text

from pipeline.domain.edition import Edition
from pipeline.domain.gap import Gap
from pipeline.domain.match import Club
from pipeline.load import load, load_editions
from pipeline.outcome import BuiltSeason, RowCounts

EDITIONS = (
    Edition(
        "1972",
        "Alfonso Ugarte",
        "a",
        None,
        None,
        "final of 6",
        "a",
        final=True,
        note=None,
        champion_club=Club("alfonso-ugarte", "Alfonso Ugarte"),
    ),
    Edition("1974", None, None, None, None, None, "b", final=False, note="8 went up"),
)
KNOWN = (
    Gap("1972", "Final Stage", "dates", "nobody printed them", None),
    Gap("1974", None, "team list", "nobody printed one", "newspaper"),
)
NO_PAGE = "no page tells this edition; cited in the list of editions: "
WITHOUT_PAGE = {
    ("1972", None, "page", f"{NO_PAGE}champion, format", "derived"),
    ("1972", "Final Stage", "dates", "nobody printed them", None),
    ("1974", None, "page", f"{NO_PAGE}nothing", "derived"),
    ("1974", None, "team list", "nobody printed one", "newspaper"),
}


def query(engine, statement):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def gaps(engine):
    return set(query(engine, "SELECT * FROM report_gap"))


def load_page(engine, *found, rating="partial"):
    findings, account = (seasons.FINDING,), tuple(seasons.ACCOUNT)
    page = BuiltSeason(seasons.REVISION, seasons.SEASON, findings, account, found, rating)
    return load(page, seasons.DEPARTMENTS, engine).counts


def test_every_edition_is_a_row_and_one_without_a_page_a_gap(engine):
    counts = load_editions(EDITIONS, KNOWN, engine)

    assert counts == RowCounts(inserted=7)
    columns = "season, champion, final, note, rating, page"
    assert query(engine, f"SELECT {columns} FROM report_edition ORDER BY 1") == [  # noqa: S608
        ("1972", "Alfonso Ugarte", 1, None, None, None),
        ("1974", None, 0, "8 went up", None, None),
    ]
    assert gaps(engine) == WITHOUT_PAGE


def test_a_second_load_changes_nothing(engine):
    load_editions(EDITIONS, KNOWN, engine)
    load_page(engine, KNOWN[0])

    load_editions(EDITIONS, KNOWN, engine)
    assert load_editions(EDITIONS, KNOWN, engine) == RowCounts(unchanged=4)


@pytest.mark.parametrize("first", ["page", "editions"])
def test_a_season_with_a_page_has_the_gaps_of_its_page(engine, first):
    if first == "page":
        load_page(engine, KNOWN[0])
        load_editions(EDITIONS, KNOWN, engine)
    else:
        load_editions(EDITIONS, KNOWN, engine)
        load_page(engine, KNOWN[0])

    assert WITHOUT_PAGE - gaps(engine) == {
        ("1972", None, "page", f"{NO_PAGE}champion, format", "derived")
    }
    assert gaps(engine) < WITHOUT_PAGE
    assert query(engine, "SELECT rating, page FROM report_edition WHERE season = '1972'") == [
        ("partial", "1972 Copa Perú")
    ]


def test_an_edition_that_says_something_else_is_one_update(engine):
    load_editions(EDITIONS, KNOWN, engine)
    changed = replace(EDITIONS[0], runner_up="Mariscal", runner_up_source="c")

    counts = load_editions((changed, EDITIONS[1]), KNOWN, engine)

    assert (counts.inserted, counts.updated, counts.deleted) == (0, 2, 0)  # its gap cites it


def test_another_rating_is_no_change_of_the_page(engine):
    load_page(engine, rating="partial")

    assert load_page(engine, rating="complete").updated == 1

    assert query(engine, "SELECT * FROM report_change") == []
    assert query(engine, "SELECT rating FROM report_season") == [("complete",)]
