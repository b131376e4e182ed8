"""The date of a match: what the page prints, completed by the season."""

from typing import Literal

Precision = Literal["day", "month", "year", "none"]
_PRECISIONS: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}


def dated(date: str | None, season: str) -> tuple[str | None, Precision]:
    """Return the date and how exact it is; a date without a year is in the season's year.

    date:   `1997-11-30`, `1997-11`, `1997`, `--11-30` or None
    season: its label, such as `1997`
    """
    if date is None:
        return None, "none"
    whole = f"{season[:4]}{date[1:]}" if date.startswith("--") else date
    return whole, _PRECISIONS[len(whole)]
