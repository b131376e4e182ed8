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

_REVISION = re.compile(r"@(\d+)$")
# "= 1997 Copa Perú =" is the title, "== Final ==" is a heading of level 2
_TITLE_HEADING = re.compile(r"=\s*([^=\s](?:.*[^=\s])?)\s*=")


class UnreadablePageError(CopaPeruError):
    """A file that is no page. The message says what was found, what was expected, what to do.

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

    @property
    def is_being_written(self) -> bool:
        """Whether the file may hold anything: only a page of our own, without a checksum yet."""
        return self.site == OWN and not self.sha256


def pages(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the page files: those named, and those below folders, sorted."""
    for path in paths:
        if path.is_dir():
            yield from filter(_is_page_file, sorted(path.rglob("*")))
        else:
            yield path


def _is_page_file(path: Path) -> bool:
    return path.suffix in SUFFIXES and path.is_file()


def read(path: Path) -> Revision:
    """Read a page file; its manifest is the nearest `manifest.csv` above it.

    raises: UnreadablePageError for a file that is empty, not UTF-8, or not what the manifest says
    """
    content = path.read_bytes()
    line = manifest_line(path)
    sha256 = hashlib.sha256(content).hexdigest()
    title = line.title if line else title_of_file(path)
    if not content.strip():
        message = f"{path} is empty: expected the wikitext of a page"
        raise UnreadablePageError(title, sha256, message)
    if line and line.sha256 != sha256 and not line.is_being_written:
        message = (
            f"{path} has sha256 {sha256}, its manifest says {line.sha256 or 'none'}: fetch the "
            f"page again, or correct {MANIFEST} if the change was meant"
        )
        raise UnreadablePageError(title, sha256, message)
    try:
        text = content.decode("utf-8-sig")  # a byte order mark is no character of the page
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8 (byte {error.start}): store the page again as UTF-8"
        raise UnreadablePageError(title, sha256, message) from error
    if line is None:
        return Revision(
            title=_title_in_text(text) or title_of_file(path),
            site="",
            revision_id=_revision_of_file(path),
            timestamp=None,
            sha256=sha256,
            licence="",
            path=str(path),
            text=text,
        )
    return Revision(
        title=line.title,
        site=line.site,
        revision_id=line.revision_id,
        timestamp=line.timestamp,
        sha256=sha256,
        licence=line.licence,
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


def title_of_file(path: Path) -> str:
    """Return the title that the file's name gives: `1997_Copa_Perú@123.wikitext`."""
    return _REVISION.sub("", path.stem).replace("_", " ")


def _revision_of_file(path: Path) -> int | None:
    """Return the number that the file's name gives, None for one that no wiki has reached."""
    ending = _REVISION.search(path.stem)
    if ending is None or int(ending[1]) > LARGEST_REVISION:
        return None
    return int(ending[1])


def _title_in_text(text: str) -> str | None:
    """Return the level-1 heading on the first line that is not blank."""
    line = text.lstrip().partition("\n")[0].rstrip()
    heading = _TITLE_HEADING.fullmatch(line)
    if heading is None or len(heading[1].encode()) > LONGEST_TITLE:
        return None
    return heading[1].replace("\0", "\ufffd")  # no database holds a NUL


def find_manifest(path: Path) -> Path | None:
    """Return the nearest manifest above the file."""
    for folder in path.absolute().parents:
        manifest = folder / MANIFEST
        if manifest.exists():
            return manifest
    return None


def manifest_line(path: Path) -> ManifestLine | None:
    """Return what the nearest manifest above the file says of it, None without a line."""
    manifest = find_manifest(path)
    if manifest is None:
        return None
    relative_path = path.absolute().relative_to(manifest.parent).as_posix()
    lines = manifest.read_text(encoding="utf-8-sig").splitlines()
    for row in csv.DictReader(lines):
        if row["path"] == relative_path:
            return ManifestLine(
                title=row["title"],
                site=row["site"],
                revision_id=_read_revision_id(manifest, row),
                timestamp=row["timestamp"] or None,
                sha256=row["sha256"].strip(),
                licence=row["licence"],
                sources=row.get("sources") or "",
            )
    return None


def _read_revision_id(manifest: Path, row: dict[str, str]) -> int | None:
    number = row["revision_id"].strip()
    if not number:
        return None
    # "²" is a digit for Python, and no number of a revision
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
    manifest = find_manifest(path)
    relative_path = Path(OWN, path.name)
    if manifest:
        relative_path = path.absolute().relative_to(manifest.parent)
    # "es.wikipedia.org/Copa_Perú_1997.wikitext" came from that wiki
    folder = relative_path.parts[0]
    is_of_wiki = "." in folder and len(relative_path.parts) > 1
    site = revision.site or (folder if is_of_wiki else OWN)
    licence = revision.licence or (OUR_LICENCE if site == OWN else WIKIPEDIA_LICENCE)
    return format_line(
        revision.title,
        site,
        str(revision.revision_id or ""),
        revision.timestamp or "",
        revision.sha256,
        licence,
        relative_path.as_posix(),
        sources,
    )


def format_line(*cells: str) -> str:
    """Return a line of the manifest, without its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
