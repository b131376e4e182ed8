"""The account of a page: every character has exactly one disposition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.lineage import Span

Disposition = Literal["loaded", "context", "ignored", "quarantined", "unrecognised"]
BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Claim:
    """What `extract` makes of a construct; one inside another takes its characters from it.

    facts: positions in the list of facts of those that the construct states; it is `loaded` if one
           of them becomes a row
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
    """

    span: Span
    disposition: Disposition
    reason: str


def close(text: str, claims: Iterable[Claim], unloaded_facts: Mapping[int, str]) -> list[Piece]:
    """Close the account: pieces in page order whose characters add up to the text.

    claims:         nested or apart, never crossing; of two on the same span the later is the outer
    unloaded_facts: position of a fact that became no row -> the reason
    returns:        every construct's characters go to the innermost claim; blank ones between
                    claims are `ignored: blank`
    raises:         ValueError if characters that are not blank have no claim
    """
    latest_first = reversed(list(claims))
    ordered = sorted(latest_first, key=lambda claim: (claim.span.start, -claim.span.end))
    return [
        piece
        for start, end, claim in _innermost(ordered, len(text))
        if (piece := _piece(text, Span(start, end), claim, unloaded_facts))
    ]


def _innermost(ordered: Sequence[Claim], length: int) -> Iterator[tuple[int, int, Claim | None]]:
    """Cut [0, length) where claims begin and end; each stretch with the innermost claim."""
    open_claims: list[Claim] = []
    cursor = 0
    for claim in [*ordered, None]:
        begin = claim.span.start if claim else length
        while open_claims and open_claims[-1].span.end <= begin:
            done = open_claims.pop()
            yield cursor, done.span.end, done
            cursor = max(cursor, done.span.end)
        yield cursor, begin, open_claims[-1] if open_claims else None
        cursor = max(cursor, begin)
        if claim:
            open_claims.append(claim)


def _piece(
    text: str, span: Span, claim: Claim | None, unloaded_facts: Mapping[int, str]
) -> Piece | None:
    if span.start >= span.end:
        return None
    if claim is None:
        if stray := text[span.start : span.end].strip():
            message = f"no claim on characters {span.start} to {span.end}: {stray[:40]!r}"
            raise ValueError(message)
        return Piece(span, "ignored", BLANK)
    if claim.facts and all(fact in unloaded_facts for fact in claim.facts):
        return Piece(span, "quarantined", unloaded_facts[claim.facts[0]])
    return Piece(span, claim.disposition, claim.reason)
