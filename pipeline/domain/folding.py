"""Texts made comparable."""

import unicodedata
from functools import lru_cache

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
