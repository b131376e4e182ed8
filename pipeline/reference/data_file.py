"""A data file of ours: comma-separated as we write it, or as a spreadsheet gives it back."""

import csv
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


class DataFileError(ValueError):
    """A data file that cannot be used. The message says file, line, what is wrong, what to do."""


def packaged(name: str) -> Traversable:
    """Return a data file that lies beside this module."""
    return files("pipeline.reference").joinpath(name)


def rows(source: Traversable | Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return each line's number and its cells by column; a byte order mark and `;` are read too.

    raises: DataFileError if the text is not UTF-8, lacks a column or has a quote too many
    """
    records = _records(source)
    _, names = next(records, (1, []))
    if missing := [column for column in columns if column not in names]:
        message = f"{source.name}:1: no column {', '.join(missing)}; expected {','.join(columns)}"
        raise DataFileError(message)
    found = []
    for number, cells in records:
        if any(cells[len(names) :]):
            message = f"{source.name}:{number}: more cells than columns: quote the comma"
            raise DataFileError(message)
        padded = [*cells, *[""] * len(names)]
        if any(cells):
            found.append((number, dict(zip(names, padded, strict=False))))
    return found


def line(columns: Sequence[str], **cells: str) -> str:
    """Return the line to paste into a file with these columns."""
    return ",".join(_quoted(cells.get(column, "")) for column in columns)


def _quoted(cell: str) -> str:
    needs_quotes = any(mark in cell for mark in ',;"\n')
    return '"' + cell.replace('"', '""') + '"' if needs_quotes else cell


def _records(source: Traversable | Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each record with the line where it begins, the header first."""
    lines = _text(source).splitlines(keepends=True)
    mark = ";" if lines and ";" in lines[0] else ","
    reader = csv.reader((line.replace("\r", "\n") for line in lines), delimiter=mark, strict=True)
    number = 1
    try:
        for cells in reader:
            yield number, [" ".join(cell.split()) for cell in cells]
            number = reader.line_num + 1
    except csv.Error as error:
        message = f"{source.name}:{number}: {error}: is a quote missing or too many?"
        raise DataFileError(message) from error


def _text(source: Traversable | Path) -> str:
    content = source.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        message = f"{source.name}:{number}: not UTF-8: save it as CSV UTF-8"
        raise DataFileError(message) from error
