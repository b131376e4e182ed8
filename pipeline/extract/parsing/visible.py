"""What a reader sees of wikitext: no markup, notes or flags, single blanks; and where links go."""

import re
from collections.abc import Iterable

from mwparserfromhell.nodes import (
    ExternalLink,
    Heading,
    HTMLEntity,
    Node,
    Tag,
    Template,
    Text,
    Wikilink,
)
from mwparserfromhell.wikicode import Wikicode

from pipeline.extract.parsing import inline

_HIDDEN_TAGS = frozenset(
    """
    ref references nowiki math gallery timeline score syntaxhighlight pre templatedata sup style
    """.split()
)
_STYLE = re.compile(r"'{2,}|</?[A-Za-z][^<>]*>|\[\[|\]\]|__[A-Z]+__")
_MEDIA = re.compile(r"\s*(file|image|archivo|imagen|category|categoría)\s*:", re.IGNORECASE)
_NOTE_MARKS = re.compile(r"[¹²³⁰⁴-⁹†‡]|\(\*+\)|\*+(?=\s|$)")
_MARKED = re.compile(r"['<\[\]_*¹²³⁰⁴-⁹†‡]")  # any character that the two above begin with
_BLANKS = re.compile(r"[\s\u00a0\u200b]+")


def render(pieces: Iterable[str | Node]) -> str:
    """Return the visible text of pieces of wikitext, blanks and style marks not yet tidied."""
    return "".join(piece if isinstance(piece, str) else _shown(piece) for piece in pieces)


def _shown(node: Node) -> str:
    if isinstance(node, Text):
        return str(node.value)
    if isinstance(node, HTMLEntity):
        return _character(node)
    if isinstance(node, Tag):
        return _shown_tag(node)
    return render(_shown_parts(node))


def _character(entity: HTMLEntity) -> str:
    """Return what an entity means; half a character is none, and stays as it is written."""
    meant = str(entity.normalize())
    return str(entity) if "\ud800" <= meant <= "\udfff" else meant


def _shown_parts(node: Node) -> Iterable[str | Node]:
    """Return what a reader sees of a construct, as pieces."""
    parts: Iterable[str | Node] = ()  # a comment, or a parameter that a template would fill
    match node:
        case Template():
            parts = inline.shown(node)
        case Wikilink() if not _MEDIA.match(str(node.title)):
            parts = (node.title if node.text is None else node.text).nodes
        case ExternalLink() if node.title is not None:
            parts = node.title.nodes
        case Heading():
            parts = node.title.nodes
    return parts


def _shown_tag(tag: Tag) -> str:
    name = tag_name(tag)
    if name == "br":
        return " "
    if name == "nowiki" and tag.contents is not None:
        return str(tag.contents)
    if tag.contents is None or name in _HIDDEN_TAGS:
        return ""
    return render(tag.contents.nodes)


def tidy(text: str) -> str:
    """Drop style marks and note marks, make all blanks single."""
    if _MARKED.search(text):
        text = _NOTE_MARKS.sub("", _STYLE.sub("", text))
    return _BLANKS.sub(" ", text).strip()


def visible(code: Wikicode) -> str:
    """Return what a reader sees of a template's value."""
    return tidy(render(code.nodes))


def link_of(node: str | Node | None) -> str | None:
    """Return the target of a link, or of the first one that a template shows."""
    if isinstance(node, Wikilink):
        target = str(node.title)
        return None if _MEDIA.match(target) else tidy_target(target)
    if isinstance(node, Template):
        return first_link(inline.shown(node))
    if isinstance(node, Tag) and node.contents is not None and not is_hidden(node):
        return first_link(node.contents.nodes)
    return None


def first_link(nodes: Iterable[str | Node | None]) -> str | None:
    """Return the target of the first link among the nodes."""
    return next(filter(None, map(link_of, nodes)), None)


def tidy_target(target: str) -> str:
    """Return a link's target as written, underscores as blanks."""
    return _BLANKS.sub(" ", target.replace("_", " ")).strip(" :")


def tag_name(tag: Tag) -> str:
    """Return the tag's name in lower case."""
    return str(tag.tag).strip().lower()


def is_hidden(tag: Tag) -> bool:
    """Whether nothing of the tag is text of the page: a reference, a picture, code."""
    return not tag.wiki_markup and tag_name(tag) in _HIDDEN_TAGS
