"""Texts made comparable, and keys of the database that people can read and that stay the same."""

import hashlib
import re
import unicodedata
from collections import Counter
from functools import lru_cache

# a key has at most five parts; five of so many characters, four bytes each, fit into an index
_LONGEST_PART = 80
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
FOLDED_TEXTS_KEPT = 20_000  # a season asks for the same names again and again


@lru_cache(FOLDED_TEXTS_KEPT)
def fold(text: str) -> str:
    """Return the text for comparing: `Fecha  ÚNICA` is `fecha unica`.

    Case, accents and the number of blanks do not count, nor whether `ª` or `a` is written.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    # "ú" is decomposed into "u" and an accent
    without_accents = "".join(
        character for character in decomposed if not unicodedata.combining(character)
    )
    return " ".join(without_accents.split())


@lru_cache(FOLDED_TEXTS_KEPT)
def slug(text: str) -> str:
    """Return the text as a part of a key: `Unión Huaral (Lima)` is `union-huaral-lima`."""
    return shorten(_NO_LETTER_OR_DIGIT.sub("-", fold(text)).strip("-"))


def shorten(text: str) -> str:
    """Return the text; of a very long one its beginning, and a digest that keeps it apart."""
    if len(text) <= _LONGEST_PART:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"{text[:_LONGEST_PART]}-{digest[:8]}"


def join_key(*parts: str | None) -> str:
    """Return the key of something in a season: `1997/final-stage/round-1/aurora-grau`.

    parts: the label of the season first; what something lacks, such as a group, is left out
    """
    return "/".join(map(slug, filter(None, parts)))


class KeyRegistry:
    """The keys given so far, so that each is given once."""

    def __init__(self) -> None:
        """Begin with no key given."""
        self._times_asked: Counter[str] = Counter()

    def register(self, key: str) -> str:
        """Return the key, or a numbered one where it is taken.

        Two clubs may meet twice in a round: `1997/final/a-b`, then `1997/final/a-b-2`.
        """
        self._times_asked[key] += 1
        number = self._times_asked[key]
        return key if number == 1 else f"{key}-{number}"
