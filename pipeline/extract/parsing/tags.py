"""Tags, comments, and elements whose contents are no text of the page."""

import re

from pipeline.extract.parsing.nodes import Comment, Element, Node, Tag

HIDDEN_ELEMENTS = frozenset(
    """
    gallery includeonly math nowiki pre ref references score style sup syntaxhighlight
    templatedata timeline
    """.split()
)
_CLOSERS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in HIDDEN_ELEMENTS}
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")


class TagReader:
    """Reads tags of a text from left to right.

    text:  what is searched
    shift: from a place in it to the place in the page
    """

    def __init__(self, page_text: str, text: str, shift: int) -> None:
        self._page_text = page_text
        self._text = text
        self._shift = shift
        self._never_closed: set[str] = set()  # elements that nothing closes from here on

    def read(self, start: int, end: int) -> Node:
        """Return what begins with the tag, or the `<!--`, at [start, end) of the text."""
        page_start = start + self._shift
        if self._text.startswith("<!--", start):
            closer = self._text.find("-->", end)
            # a comment that never closes hides the rest of the page
            end = len(self._text) if closer < 0 else closer + len("-->")
            return Comment(self._page_text, page_start, end + self._shift)
        found = _NAME.match(self._text, start)
        name = found[1].lower() if found else ""
        if name in HIDDEN_ELEMENTS and self._text[start + 1] != "/":
            stops = self._find_stops(name, end)
            if stops is not None:
                contents = (end + self._shift, stops[0] + self._shift)
                end_of_element = stops[1] + self._shift
                return Element(self._page_text, page_start, end_of_element, name, contents)
        return Tag(self._page_text, page_start, end + self._shift, name)

    def _find_stops(self, name: str, tag_end: int) -> tuple[int, int] | None:
        """Return where the contents of an element end, and where it ends; None if never.

        tag_end: where its opening tag ends
        """
        # `<ref name="x"/>`
        if self._text[tag_end - 2] == "/":
            return tag_end, tag_end
        if name in self._never_closed:
            return None
        closer = _CLOSERS[name].search(self._text, tag_end)
        if closer is not None:
            return closer.span()
        # https://www.mediawiki.org/wiki/Transclusion: it needs no closing tag
        if name == "includeonly":
            return len(self._text), len(self._text)
        self._never_closed.add(name)
        return None
