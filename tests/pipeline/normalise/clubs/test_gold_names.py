"""Names as pages print them, each with its evidence: never a wrong club, and how many are found.

In gold_names.csv `club` is the key of the club that the source means; `?` is a name that neither
its page nor clubs.csv settles: it must stay open. The names and clubs.csv come from the same
sources, so the share says that nothing known is lost, not how a new page will fare.
"""

import csv
from itertools import groupby
from pathlib import Path

import pytest
from data_files import REFERENCE

from pipeline.facts import EntryFact, StandingFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import Unresolved, build_resolver

with Path(__file__).with_name("gold_names.csv").open(encoding="utf-8", newline="") as gold:
    ROWS = list(csv.DictReader(gold))
SEASONS = [(season, list(rows)) for season, rows in groupby(ROWS, lambda row: row["season"])]


def fact(row):
    common = {"section": ("Teams",), "span": Span(0, 1)}
    if row["kind"] == "list":
        places = {"department": row["department"] or None, "location": row["town"] or None}
        link = row["link"] or None
        return EntryFact(**common, **places, team=row["printed"], team_link=link, columns={})
    names = ("position", "played", "won", "drawn", "lost", "goals_for", "goals_against")
    more = ("goal_difference", "points", "adjustment", "qualification")
    blank = dict.fromkeys(names + more)
    common["section"] = ("Final Stage",)
    return StandingFact(**common, **blank, team=row["printed"], team_link=row["link"] or None)


def answers(season, rows):
    """Each row with the key that it is given, None where it stays open."""
    resolver = build_resolver(
        season, [fact(row) for row in rows], REFERENCE.clubs, REFERENCE.departments
    )
    row_clubs = iter(resolver.row_clubs)
    for row in rows:
        if row["kind"] == "list":
            yield row, next(row_clubs).key
            continue
        in_table = row["kind"] == "table"
        club = resolver.resolve(
            Mention(row["printed"], row["link"] or None, ("Final Stage",), in_table)
        )
        yield row, None if isinstance(club, Unresolved) else club.key


@pytest.mark.parametrize(("season", "rows"), SEASONS, ids=[season for season, _ in SEASONS])
def test_no_name_is_given_to_a_wrong_club(season, rows):
    wrong = [(row["printed"], key) for row, key in answers(season, rows) if key]
    right = [(row["printed"], row["club"]) for row, key in answers(season, rows) if key]
    assert wrong == right


def test_most_names_of_known_clubs_are_found(record_property):
    given = [pair for season, rows in SEASONS for pair in answers(season, rows)]
    known = [(row, key) for row, key in given if row["club"] != "?"]
    missed = [(row["season"], row["printed"]) for row, key in known if key is None]
    share = 1 - len(missed) / len(known)
    found = len(known) - len(missed)
    print(f"{found} of {len(known)} names of known clubs found, of {len(given)} in all; {missed}")  # noqa: T201
    record_property("share_of_names_found", f"{share:.3f}")
    assert len(given) >= 120
    assert share >= 0.95


def test_every_answer_has_its_evidence():
    assert all(row["source"].startswith("http") for row in ROWS)


def test_in_any_order_of_the_page_the_answers_are_the_same():
    for season, rows in SEASONS:
        there = {
            (row["printed"], row["town"], row["link"], key) for row, key in answers(season, rows)
        }
        back = answers(season, rows[::-1])
        assert there == {(row["printed"], row["town"], row["link"], key) for row, key in back}
