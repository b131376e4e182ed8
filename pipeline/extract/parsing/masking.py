"""What is done to a page before mwparserfromhell's tokenizer sees it.

The tokenizer tries each opener that never closes up to the end of the page, so its time grows with
openers times characters (https://github.com/earwig/mwparserfromhell/issues/364); a tag that never
closes takes the call around it along; and what is hidden from the reader is markup to it like any
other. So one pass in linear time matches openers with closers and finds tags and hidden text. In
the text for the tokenizer every character that it would stumble over is overwritten with a filler:
the length stays the same, and so do the places of all that the tokenizer finds.
"""

import re
from dataclasses import dataclass

from pipeline.extract.parsing.marks import MARK, Opener
from pipeline.extract.parsing.nodes import Comment, Node
from pipeline.extract.parsing.tags import TagReader

MAX_DEPTH = 30  # constructs in one another; mwparserfromhell itself stops at 33 templates
LONGEST_RUN = 9  # braces in a row that are templates in one another
CHUNK = 2_000  # characters that the tokenizer sees at once, if nothing stays open
MAX_EQUALS = 200  # equals signs in a heading; the tokenizer goes a level deeper at each

# `>` ends a bare address and spoils a link target or a template name, as the masked mark would
FILLER = ">"
# a comment is nothing at all, also in a name: `{{Infobox\n<!-- … -->\n| season = 1997`
COMMENT_FILLER = "\t"

