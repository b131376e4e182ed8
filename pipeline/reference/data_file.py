"""A data file that people edit: a table (CSV) or entries (TOML), each value with its line."""

import csv
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from pipeline.errors import CopaPeruError

SEASON_FORM = re.compile(r"[0-9]{4}(?:[-–/][0-9]{2,4})?")  # `1997`, `1994–95`
YEAR_FORM = re.compile(r"[0-9]{4}")
_MARKS_TO_QUOTE = frozenset(',;"\n')
_ENTRY_HEAD = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")


# column or key, whether its rule holds, what is wrong if not
CellRule: TypeAlias = tuple[str, bool, str]


class DataFileError(CopaPeruError):
    """A data file that cannot be used. The message says file, line, column, what is wrong."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table.

    file:  the file, as it is shown in messages
    line:  where the row begins, counted from 1
    cells: text by column, blanks collapsed; empty for a blank cell
    """

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the cell of the column."""
        return self.cells[column]

    def reject(self, column: str, problem: str) -> NoReturn:
        """Raise the error that says what is wrong in a cell of this row."""
        message = f"{self.file}:{self.line}: {column}: {problem}"
        raise DataFileError(message)

    def check(self, rules: Iterable[CellRule]) -> None:
        """Raise DataFileError for the first rule that does not hold."""
        for column, problem in broken_rules(rules):
            self.reject(column, problem)

    def require(self, *columns: str) -> None:
        """Raise DataFileError if one of the columns is blank."""
        problem = "this cell must not be blank"
        self.check((column, self[column] != "", problem) for column in columns)

    def require_season(self, column: str) -> None:
        """Raise DataFileError unless the cell is the label of a season."""
        # "²²²²" and "19" are no seasons, although Python calls "²" a digit
        if not SEASON_FORM.fullmatch(self[column]):
            self.reject(column, f"{self[column]!r} is not a season: write a year such as 1997")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[kind]]` entry of a TOML file, with the line of its head."""

    file: str
    line: int
    kind: str
    values: Mapping[str, Any]

    def reject(self, key: str, problem: str) -> NoReturn:
        """Raise the error that says what is wrong with a value of this entry."""
        message = f"{self.file}:{self.line}: [[{self.kind}]] {key}: {problem}"
        raise DataFileError(message)

    def require_keys(self, needed: Collection[str], allowed: Collection[str]) -> None:
        """Raise DataFileError for a key that is missing, or one that nobody reads."""
        rules = [(key, key in self.values, "this value is missing") for key in needed]
        # "tiebreaker" instead of "tiebreakers" would be overlooked in silence
        unknown = f"unknown; expected one of {', '.join(allowed)}"
        rules += [(key, key in allowed, unknown) for key in self.values]
        for key, problem in broken_rules(rules):
            self.reject(key, problem)

    def text(self, key: str) -> str:
        """Return a value that must be a text and not empty."""
        value = self.values[key]
        if not isinstance(value, str) or not value:
            self.reject(key, f"{value!r} is not a text value")
        return value

    def number(self, key: str) -> int:
        """Return a value that must be a whole number, not below 0."""
        value = self.values[key]
        # TOML's `true` is a Python int as well
        if type(value) is not int or value < 0:
            self.reject(key, f"{value!r} is not a whole number from 0 up")
        return value

    def texts(self, key: str, choices: Collection[str] | None = None) -> tuple[str, ...]:
        """Return a value that must be a list of texts, each one of the choices if there are any."""
        values = self.values[key]
        if not isinstance(values, list):
            self.reject(key, f"{values!r} is not a list of texts")
        for value in values:
            if not isinstance(value, str):
                self.reject(key, f"{value!r} is not a text value")
            if choices is not None and value not in choices:
                self.reject(key, f"{value!r} is unknown; expected one of {', '.join(choices)}")
        return tuple(values)


