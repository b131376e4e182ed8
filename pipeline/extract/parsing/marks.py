"""What begins or ends a construct of wikitext, and what waits for its end."""

import re

from mwparserfromhell.definitions import URI_SCHEMES

_SCHEME = rf"(?://|(?:{'|'.join(URI_SCHEMES)}):)"
MARK = re.compile(
    r"""
      \{\{+ | \}\}+                   # braces of templates and arguments
    | \[\[(?!SCHEME) | \[(?=SCHEME)   # a link, a link to a site
    | \]+
    | <!-- | </?[A-Za-z][^<>]*> | <   # a comment, a tag, `pop. < 1000`
    | \n[ \t]?\{\| | \{\|             # a table
    | \n[ \t]*\|\}+                   # its end, or a last bar and the braces after it
    | (?P<opening>\n[ \t]?(?:\{(?=\{\{!\}\})|(?=\{\{\(!\}\})))        # `{{{!}}`, `{{(!}}`: a table
    | (?P<closing>\n[ \t]*(?=\{\{!\}\}\}|\{\{!\)\}\}))                # `{{!}}}`, `{{!)}}`: its end
    | \n[*\#:;]+ | \n-{4,}            # a list, a rule
    | \n=+                            # a heading
    """.replace("SCHEME", _SCHEME).replace("[ ", "[\\ "),
    re.VERBOSE | re.IGNORECASE,
)


class Opener:
    """A mark that waits for its closer.

    kind:      `{` for braces, `[[`, `[` for a link to a site, `=` for a heading, `{|`
    length:    of the mark; of braces how many still wait
    is_masked: whether the tokenizer does not see it: it stands too deep, or its name is a call
    in_table:  whether a table is open since the last braces
    line_end:  where a heading or a link to a site ends at the latest; 0 for any other
    gaps:      the text of a table between the constructs in it
    """

    __slots__ = ("gaps", "in_table", "is_masked", "kind", "length", "line_end", "start")

    def __init__(self, kind: str, start: int, length: int, *, in_table: bool) -> None:
        self.kind = kind
        self.start = start
        self.length = length
        self.in_table = in_table
        self.is_masked = False
        self.line_end = 0
        self.gaps: list[tuple[int, int]] = []
