"""Whether a page can be read in bounded time: how long it is, how much of it never closes.

All that reads a page takes a time that grows with its length and no faster; so the limits are
counts, and no clock is asked.
"""

MAX_CHARACTERS = 1_200_000  # five times the longest page we know
MAX_MARKS = 400_000  # characters that begin or part something; the densest page we know has 1 in 4
MAX_UNCLOSED = 1_000  # openers that never close

_MARKS = "\n{[<|=&"
_PAIRS = {
    "templates": ("{{", "}}"),
    "links": ("[[", "]]"),
    "comments": ("<!--", "-->"),
    "tables": ("{|", "|}"),
}


def find_refusal(text: str) -> str | None:
    """Return why the page is not read, None for one that can be."""
    if len(text) > MAX_CHARACTERS:
        return f"{len(text)} characters are more than {MAX_CHARACTERS}"
    mark_count = sum(text.count(mark) for mark in _MARKS)
    if mark_count > MAX_MARKS:
        return f"{mark_count} marks of wikitext are more than {MAX_MARKS}"
    for name, (opener, closer) in _PAIRS.items():
        unclosed_count = text.count(opener) - text.count(closer)
        if unclosed_count > MAX_UNCLOSED:
            return f"{unclosed_count} {name} that never close are more than {MAX_UNCLOSED}"
    return None
