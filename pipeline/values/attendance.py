"""How many people watched."""

import re

from pipeline.domain.keys import fold

_MOST = 1_000_000  # five times the greatest crowd ever; no column holds any number
_ABOUT = (
    r"(?:(?:c|ca|est|approx|aprox)\.?|circa|about|around|approximately|estimated|over|mas de|unos"
    r"|cerca de|alrededor de|aproximadamente|[~±≈+])"
)
_PEOPLE = r"(?:people|spectators|espectadores|personas|asistentes|aficionados|hinchas|fans)"
# "96,924", "4.444", "12 000 espectadores", "c. 5,000 (estimated)", "5 mil"
_ATTENDANCE = re.compile(
    rf"(?:{_ABOUT}\s*)?"
    r"(?P<number>\d{1,3}(?:[.,' ]\d{3})+|\d{1,6})"
    r"(?P<thousands>\s*mil)?"
    rf"(?:\s*{_PEOPLE})?\.?(?:\s*[(\[].*)?"
)


def parse_attendance(text: str | None) -> int | None:
    """Read a number of people, such as `96,924`.

    returns: None for anything else, such as `Behind closed doors` or `5,000–6,000`
    """
    found = _ATTENDANCE.fullmatch(fold(text or ""))
    if found is None:
        return None
    number = int(re.sub(r"\D", "", found["number"]))
    if found["thousands"]:
        number *= 1000
    return number if number <= _MOST else None
