"""Where each row is stated: the page, its constructs, and the one that a span lies in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.account import Piece
from pipeline.lineage import Revision, Span

Value = str | int | None
DatabaseRow = dict[str, Value]

NOT_STATED: DatabaseRow = {
    "construct_key": None,
    "span_start": None,
    "span_end": None,
    "line": None,
}


class PageLineage:
    """One revision read for one season; gives each fact the columns that say where it stands."""

    def __init__(self, revision: Revision, season: str, account: Sequence[Piece]) -> None:
        """Order the account, whose pieces tile the page."""
        self._revision = revision
        self._season = season
        self._pieces = sorted(account, key=lambda piece: piece.span.start)
        self._starts = [piece.span.start for piece in self._pieces]
        self.page_key = f"{revision.site or 'unlisted'}/{revision.title}"
        # a page that no wiki numbered is known by its bytes
        self.revision_key = f"{self.page_key}@{revision.revision_id or revision.sha256[:12]}"

    def page_row(self) -> DatabaseRow:
        """Return the row of the page."""
        return {
            "key": self.page_key,
            "title": self._revision.title,
            "site": self._revision.site,
            "licence": self._revision.licence,
        }

    def revision_row(self) -> DatabaseRow:
        """Return the row of the revision."""
        return {
            "key": self.revision_key,
            "page_key": self.page_key,
            "revision_id": self._revision.revision_id,
            "timestamp": self._revision.timestamp,
            "sha256": self._revision.sha256,
            "characters": len(self._revision.text),
        }

    def construct_rows(self) -> Iterator[DatabaseRow]:
        """Yield a row for each piece of the account."""
        text = self._revision.text
        line = 1
        for piece in self._pieces:
            start, end = piece.span.start, piece.span.end
            yield {
                "key": self._construct_key(piece),
                "revision_key": self.revision_key,
                "season": self._season,
                "span_start": start,
                "span_end": end,
                "line": line,
                "disposition": piece.disposition,
                "reason": piece.reason,
                "scores": piece.scores,
            }
            # Counted piece by piece: asking the revision for each line would take longer.
            line += text.count("\n", start, end)

    def place_columns(self, span: Span | None) -> DatabaseRow:
        """Return the columns of a span, empty where the whole page is meant."""
        if span is None:
            return {"span_start": None, "span_end": None, "line": None}
        return {
            "span_start": span.start,
            "span_end": span.end,
            "line": self._revision.line(span.start),
        }

    def fact_columns(self, span: Span) -> DatabaseRow:
        """Return the columns of a fact: its construct and its span.

        raises: ValueError for a span that begins outside the account
        """
        construct_key = self._construct_key(self._piece_of(span))
        return {"construct_key": construct_key, **self.place_columns(span)}

    def _construct_key(self, piece: Piece) -> str:
        return f"{self._season}@{piece.span.start}"

    def _piece_of(self, span: Span) -> Piece:
        """Return the first loaded piece that the span touches, else the one where it begins."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or span.start >= self._pieces[first].span.end:
            message = f"the account of {self._revision.title} has no piece at {span.start}"
            raise ValueError(message)
        # a wikitable's row begins with `|-`, which is context; its cells are loaded
        after = bisect_left(self._starts, span.end, first + 1)
        for piece in self._pieces[first:after]:
            if piece.disposition == "loaded":
                return piece
        return self._pieces[first]
