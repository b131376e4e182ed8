"""What begins a line of a list, in wikitext and as people type it."""

import re

_AROUND = " *#:;"
# `- Alfa 2–1 Beta`, `• Alfa 2–1 Beta`
_TYPED_BULLET = re.compile(r"^[-–—•·]+\s+")
# `1) Alfa 2–1 Beta`, `3.- Alfa 2–1 Beta`, `2. Alfa 2–1 Beta`
_NUMBER = re.compile(r"^\(?\d{1,2}(?:\)|\.-|\.(?!\d))\s*")


def strip_list_marks(text: str) -> str:
    """Return the text of a line without the marks of lists around it."""
    return _TYPED_BULLET.sub("", text.strip(_AROUND))


def strip_number(text: str) -> str:
    """Return the text of a line without the number in front of it."""
    return _NUMBER.sub("", text)
