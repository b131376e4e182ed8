"""What people read: findings under their line, coverage with what nobody read."""

from pipeline.account import Piece
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.report import checks_text, coverage_text, finding_text

PAGE = Revision("1997 Copa Perú", "own", None, None, "0123456789abcdef", "", "", "one\n|-\n| two\n")


def test_a_finding_stands_above_its_underlined_words():
    finding = Finding("unknown-club", "warning", "who?", PAGE.title, Span(0, 3))
    assert finding_text(finding, PAGE).splitlines() == [
        "1997 Copa Perú@0123456789ab:1: warning unknown-club: who?",
        "    one",
        "    ^^^",
    ]


def test_a_row_is_shown_by_its_first_line_with_words():
    finding = Finding("unknown-club", "warning", "who?", PAGE.title, Span(4, 12))
    assert finding_text(finding, PAGE).splitlines()[1:] == ["    | two", "    ^^^^^"]


def test_findings_are_counted_by_check_with_the_claim_of_each():
    found = [Finding(code, "warning", "!", PAGE.title) for code in ("b", "b", "stranger")]
    checks = [("a", "error", "all is well"), ("b", "info", "so is this")]
    assert checks_text(checks, found).splitlines() == [
        "findings by check:",
        "    0  error a: all is well",
        "    2  info b: so is this",
        "    1  stranger",
    ]


def test_coverage_counts_characters_and_shows_the_most_frequent_strangers_first():
    account = [
        Piece(Span(0, 3), "loaded", "match line"),
        Piece(Span(3, 4), "unrecognised", "line: b"),
        Piece(Span(4, 7), "unrecognised", "template: a"),
        Piece(Span(7, 13), "unrecognised", "template: a"),
    ]
    assert coverage_text([(PAGE, account)]).splitlines() == [
        "1997 Copa Perú: 13 characters: loaded 3, unrecognised 10",
        "unrecognised: 3 constructs",
        "    2  template: a, such as 1997 Copa Perú:2: |-",
        "    1  line: b, such as 1997 Copa Perú:1: ",
    ]
