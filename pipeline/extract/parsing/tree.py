"""From mwparserfromhell's tokens to the constructs of a page, each with the place where it stands.

The tokens lose no character, so adding up their lengths gives the places. What the tokenizer was
not shown, `masking` has found: it joins the tree where it stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mwparserfromhell.parser import tokens
from mwparserfromhell.parser._tokenizer import CTokenizer

from pipeline.extract.parsing.masking import MaskedText, mask
from pipeline.extract.parsing.nodes import (
    Argument,
    Container,
    Entity,
    ExternalLink,
    Heading,
    Link,
    Node,
    Template,
    Wikitext,
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A page as a tree.

    contents: the page itself
    unclosed: where templates begin that never close: to the tree they are text
    """

    contents: Wikitext
    unclosed: list[int]


def parse_wikitext(text: str) -> Tree:
    """Parse the text of a page; bold, italics, lists and tables are text like any other."""
    masked = mask(text, 0, len(text))
    return Tree(_build(text, 0, masked), masked.unclosed)


def parse_unclosed_call(text: str, start: int, end: int) -> Template | None:
    """Parse [start, end) of a page as the template that begins there and lacks its `}}`.

    returns: None if it is no template all the same
    """
    closing = "}}"
    nodes = _build(text, start, mask(text, start, end, closing)).nodes
    if len(nodes) != 1 or not isinstance(nodes[0], Template):
        return None
    template = nodes[0]
    if (template.start, template.end) != (start, end + len(closing)):
        return None
    template.end = end
    return template


def _build(page_text: str, start: int, masked: MaskedText) -> Wikitext:
    builder = _Builder(page_text, start, masked.nodes)
    cuts = [0, *(cut - start for cut in masked.breaks), len(masked.text)]
    for first, last in pairwise(cuts):
        builder.add(CTokenizer().tokenize(masked.text[first:last], 0, True))  # noqa: FBT003 - no bold, no italics
    return builder.finish(start + len(masked.text))


