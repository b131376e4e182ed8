"""Departments of Peru, and Callao, by any spelling the data file knows; towns by department.

Codes: ISO 3166-2:PE, https://www.iso.org/obp/ui/#iso:code:3166:PE; numbers: UBIGEO of the
statistics institute, https://www.inei.gob.pe
"""

import re
from functools import cache

from pipeline.domain.names import fold
from pipeline.domain.season import Department
from pipeline.normalise.data_file import packaged, rows

_WORDS = re.compile(r"^(?:departamento|region|provincia) (?:de |del )?|(?: region| department)$")


@cache
def departments() -> tuple[Department, ...]:
    """Return all 24 departments and Callao, by number."""
    return tuple(Department(row["code"], row["ubigeo"], row["name"]) for row in _rows())


def department(printed: str | None) -> Department | None:
    """Return the department that the page means, None if no spelling matches."""
    if not printed:
        return None
    name = fold(printed)
    return _spellings().get(name) or _spellings().get(_WORDS.sub("", name))


def department_of(place: str | None) -> Department | None:
    """Return the department of a town that pages put into one, or the department of the name."""
    return _towns().get(fold(place)) or department(place) if place else None


@cache
def _spellings() -> dict[str, Department]:
    found = {}
    for row, named in zip(_rows(), departments(), strict=True):
        for spelling in (row["name"], *filter(None, row["spellings"].split(";"))):
            found[fold(spelling)] = named
    return found


@cache
def _towns() -> dict[str, Department]:
    by_code = {known.code: known for known in departments()}
    columns = ("town", "department", "source")
    return {
        fold(row["town"]): by_code[row["department"]]
        for _, row in rows(packaged("places.csv"), columns)
    }


def _rows() -> list[dict[str, str]]:
    columns = ("code", "ubigeo", "name", "spellings")
    return [row for _, row in rows(packaged("departments.csv"), columns)]
