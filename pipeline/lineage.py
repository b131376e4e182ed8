"""Where a value comes from: the revision of a page, and the characters in it."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters [start, end) of one revision's wikitext, counted from 0."""

    start: int
    end: int


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
    _newlines: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the line ends once; `line` is asked for every row."""
        newlines = [i for i, character in enumerate(self.text) if character == "\n"]
        object.__setattr__(self, "_newlines", newlines)

    def line(self, offset: int) -> int:
        """Return the number of the line that holds the character, counted from 1."""
        return bisect_right(self._newlines, offset - 1) + 1

    def quote(self, span: Span) -> str:
        """Return the wikitext of the span."""
        return self.text[span.start : span.end]
