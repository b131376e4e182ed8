"""Departments of Peru, and Callao, by any spelling; towns by department.

`departments.csv` has the codes and spellings, `places.csv` the towns that pages put into one.
Codes: ISO 3166-2:PE, https://www.iso.org/obp/ui/#iso:code:3166:PE; numbers: UBIGEO of the
statistics institute, https://www.inei.gob.pe
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.domain.keys import fold
from pipeline.domain.season import Department
from pipeline.reference.data_file import TableRow, read_table

DEPARTMENT_COLUMNS = ("code", "ubigeo", "name", "spellings")
PLACE_COLUMNS = ("town", "department", "source")

_CODE_FORM = re.compile(r"PE-[A-Z]{3}")
_UBIGEO_FORM = re.compile(r"[0-9]{2}")
# "Juliaca (Puno)", "Juliaca, Puno": the town, then its department
_TOWN_AND_DEPARTMENT = re.compile(r"(?P<town>.*\w)\W*[,/(–-]\W*(?P<department>\w[^,/()]*?)\W*")
# "Departamento de Puno", "Región Puno", "Puno Department": words around the name
_WORDS_AROUND = re.compile(
    r"^(?:departamento|region|provincia) (?:de |del )?|(?: region| department)$"
)
_LONGEST_PLACE = 200  # characters; a longer text is no place, and the forms need not be tried


@dataclass(frozen=True, slots=True)
class Departments:
    """All 24 departments and Callao, by number, with what pages call them and their towns."""

    all: tuple[Department, ...]
    _by_spelling: Mapping[str, Department] = field(repr=False)
    _by_town: Mapping[str, Department] = field(repr=False)

    def find(self, printed: str | None) -> Department | None:
        """Return the department that the page means, None if no spelling matches."""
        if not printed:
            return None
        name = fold(printed)
        # "Departamento de Puno" is not in the file as it stands, "Puno" is
        return self._by_spelling.get(name) or self._by_spelling.get(_WORDS_AROUND.sub("", name))

    def of_code(self, code: str) -> Department:
        """Return the department of an ISO code; raise KeyError for an unknown one."""
        by_code = {department.code: department for department in self.all}
        return by_code[code]

    def of_place(self, place: str | None) -> Department | None:
        """Return the department of a town that pages put into one, or of that name."""
        if not place:
            return None
        # "Talara" is a town of Piura; "Piura" itself is a department and a town of it
        department = self._by_town.get(fold(place)) or self.find(place)
        if department:
            return department
        parts = _split_place(place)
        return self.find(parts["department"]) if parts else None

    def is_town(self, place: str) -> bool:
        """Whether pages call a town so, which may have its department's name."""
        return fold(place) in self._by_town

    def town_in(self, department: Department | None, location: str | None) -> str | None:
        """Return the town that a location in the department states, without the department.

        A location that only repeats the department is its town of that name (`Puno`); where there
        is none (`Ancash`) it states no town.
        """
        town = location
        parts = _split_place(location or "")
        if parts and self.find(parts["department"]) == department:
            town = parts["town"]
        # "Puno" in the department Puno: its town of that name. "Ancash" in Ancash: no town at all
        repeats_department = department is not None and self.find(town) == department
        if not repeats_department or (town and self.is_town(town)):
            return town
        if department and self.is_town(department.name):
            return department.name
        return None


def _split_place(place: str) -> re.Match[str] | None:
    return _TOWN_AND_DEPARTMENT.fullmatch(place) if len(place) <= _LONGEST_PLACE else None


def read_departments(departments_file: Path, places_file: Path) -> Departments:
    """Read both files.

    raises: DataFileError for a code or number of the wrong form or given twice, a spelling of two
            departments, a town twice or in a department that is not in the list
    """
    by_code: dict[str, Department] = {}
    by_spelling: dict[str, Department] = {}
    for row in read_table(departments_file, DEPARTMENT_COLUMNS):
        department = _read_department(row, by_code)
        by_code[department.code] = department
        for spelling in (row["name"], *row["spellings"].split(";")):
            name = fold(spelling)
            # "La Libertad" cannot be a spelling of two departments
            if name and by_spelling.setdefault(name, department) != department:
                row.reject("spellings", f"{spelling!r} is {by_spelling[name].name} already")
    return Departments(tuple(by_code.values()), by_spelling, _read_towns(places_file, by_code))


def _read_department(row: TableRow, by_code: Mapping[str, Department]) -> Department:
    row.require("code", "ubigeo", "name")
    code, ubigeo = row["code"], row["ubigeo"]
    ubigeos = {department.ubigeo for department in by_code.values()}
    write_code = f"{code!r}: write each code once, such as PE-AMA"
    write_ubigeo = f"{ubigeo!r}: write each number once, in two digits such as 01"
    rules = [
        ("code", _CODE_FORM.fullmatch(code) is not None, write_code),
        ("code", code not in by_code, write_code),
        ("ubigeo", _UBIGEO_FORM.fullmatch(ubigeo) is not None, write_ubigeo),
        ("ubigeo", ubigeo not in ubigeos, write_ubigeo),
    ]
    row.check(rules)
    return Department(code, ubigeo, row["name"])


def _read_towns(path: Path, by_code: Mapping[str, Department]) -> dict[str, Department]:
    by_town: dict[str, Department] = {}
    for row in read_table(path, PLACE_COLUMNS):
        row.require(*PLACE_COLUMNS)
        code, town = row["department"], row["town"]
        rules = [
            ("department", code in by_code, f"no department {code!r}: write a code such as PE-AMA"),
            ("town", fold(town) not in by_town, f"{town!r} stands in the file already"),
        ]
        row.check(rules)
        by_town[fold(town)] = by_code[code]
    return by_town
