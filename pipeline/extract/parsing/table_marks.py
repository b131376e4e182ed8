"""The marks of a table: what a line of it begins with, and where its cells part.

`{{!}}` and its kin stand for marks, so that a table can be written inside a template.
https://www.mediawiki.org/wiki/Help:Tables, https://www.mediawiki.org/wiki/Help:Magic_words#Other
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.parsing.nodes import Node, Tag
from pipeline.extract.parsing.page import Line, Page

MAX_SPAN = 100  # no table of ours has 100 cells in a line

_MARK_TEMPLATES = {
    "{{!}}": "|",
    "{{!!}}": "||",
    "{{!-}}": "|-",
    "{{!+}}": "|+",
    "{{(!}}": "{|",
    "{{!)}}": "|}",
}
_BAR = re.compile(r"\|")
_CUT = re.compile(r"\|\|")
_HEADER_CUT = re.compile(r"\|\||!!")
_INDENTED_TABLE = re.compile(r"[\s:*#;]*\{\|")
_END_TEMPLATE = re.compile(
    r"\{\{\s*(?:end|s-end|fin|tabla de posiciones fin)\s*[|}]", re.IGNORECASE
)
_SPAN = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,9})", re.IGNORECASE)
_CELL_TAGS = frozenset({"tr", "td", "th"})


@dataclass(frozen=True, slots=True)
class LineMark:
    """What the line of a table begins with.

    kind:       `{|`, `|}`, `|-`, `|+`, `|` or `!`; `{{end}}` of a template that closes a table; ""
    start, end: of the mark, behind blanks and comments
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CellMark:
    """A mark [start, end) in a row: `|`, `||` or `!!`, or a tag such as `<td>` or `</td>`.

    kind:   `td`, `th` or `tr` for one that begins such a thing, `end` for one that ends it
    is_tag: whether it is written as HTML: then the attributes stand in it, and not behind it
    """

    kind: str
    start: int
    end: int
    is_tag: bool = False


def read_line_mark(page: Page, line: Line) -> LineMark:
    """Return what the line begins with."""
    text = page.text
    lead = _find_lead(page, line)
    kind, end = "", lead
    match text[lead : min(lead + 1, line.end)]:
        case "|":
            two = text[lead : min(lead + 2, line.end)]
            kind = two if two in {"|}", "|-", "|+"} else "|"
            end = lead + len(kind)
        case "!":
            kind, end = "!", lead + 1
        case "{" if text.startswith("{|", lead):
            kind, end = "{|", lead + 2
        case "{":
            kind, end = _read_mark_template(page, lead, line)
        # `:{|` is an indented table
        case ":" | "*" | "#" | ";" if found := _INDENTED_TABLE.match(text, lead, line.end):
            kind, end = "{|", found.end()
    return LineMark(kind, lead, end)


def _read_mark_template(page: Page, lead: int, line: Line) -> tuple[str, int]:
    """Return the kind and the end of a mark that begins with a template."""
    text = page.text
    # `{{{!}}` is a brace and a bar: they open a table
    if text.startswith("{{{!}}", lead) and not page.atoms_in(lead, lead + 1):
        return "{|", lead + len("{{{!}}")
    if _END_TEMPLATE.match(text, lead, line.end):
        return "{{end}}", lead
    for atom in page.atoms_in(lead, lead + 1):
        kind = _MARK_TEMPLATES.get(str(atom), "")
        following = text[atom.end : min(atom.end + 1, line.end)]
        # `{{!}}-` is a bar and a dash: they begin a row
        if kind == "|" and following in {"-", "}", "+"}:
            return kind + following, atom.end + 1
        if kind:
            return kind if kind != "||" else "|", atom.end
    return "", lead


def _find_lead(page: Page, line: Line) -> int:
    """Return where the line's text begins, after blanks and comments."""
    text = page.text
    if line.start < line.end and text[line.start] not in " \t<":
        return line.start
    cursor = line.start
    for begin, stop in page.gaps(line.start, line.end):
        if begin > cursor and text.startswith("<!--", cursor):
            cursor = begin
        if begin > cursor:
            return cursor
        written = text[begin:stop]
        cursor = begin + len(written) - len(written.lstrip())
        if written.strip():
            return cursor
    return cursor


def find_cell_marks(page: Page, mark: LineMark, line: Line) -> list[CellMark]:
    """Return the marks that begin and end cells on the line, in page order."""
    marks: list[CellMark] = []
    if mark.kind in {"|", "!"}:
        kind = "th" if mark.kind == "!" else "td"
        cut = _HEADER_CUT if mark.kind == "!" else _CUT
        marks.append(CellMark(kind, mark.start, mark.end))
        marks += [CellMark(kind, *span) for span in _find_outside(page, mark.end, line.end, cut)]
    if (
        page.text.find("<", mark.end, line.end) < 0
        and page.text.find("{{!", mark.end, line.end) < 0
    ):
        return marks
    atoms = page.atoms_in(mark.end, line.end)
    marks += [
        _tag_mark(atom) for atom in atoms if isinstance(atom, Tag) and atom.name in _CELL_TAGS
    ]
    if mark.kind in {"|", "!"}:
        marks += _cuts_by_template(atoms, marks[0].kind)
    return sorted(marks, key=lambda cell_mark: cell_mark.start)


def _tag_mark(tag: Tag) -> CellMark:
    return CellMark("end" if tag.is_closing else tag.name, tag.start, tag.end, is_tag=True)


def _cuts_by_template(atoms: list[Node], kind: str) -> Iterator[CellMark]:
    """Yield the cuts that `{{!!}}`, or two `{{!}}` in a row, stand for."""
    bar_end = -1
    for atom in atoms:
        mark = _MARK_TEMPLATES.get(str(atom), "")
        if mark == "||":
            yield CellMark(kind, atom.start, atom.end)
        elif mark == "|" and atom.start == bar_end:
            yield CellMark(kind, atom.start - len("{{!}}"), atom.end)
        bar_end = atom.end if mark == "|" and atom.start != bar_end else -1


def split_attributes(page: Page, start: int, end: int) -> tuple[str, int]:
    """Part the attributes of a cell from its contents at the first lone bar outside atoms.

    returns: the attributes, and where the contents begin
    """
    for bar_start, bar_end in _find_outside(page, start, end, _BAR):
        attributes = page.text[start:bar_start]
        # `[[Grau|` is a link that does not close on its line
        return ("", start) if "[[" in attributes else (attributes, bar_end)
    if page.text.find("{{!}}", start, end) >= 0:
        for atom in page.atoms_in(start, end):
            if str(atom) == "{{!}}":
                return page.text[start : atom.start], atom.end
    return "", start


def read_spans(attributes: str) -> tuple[int, int]:
    """Return the rowspan and the colspan that the attributes state, cut to MAX_SPAN."""
    spans = {"rowspan": 1, "colspan": 1}
    for name, count in _SPAN.findall(attributes):
        spans[name.lower()] = min(max(int(count), 1), MAX_SPAN)
    return spans["rowspan"], spans["colspan"]


def find_bars(page: Page, line: Line) -> list[int]:
    """Return where the line has bars outside atoms."""
    return [start for start, _ in _find_outside(page, line.start, line.end, _BAR)]


def _find_outside(
    page: Page, start: int, end: int, form: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield where the form stands in [start, end) outside atoms."""
    if form.search(page.text, start, end):
        for begin, stop in page.gaps(start, end):
            for found in form.finditer(page.text, begin, stop):
                yield found.span()