def broken_rules(rules: Iterable[CellRule]) -> Iterator[tuple[str, str]]:
    """Yield the column or key of each rule that does not hold, and what is wrong there."""
    for name, holds, problem in rules:
        if not holds:
            yield name, problem


def read_table(path: Path, columns: Sequence[str]) -> list[TableRow]:
    """Return the rows of a CSV file, as we write it or as a spreadsheet gives it back.

    A byte order mark and semicolons between cells (Excel) are read as well.

    columns: those that the header must have, in any order
    raises:  DataFileError if the file is not there, is not UTF-8, lacks a column, or has a row
             with more cells than columns or a quote too many
    """
    records = _records(path)
    header_line, names = next(records, (1, []))
    missing = [column for column in columns if column not in names]
    if missing:
        expected = ",".join(columns)
        message = f"{path}:{header_line}: no column {', '.join(missing)}; expected {expected}"
        raise DataFileError(message)
    rows = []
    for line, cells in records:
        # "Grau, Piura" without quotes is two cells, and shifts all that follow
        if any(cells[len(names) :]):
            message = f"{path}:{line}: more cells than columns: put a cell with a comma in quotes"
            raise DataFileError(message)
        # a spreadsheet leaves lines such as ",,,,,,,," behind
        if any(cells):
            padding = [""] * (len(names) - len(cells))
            cells_by_column = dict(zip(names, [*cells, *padding], strict=False))
            rows.append(TableRow(str(path), line, cells_by_column))
    return rows


def read_entries(path: Path, kinds: Collection[str]) -> list[Entry]:
    """Return the `[[kind]]` entries of a TOML file, in the order of the file.

    raises: DataFileError if the file is not there, is not UTF-8 or no TOML, or holds anything else
    """
    text = _read_text(path)
    try:
        values_by_kind = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: {error}"  # which names line and column
        raise DataFileError(message) from error
    # tomllib gives no lines: the n-th `[[group]]` of the text is the n-th entry of that kind
    lines_by_kind: dict[str, list[int]] = {}
    for line, words in enumerate(text.split("\n"), 1):
        head = _ENTRY_HEAD.match(words)
        if head:
            lines_by_kind.setdefault(head[1], []).append(line)
    entries = []
    for kind, values in values_by_kind.items():
        lines = lines_by_kind.get(kind, [])
        if kind not in kinds or not isinstance(values, list) or len(lines) != len(values):
            expected = " or ".join(f"[[{name}]]" for name in kinds)
            line = next(iter(lines), 1)
            message = f"{path}:{line}: {kind!r} is unknown; expected entries {expected}"
            raise DataFileError(message)
        for line, entry in zip(lines, values, strict=True):
            entries.append(Entry(str(path), line, kind, entry))
    return sorted(entries, key=lambda entry: entry.line)


def csv_line(columns: Sequence[str], **cells: str | None) -> str:
    """Return the line to paste into a file with these columns; None is an empty cell."""
    return ",".join(_quote_cell(cells.get(column) or "") for column in columns)


def _quote_cell(cell: str) -> str:
    if not _MARKS_TO_QUOTE.isdisjoint(cell):
        escaped = cell.replace('"', '""')
        return f'"{escaped}"'
    return cell


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each record with the line where it begins, the header first."""
    lines = _read_text(path).splitlines(keepends=True)
    # Excel in Spanish separates cells by semicolons, because the comma is its decimal mark
    header = "".join(lines[:1])
    delimiter = ";" if ";" in header else ","
    # inside a quoted cell a spreadsheet on a Mac ends lines by "\r" alone
    unix_lines = (line.replace("\r", "\n") for line in lines)
    reader = csv.reader(unix_lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, [" ".join(cell.split()) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"{path}:{line}: {error}: is a quote missing or too many?"
        raise DataFileError(message) from error


def _read_text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        message = (
            f"{path}: {error.strerror}: `copaperu reference export` writes all data files to a"
            " folder"
        )
        raise DataFileError(message) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"{path}:{line}: not UTF-8: save it as UTF-8"
        raise DataFileError(message) from error
