"""What people know and may edit: clubs, departments, rules, corrections; read and checked.

    departments.csv, places.csv   departments by any spelling, towns by department
    clubs.csv                     who is meant by a name or a link
    stages.csv                    what kind of stage a heading names
    rules.toml                    points for a win, tiebreakers, how ties are decided
    corrections.toml              mistakes on pages, and what they leave out
    calendar.csv                  months that were in another year than their season
    editions.csv, gaps.csv        what is known of every edition, and what is missing

The files lie beside this module. An editor who cannot write there gets a copy of them with
`copaperu reference export` and names its folder with `--reference`.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.domain.edition import Edition
from pipeline.domain.gap import Gap
from pipeline.errors import CopaPeruError
from pipeline.reference.calendar import Calendar, read_calendar
from pipeline.reference.clubs import ClubFile, read_clubs
from pipeline.reference.corrections import CorrectionRule, read_corrections
from pipeline.reference.data_file import DataFileError
from pipeline.reference.departments import Departments, read_departments
from pipeline.reference.editions import read_editions
from pipeline.reference.gaps import read_gaps
from pipeline.reference.rules import RuleBook, read_rules
from pipeline.reference.stages import StageKinds, read_stage_kinds

__all__ = [
    "PACKAGED",
    "CorrectionRule",
    "DataFileError",
    "Reference",
    "ReferenceExistsError",
    "export_reference",
    "read_reference",
]

PACKAGED = Path(__file__).parent
FILES = (
    "departments.csv",
    "places.csv",
    "clubs.csv",
    "stages.csv",
    "rules.toml",
    "corrections.toml",
    "calendar.csv",
    "editions.csv",
    "gaps.csv",
)


class ReferenceExistsError(CopaPeruError):
    """A folder that holds data files already, which an export would overwrite."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything that the data files say.

    editions: by season, in order
    """

    folder: Path
    departments: Departments
    clubs: ClubFile
    stage_kinds: StageKinds
    rules: RuleBook
    corrections: tuple[CorrectionRule, ...]
    calendar: Calendar
    editions: Mapping[str, Edition]
    gaps: tuple[Gap, ...]

    def path_of(self, file: str) -> str:
        """Return how findings name a file: with the folder, unless it is the program's own.

        A finding is stored in the database, whose content must not depend on where the program is
        installed.
        """
        return name_in_findings(self.folder, file)


def name_in_findings(folder: Path, file: str) -> str:
    """Return the name of the file alone for the program's own, else with its folder."""
    return file if folder == PACKAGED else str(folder / file)


def read_reference(folder: Path = PACKAGED) -> Reference:
    """Read all data files of a folder.

    raises: DataFileError for the first thing that is wrong, with file, line and column
    """
    # Clubs name departments, and editions name clubs and departments.
    departments = read_departments(folder / "departments.csv", folder / "places.csv")
    codes = [department.code for department in departments.all]
    clubs = read_clubs(folder / "clubs.csv", codes, name_in_findings(folder, "clubs.csv"))
    return Reference(
        folder=folder,
        departments=departments,
        clubs=clubs,
        stage_kinds=read_stage_kinds(folder / "stages.csv"),
        rules=read_rules(folder / "rules.toml"),
        corrections=read_corrections(folder / "corrections.toml"),
        calendar=read_calendar(folder / "calendar.csv"),
        editions=read_editions(folder / "editions.csv", clubs, departments),
        gaps=read_gaps(folder / "gaps.csv"),
    )


def export_reference(folder: Path) -> list[Path]:
    """Copy the program's data files into a folder; return the paths of the copies.

    raises: ReferenceExistsError if one of them is there already, so that no edit is lost
    """
    targets = [folder / file for file in FILES]
    # All are looked at before the first is written, so nothing is exported by halves.
    for target in targets:
        if target.exists():
            message = f"{target} exists already: name another folder, so that no edit is lost"
            raise ReferenceExistsError(message)
    folder.mkdir(parents=True, exist_ok=True)
    for target in targets:
        shutil.copyfile(PACKAGED / target.name, target)
    return targets
