"""The account of a page: every character belongs to exactly one construct, with its disposition."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.lineage import Span

Disposition = Literal["loaded", "context", "ignored", "invisible", "quarantined", "unrecognised"]
BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Claim:
    """What `extract` makes of a construct; one inside another takes its characters from it.

    facts: positions of those that the construct states, in the list of the page's facts; it is
           `loaded` if one of them becomes a row
    """

    span: Span
    disposition: Disposition
    reason: str
    facts: tuple[int, ...] = ()

    def __contains__(self, span: Span) -> bool:
        """Whether the claim has all the characters of the span."""
        return self.span.start <= span.start and span.end <= self.span.end


@dataclass(frozen=True, slots=True)
class Piece:
    """One construct of the page, or what is left of it around the constructs inside it.

    reason: the name of the rule or handler, such as `prose`, `heading`, `football box`
    scores: how many a reader sees in it; those of a loaded piece are read, those of an ignored one
            ruled out, all others reported
    """

    span: Span
    disposition: Disposition
    reason: str
    scores: int = 0


def close(
    text: str,
    claims: Iterable[Claim],
    unloaded_facts: Mapping[int, str],
    scores: Sequence[Span] = (),
) -> list[Piece]:
    """Close the account: pieces in page order whose characters add up to the text.

    claims:         nested or apart, never crossing; of two on the same span the later is the outer
    unloaded_facts: facts that became no row, each with the reason
    scores:         those that a reader of the page sees, in page order
    returns:        every construct's characters go to the innermost claim; blank ones between
                    claims are `ignored: blank`
    raises:         ValueError if characters that are not blank have no claim
    """
    pieces: list[Piece] = []
    for span, claim in _split_by_innermost_claim(_outer_first(claims), len(text)):
        if claim is None:
            pieces.append(_blank_piece(text, span))
        else:
            pieces.append(_claimed_piece(span, claim, unloaded_facts))
    return _with_scores(pieces, scores)


def _with_scores(pieces: list[Piece], scores: Sequence[Span]) -> list[Piece]:
    """Return the pieces, each with the number of scores that begin in it."""
    starts = [score.start for score in scores]
    for number, piece in enumerate(pieces):
        first = bisect_left(starts, piece.span.start)
        count = bisect_left(starts, piece.span.end) - first
        if count:
            pieces[number] = replace(piece, scores=count)
    return pieces


def _outer_first(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims by their beginning, an outer one before those inside it."""
    latest_first = reversed(list(claims))
    return sorted(latest_first, key=lambda claim: (claim.span.start, -claim.span.end))


def _split_by_innermost_claim(
    claims: Sequence[Claim], length: int
) -> Iterator[tuple[Span, Claim | None]]:
    """Cut [0, length) where claims begin and end; yield each stretch with its innermost claim.

    A table from 0 to 9 with a row from 2 to 4: [0, 2) is the table's, [2, 4) the row's, [4, 9) the
    table's again. A stretch without a claim has None.
    """
    end_of_text = Claim(Span(length, length), "ignored", BLANK)
    open_claims: list[Claim] = []
    cursor = 0
    for claim in (*claims, end_of_text):
        while open_claims and open_claims[-1].span.end <= claim.span.start:
            ended = open_claims.pop()
            if ended.span.end > cursor:
                yield Span(cursor, ended.span.end), ended
                cursor = ended.span.end
        if claim.span.start > cursor:
            innermost = open_claims[-1] if open_claims else None
            yield Span(cursor, claim.span.start), innermost
            cursor = claim.span.start
        open_claims.append(claim)


def _blank_piece(text: str, span: Span) -> Piece:
    """Return the piece of characters that no construct claims; they must be blank."""
    unclaimed = text[span.start : span.end].strip()
    if unclaimed:
        message = f"no claim on characters {span.start} to {span.end}: {unclaimed[:40]!r}"
        raise ValueError(message)
    return Piece(span, "ignored", BLANK)


def _claimed_piece(span: Span, claim: Claim, unloaded_facts: Mapping[int, str]) -> Piece:
    # a football box without a second team states a match, but no row
    became_no_row = unloaded_facts.keys() >= set(claim.facts)
    if claim.facts and became_no_row:
        return Piece(span, "quarantined", unloaded_facts[claim.facts[0]])
    return Piece(span, claim.disposition, claim.reason)
