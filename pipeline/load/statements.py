"""Where each row is stated: the page, its constructs, and the one that a span lies in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.account import Piece
from pipeline.lineage import Revision, Span

Value = str | int | None
Row = dict[str, Value]


class Statements:
    """One revision read for one season; gives each fact the columns that say where it stands."""

    def __init__(self, revision: Revision, season: str, account: Sequence[Piece]) -> None:
        """Order the account, of which the pieces tile the page."""
        self._revision, self._season = revision, season
        self._pieces = sorted(account, key=lambda piece: piece.span.start)
        self._starts = [piece.span.start for piece in self._pieces]
        self.page_key = f"{revision.site or 'unlisted'}/{revision.title}"
        self.revision_key = f"{self.page_key}@{revision.revision_id or revision.sha256[:12]}"

    def page(self) -> Row:
        """Return the row of the page."""
        revision = self._revision
        return {
            "key": self.page_key,
            "title": revision.title,
            "site": revision.site,
            "licence": revision.licence,
        }

    def revision(self) -> Row:
        """Return the row of the revision."""
        revision = self._revision
        return {
            "key": self.revision_key,
            "page_key": self.page_key,
            "revision_id": revision.revision_id,
            "timestamp": revision.timestamp,
            "sha256": revision.sha256,
            "characters": len(revision.text),
        }

    def constructs(self) -> Iterator[Row]:
        """Yield the rows of the account."""
        key, season, text = self.revision_key, self._season, self._revision.text
        line = 1
        for piece in self._pieces:
            start, end = piece.span.start, piece.span.end
            yield {
                "key": f"{season}@{start}",
                "revision_key": key,
                "season": season,
                "span_start": start,
                "span_end": end,
                "line": line,
                "disposition": piece.disposition,
                "reason": piece.reason,
            }
            line += text.count("\n", start, end)

    def place(self, span: Span | None) -> Row:
        """Return the columns of a span, empty where the whole page is meant."""
        return {
            "span_start": span.start if span else None,
            "span_end": span.end if span else None,
            "line": self._revision.line(span.start) if span else None,
        }

    def stated(self, span: Span) -> Row:
        """Return the columns of a fact: its construct and its span."""
        return {
            "construct_key": f"{self._season}@{self._piece(span).span.start}",
            "span_start": span.start,
            "span_end": span.end,
            "line": self._revision.line(span.start),
        }

    def _piece(self, span: Span) -> Piece:
        """Return the first loaded piece that the span touches, else the one where it begins."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or span.start >= self._pieces[first].span.end:
            message = f"the account of {self._revision.title} has no piece at {span.start}"
            raise ValueError(message)
        if self._pieces[first].disposition == "loaded":
            return self._pieces[first]
        after = bisect_left(self._starts, span.end, first + 1)
        touched = self._pieces[first:after]
        return next((piece for piece in touched if piece.disposition == "loaded"), touched[0])
