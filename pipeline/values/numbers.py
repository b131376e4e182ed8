"""Whole numbers in a table."""

import re

# "12", "+3", "−15 (C)", "3rd"; more than four digits are no count of a table
_WHOLE_NUMBER = re.compile(r"(?P<sign>[+−–-]?)\s*(?P<digits>\d{1,4})(?!\d)")


def parse_count(text: str | None) -> int | None:
    """Read the whole number that a cell begins with, such as `12`, `+3` or `−15 (C)`.

    returns: None where the cell does not begin with one: a dash and an empty cell are no zero
    """
    found = _WHOLE_NUMBER.match((text or "").strip())
    if not found:
        return None
    amount = int(found["digits"])
    return -amount if found["sign"] in {"−", "–", "-"} else amount
