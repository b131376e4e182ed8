"""From mwparserfromhell's tokens to the constructs of a page, each with the place where it stands.

The tokens lose no character, so adding up their lengths gives the places. What the tokenizer was
not shown, `masking` has found: it joins the tree where it stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mwparserfromhell.parser import CTokenizer, tokens  # type: ignore[attr-defined]
from mwparserfromhell.parser.tokenizer import Tokenizer

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
        builder.add(_tokenize(masked.text[first:last]))
    return builder.finish(start + len(masked.text))


def _tokenize(masked_text: str) -> list[tokens.Token]:
    """Return mwparserfromhell's tokens; bold and italics stay text, so that they hide nothing."""
    tokenizer = (CTokenizer or Tokenizer)()
    skip_style_tags = True
    chunk: list[tokens.Token] = tokenizer.tokenize(masked_text, 0, skip_style_tags)
    return chunk


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

    def add_text(self, token: tokens.Token) -> None:
        self._offset += len(token["text"])
        masked = self._masked_nodes
        while self._next_masked < len(masked) and masked[self._next_masked].start < self._offset:
            self._nodes.append(masked[self._next_masked])
            self._next_masked += 1

    def add_character(self, _token: tokens.Token) -> None:
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

    def open_template(self, _token: tokens.Token) -> None:
        self._open(Template(self._text, self._offset), len("{{"))

    def begin_parameter(self, _token: tokens.Token) -> None:
        template = self._stack[-1][0]
        template.bars.append(self._offset)
        template.equals.append(-1)
        self._offset += len("|")

    def end_parameter_name(self, _token: tokens.Token) -> None:
        self._stack[-1][0].equals[-1] = self._offset
        self._offset += len("=")

    def close_template(self, _token: tokens.Token) -> None:
        self._stack[-1][0].bars.append(self._offset)
        self._close(len("}}"))

    def open_link(self, _token: tokens.Token) -> None:
        self._open(Link(self._text, self._offset), len("[["))

    def begin_link_label(self, _token: tokens.Token) -> None:
        link = self._stack[-1][0]
        link.target_end = self._offset
        self._offset += len("|")
        link.label_start = self._offset

    def close_link(self, _token: tokens.Token) -> None:
        link = self._stack[-1][0]
        if not link.label_start:
            link.target_end = self._offset
            for node in self._nodes:
                # `[[Club Zeta{{!}}Zeta]]`: the template stands for the bar
                if isinstance(node, Template) and str(node) == "{{!}}":
                    link.target_end, link.label_start = node.start, node.end
                    break
        self._close(len("]]"))

    def open_external_link(self, token: tokens.Token) -> None:
        has_brackets = bool(token["brackets"])
        link = ExternalLink(self._text, self._offset, has_brackets=has_brackets)
        self._open(link, int(has_brackets))

    def begin_external_label(self, token: tokens.Token) -> None:
        # `[https://example.com''label'']` has no blank before its label
        self._offset += int(not token.get("suppress_space"))
        self._stack[-1][0].label_start = self._offset

    def close_external_link(self, _token: tokens.Token) -> None:
        self._close(int(self._stack[-1][0].has_brackets))

    def open_entity(self, _token: tokens.Token) -> None:
        self._open(Entity(self._text, self._offset), len("&"))

    def close_entity(self, _token: tokens.Token) -> None:
        self._close(len(";"))

    def open_heading(self, token: tokens.Token) -> None:
        level = token["level"]
        self._open(Heading(self._text, self._offset, level), level)

    def close_heading(self, _token: tokens.Token) -> None:
        self._close(self._stack[-1][0].level)

    def open_argument(self, _token: tokens.Token) -> None:
        self._open(Argument(self._text, self._offset), len("{{{"))

    def close_argument(self, _token: tokens.Token) -> None:
        self._close(len("}}}"))


_HANDLERS: dict[type, Callable[[_Builder, tokens.Token], None]] = {
    tokens.Text: _Builder.add_text,
    tokens.TemplateOpen: _Builder.open_template,
    tokens.TemplateParamSeparator: _Builder.begin_parameter,
    tokens.TemplateParamEquals: _Builder.end_parameter_name,
    tokens.TemplateClose: _Builder.close_template,
    tokens.WikilinkOpen: _Builder.open_link,
    tokens.WikilinkSeparator: _Builder.begin_link_label,
    tokens.WikilinkClose: _Builder.close_link,
    tokens.ExternalLinkOpen: _Builder.open_external_link,
    tokens.ExternalLinkSeparator: _Builder.begin_external_label,
    tokens.ExternalLinkClose: _Builder.close_external_link,
    tokens.HTMLEntityStart: _Builder.open_entity,
    tokens.HTMLEntityNumeric: _Builder.add_character,
    tokens.HTMLEntityHex: _Builder.add_character,
    tokens.HTMLEntityEnd: _Builder.close_entity,
    tokens.HeadingStart: _Builder.open_heading,
    tokens.HeadingEnd: _Builder.close_heading,
    tokens.ArgumentOpen: _Builder.open_argument,
    tokens.ArgumentSeparator: _Builder.add_character,
    tokens.ArgumentClose: _Builder.close_argument,
}
