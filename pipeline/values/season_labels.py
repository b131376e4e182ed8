"""The label of a season in a name or a title."""

import re

# "1997 Copa Perú", "Copa Perú 2016–17"; "20070" is no year
_LABEL = re.compile(r"(?<!\d)(\d{4}(?:[–-]\d{2,4})?)(?!\d)")


def season_label(text: str) -> str | None:
    """Return the first year, or pair of years such as `2016–17`, in the text."""
    found = _LABEL.search(text)
    return found[1] if found else None
