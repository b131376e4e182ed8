"""The clubs of a plan: who is known and how, who is not and what to do."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from pipeline.lineage import Revision
from pipeline.normalise import NameResolution

_WIDTH = 96
HOW = {
    "list": "by the team lists",
    "link": "by their links",
    "clubs.csv": "by lines of clubs.csv",
    "elsewhere": "by a link of the same name elsewhere on the page",
}


def clubs(names: Sequence[NameResolution], revision: Revision, club_file: str) -> Iterator[str]:
    """Yield how many are settled how, then each that is not, with the lines that would do it.

    club_file: where the lines belong
    """
    if not names:
        yield "no name of a club on the page yet"
        return
    once = {(name.printed, name.club): name for name in reversed(names)}.values()
    for how, said in HOW.items():
        found = [name.printed for name in reversed(once) if name.evidence == how]
        line = f"{len(found)} {said}: {', '.join(found)}"
        yield from wrap(line, _WIDTH, subsequent_indent="  ") if found else ()
    unsettled = [name for name in names if not name.is_resolved]
    if unsettled:
        yield f"{len(unsettled)} not settled; each becomes a provisional club until a line says who"
    for name in unsettled:
        yield from _unsettled(name, revision, club_file)


def _unsettled(name: NameResolution, revision: Revision, club_file: str) -> Iterator[str]:
    times = f", {name.count} times" if name.count > 1 else ""
    what = "may be several clubs" if name.evidence == "ambiguous" else "nothing says who it is"
    yield ""
    yield f"{name.printed} ({what}; first in line {revision.line(name.span.start)}{times})"
    for candidate in name.candidates:
        yield f"  perhaps {candidate.club.key}: {', '.join(candidate.reasons)}"
    who = f"it is {name.candidates[0].club.key}" if name.candidates else "it is a club of its own"
    yield f"  if {who}, add to {club_file}:"
    yield from (f"    {line}" for line in name.lines_to_paste)
