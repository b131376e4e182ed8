"""Whether a reader of the page sees what stands at a place, and in which parameter it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import (
    Argument,
    Comment,
    Element,
    ExternalLink,
    Link,
    Mark,
    Node,
    Tag,
    Template,
)
from pipeline.extract.parsing.page import Page
from pipeline.lineage import Span

_START = attrgetter("start")
# elements whose contents are text of the page: results in columns, captions of pictures
_SHOWN_ELEMENTS = frozenset({"nowiki", "pre", "gallery"})
_NEVER_SHOWN = (Comment, Tag, Argument, Mark)
_TRANSCLUSIONS = ("#lst", "#section", ":")
# labels of a section for other pages, addresses, files, and notes below a table
_UNSEEN_PARAMETER = re.compile(
    r"\s*(?:(?:transclude)?section|id|url|image|imagen|archivo|logo|map|hth_\w+|note_\w+|notes?"
    r"|nota)\s*",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"<!--|<includeonly", re.IGNORECASE)
_MEDIA = re.compile(r"\s*(?:file|image|archivo|imagen)\s*:", re.IGNORECASE)
_CATEGORY = re.compile(r"\s*(?:category|categoría)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a reader sees at a place.

    is_seen:   not so of a comment, a note, a link's target, a parameter's name
    parameter: of the innermost template call around the place: where its name and value stand;
               None outside all calls
    """

    is_seen: bool
    parameter: Span | None


_UNSEEN = Sight(is_seen=False, parameter=None)


def look_at(page: Page, place: int) -> Sight:
    """Return what a reader sees at the place, from the outermost construct around it inwards."""
    nodes: Sequence[Node] = page.atoms
    parameter: Span | None = None
    while True:
        node = _find_node(nodes, place)
        if node is None:
            return Sight(is_seen=True, parameter=parameter)
        if not _shows(node, place):
            return _UNSEEN
        # `{{nowrap|2–1}}` only dresses a part of the value that it stands in
        if isinstance(node, Template) and not inline.is_known(node):
            parameter = _find_parameter(node, place)
        nodes = getattr(node, "nodes", ())


def find_invisible(page: Page) -> Iterator[tuple[Span, str]]:
    """Yield what no reader sees, in page order: comments and what is for including pages only."""
    found = _INVISIBLE.search(page.text)
    while found is not None:
        end = found.end()
        node = _find_innermost(page, found.start())
        is_comment = isinstance(node, Comment)
        is_for_others = isinstance(node, Element) and node.name == "includeonly"
        # `<nowiki><!-- a --></nowiki>` shows it
        if node is not None and node.start == found.start() and (is_comment or is_for_others):
            yield Span(node.start, node.end), "comment" if is_comment else "includeonly"
            end = node.end
        found = _INVISIBLE.search(page.text, end)


def _find_innermost(page: Page, place: int) -> Node | None:
    innermost = None
    node = _find_node(page.atoms, place)
    while node is not None:
        innermost = node
        node = _find_node(getattr(node, "nodes", ()), place)
    return innermost


def _find_node(nodes: Sequence[Node], place: int) -> Node | None:
    number = bisect_right(nodes, place, key=_START) - 1
    if number < 0 or place >= nodes[number].end:
        return None
    return nodes[number]


def _shows(node: Node, place: int) -> bool:
    """Whether the construct shows what stands at the place in it."""
    if isinstance(node, _NEVER_SHOWN):
        return False
    match node:
        case Element():
            return node.name in _SHOWN_ELEMENTS and _is_in_caption(node, place)
        case Link():
            return _link_shows(node, place)
        case ExternalLink():
            return 0 < node.label_start <= place
        case Template():
            return _template_shows(node, place)
    return True


def _is_in_caption(element: Element, place: int) -> bool:
    """Whether the place is no file's name in a gallery: `Final 2-1.jpg|Alfa 2–1 Beta`."""
    if element.name != "gallery":
        return True
    line_start = element.page_text.rfind("\n", element.start, place) + 1
    return "|" in element.page_text[line_start:place]


def _link_shows(link: Link, place: int) -> bool:
    target = str(link.target)
    if _CATEGORY.match(target):
        return False
    if link.label is None:
        return not _MEDIA.match(target)
    # `[[Archivo:Final 2-1.jpg|thumb|Alfa 2–1 Beta]]`: the last part is the caption
    if _MEDIA.match(target):
        return "|" not in link.page_text[place : link.end]
    return place >= link.label_start


def _template_shows(template: Template, place: int) -> bool:
    bar = bisect_right(template.bars, place) - 1
    # the name of the template, or of the parameter
    if bar < 0 or place <= template.equals[bar]:
        return False
    name = inline.name_of(template)
    # `{{#lst:1998 FIFA World Cup Group A|1-1}}`
    if name.startswith(_TRANSCLUSIONS):
        return False
    if template.equals[bar] >= 0:
        parameter = template.page_text[template.bars[bar] + 1 : template.equals[bar]]
        if _UNSEEN_PARAMETER.fullmatch(parameter):
            return False
    if not inline.is_known(template):
        return True
    shown_parameter = "1" if name in inline.SHOOT_OUTS else inline.SHOWN_PARAMETER.get(name)
    return template.parameters[bar].name == shown_parameter


def _find_parameter(template: Template, place: int) -> Span:
    bar = bisect_right(template.bars, place) - 1
    written = template.page_text[template.bars[bar] + 1 : template.bars[bar + 1]]
    start = template.bars[bar] + 1 + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))
