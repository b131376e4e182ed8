"""Whether a page can be read in bounded time: how long it is, what it holds, what never closes.

All that reads a page takes a time that grows with its length and no faster; so the limits are
counts, and no clock is asked.
"""

MAX_CHARACTERS = 1_200_000  # five times the longest page we know
MAX_UNCLOSED = 1_000  # openers of a kind that never close

# what a page is made of: the mark to count, and the most of it, ten times what any page has
MAX_MARKS = {
    "lines": ("\n", 40_000),
    "templates": ("{{", 19_000),
    "links": ("[[", 40_000),
    "tags": ("<", 50_000),
    "bars": ("|", 100_000),
    "equals signs": ("=", 150_000),
    "entities": ("&", 100_000),
}
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
    for name, (mark, most) in MAX_MARKS.items():
        count = text.count(mark)
        if count > most:
            return f"{count} {name} are more than {most}"
    for name, (opener, closer) in _PAIRS.items():
        unclosed_count = text.count(opener) - text.count(closer)
        if unclosed_count > MAX_UNCLOSED:
            return f"{unclosed_count} {name} that never close are more than {MAX_UNCLOSED}"
    return None
