"""The constructs of a page: what the parser found and where it stands, not what it means.

Text has no node of its own: it is what the nodes of a stretch leave between them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise


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
        """Return it as written."""
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
        """Return it as written."""
        return self.page_text[self.start : self.end]


class Parameter(Wikitext):
    """A parameter of a template call: its value, and what it is called.

    name:          as the template knows it, blanks stripped; of one without a name its place, `"1"`
    written_start: where its name or its value begins, behind the bar
    """

    __slots__ = ("is_named", "name", "written_start")
    is_named: bool
    name: str
    written_start: int


class Container(Node):
    """A construct with constructs in it.

    A page has thousands of them, and most are never looked into: so they keep where their parts
    begin, and the parts are made when somebody asks.

    nodes: the constructs in all its parts, in page order
    """

    __slots__ = ("nodes",)

    def __init__(self, page_text: str, start: int) -> None:
        super().__init__(page_text, start)
        self.nodes: Sequence[Node] = ()

    def _part(self, start: int, end: int) -> Wikitext:
        nodes = [node for node in self.nodes if start <= node.start < end]
        return Wikitext(self.page_text, start, end, nodes)


class Template(Container):
    """A call: `{{name|value|key=value}}`; also of a parser function, `{{#if:…}}`.

    bars:   where its bars stand, and last where its closing braces do
    equals: for each bar where the name behind it ends, -1 of a parameter without a name
    """

    __slots__ = ("bars", "equals")

    def __init__(self, page_text: str, start: int) -> None:
        super().__init__(page_text, start)
        self.bars: list[int] = []
        self.equals: list[int] = []

    @property
    def name(self) -> Wikitext:
        """The name as written."""
        return self._part(self.start + len("{{"), self.bars[0])

    @property
    def has_parameters(self) -> bool:
        """Whether a bar stands in it."""
        return len(self.bars) > 1

    @property
    def parameters(self) -> list[Parameter]:
        """The parameters in page order."""
        parameters = []
        nodes = list(reversed(self.nodes))
        _take_before(nodes, self.bars[0])  # those of the template's name
        place = 0
        for (bar, end), equals in zip(pairwise(self.bars), self.equals, strict=True):
            written_start = bar + len("|")
            if equals < 0:
                place += 1
                name, value_start = str(place), written_start
            else:
                nodes_of_name = _take_before(nodes, equals)
                written_name = Wikitext(self.page_text, written_start, equals, nodes_of_name)
                name, value_start = written_name.without_comments().strip(), equals + len("=")
            parameter = Parameter(self.page_text, value_start, end, _take_before(nodes, end))
            parameter.written_start = written_start
            parameter.is_named = equals >= 0
            parameter.name = name
            parameters.append(parameter)
        return parameters


def _take_before(nodes_from_right: list[Node], end: int) -> Sequence[Node]:
    """Take the nodes that begin before `end` off a list that is in reverse page order."""
    taken = []
    while nodes_from_right and nodes_from_right[-1].start < end:
        taken.append(nodes_from_right.pop())
    return taken


class Link(Container):
    """A link to a page: `[[target]]` or `[[target|label]]`."""

    __slots__ = ("label_start", "target_end")

    def __init__(self, page_text: str, start: int) -> None:
        super().__init__(page_text, start)
        self.target_end = 0
        self.label_start = 0  # of a link without a label too

    @property
    def target(self) -> Wikitext:
        """Where the link goes, as written."""
        return self._part(self.start + len("[["), self.target_end)

    @property
    def label(self) -> Wikitext | None:
        """What the reader sees, None if that is the target."""
        if not self.label_start:
            return None
        return self._part(self.label_start, self.end - len("]]"))


class ExternalLink(Container):
    """A link to a site: `[https://… label]`, or a bare address, which has no label."""

    __slots__ = ("has_brackets", "label_start")

    def __init__(self, page_text: str, start: int, *, has_brackets: bool) -> None:
        super().__init__(page_text, start)
        self.has_brackets = has_brackets
        self.label_start = 0

    @property
    def label(self) -> Wikitext | None:
        """What the reader sees in place of the address, if anything."""
        if not self.label_start:
            return None
        return self._part(self.label_start, self.end - len("]"))


class Heading(Container):
    """A heading: `== title ==` is one of level 2."""

    __slots__ = ("level",)

    def __init__(self, page_text: str, start: int, level: int) -> None:
        super().__init__(page_text, start)
        self.level = level

    @property
    def title(self) -> Wikitext:
        """What stands between the equals signs."""
        return self._part(self.start + self.level, self.end - self.level)


class Argument(Container):
    """What a template takes from its caller: `{{{1|default}}}`; on a page it stands for nothing."""

    __slots__ = ()


class Entity(Container):
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
