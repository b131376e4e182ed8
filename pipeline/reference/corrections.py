"""What is put right on pages: `corrections.toml`, mistakes and what a page leaves out."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.facts import Section
from pipeline.reference.data_file import Entry, read_entries

_CORRECTION_KEYS = ("page", "section", "written", "read_as", "reason", "source")
_ADDITION_KEYS = ("page", "section", "text", "reason", "source")


@dataclass(frozen=True, slots=True)
class CorrectionRule:
    """An entry of the file.

    section: visible headings, outermost first; empty for what stands above the first heading
    written: what the page says; empty for an addition
    read_as: what it should say, or the text to add
    """

    page: str
    section: Section
    written: str
    read_as: str
    reason: str
    source: str


def read_corrections(path: Path) -> tuple[CorrectionRule, ...]:
    """Read a file of corrections and additions, corrections first.

    raises: DataFileError for an entry that lacks a value or has one of the wrong type
    """
    # An addition is an entry of its own kind, because it replaces nothing on the page.
    entries = read_entries(path, ("correction", "addition"))
    entries.sort(key=lambda entry: ("correction", "addition").index(entry.kind))
    return tuple(map(_read_rule, entries))


def _read_rule(entry: Entry) -> CorrectionRule:
    is_correction = entry.kind == "correction"
    # [[correction]] has `written` and `read_as`, [[addition]] has `text`
    keys = _CORRECTION_KEYS if is_correction else _ADDITION_KEYS
    entry.require_keys(keys, keys)
    return CorrectionRule(
        page=entry.text("page"),
        section=entry.texts("section"),
        written=entry.text("written") if is_correction else "",
        read_as=entry.text("read_as" if is_correction else "text"),
        reason=entry.text("reason"),
        source=entry.text("source"),
    )
