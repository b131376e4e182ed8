"""Every score that a page shows is read, reported or ruled out, whichever reader is missing."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from reading import read

from pipeline import snapshot
from pipeline.account import close
from pipeline.extract import HANDLERS, extract
from pipeline.extract.parsing.page import parse
from pipeline.extract.witness.score_rules import REASON_BY_RULE
from pipeline.extract.witness.verdicts import find_seen_scores, judge
from pipeline.lineage import find_around

ROOT = Path(__file__).parents[4]
PATHS = [*snapshot.pages([ROOT / "tests/golden", ROOT / "raw"])]
PAGES = [path for path in PATHS if path.name != "facts.txt"]


def reported(text):
    """What the witness adds: kind and text of each construct."""
    facts = read(text).facts
    return [(fact.kind, fact.text) for fact in facts if fact.fact == "unrecognised"]


def fates(revision, handlers):
    made = extract(revision, handlers)
    verdicts = judge(find_seen_scores(parse(revision)), made.facts, made.claims)
    return {verdict.score.span: verdict.fate for verdict in verdicts}


@pytest.fixture(scope="module")
def revisions():
    return [snapshot.read(path) for path in PAGES]


@pytest.fixture(scope="module")
def scores_read(revisions):
    """For each page, the scores that all readers together read."""
    found = []
    for revision in revisions:
        all_fates = fates(revision, HANDLERS)
        found.append([span for span, fate in all_fates.items() if fate == "read"])
    return found


def without_one(field):
    """The registry without one of its entries, for each; or with a reader that reads nothing."""
    value = getattr(HANDLERS, field)
    if not hasattr(value, "items"):
        yield field, replace(HANDLERS, **{field: lambda *_: None})
        return
    for name in value:
        kept = {other: reader for other, reader in value.items() if other != name}
        yield f"{field}: {name}", replace(HANDLERS, **{field: kept})


MUTATIONS = dict(pair for field in fields(HANDLERS) for pair in without_one(field.name))


@pytest.mark.parametrize("handlers", MUTATIONS.values(), ids=MUTATIONS.keys())
def test_a_score_whose_reader_is_taken_out_is_reported(handlers, revisions, scores_read):
    lost = []
    for revision, spans in zip(revisions, scores_read, strict=True):
        fate_by_span = fates(revision, handlers)
        for span in spans:
            if fate_by_span.get(span) not in {"read", "reported"}:
                lost.append((revision.title, revision.line(span.start), fate_by_span.get(span)))
    assert lost == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_score_that_a_page_shows_is_accounted_for(path):
    revision = snapshot.read(path)
    made = extract(revision)
    pieces = close(revision.text, made.claims, {}, made.scores)
    assert sum(piece.scores for piece in pieces) == len(made.scores)
    for piece in pieces:
        if piece.scores and piece.disposition == "ignored":
            assert piece.reason in REASON_BY_RULE
        elif piece.scores:
            assert piece.disposition in {"loaded", "unrecognised", "quarantined"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_what_is_reported_is_reported_once(path):
    facts = [fact for fact in extract(snapshot.read(path)).facts if fact.fact == "unrecognised"]
    assert len({(fact.span, fact.kind) for fact in facts}) == len(facts)
    places = [fact.span.start for fact in facts if fact.name == "a score that no fact has"]
    for around in find_around([fact for fact in facts if fact.span.start in places], places):
        assert len(around) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("== Final: Alfa 2–1 Beta ==", [("line", "== Final: Alfa 2–1 Beta ==")]),
        (
            "{{Football box|team1=A|score=1–0|team2=B|stadium=S, 3–2 later}}",
            [("parameter", "stadium=S, 3–2 later")],
        ),
        ("<gallery>\nA.jpg|Alfa 2–1 Beta\n</gallery>", [("line", "A.jpg|Alfa 2–1 Beta")]),
        (
            "{|\n!Jugador!!Equipo!!Goles\n|-\n|Fulano||Alfa||7 - 0 y 3 - 1\n|}",
            [("cell", "7 - 0 y 3 - 1")],
        ),
    ],
)
def test_a_score_that_no_reader_takes_is_reported_with_its_construct(text, expected):
    assert reported(text) == expected


def test_a_table_reader_sees_the_section_of_what_is_reported():
    (fact,) = read("== Final ==\n=== Alfa 2–1 Beta ===\n== Notes ==").facts
    assert fact.section == ("Final", "Alfa 2–1 Beta")


def test_a_construct_that_another_one_crosses_is_cut():
    text = "{|\n!Local!!Resultado!!Visita\n|-\n|A||1–0||B\n|} <gallery>\nA.jpg|C 2–1 D</gallery>"
    made = read(text)
    assert [fact.text for fact in made.facts if fact.fact == "unrecognised"] == [
        "A.jpg|C 2–1 D</gallery>"
    ]
    assert "".join(text[p.span.start : p.span.end] for p in close(text, made.claims, {})) == text
