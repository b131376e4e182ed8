"""The constructs of a page: what the parser found, where it stands, and nothing about what it means.

Text has no node of its own: it is what the nodes of a stretch leave between them.
"""

from collections.abc import Iterator, Sequence


class Wikitext:
    """The characters [start, end) of a page and the constructs in them, in page order."""

    __slots__ = ("end", "nodes", "page_text", "start")

    def __init__(self, page_text: str, start: int, end: int, nodes: "Sequence[Node]") -> None:
        self.page_text = page_text
        self.start = start
        self.end = end
        # an empty tuple costs nothing, an empty list as much as the stretch itself
        self.nodes = nodes or ()

    def __str__(self) -> str:
        return self.page_text[self.start : self.end]

    def pieces(self) -> "Iterator[str | Node]":
        """Yield the text and the constructs in turn."""
        cursor = self.start
        for node in self.nodes:
            if node.start > cursor:
                yield self.page_text[cursor : node.start]
            yield node
            cursor = node.end
        if cursor < self.end:
            yield self.page_text[cursor : self.end]

    def without_comments(self) -> str:
        """Return what is written without its comments: they are no part of a name."""
        if not self.nodes:
            return str(self)
        kept = [str(piece) for piece in self.pieces() if not isinstance(piece, Comment)]
        return "".join(kept)


class Node:
    """A construct that stands at [start, end) of a page."""

    __slots__ = ("end", "page_text", "start")

    def __init__(self, page_text: str, start: int, end: int = 0) -> None:
        self.page_text = page_text
        self.start = start
        self.end = end

    def __str__(self) -> str:
        return self.page_text[self.start : self.end]


class Parameter(Wikitext):
    """A parameter of a template call: its value, and what it is called.

    name:          as the template knows it, blanks stripped; of one without a name its place, `"1"`
    written_start: where its name or its value begins, behind the bar
    """

    __slots__ = ("is_named", "name", "written_start")
    name: str

    def __init__(self, page_text: str, written_start: int) -> None:
        super().__init__(page_text, written_start, written_start, ())
        self.written_start = written_start
        self.is_named = False


class Template(Node):
    """A call: `{{name|value|key=value}}`; also of a parser function, `{{#if:…}}`.

    places: how many parameters have no name
    """

    __slots__ = ("name", "parameters", "places")
    name: Wikitext

    def __init__(self, page_text: str, start: int) -> None:
        super().__init__(page_text, start)
        self.parameters: list[Parameter] = []
        self.places = 0


class Link(Node):
    """A link to a page: `[[target]]` or `[[target|label]]`."""

    __slots__ = ("label", "target")
    target: Wikitext

    def __init__(self, page_text: str, start: int) -> None:
        super().__init__(page_text, start)
        self.target = None  # type: ignore[assignment]
        self.label: Wikitext | None = None


class ExternalLink(Node):
    """A link to a site: `[https://… label]`, or a bare address, which has no label."""

    __slots__ = ("address", "has_brackets", "label")
    address: Wikitext
    has_brackets: bool

    def __init__(self, page_text: str, start: int) -> None:
        super().__init__(page_text, start)
        self.address = None  # type: ignore[assignment]
        self.label: Wikitext | None = None


class Heading(Node):
    """A heading: `== title ==` is one of level 2."""

    __slots__ = ("level", "title")
    level: int
    title: Wikitext


class Argument(Node):
    """What a template takes from its caller: `{{{1|default}}}`; on a page it stands for nothing."""

    __slots__ = ("contents",)
    contents: Wikitext


class Entity(Node):
    """A character by its name or number: `&nbsp;`, `&#8211;`."""

    __slots__ = ()


class Comment(Node):
    """A comment: `<!-- … -->`; one that never closes hides the rest of the page."""

    __slots__ = ()


class Tag(Node):
    """The mark that opens or closes an HTML element, such as `<small>` or `</td>`.

    name: in lower case
    """

    __slots__ = ("is_closing", "name")

    def __init__(self, page_text: str, start: int, end: int, name: str) -> None:
        super().__init__(page_text, start, end)
        self.name = name
        self.is_closing = page_text.startswith("</", start)


class Element(Node):
    """An HTML element whose contents are no text of the page, such as `<ref>…</ref>`.

    name: in lower case
    """

    __slots__ = ("_contents_end", "_contents_start", "name")

    def __init__(
        self, page_text: str, start: int, end: int, name: str, contents: tuple[int, int]
    ) -> None:
        super().__init__(page_text, start, end)
        self.name = name
        self._contents_start, self._contents_end = contents

    @property
    def contents(self) -> str:
        """What is written in it, not parsed; "" if it closes itself, as `<ref name="x"/>` does."""
        return self.page_text[self._contents_start : self._contents_end]


class Mark(Node):
    """A stretch that the reader does not see: what a template writes around the blocks it shows."""

    __slots__ = ()


class HtmlTable(Node):
    """A table written as HTML from `<table>` to `</table>`, with all that is in it."""

    __slots__ = ()


def is_never_shown(node: Node) -> bool:
    """Whether the node hides what would be text of the page.

    So does `<includeonly>`, which is for pages that include this one, and a comment that never
    closes: it takes the rest of the page along.
    """
    if isinstance(node, Comment):
        return not node.page_text.endswith("-->", node.start, node.end)
    return isinstance(node, Element) and node.name == "includeonly"
