"""Where a value comes from: the revision of a page, and the characters in it."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

_NEWLINE = re.compile("\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters [start, end) of one revision's wikitext, counted from 0."""

    start: int
    end: int


class HasSpan(Protocol):
    """What stands somewhere on a page."""

    @property
    def span(self) -> Span:
        """Its characters."""


Standing = TypeVar("Standing", bound=HasSpan)


def find_around(things: Iterable[Standing], places: Sequence[int]) -> Iterator[list[Standing]]:
    """Yield for each place the things around the character there, the outermost first.

    things: of two on the same span the later is the outer
    places: in page order
    """
    latest_first = reversed(list(things))
    waiting = deque(sorted(latest_first, key=lambda thing: (thing.span.start, -thing.span.end)))
    around: list[Standing] = []
    for place in places:
        while waiting and waiting[0].span.start <= place:
            around.append(waiting.popleft())
        around = [thing for thing in around if thing.span.end > place]
        yield around


@dataclass(frozen=True, slots=True)
class Revision:
    """The wikitext of one page at one moment.

    title:       the page's title, blanks for underscores
    site:        the wiki it came from, "own" for pages we wrote, "" where the manifest has no line
    revision_id: the wiki's number, None for a page that no wiki numbered
    timestamp:   ISO 8601, None where no wiki gave one
    sha256:      of the file's bytes, in hexadecimal digits
    path:        the file, as given
    """

    title: str
    site: str
    revision_id: int | None
    timestamp: str | None
    sha256: str
    licence: str
    path: str
    text: str
    _newlines: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def line(self, offset: int) -> int:
        """Return the number of the line that holds the character, counted from 1."""
        # Most revisions are asked for no line, some for thousands: the first question finds them
        # all. The end of the text is put behind them, so that a text of one line has an entry too.
        if not self._newlines:
            self._newlines.extend(newline.start() for newline in _NEWLINE.finditer(self.text))
            self._newlines.append(len(self.text))
        return bisect_right(self._newlines, offset - 1) + 1

    def quote(self, span: Span) -> str:
        """Return the wikitext of the span."""
        return self.text[span.start : span.end]
