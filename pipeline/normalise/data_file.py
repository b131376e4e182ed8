"""A data file of ours: comma-separated as we write it, or as a spreadsheet gives it back."""

import csv
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


class DataFileError(ValueError):
    """A data file that cannot be used. The message says file, line, what is wrong, what to do."""


def packaged(name: str) -> Traversable:
    """Return a data file that lies beside this module."""
    return files("pipeline.normalise").joinpath(name)


def rows(source: Traversable | Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return each line's number and its cells by column; a byte order mark and `;` are read too.

    raises: DataFileError if the text is not UTF-8, or lacks a column
    """
    text = _text(source)
    header = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(), delimiter=";" if ";" in header else ",")
    names = [name.strip() for name in next(reader, [])]
    if missing := [column for column in columns if column not in names]:
        message = f"{source.name}:1: no column {', '.join(missing)}; expected {','.join(columns)}"
        raise DataFileError(message)
    found = []
    for cells in reader:
        if len(cells) > len(names):
            message = f"{source.name}:{reader.line_num}: more cells than columns: quote the comma"
            raise DataFileError(message)
        padded = [cell.strip() for cell in cells] + [""] * (len(names) - len(cells))
        if any(padded):
            found.append((reader.line_num, dict(zip(names, padded, strict=True))))
    return found


def line(columns: Sequence[str], **cells: str) -> str:
    """Return the line to paste into a file with these columns."""
    return ",".join(_quoted(cells.get(column, "")) for column in columns)


def _quoted(cell: str) -> str:
    needs_quotes = any(mark in cell for mark in ',;"\n')
    return '"' + cell.replace('"', '""') + '"' if needs_quotes else cell


def _text(source: Traversable | Path) -> str:
    try:
        return source.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{source.name}: not UTF-8 (byte {error.start}): save it as CSV UTF-8"
        raise DataFileError(message) from error