class _Builder:
    """Builds nodes out of tokens.

    Each handler of a token moves `_offset` by the characters that the token stands for. An opening
    token puts a node, and the list that it will stand in, on the stack; a closing one takes it off.
    """

    def __init__(self, text: str, start: int, masked_nodes: list[Node]) -> None:
        self._text = text
        self._start = start
        self._masked_nodes = masked_nodes
        self._next_masked = 0
        self._offset = start
        self._nodes: list[Node] = []  # of the innermost construct
        self._stack: list[tuple[Any, list[Node]]] = []  # constructs half built, and those around

    def add(self, chunk: list[tokens.Token]) -> None:
        """Add the tokens of the next chunk of the page; they are used up: they take most memory."""
        chunk.reverse()
        while chunk:
            token = chunk.pop()
            _HANDLERS[type(token)](self, token)

    def finish(self, end: int) -> Wikitext:
        """Return what was built; it must end where the text does, with all that was masked."""
        if self._offset != end or self._next_masked != len(self._masked_nodes):
            message = f"the parser came to character {self._offset} of {end}"
            raise AssertionError(message)
        return Wikitext(self._text, self._start, end, self._nodes)

    def _add_text(self, token: tokens.Token) -> None:
        self._offset += len(token["text"])
        masked = self._masked_nodes
        while self._next_masked < len(masked) and masked[self._next_masked].start < self._offset:
            self._nodes.append(masked[self._next_masked])
            self._next_masked += 1

    def _add_character(self, _token: tokens.Token) -> None:
        self._offset += 1

    def _open(self, node: Container, length: int) -> None:
        """Begin a construct whose opening mark has that length."""
        self._stack.append((node, self._nodes))
        self._nodes = []
        self._offset += length

    def _close(self, length: int) -> None:
        """End the innermost construct, whose closing mark has that length."""
        node, nodes_around = self._stack.pop()
        if self._nodes:
            node.nodes = self._nodes
        self._offset += length
        node.end = self._offset
        self._nodes = nodes_around
        self._nodes.append(node)

    def _open_template(self, _token: tokens.Token) -> None:
        self._open(Template(self._text, self._offset), len("{{"))

    def _begin_parameter(self, _token: tokens.Token) -> None:
        template = self._stack[-1][0]
        template.bars.append(self._offset)
        template.equals.append(-1)
        self._offset += len("|")

    def _end_parameter_name(self, _token: tokens.Token) -> None:
        self._stack[-1][0].equals[-1] = self._offset
        self._offset += len("=")

    def _close_template(self, _token: tokens.Token) -> None:
        self._stack[-1][0].bars.append(self._offset)
        self._close(len("}}"))

    def _open_link(self, _token: tokens.Token) -> None:
        self._open(Link(self._text, self._offset), len("[["))

    def _begin_link_label(self, _token: tokens.Token) -> None:
        link = self._stack[-1][0]
        link.target_end = self._offset
        self._offset += len("|")
        link.label_start = self._offset

    def _close_link(self, _token: tokens.Token) -> None:
        link = self._stack[-1][0]
        if not link.label_start:
            link.target_end = self._offset
            for node in self._nodes:
                # `[[Club Zeta{{!}}Zeta]]`: the template stands for the bar
                if isinstance(node, Template) and str(node) == "{{!}}":
                    link.target_end, link.label_start = node.start, node.end
                    break
        self._close(len("]]"))

    def _open_external_link(self, token: tokens.Token) -> None:
        has_brackets = bool(token["brackets"])
        link = ExternalLink(self._text, self._offset, has_brackets=has_brackets)
        self._open(link, int(has_brackets))

    def _begin_external_label(self, token: tokens.Token) -> None:
        # `[https://example.com''label'']` has no blank before its label
        self._offset += int(not token.get("suppress_space"))
        self._stack[-1][0].label_start = self._offset

    def _close_external_link(self, _token: tokens.Token) -> None:
        self._close(int(self._stack[-1][0].has_brackets))

    def _open_entity(self, _token: tokens.Token) -> None:
        self._open(Entity(self._text, self._offset), len("&"))

    def _close_entity(self, _token: tokens.Token) -> None:
        self._close(len(";"))

    def _open_heading(self, token: tokens.Token) -> None:
        level = token["level"]
        self._open(Heading(self._text, self._offset, level), level)

    def _close_heading(self, _token: tokens.Token) -> None:
        self._close(self._stack[-1][0].level)

    def _open_argument(self, _token: tokens.Token) -> None:
        self._open(Argument(self._text, self._offset), len("{{{"))

    def _close_argument(self, _token: tokens.Token) -> None:
        self._close(len("}}}"))


_HANDLERS: dict[type, Callable[[_Builder, tokens.Token], None]] = {
    tokens.Text: _Builder._add_text,
    tokens.TemplateOpen: _Builder._open_template,
    tokens.TemplateParamSeparator: _Builder._begin_parameter,
    tokens.TemplateParamEquals: _Builder._end_parameter_name,
    tokens.TemplateClose: _Builder._close_template,
    tokens.WikilinkOpen: _Builder._open_link,
    tokens.WikilinkSeparator: _Builder._begin_link_label,
    tokens.WikilinkClose: _Builder._close_link,
    tokens.ExternalLinkOpen: _Builder._open_external_link,
    tokens.ExternalLinkSeparator: _Builder._begin_external_label,
    tokens.ExternalLinkClose: _Builder._close_external_link,
    tokens.HTMLEntityStart: _Builder._open_entity,
    tokens.HTMLEntityNumeric: _Builder._add_character,
    tokens.HTMLEntityHex: _Builder._add_character,
    tokens.HTMLEntityEnd: _Builder._close_entity,
    tokens.HeadingStart: _Builder._open_heading,
    tokens.HeadingEnd: _Builder._close_heading,
    tokens.ArgumentOpen: _Builder._open_argument,
    tokens.ArgumentSeparator: _Builder._add_character,
    tokens.ArgumentClose: _Builder._close_argument,
}
