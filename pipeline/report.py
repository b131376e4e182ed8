"""Findings, facts and runs -> text: JSON for programs, lines for people."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from pipeline.account import Piece
from pipeline.facts import Fact
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span

_WORD = re.compile(r"[^\W_]")
_SHOWN_CHARACTERS = 60  # of a line, before the words in question and from them on


def fact_json(fact: Fact, revision: Revision) -> str:
    """Return a fact as one line of JSON, as the contract says."""
    record: dict[str, Any] = {"fact": fact.fact, "page": revision.title, "section": fact.section}
    for field in fields(fact):
        if field.name not in {"section", "span"}:
            record[field.name] = getattr(fact, field.name)
    record["start"] = fact.span.start
    record["end"] = fact.span.end
    record["line"] = revision.line(fact.span.start)
    return json.dumps(record, ensure_ascii=False)


def finding_json(finding: Finding, revision: Revision) -> str:
    """Return a finding as one line of JSON."""
    record: dict[str, Any] = {
        "season": finding.season or None,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "page": finding.page,
        "revision_id": revision.revision_id,
        "line": None,
        "start": None,
        "end": None,
    }
    span = finding.span
    if span:
        record |= {"line": revision.line(span.start), "start": span.start, "end": span.end}
    return json.dumps(record, ensure_ascii=False)


def finding_text(finding: Finding, revision: Revision) -> str:
    """Return a finding for people: where, what, and the source line underlined."""
    # 1997 Copa Perú@123:39: warning unknown-club: 'Olimpia' is no club of …
    #     | Olimpia || 2–1
    #       ^^^^^^^
    place = f"{revision.title}@{revision.revision_id or revision.sha256[:12]}"
    words = f"{finding.severity} {finding.code}: {finding.message}"
    if finding.span is None:
        return f"{place}: {words}"
    start = _first_word(revision.text, finding.span)
    line_start = revision.text.rfind("\n", 0, start) + 1
    line_end = revision.text.find("\n", start)
    if line_end < 0:
        line_end = len(revision.text)
    shown_from = max(line_start, start - _SHOWN_CHARACTERS)
    shown_to = min(line_end, shown_from + 2 * _SHOWN_CHARACTERS)
    line = revision.text[shown_from:shown_to].expandtabs(1)
    underlined_to = min(finding.span.end, shown_from + len(line))
    underline = "^" * max(underlined_to - start, 1)
    indent = " " * (start - shown_from)
    return f"{place}:{revision.line(start)}: {words}\n    {line}\n    {indent}{underline}"


def _first_word(text: str, span: Span) -> int:
    """Return where the first line of the span that has a letter or digit begins in it."""
    # the span of a wikitable's row begins with "|-", which says nothing to a reader
    start = span.start
    line_end = text.find("\n", start, span.end)
    while line_end >= 0 and not _WORD.search(text, start, line_end):
        start = line_end + 1
        line_end = text.find("\n", start, span.end)
    return start


def coverage_text(pages: Iterable[tuple[Revision, Sequence[Piece]]]) -> str:
    """Return how much of each page is accounted for how, then what nobody read.

    Unrecognised constructs come with their count and one example, the most frequent first.
    """
    lines = []
    places_by_reason: dict[str, list[str]] = defaultdict(list)
    for revision, account in pages:
        characters_by_disposition: Counter[str] = Counter()
        for piece in account:
            characters_by_disposition[piece.disposition] += piece.span.end - piece.span.start
            if piece.disposition == "unrecognised":
                place = f"{revision.title}:{revision.line(piece.span.start)}"
                quote = " ".join(revision.quote(piece.span).split())[:_SHOWN_CHARACTERS]
                places_by_reason[piece.reason].append(f"{place}: {quote}")
        shares = [f"{name} {count}" for name, count in sorted(characters_by_disposition.items())]
        lines.append(f"{revision.title}: {len(revision.text)} characters: {', '.join(shares)}")
    construct_count = sum(len(places) for places in places_by_reason.values())
    lines.append(f"unrecognised: {construct_count} constructs")
    most_frequent_first = sorted(
        places_by_reason.items(), key=lambda item: (-len(item[1]), item[0])
    )
    for reason, places in most_frequent_first:
        lines.append(f"{len(places):5}  {reason}, such as {places[0]}")
    return "\n".join(lines)


def checks_text(checks: Iterable[tuple[str, str, str]], findings: Iterable[Finding]) -> str:
    """Return how many findings each check has, then the other kinds of findings, if any.

    checks: code, severity and claim of each, in order
    """
    count_by_code = Counter(finding.code for finding in findings)
    lines = ["findings by check:"]
    for code, severity, claim in checks:
        lines.append(f"{count_by_code.pop(code, 0):5}  {severity} {code}: {claim}")
    lines += [f"{count:5}  {code}" for code, count in sorted(count_by_code.items())]
    return "\n".join(lines)


def summary_json(counts: dict[str, int], refused: Sequence[str], held: Sequence[str]) -> str:
    """Return the one line that ends an ingestion."""
    return json.dumps({**counts, "refused": [*refused], "held": [*held]}, ensure_ascii=False)
