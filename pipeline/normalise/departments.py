"""Departments of Peru, and Callao, by any spelling the data file knows.

Codes: ISO 3166-2:PE, https://www.iso.org/obp/ui/#iso:code:3166:PE; numbers: UBIGEO of the
statistics institute, https://www.inei.gob.pe
"""

import csv
from functools import cache
from importlib.resources import files

from pipeline.domain.names import fold
from pipeline.domain.season import Department


@cache
def departments() -> tuple[Department, ...]:
    """Return all 24 departments and Callao, by number."""
    return tuple(Department(row["code"], row["ubigeo"], row["name"]) for row in _rows())


def department(printed: str | None) -> Department | None:
    """Return the department that the page means, None if no spelling matches."""
    return _spellings().get(fold(printed)) if printed else None


@cache
def _spellings() -> dict[str, Department]:
    found = {}
    for row, named in zip(_rows(), departments(), strict=True):
        for spelling in (row["name"], *filter(None, row["spellings"].split(";"))):
            found[fold(spelling)] = named
    return found


def _rows() -> list[dict[str, str]]:
    source = files("pipeline.normalise").joinpath("departments.csv")
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))
