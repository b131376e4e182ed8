"""What a reader sees of wikitext: no markup, notes or flags, single blanks; and where links go."""

import re
from collections.abc import Iterable, Iterator
from html.entities import name2codepoint

from pipeline.extract.parsing import inline
from pipeline.extract.parsing.nodes import (
    Element,
    Entity,
    ExternalLink,
    Heading,
    Link,
    Node,
    Tag,
    Template,
    Wikitext,
)

_STYLE = re.compile(r"'{2,}|</?[A-Za-z][^<>]*>|\[\[|\]\]|__[A-Z]+__")
_MEDIA = re.compile(r"\s*(file|image|archivo|imagen|category|categoría)\s*:", re.IGNORECASE)
# `Aurich†`, `Grau (*)`, `Melgar**`
_NOTE_MARKS = re.compile(r"[¹²³⁰⁴-⁹†‡]|\(\*+\)|(?<!\*)\*+(?=\s|$)")
_MARKED = re.compile(r"['<\[\]_*¹²³⁰⁴-⁹†‡]")  # any character that the two above begin with


def visible(wikitext: Wikitext) -> str:
    """Return what a reader sees of a template's value."""
    return tidy(render(wikitext.pieces()))


def render(pieces: Iterable[str | Node]) -> str:
    """Return the visible text of pieces of wikitext, blanks and style marks not yet tidied."""
    texts = []
    for piece in pieces:
        texts.append(piece if isinstance(piece, str) else _render_node(piece))
    return "".join(texts)


def _render_node(node: Node) -> str:
    match node:
        case Entity():
            return _character(node)
        case Tag():
            return " " if node.name == "br" else ""
        case Element():
            return node.contents if node.name == "nowiki" else ""
    return render(_shown_pieces(node))


def _character(entity: Entity) -> str:
    """Return what an entity means; half a character is none, and stays as it is written."""
    written = str(entity)
    name = written[1:-1]
    if name[0] != "#":
        code = name2codepoint[name]
    elif name[1] in "xX":
        code = int(name[len("#x") :], 16)
    else:
        code = int(name[len("#") :])
    character = chr(code)
    # `&#xD83D;` is the first half of a pair
    return written if "\ud800" <= character <= "\udfff" else character


def _shown_pieces(node: Node) -> Iterable[str | Node]:
    """Return what a reader sees of a construct, as pieces."""
    match node:
        case Template():
            return inline.shown(node)
        # `[[Archivo:Escudo.png|20px]]` is a picture, `[[Category:Copa Perú]]` stands elsewhere
        case Link() if _MEDIA.match(str(node.target)):
            return ()
        case Link():
            return (node.label or node.target).pieces()
        case ExternalLink() if node.label is not None:
            return node.label.pieces()
        case Heading():
            return node.title.pieces()
    return ()  # a comment, or a parameter that a template would fill


def tidy(text: str) -> str:
    """Drop style marks and note marks, make all blanks single."""
    if _MARKED.search(text):
        text = _NOTE_MARKS.sub("", _STYLE.sub("", text))
    return _make_blanks_single(text)


def first_link(pieces: Iterable[str | Node]) -> str | None:
    """Return the target of the first link among the pieces."""
    return next(filter(None, _link_targets(pieces)), None)


def _link_targets(pieces: Iterable[str | Node]) -> Iterator[str | None]:
    """Yield where the links go, also those that a template shows: `{{nowrap|[[Grau]]}}`."""
    for piece in pieces:
        if isinstance(piece, Link):
            target = str(piece.target)
            if not _MEDIA.match(target):
                yield _tidy_target(target)
        elif isinstance(piece, Template):
            yield first_link(inline.shown(piece))


def _tidy_target(target: str) -> str:
    """Return a link's target as written, underscores as blanks."""
    return _make_blanks_single(target.replace("_", " ")).strip(" :")


def _make_blanks_single(text: str) -> str:
    # to `split` a space without width is none
    return " ".join(text.replace("\u200b", " ").split())
