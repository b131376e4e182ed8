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
    Entity,
    ExternalLink,
    Heading,
    Link,
    Node,
    Parameter,
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
        self._part_start = start  # where the current part of the innermost construct begins
        self._nodes: list[Node] = []  # those of the current part
        self._stack: list[tuple[Any, list[Node], int]] = []  # the nodes are half built
        self._handlers: dict[type, Callable[[tokens.Token], None]] = {
            tokens.Text: self._add_text,
            tokens.TemplateOpen: self._open_template,
            tokens.TemplateParamSeparator: self._begin_parameter,
            tokens.TemplateParamEquals: self._end_parameter_name,
            tokens.TemplateClose: self._close_template,
            tokens.WikilinkOpen: self._open_link,
            tokens.WikilinkSeparator: self._begin_link_label,
            tokens.WikilinkClose: self._close_link,
            tokens.ExternalLinkOpen: self._open_external_link,
            tokens.ExternalLinkSeparator: self._begin_external_label,
            tokens.ExternalLinkClose: self._close_external_link,
            tokens.HTMLEntityStart: self._open_entity,
            tokens.HTMLEntityNumeric: self._add_character,
            tokens.HTMLEntityHex: self._add_character,
            tokens.HTMLEntityEnd: self._close_entity,
            tokens.HeadingStart: self._open_heading,
            tokens.HeadingEnd: self._close_heading,
            tokens.ArgumentOpen: self._open_argument,
            tokens.ArgumentSeparator: self._add_character,
            tokens.ArgumentClose: self._close_argument,
        }

    def add(self, chunk: list[tokens.Token]) -> None:
        """Add the tokens of the next chunk of the page."""
        handlers = self._handlers
        for token in chunk:
            handlers[type(token)](token)

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

    def _open(self, node: Node, length: int) -> None:
        """Begin a construct whose opening mark has that length."""
        self._stack.append((node, self._nodes, self._part_start))
        self._offset += length
        self._begin_part()

    def _begin_part(self) -> None:
        self._part_start = self._offset
        self._nodes = []

    def _part(self) -> Wikitext:
        """Return the part of the innermost construct that ends here."""
        return Wikitext(self._text, self._part_start, self._offset, self._nodes)

    def _close(self, length: int) -> None:
        """End the innermost construct, whose closing mark has that length."""
        self._offset += length
        node, self._nodes, self._part_start = self._stack.pop()
        node.end = self._offset
        self._nodes.append(node)

    def _open_template(self, _token: tokens.Token) -> None:
        self._open(Template(self._text, self._offset), len("{{"))

    def _begin_parameter(self, _token: tokens.Token) -> None:
        template = self._stack[-1][0]
        self._end_template_part(template)
        self._offset += len("|")
        template.parameters.append(Parameter(self._text, self._offset))
        self._begin_part()

    def _end_parameter_name(self, _token: tokens.Token) -> None:
        parameter = self._stack[-1][0].parameters[-1]
        parameter.name = self._part().without_comments().strip()
        parameter.is_named = True
        self._offset += len("=")
        self._begin_part()

    def _close_template(self, _token: tokens.Token) -> None:
        self._end_template_part(self._stack[-1][0])
        self._close(len("}}"))

    def _end_template_part(self, template: Template) -> None:
        """End the name of a template, or its last parameter so far."""
        if not template.parameters:
            template.name = self._part()
            return
        parameter = template.parameters[-1]
        parameter.start, parameter.end = self._part_start, self._offset
        if self._nodes:
            parameter.nodes = self._nodes
        if not parameter.is_named:
            template.places += 1
            parameter.name = str(template.places)

    def _open_link(self, _token: tokens.Token) -> None:
        self._open(Link(self._text, self._offset), len("[["))

    def _begin_link_label(self, _token: tokens.Token) -> None:
        self._stack[-1][0].target = self._part()
        self._offset += len("|")
        self._begin_part()

    def _close_link(self, _token: tokens.Token) -> None:
        link = self._stack[-1][0]
        if link.target is None:
            link.target, link.label = _split_at_bar(self._part())
        else:
            link.label = self._part()
        self._close(len("]]"))

    def _open_external_link(self, token: tokens.Token) -> None:
        link = ExternalLink(self._text, self._offset)
        link.has_brackets = bool(token["brackets"])
        self._open(link, int(link.has_brackets))

    def _begin_external_label(self, token: tokens.Token) -> None:
        self._stack[-1][0].address = self._part()
        # `[https://example.com''label'']` has no blank before its label
        self._offset += int(not token.get("suppress_space"))
        self._begin_part()

    def _close_external_link(self, _token: tokens.Token) -> None:
        link = self._stack[-1][0]
        if link.address is None:
            link.address = self._part()
        else:
            link.label = self._part()
        self._close(int(link.has_brackets))

    def _open_entity(self, _token: tokens.Token) -> None:
        self._open(Entity(self._text, self._offset), len("&"))

    def _close_entity(self, _token: tokens.Token) -> None:
        self._close(len(";"))

    def _open_heading(self, token: tokens.Token) -> None:
        heading = Heading(self._text, self._offset)
        heading.level = token["level"]
        self._open(heading, heading.level)

    def _close_heading(self, _token: tokens.Token) -> None:
        heading = self._stack[-1][0]
        heading.title = self._part()
        self._close(heading.level)

    def _open_argument(self, _token: tokens.Token) -> None:
        self._open(Argument(self._text, self._offset), len("{{{"))

    def _close_argument(self, _token: tokens.Token) -> None:
        self._stack[-1][0].contents = self._part()
        self._close(len("}}}"))


def _split_at_bar(target: Wikitext) -> tuple[Wikitext, Wikitext | None]:
    """Split a link at `{{!}}`, which stands for a bar: `[[Club Zeta{{!}}Zeta]]`."""
    for number, node in enumerate(target.nodes):
        if isinstance(node, Template) and str(node) == "{{!}}":
            nodes_before, nodes_after = target.nodes[:number], target.nodes[number + 1 :]
            return (
                Wikitext(target.page_text, target.start, node.start, nodes_before),
                Wikitext(target.page_text, node.end, target.end, nodes_after),
            )
    return target, None
