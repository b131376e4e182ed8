"""A date as exact as a page tells it."""

import calendar
import re
from dataclasses import dataclass, replace
from functools import total_ordering
from typing import Literal

Precision = Literal["day", "month", "year"]

_TEXT = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
_A_LEAP_YEAR = 2000
_MONTHS_OF_A_YEAR = 12


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, a day; month and day may lack their year.

    As text it is `1997`, `1997-11`, `1997-11-30`, or without a year `--11` and `--11-30`.
    The calendar need not have the day: whether 29 February exists is known with the year.
    raises: ValueError for nothing at all, and for a day without its month
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no page can mean."""
        if self.year is None and self.month is None:
            message = "a date needs a year or a month"
            raise ValueError(message)
        if self.day is not None and self.month is None:
            message = f"day {self.day} has no month"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read the text of a fact or a row, such as `1997-11-30` or `--11-30`.

        raises: ValueError for any other form; `parse_date` reads what people write
        """
        parts = _TEXT.fullmatch(text)
        if parts is None:
            message = f"{text!r} is no date such as 1997-11-30, 1997-11, 1997 or --11-30"
            raise ValueError(message)
        numbers = {unit: int(digits) for unit, digits in parts.groupdict().items() if digits}
        return cls(**numbers)

    def __str__(self) -> str:
        """Return the text that `parse` reads."""
        text = "-" if self.year is None else f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text

    def __lt__(self, other: "PartialDate") -> bool:
        """Whether this date is earlier; of a month and a day in it, the month comes first.

        raises: TypeError if only one of the two has a year
        """
        if (self.year is None) != (other.year is None):
            message = f"{self} and {other} cannot be ordered: one of them has no year"
            raise TypeError(message)
        return self._parts_for_ordering < other._parts_for_ordering

    @property
    def _parts_for_ordering(self) -> tuple[int, int, int]:
        return self.year or 0, self.month or 0, self.day or 0

    @property
    def precision(self) -> Precision:
        """The smallest unit that is known."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "year"

    @property
    def is_in_calendar(self) -> bool:
        """Whether there is such a date: no 31 April, and no 29 February of 1997."""
        if self.month is None:
            return True
        # "26-13-2010"
        if not 1 <= self.month <= _MONTHS_OF_A_YEAR:
            return False
        if self.day is None:
            return True
        # "29 de febrero" without a year is a day of some years
        year = _A_LEAP_YEAR if self.year is None else self.year
        _, days_of_the_month = calendar.monthrange(year, self.month)
        return 1 <= self.day <= days_of_the_month

    def in_year(self, year: int) -> "PartialDate":
        """Return the date in this year: `--11-30` in 1997 is `1997-11-30`."""
        return replace(self, year=year)

    def without_year(self) -> "PartialDate":
        """Return the month and the day alone.

        raises: ValueError if the date is a year and nothing else
        """
        return replace(self, year=None)

    def shared_with(self, other: "PartialDate") -> "PartialDate | None":
        """Return what two days have in common: their month, else their year, else nothing.

        `1997-12-02` and `1997-12-03` share `1997-12`, `1997-11-30` and `1997-12-02` share `1997`.
        """
        # "30 December 1997 – 2 January 1998"
        if self.year != other.year:
            return None
        if self.month is not None and self.month == other.month:
            return PartialDate(self.year, self.month)
        # "30 November – 2 December" without a year
        if self.year is None:
            return None
        return PartialDate(self.year)