_WITHOUT_BARS = str.maketrans({"|": FILLER, "=": FILLER})


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A text as the tokenizer may see it.

    text:     of the same length as the page's
    nodes:    the comments, tags and hidden elements that the text no longer shows, in page order
    unclosed: where templates begin that never close, in page order
    breaks:   where the text may be cut: ends of lines on which nothing is open
    """

    text: str
    nodes: list[Node]
    unclosed: list[int]
    breaks: list[int]


def mask(page_text: str, start: int, end: int, closing: str = "") -> MaskedText:
    """Overwrite what the tokenizer cannot match in [start, end); leave the rest as it is.

    closing: what the page lacks at the end of the stretch: `}}` of a template that never closes
    """
    masker = _Masker(page_text, start, end, closing, {})
    masker.run()
    unclosed = masker.unclosed
    if unclosed:
        # `[[A|{{nowrap|A]]`: once the braces are known never to close, the link does
        masker = _Masker(page_text, start, end, closing, unclosed)
        masker.run()
    return MaskedText(masker.masked_text(), masker.nodes, sorted(unclosed), masker.breaks)


class _Masker:
    """One pass over a stretch, with a line break before it, so that each line begins with one.

    hopeless: braces known never to close: where they begin in the page, how many they are
    """

    def __init__(
        self, page_text: str, start: int, end: int, closing: str, hopeless: dict[int, int]
    ) -> None:
        self.page_text = page_text
        self.text = "\n" + page_text[start:end] + closing
        self.shift = start - 1  # from a place in `text` to the place in the page
        self.hopeless = hopeless
        self.unclosed: dict[int, int] = {}
        self.nodes: list[Node] = []
        self.breaks: list[int] = []
        self._edits: list[tuple[int, str]] = []  # where, and what is written over it
        self._stack: list[Opener] = []
        self._braces_open = 0
        self._tags = TagReader(page_text, self.text, self.shift)

    def run(self) -> None:
        """Match all marks of the page."""
        cursor, last_break = 1, 0
        found = MARK.search(self.text, 0)
        while found:
            start = found.start()
            self._end_lines(start)
            if not self._stack:
                if start - last_break > CHUNK:
                    line_end = self.text.find("\n", cursor, start + 1)
                    if line_end > 0:
                        last_break = line_end
                        self.breaks.append(line_end + self.shift)
            elif self._stack[-1].kind == "{|":
                self._stack[-1].gaps.append((cursor, start))
            cursor = self._handle(found)
            if self._stack:
                self._follow_line(cursor)
            found = MARK.search(self.text, cursor)
        self._end_lines(len(self.text))
        for opener in self._stack:
            if opener.kind == "{":
                self.unclosed[opener.start + self.shift] = opener.length
            self._mask_opener(opener)

    @property
    def _is_in_table(self) -> bool:
        """Whether what comes now belongs to a table inside a template."""
        return bool(self._stack) and self._stack[-1].in_table

    def masked_text(self) -> str:
        """Return the text as the tokenizer may see it."""
        pieces, cursor = [], 1
        for start, filler in sorted(self._edits):
            pieces.append(self.text[cursor:start])
            pieces.append(filler)
            cursor = start + len(filler)
        pieces.append(self.text[cursor:])
        return "".join(pieces)

    def _handle(self, found: re.Match[str]) -> int:
        """Take one mark; return where the search goes on."""
        start, end = found.span()
        first = found[0][0]
        if first == "<":
            return self._read_tag(start, end)
        if first == "\n":
            if found["opening"] or found["closing"]:
                self._read_table_template(found)
            else:
                self._read_line_mark(start + 1, end)
        elif first == "}":
            self._close_braces(start, end)
        elif first == "]":
            self._close_brackets(start, end)
        elif found[0] == "{|":
            self._mask(start, start + 1)
        else:
            self._open("{" if first == "{" else found[0], start, end)
        return end

    def _read_line_mark(self, start: int, end: int) -> None:
        """Take a mark that counts at the start of a line only."""
        first = self.text[start]
        if first == "=":
            # no link goes on behind a heading
            while self._stack and self._stack[-1].kind == "[[":
                self._mask_opener(self._stack.pop())
            self._open("=", start, end)
        elif self.text.startswith("{|", end - 2):
            self._mask(end - 2, end - 1)
            if self._braces_open:
                self._open("{|", end - 2, end)
        elif first in "*#:;-":
            self._mask(start, end)
        else:
            self._close_table(self.text.index("|", start), end)

    def _read_table_template(self, found: re.Match[str]) -> None:
        """Take what stands before a template that opens or closes a table in another one."""
        if found["closing"]:
            if self._is_in_table:
                self._end_table()
            return
        if found[0][-1] == "{":
            self._mask(found.end() - 1, found.end())
        if self._braces_open:
            self._open("{|", found.end(), found.end() + len("{{"))
            self._stack[-1].is_masked = True

    def _open(self, kind: str, start: int, end: int) -> None:
        """Put an opener on the stack, unless it is known never to close."""
        hopeless = self.hopeless.get(start + self.shift, 0)
        if hopeless:
            self._mask(start, start + hopeless)
            start += hopeless
        if kind == "{" and (end - start < len("{{") or end - start > LONGEST_RUN):
            self._mask(start, end)
            return
        if start == end:
            return
        in_table = kind == "{|" or (kind != "{" and self._is_in_table)
        opener = Opener(kind, start, end - start, in_table=in_table)
        if kind in "=[":  # `=` or `[`
            opener.line_end = self._line_end(end)
        if kind == "{":
            self._braces_open += 1
        if len(self._stack) >= MAX_DEPTH and kind != "{|":
            opener.is_masked = True
            self._mask(start, end)
        self._stack.append(opener)

    def _close_braces(self, start: int, end: int) -> None:
        """Close templates and arguments as MediaWiki does: three braces where there are three.

        https://www.mediawiki.org/wiki/Preprocessor_ABNF
        """
        while end - start >= len("}}") and self._braces_open:
            opener = self._pop_to("{")
            takes_three = opener.length >= len("{{{") and end - start >= len("}}}")
            taken = len("{{{") if takes_three else len("{{")
            if opener.is_masked:
                self._mask(start, start + taken)
            start += taken
            opener.length -= taken
            if opener.length < len("{{"):
                self._braces_open -= 1
                if opener.length and not opener.is_masked:
                    self._mask(opener.start, opener.start + 1)  # `{{{a}}` is a brace and a call
                continue
            if not takes_three and not opener.is_masked:
                # `{{{{a}}|b}}`: a call whose name is a call; the tokenizer looks for `}}}` first
                self._mask(opener.start, opener.start + opener.length)
                opener.is_masked = True
            self._stack.append(opener)

    def _close_brackets(self, start: int, end: int) -> None:
        """Close links; in a template that is still open, the brackets of one outside are text."""
        while start < end and self._stack:
            opener = self._stack[-1]
            if opener.kind not in {"[", "[["} or end - start < len(opener.kind):
                return
            self._stack.pop()
            if opener.is_masked:
                self._mask(start, start + len(opener.kind))
            start += len(opener.kind)

    def _close_table(self, bar: int, end: int) -> None:
        """Close a table inside a template, or the template behind a last bar."""
        if not self._is_in_table:
            self._close_braces(bar + 1, end)
            return
        table = self._end_table()
        if not table.is_masked:
            self._mask(table.start + len("{"), table.start + len("{|"))
        self._mask(bar, bar + len("|}"))
        self._close_braces(bar + len("|}"), end)

    def _end_table(self) -> Opener:
        """Hide the bars and equals signs of a table: they part no parameters."""
        table = self._pop_to("{|")
        for start, stop in table.gaps:
            gap = self.text[start:stop]
            self._edits.append((start, gap.translate(_WITHOUT_BARS)))
        return table

    def _pop_to(self, kind: str) -> Opener:
        """Return the last opener of the kind; those above it never close."""
        opener = self._stack.pop()
        while opener.kind != kind:
            self._mask_opener(opener)
            opener = self._stack.pop()
        return opener

    def _mask_opener(self, opener: Opener) -> None:
        if not opener.is_masked and opener.kind != "{|":
            self._mask(opener.start, opener.start + opener.length)

    def _end_lines(self, place: int) -> None:
        """Close the heading whose line ends before the place; a link to a site ends unclosed."""
        while self._stack and 0 < self._stack[-1].line_end <= place:
            opener = self._stack.pop()
            if opener.kind == "[" or self._has_many_equals(opener):
                self._mask_opener(opener)

    def _has_many_equals(self, heading: Opener) -> bool:
        return self.text.count("=", heading.start, heading.line_end) > MAX_EQUALS

    def _follow_line(self, cursor: int) -> None:
        """Let a heading go on behind what has a line break in itself: a call, a comment."""
        opener = self._stack[-1]
        if 0 < opener.line_end < cursor:
            opener.line_end = self._line_end(cursor)

    def _line_end(self, place: int) -> int:
        line_end = self.text.find("\n", place)
        return len(self.text) if line_end < 0 else line_end

    def _read_tag(self, start: int, end: int) -> int:
        """Take a tag, a comment or an element, none of which is shown; return where it ends."""
        if end == start + len("<"):  # `pop. < 1000`
            self._mask(start, end)
            return end
        node = self._tags.read(start, end)
        self.nodes.append(node)
        end = node.end - self.shift
        filler = COMMENT_FILLER if isinstance(node, Comment) else FILLER
        self._edits.append((start, filler * (end - start)))
        return end

    def _mask(self, start: int, end: int) -> None:
        self._edits.append((start, FILLER * (end - start)))
