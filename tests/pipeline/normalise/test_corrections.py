"""Corrections: exact text, once in its section, expiring; spans stay those of the page."""

from pathlib import Path

import pytest
from data_files import REFERENCE

from pipeline import snapshot
from pipeline.account import close
from pipeline.build import extract_corrected
from pipeline.extract import extract
from pipeline.normalise import normalise
from pipeline.reference.corrections import CorrectionRule, read_corrections
from pipeline.reference.data_file import DataFileError

PAGE = snapshot.read(Path(__file__).parents[3] / "raw/own/1997_Copa_Perú.wikitext")
ROUND_5 = ("Final Stage", "Round 5")
BOX = "{{Football box\n|date=15 December 1997\n|team1=CNI\n|score=1–0\n|team2=Los Chankas\n}}"


def rule(written, read_as, section=ROUND_5, page=PAGE.title):
    return CorrectionRule(page, section, written, read_as, "a test", "https://example.org")


def corrected(*rules):
    extraction, places = extract_corrected(PAGE, extract(PAGE), rules)
    close(PAGE.text, extraction.claims, {})
    normalised = normalise(PAGE, extraction.facts, REFERENCE, places)
    return extraction, normalised


def scores(normalised):
    found = (m for m in normalised.season.matches if m.home_printed == "Cultural Hidro")
    return [m.score_text for m in found]


def test_the_page_reads_extract_corrected_and_every_span_is_the_pages_own():
    plain = extract(PAGE)
    extraction, normalised = corrected(rule("4–2", "14–2 (awarded)"))
    assert scores(normalised) == ["1–0", "0–0", "14–2 (awarded)"]
    assert [fact.span for fact in extraction.facts] == [fact.span for fact in plain.facts]
    assert [claim.span for claim in extraction.claims] == [claim.span for claim in plain.claims]
    (one,) = normalised.season.corrections
    assert (one.applied, PAGE.quote(one.span), one.read_as) == (True, "4–2", "14–2 (awarded)")
    assert one.key == "1997/correction/1997-copa-peru/1"
    assert normalised.findings == ()


def test_an_addition_stands_at_the_end_of_its_section():
    extraction, normalised = corrected(rule("", BOX))
    added = next(match for match in normalised.season.matches if match.home_printed == "CNI")
    assert (added.date, added.round, added.score.home) == ("1997-12-15", "Round 5", 1)
    assert added.span.start == added.span.end
    assert "=== Playoff ===" in PAGE.text[added.span.start : added.span.start + 20]
    assert len(extraction.facts) == len(extract(PAGE).facts) + 1
    assert (normalised.season.corrections[0].applied, normalised.findings) == (True, ())


@pytest.mark.parametrize(
    "unfit",
    [
        rule("9–9", "1–1"),
        rule("team1", "team2"),
        rule("4–2", "1–1", section=("Final Stage", "Round 4")),
        rule("4–2", "1–1", section=("Round 5",)),
        rule("", BOX, section=("Nowhere",)),
    ],
    ids=["not there", "more than once", "another section", "no such path", "no place"],
)
def test_what_no_longer_applies_is_a_finding_and_changes_nothing(unfit):
    extraction, normalised = corrected(unfit)
    assert extraction.facts == extract(PAGE).facts
    assert [finding.code for finding in normalised.findings] == ["correction-unused"]
    assert normalised.season.corrections[0].applied is False


FIRST_BOX = PAGE.text[PAGE.text.index("{{Football box") :].partition("\n}}")[0] + "\n}}"


@pytest.mark.parametrize(
    ("written", "read_as", "matches"),
    [
        (FIRST_BOX, " ", 15),
        ("}}\n\n=== Round 2 ===", "}}\n\n=== Round Two ===", 16),
        ("score = 7–0\n", "score = 7–0\n}}\n", 16),
    ],
    ids=["a match taken out", "more than one construct", "one cut short"],
)
def test_what_a_correction_takes_away_is_accounted_for(written, read_as, matches):
    extraction, normalised = corrected(rule(written, read_as, section=("Final Stage",)))
    assert normalised.season.corrections[0].applied
    assert len(normalised.season.matches) <= matches
    pieces = close(PAGE.text, extraction.claims, normalised.unloaded_facts)
    assert sum(piece.span.end - piece.span.start for piece in pieces) == len(PAGE.text)


def test_of_two_for_the_same_words_the_second_is_unused():
    _, normalised = corrected(rule("4–2", "1–1"), rule("4–2", "3–3"))
    assert [one.applied for one in normalised.season.corrections] == [True, False]


def test_another_pages_correction_is_none_of_this_page():
    _, normalised = corrected(rule("4–2", "1–1", page="1998 Copa Perú"))
    assert normalised.season.corrections == ()


def test_the_lead_is_the_section_without_a_heading():
    extraction, _ = corrected(rule("winners = Juan Aurich", "winners = UPAO", section=()))
    assert extraction.facts[0].winners == "UPAO"


def test_the_file_says_what_an_entry_lacks(tmp_path):
    file = tmp_path / "corrections.toml"
    file.write_text('[[correction]]\npage = "X"\nsection = []\nwritten = "a"\nread_as = "b"\n')
    with pytest.raises(DataFileError, match=r"toml:1: .* reason: this value is missing"):
        read_corrections(file)
    file.write_text("[[correction")
    with pytest.raises(DataFileError, match=r"corrections\.toml"):
        read_corrections(file)
