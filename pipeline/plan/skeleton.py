"""An empty page to type a season into, listed in the manifest without a checksum."""

import unicodedata
from importlib.resources import files
from pathlib import Path

from pipeline import snapshot


class PageExistsError(FileExistsError):
    """There is a page of the season already."""


def write_empty_page(raw: Path, season: str) -> Path:
    """Write the page of a season below `raw/own/` and its line into the manifest; return the page.

    season: its label, such as 1998
    raises: PageExistsError, with nothing written, if there is a page of that title below `raw`
    """
    title = f"{season} Copa Perú"
    existing_page = _find_page(raw, title)
    if existing_page:
        message = (
            f"{existing_page} is the page of {season}: type there, or"
            f" `copaperu plan {existing_page}`"
        )
        raise PageExistsError(message)
    path = raw / snapshot.OWN / f"{title.replace(' ', '_')}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    skeleton = files("pipeline.plan").joinpath("skeleton.txt").read_text(encoding="utf-8")
    text = skeleton.replace("{season}", season).replace("{path}", path.as_posix())
    with path.open("x", encoding="utf-8", newline="\n") as page:
        page.write(text)
    _add_to_manifest(raw / snapshot.MANIFEST, title, path.relative_to(raw).as_posix())
    return path


def _find_page(raw: Path, title: str) -> Path | None:
    """Return a page below `raw` of that title, however its name spells the accents."""
    if not raw.exists():
        return None
    for path in snapshot.pages([raw]):
        line = snapshot.manifest_line(path)
        title_of_page = line.title if line else snapshot.title_of_file(path)
        # macOS writes the "ú" of a file name as "u" and an accent
        if unicodedata.normalize("NFC", title_of_page) == unicodedata.normalize("NFC", title):
            return path
    return None


def _add_to_manifest(manifest: Path, title: str, path: str) -> None:
    """Add a line without a checksum, which only a page of our own may lack."""
    text = f"{snapshot.COLUMNS}\n"
    if manifest.exists():
        text = manifest.read_bytes().decode()
    line_end = "\r\n" if "\r\n" in text else "\n"
    if not text.endswith("\n"):
        text += line_end
    # title, site, revision, timestamp, checksum, licence, path, sources
    cells = (title, snapshot.OWN, "", "", "", snapshot.OUR_LICENCE, path, "")
    text += f"{snapshot.format_line(*cells)}{line_end}"
    manifest.write_bytes(text.encode())
