"""Whole numbers in a table."""

import re

_WHOLE = re.compile(r"([+−–-]?)\s*(\d{1,4})(?!\d)")


def parse_count(text: str | None) -> int | None:
    """Read the whole number that a cell begins with, such as `12`, `+3` or `−15 (C)`.

    returns: None where the cell does not begin with one: a dash and an empty cell are no zero
    """
    found = _WHOLE.match((text or "").strip())
    if not found:
        return None
    return -int(found[2]) if found[1] in {"−", "–", "-"} else int(found[2])
