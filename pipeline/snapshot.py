"""raw/ -> Revision: read a page, know where it comes from, check that it is what was stored."""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.lineage import Revision

SUFFIXES = frozenset({".wikitext", ".wiki", ".txt"})
MANIFEST = "manifest.csv"
LARGEST_REVISION = 2**31 - 1  # what a column of the database holds
LONGEST_TITLE = 255  # bytes, as in MediaWiki

_TITLE = re.compile(r"\s*=\s*([^=\n](?:[^\n]*[^=\s])?)\s*=[ \t]*(?:\r?\n|$)")
_REVISION = re.compile(r"@(\d+)$")


class UnreadablePageError(ValueError):
    """A file that is no page. The message says what was found, what was wanted, what to do.

    title:  of the page that the file should hold, by the manifest or the file's name
    sha256: of what it holds
    """

    def __init__(self, title: str, sha256: str, message: str) -> None:
        super().__init__(message)
        self.title = title
        self.sha256 = sha256


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """What the manifest says of one file; empty cells are None."""

    title: str
    site: str
    revision_id: int | None
    timestamp: str | None
    sha256: str
    licence: str


def pages(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the page files: those named, and those below folders, sorted."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES and p.is_file())
        else:
            yield path


def read(path: Path) -> Revision:
    """Read a page file; its manifest is the nearest `manifest.csv` above it.

    raises: UnreadablePageError for a file that is empty, not UTF-8, or not what the manifest says
    """
    found = path.read_bytes()
    line = _manifest_line(path)
    digest = hashlib.sha256(found).hexdigest()
    title = line.title if line else _named(path)
    if not found.strip():
        message = f"{path} is empty: expected the wikitext of a page"
        raise UnreadablePageError(title, digest, message)
    if line and line.sha256 != digest:
        message = (
            f"{path} has sha256 {digest}, its manifest says {line.sha256}: fetch the page again, "
            f"or correct {MANIFEST} if the change was meant"
        )
        raise UnreadablePageError(title, digest, message)
    try:
        text = found.decode("utf-8-sig")  # a byte order mark is no character of the page
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8 (byte {error.start}): store the page again as UTF-8"
        raise UnreadablePageError(title, digest, message) from error
    return Revision(
        title=line.title if line else _title(text, path),
        site=line.site if line else "",
        revision_id=line.revision_id if line else _revision_id(path),
        timestamp=line.timestamp if line else None,
        sha256=digest,
        licence=line.licence if line else "",
        path=str(path),
        text=text,
    )


def _named(path: Path) -> str:
    """Return the title that the file's name gives."""
    return _REVISION.sub("", path.stem).replace("_", " ")


def _revision_id(path: Path) -> int | None:
    """Return the number that the file's name gives, None for one that no wiki has reached."""
    found = _REVISION.search(path.stem)
    number = int(found[1]) if found else None
    return number if number is None or number <= LARGEST_REVISION else None


def _title(text: str, path: Path) -> str:
    """Return the level-1 heading on the first line that is not blank, else the file's name."""
    heading = _TITLE.match(text)
    if heading and len(heading[1].encode()) <= LONGEST_TITLE:
        return heading[1].strip().replace("\0", "\ufffd")  # which no database holds
    return _named(path)


def _manifest_line(path: Path) -> ManifestLine | None:
    manifest = next(
        (f / MANIFEST for f in path.absolute().parents if (f / MANIFEST).exists()), None
    )
    if manifest is None:
        return None
    relative = path.absolute().relative_to(manifest.parent).as_posix()
    for row in csv.DictReader(manifest.read_text(encoding="utf-8-sig").splitlines()):
        if row["path"] == relative:
            number = row["revision_id"]
            return ManifestLine(
                title=row["title"],
                site=row["site"],
                revision_id=int(number) if number else None,
                timestamp=row["timestamp"] or None,
                sha256=row["sha256"],
                licence=row["licence"],
            )
    return None
