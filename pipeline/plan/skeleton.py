"""An empty page to type a season into, listed in the manifest without a checksum."""

import unicodedata
from importlib.resources import files
from pathlib import Path

from pipeline import snapshot


class PageExistsError(FileExistsError):
    """There is a page of the season already."""


def new_season(raw: Path, season: str) -> Path:
    """Write the page of a season below `raw/own/` and its line into the manifest; return the page.

    season: its label, such as 1998
    raises: PageExistsError, with nothing written, if there is a page of that title below `raw`
    """
    title = f"{season} Copa Perú"
    if known := _page_of(raw, title):
        message = f"{known} is the page of {season}: type there, or `copaperu plan {known}`"
        raise PageExistsError(message)
    path = raw / snapshot.OWN / f"{title.replace(' ', '_')}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    blank = files("pipeline.plan").joinpath("skeleton.txt").read_text(encoding="utf-8")
    text = blank.replace("{season}", season).replace("{path}", path.as_posix())
    with path.open("x", encoding="utf-8", newline="\n") as page:
        page.write(text)
    _list(raw / snapshot.MANIFEST, title, path.relative_to(raw).as_posix())
    return path


def _page_of(raw: Path, title: str) -> Path | None:
    """Return a page below `raw` of that title, however its name spells the accents."""
    wanted = unicodedata.normalize("NFC", title)
    for path in snapshot.pages([raw]) if raw.exists() else ():
        line = snapshot.manifest_line(path)
        known = line.title if line else snapshot.title_of_file(path)
        if unicodedata.normalize("NFC", known) == wanted:
            return path
    return None


def _list(manifest: Path, title: str, path: str) -> None:
    """Add a line without a checksum, which only a page of our own may lack."""
    cells = (title, snapshot.OWN, "", "", "", snapshot.OUR_LICENCE, path, "")
    before = manifest.read_bytes().decode() if manifest.exists() else f"{snapshot.COLUMNS}\n"
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if before.endswith("\n") else end
    text = f"{before}{gap}{snapshot.format_line(*cells)}{end}"
    manifest.write_bytes(text.encode())
