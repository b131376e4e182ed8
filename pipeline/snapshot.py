"""raw/ -> Revision: read a page, know where it comes from, check that it is what was stored."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CopaPeruError
from pipeline.lineage import Revision

SUFFIXES = frozenset({".wikitext", ".wiki", ".txt"})
MANIFEST = "manifest.csv"
COLUMNS = "title,site,revision_id,timestamp,sha256,licence,path,sources"
OWN = "own"  # the site of pages that we wrote
OUR_LICENCE = "CC0-1.0"
WIKIPEDIA_LICENCE = "CC BY-SA 4.0"
LARGEST_REVISION = 2**31 - 1  # what a column of the database holds
LONGEST_TITLE = 255  # bytes, as in MediaWiki

_TITLE = re.compile(r"\s*=\s*([^=\n](?:[^\n]*[^=\s])?)\s*=[ \t]*(?:\r?\n|$)")
_REVISION = re.compile(r"@(\d+)$")


class UnreadablePageError(CopaPeruError):
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
    """What the manifest says of one file; empty cells are None.

    sha256: "" for a page of our own that is still being written
    """

    title: str
    site: str
    revision_id: int | None
    timestamp: str | None
    sha256: str
    licence: str
    sources: str


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
    line = manifest_line(path)
    digest = hashlib.sha256(found).hexdigest()
    title = line.title if line else named(path)
    if not found.strip():
        message = f"{path} is empty: expected the wikitext of a page"
        raise UnreadablePageError(title, digest, message)
    if line and line.sha256 != digest and not _is_being_written(line):
        message = (
            f"{path} has sha256 {digest}, its manifest says {line.sha256 or 'none'}: fetch the "
            f"page again, or correct {MANIFEST} if the change was meant"
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


def find_wikitext(sha256: str, raw: Path) -> str | None:
    """Return the text of the page below `raw` with these bytes, None if there is none."""
    if not raw.exists():
        return None
    for path in pages([raw]):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() == sha256:
            return content.decode("utf-8-sig")
    return None


def named(path: Path) -> str:
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
    return named(path)


def _is_being_written(line: ManifestLine) -> bool:
    """Whether the file may hold anything: only a page of our own, without a checksum yet."""
    return line.site == OWN and not line.sha256


def manifest_of(path: Path) -> Path | None:
    """Return the nearest manifest above the file."""
    manifests = (folder / MANIFEST for folder in path.absolute().parents)
    return next((manifest for manifest in manifests if manifest.exists()), None)


def manifest_line(path: Path) -> ManifestLine | None:
    """Return what the nearest manifest above the file says of it, None without a line."""
    manifest = manifest_of(path)
    if manifest is None:
        return None
    relative = path.absolute().relative_to(manifest.parent).as_posix()
    for row in csv.DictReader(manifest.read_text(encoding="utf-8-sig").splitlines()):
        if row["path"] == relative:
            return ManifestLine(
                title=row["title"],
                site=row["site"],
                revision_id=_stated_revision(manifest, row),
                timestamp=row["timestamp"] or None,
                sha256=row["sha256"].strip(),
                licence=row["licence"],
                sources=row.get("sources") or "",
            )
    return None


def _stated_revision(manifest: Path, row: dict[str, str]) -> int | None:
    number = row["revision_id"].strip()
    if not number:
        return None
    if number.isascii() and number.isdecimal() and int(number) <= LARGEST_REVISION:
        return int(number)
    message = (
        f"{manifest}: revision_id {number!r} of {row['path']} is no number of a revision:"
        " write its digits, or nothing for a page of our own"
    )
    raise UnreadablePageError(row["title"], row["sha256"].strip(), message)


def line_to_paste(revision: Revision, sources: str = "") -> str:
    """Return the line that lists the page in its manifest, with the checksum of its bytes.

    A page that is not listed yet is of the wiki whose name its folder has, else our own.
    """
    path = Path(revision.path)
    manifest = manifest_of(path)
    inside = path.absolute().relative_to(manifest.parent) if manifest else Path(OWN, path.name)
    folder = inside.parts[0]
    site = revision.site or (folder if "." in folder and len(inside.parts) > 1 else OWN)
    licence = revision.licence or (OUR_LICENCE if site == OWN else WIKIPEDIA_LICENCE)
    number = str(revision.revision_id or "")
    cells = (revision.title, site, number, revision.timestamp or "", revision.sha256, licence)
    return as_line(*cells, inside.as_posix(), sources)


def as_line(*cells: str) -> str:
    """Return a line of the manifest, without its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
