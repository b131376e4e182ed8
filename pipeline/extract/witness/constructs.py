"""The construct that a score stands in, to report it: a parameter, a cell, a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.account import Claim
from pipeline.extract.parsing.grid import Table
from pipeline.extract.witness.verdicts import SeenScore
from pipeline.lineage import Span, find_around


@dataclass(frozen=True, slots=True)
class Construct:
    """A stretch of the page, and its kind as `UnrecognisedFact` calls it."""

    kind: str
    span: Span


def find_constructs(
    text: str,
    scores: Sequence[SeenScore],
    tables: Sequence[Table],
    claims: Sequence[Claim],
) -> list[Construct]:
    """Return the smallest construct around each score, once where several stand in it.

    tables: those of the page that were looked into
    claims: no construct crosses one of them
    """
    lines = [_find_line(text, score.span) for score in scores]
    cut_lines = _cut_at_claims(lines, scores, claims)
    places = [score.span.start for score in scores]
    cells = [Construct("cell", span) for span in _cell_spans(tables)]
    constructs: dict[Span, Construct] = {}
    for score, line, cells_around in zip(
        scores, cut_lines, find_around(cells, places), strict=True
    ):
        candidates = [*cells_around[-1:], Construct("line", line)]
        if score.parameter is not None:
            candidates.insert(0, Construct("parameter", score.parameter))
        smallest = min(candidates, key=lambda construct: construct.span.end - construct.span.start)
        span = _strip(text, smallest.span)
        constructs.setdefault(span, Construct(smallest.kind, span))
    return list(constructs.values())


def _cell_spans(tables: Sequence[Table]) -> Iterator[Span]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                yield Span(cell.start, cell.end)


def _find_line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _cut_at_claims(
    lines: Sequence[Span], scores: Sequence[SeenScore], claims: Sequence[Claim]
) -> list[Span]:
    """Return what is left of each line around its score between the claims that do not have it.

    `|} Alfa 2–1 Beta {{Football box|`: the table above and the box that begins are no part of it.
    """
    claims_at_start = find_around(claims, [line.start for line in lines])
    starts = [
        _end_of_claim_without(score, around, line.start)
        for line, score, around in zip(lines, scores, claims_at_start, strict=True)
    ]
    last_places = sorted({line.end - 1 for line in lines})
    around_last = {
        place: list(around)
        for place, around in zip(last_places, find_around(claims, last_places), strict=True)
    }
    innermost = find_around(claims, [score.span.start for score in scores])
    cut_lines = []
    for line, score, start, around in zip(lines, scores, starts, innermost, strict=True):
        end = _start_of_claim_without(score, around_last[line.end - 1], line.end)
        claim = around[-1].span
        cut_lines.append(Span(max(start, claim.start), min(end, claim.end)))
    return cut_lines


def _end_of_claim_without(score: SeenScore, around: Sequence[Claim], line_start: int) -> int:
    for claim in around:
        if claim.span.end <= score.span.start:
            return claim.span.end
    return line_start


def _start_of_claim_without(score: SeenScore, around: Sequence[Claim], line_end: int) -> int:
    for claim in around:
        if claim.span.start >= score.span.end:
            return claim.span.start
    return line_end


def _strip(text: str, span: Span) -> Span:
    written = text[span.start : span.end]
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))
