"""What kind of stage a heading names: `stages.csv`, in English and Spanish."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pipeline.domain.keys import slug
from pipeline.domain.season import STAGE_KINDS, StageKind
from pipeline.reference.data_file import YEAR_FORM, TableRow, read_table

COLUMNS = ("kind", "words", "from", "to", "example")
_FIRST_YEAR, _LAST_YEAR = 0, 9999  # of a line that names no seasons


@dataclass(frozen=True, slots=True)
class StageLine:
    """One line of the file: a heading with all these words, in any order, is of this kind.

    words: without accents and in small letters
    """

    kind: StageKind
    words: frozenset[str]
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class StageKinds:
    """The lines of the file in order: the first that fits a heading counts."""

    lines: tuple[StageLine, ...]

    def kind_of(self, heading: str, season: str) -> StageKind:
        """Return the kind of the stage below a heading, `other` where no line fits."""
        words = set(slug(heading).split("-"))
        year = int(season[:4])
        # "Final regional" is regional: the line of "regional" stands before that of "final"
        for line in self.lines:
            if line.words <= words and line.first_year <= year <= line.last_year:
                return line.kind
        return "other"


def read_stage_kinds(path: Path) -> StageKinds:
    """Read a file of kinds; raise DataFileError for an unknown kind, no words, or no year."""
    return StageKinds(tuple(_read_line(row) for row in read_table(path, COLUMNS)))


def _read_line(row: TableRow) -> StageLine:
    row.require("kind", "words")
    kinds = ", ".join(STAGE_KINDS)
    is_known = row["kind"] in STAGE_KINDS
    first_year = _read_year(row, "from", _FIRST_YEAR)
    last_year = _read_year(row, "to", _LAST_YEAR)
    rules = [
        ("kind", is_known, f"{row['kind']!r} is unknown; expected one of {kinds}"),
        ("to", first_year <= last_year, "the seasons end before they begin"),
    ]
    row.check(rules)
    words = frozenset(slug(row["words"]).split("-"))
    return StageLine(cast("StageKind", row["kind"]), words, first_year, last_year)


def _read_year(row: TableRow, column: str, year_of_blank: int) -> int:
    if not row[column]:
        return year_of_blank
    if not YEAR_FORM.fullmatch(row[column]):
        row.reject(column, f"{row[column]!r} is not a season: write a year such as 1997")
    return int(row[column])
