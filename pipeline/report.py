"""Findings, facts and runs -> text: JSON for programs, Markdown-like lines for people."""

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
_SHOWN = 60  # characters of a line shown before the words in question, and from them on


def fact_json(fact: Fact, revision: Revision) -> str:
    """Return a fact as one line of JSON, as the contract says."""
    record: dict[str, Any] = {"fact": fact.fact, "page": revision.title, "section": fact.section}
    for field in fields(fact):
        if field.name not in {"section", "span"}:
            record[field.name] = getattr(fact, field.name)
    record |= {
        "start": fact.span.start,
        "end": fact.span.end,
        "line": revision.line(fact.span.start),
    }
    return json.dumps(record, ensure_ascii=False)


def finding_json(finding: Finding, revision: Revision) -> str:
    """Return a finding as one line of JSON."""
    span = finding.span
    record = {
        "season": finding.season or None,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "page": finding.page,
        "revision_id": revision.revision_id,
        "line": revision.line(span.start) if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
    return json.dumps(record, ensure_ascii=False)


def finding_text(finding: Finding, revision: Revision) -> str:
    """Return a finding for people: where, what, and the source line underlined."""
    where = f"{revision.title}@{revision.revision_id or revision.sha256[:12]}"
    if finding.span is None:
        return f"{where}: {finding.severity} {finding.code}: {finding.message}"
    start = _first_word(revision.text, finding.span)
    begin = revision.text.rfind("\n", 0, start) + 1
    end = revision.text.find("\n", start)
    begin = max(begin, start - _SHOWN)
    line = revision.text[begin : end if end >= 0 else None][: 2 * _SHOWN].expandtabs(1)
    stop = min(finding.span.end, begin + len(line))
    mark = " " * (start - begin) + "^" * max(stop - start, 1)
    head = f"{where}:{revision.line(start)}: {finding.severity} {finding.code}: {finding.message}"
    return f"{head}\n    {line}\n    {mark}"


def coverage_text(pages: Iterable[tuple[Revision, Sequence[Piece]]]) -> str:
    """Return how much of each page is accounted for how, then what nobody read.

    Unrecognised constructs come with their count and one example, the most frequent first.
    """
    lines = []
    strangers: dict[str, list[str]] = defaultdict(list)
    for revision, account in pages:
        shares: Counter[str] = Counter()
        for piece in account:
            shares[piece.disposition] += piece.span.end - piece.span.start
            if piece.disposition == "unrecognised":
                where = f"{revision.title}:{revision.line(piece.span.start)}"
                quote = " ".join(revision.quote(piece.span).split())[:_SHOWN]
                strangers[piece.reason].append(f"{where}: {quote}")
        parts = ", ".join(f"{name} {shares[name]}" for name in sorted(shares))
        lines.append(f"{revision.title}: {len(revision.text)} characters: {parts}")
    lines.append(f"unrecognised: {sum(map(len, strangers.values()))} constructs")
    for reason, places in sorted(strangers.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.append(f"{len(places):5}  {reason}, such as {places[0]}")
    return "\n".join(lines)


def checks_text(checks: Iterable[tuple[str, str, str]], findings: Iterable[Finding]) -> str:
    """Return how many findings each check has, then the other kinds of findings, if any.

    checks: code, severity and claim of each, in order
    """
    counts = Counter(finding.code for finding in findings)
    lines = ["findings by check:"]
    for code, severity, claim in checks:
        lines.append(f"{counts.pop(code, 0):5}  {severity} {code}: {claim}")
    lines += [f"{count:5}  {code}" for code, count in sorted(counts.items())]
    return "\n".join(lines)


def _first_word(text: str, span: Span) -> int:
    """Return where the first line of the span that has a letter or digit begins in it."""
    start = span.start
    while (end := text.find("\n", start, span.end)) >= 0 and not _WORD.search(text, start, end):
        start = end + 1
    return start


def summary_json(counts: dict[str, int], refused: Iterable[str], held: Iterable[str]) -> str:
    """Return the one line that ends an ingestion."""
    return json.dumps({**counts, "refused": list(refused), "held": list(held)}, ensure_ascii=False)
