"""Departments of Peru, and Callao, by any spelling the data file knows; towns by department.

Codes: ISO 3166-2:PE, https://www.iso.org/obp/ui/#iso:code:3166:PE; numbers: UBIGEO of the
statistics institute, https://www.inei.gob.pe
"""

import re
from functools import cache

from pipeline.domain.names import fold
from pipeline.domain.season import Department
from pipeline.reference.data_file import packaged, rows

_PLACED = re.compile(r"(?P<town>.*\w)\W*[,/(–-]\W*(?P<department>\w[^,/()]*?)\W*")
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
    if not place:
        return None
    found = _PLACED.fullmatch(place)
    whole = _towns().get(fold(place)) or department(place)
    return whole or (department(found["department"]) if found else None)


def is_town(place: str) -> bool:
    """Whether pages call a town so, which may have its department's name."""
    return fold(place) in _towns()


def town_in(home: Department | None, location: str | None) -> str | None:
    """Return the town that a location in the department states, without the department behind it.

    A location that only repeats the department is its town of that name (`Puno`); where there is
    none (`Ancash`) it states no town.
    """
    found = _PLACED.fullmatch(location or "")
    town = found["town"] if found and department(found["department"]) == home else location
    if home is None or department(town) != home or (town and is_town(town)):
        return town
    return home.name if is_town(home.name) else None


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
