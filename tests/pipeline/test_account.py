"""The account closes: innermost claims, blanks, facts without a row."""

import pytest

from pipeline.account import Claim, Piece, close
from pipeline.lineage import Span


def test_a_claim_takes_its_characters_from_the_one_around_it():
    claims = [Claim(Span(2, 4), "loaded", "row", (0,)), Claim(Span(0, 6), "context", "table")]
    assert close("abcdef", claims, {}) == [
        Piece(Span(0, 2), "context", "table"),
        Piece(Span(2, 4), "loaded", "row"),
        Piece(Span(4, 6), "context", "table"),
    ]


def test_of_two_claims_on_the_same_span_the_later_is_the_outer_one():
    claims = [Claim(Span(0, 3), "loaded", "sentence", (0,)), Claim(Span(0, 3), "ignored", "prose")]
    assert close("abc", claims, {}) == [Piece(Span(0, 3), "loaded", "sentence")]


def test_blank_characters_need_no_claim():
    claims = [Claim(Span(1, 2), "context", "heading")]
    assert close(" a\n", claims, {}) == [
        Piece(Span(0, 1), "ignored", "blank"),
        Piece(Span(1, 2), "context", "heading"),
        Piece(Span(2, 3), "ignored", "blank"),
    ]


def test_a_character_without_a_claim_is_an_error_of_the_program():
    with pytest.raises(ValueError, match="no claim on characters 1 to 2"):
        close("ab", [Claim(Span(0, 1), "ignored", "prose")], {})


def test_a_construct_whose_facts_became_no_row_is_quarantined():
    claims = [Claim(Span(0, 1), "loaded", "football box", (0,))]
    assert close("a", claims, {0: "match without two teams"}) == [
        Piece(Span(0, 1), "quarantined", "match without two teams")
    ]


def test_a_score_counts_for_the_construct_that_it_begins_in():
    claims = [Claim(Span(2, 4), "loaded", "row", (0,)), Claim(Span(0, 6), "ignored", "table")]
    pieces = close("abcdef", claims, {}, [Span(2, 4), Span(3, 4), Span(5, 6)])
    assert [(piece.reason, piece.scores) for piece in pieces] == [
        ("table", 0),
        ("row", 2),
        ("table", 1),
    ]


def test_a_construct_with_one_fact_in_a_row_is_loaded():
    claims = [Claim(Span(0, 1), "loaded", "sports table", (0, 1))]
    assert close("a", claims, {0: "no team"}) == [Piece(Span(0, 1), "loaded", "sports table")]
