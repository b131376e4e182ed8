"""A case is a folder: a page and the facts that a person has read. Adding one needs no Python."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline import snapshot
from pipeline.account import close
from pipeline.extract import extract
from pipeline.facts import Fact
from pipeline.lineage import Span

ROOT = Path(__file__).parents[2]
CASES = sorted(ROOT.glob("tests/golden/*/page.*"))
PAGES = [*CASES, *snapshot.pages([ROOT / "raw"])]


def shown(revision, extraction):
    """The facts with words for spans, and what became of every construct."""

    def show(value):
        if isinstance(value, Span):
            return revision.quote(value)  # a person checks words, not offsets
        named = {f.name: getattr(value, f.name) for f in fields(value)}
        return {"fact": value.fact} | named if isinstance(value, Fact) else named

    facts = [json.dumps(f, default=show, ensure_ascii=False) for f in extraction.facts]
    account = [
        f"{piece.disposition}: {piece.reason}: {revision.quote(piece.span)!r}"
        for piece in close(revision.text, extraction.claims, {})
        if piece.reason != "blank"
    ]
    return "\n".join([*facts, "", *account]) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_extract_gives_the_golden_facts(path):
    revision = snapshot.read(path)
    golden = path.with_name("facts.txt")
    actual = shown(revision, extract(revision))
    if not golden.exists():
        golden.write_text(actual, encoding="utf-8")
        pytest.fail(f"wrote {golden}: read every line of it, then commit it")
    assert actual == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_character_of_a_page_has_one_disposition(path):
    revision = snapshot.read(path)
    pieces = close(revision.text, extract(revision).claims, {})
    assert "".join(revision.quote(piece.span) for piece in pieces) == revision.text


@pytest.mark.parametrize("path", [*snapshot.pages([ROOT / "raw"])], ids=lambda path: path.stem)
def test_nothing_on_a_page_of_ours_is_unrecognised(path):
    claims = extract(snapshot.read(path)).claims
    assert [c.reason for c in claims if c.disposition == "unrecognised"] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_fact_stands_where_its_span_says(path):
    revision = snapshot.read(path)
    starts = [fact.span for fact in extract(revision).facts]
    assert starts == sorted(starts)
    for fact in extract(revision).facts:
        quote = revision.quote(fact.span)
        assert quote == quote.lstrip()
        if fact.fact == "match":
            assert (fact.home or "") in revision.text[: fact.span.end]  # a grid names teams once
