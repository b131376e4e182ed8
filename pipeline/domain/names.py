"""Names made comparable and readable in keys."""

import hashlib
import re
import unicodedata
from functools import lru_cache

NAMES_AT_ONCE = 20_000  # folded again and again while a season is put together

LONGEST = 80  # characters: five such parts of four bytes each are a key that an index can hold


@lru_cache(NAMES_AT_ONCE)
def fold(text: str) -> str:
    """Return the text for comparing: no case, no accents, single blanks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def slug(text: str) -> str:
    """Return the text for a key: folded, everything but letters and digits a single hyphen."""
    return brief(re.sub(r"[\W_]+", "-", fold(text)).strip("-"))


def brief(text: str) -> str:
    """Return the text, a very long one as its beginning and a digest that keeps it apart."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
