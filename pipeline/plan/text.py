"""A plan in words, for somebody who knows football."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from pipeline import snapshot
from pipeline.account import Disposition, Piece
from pipeline.domain.folding import fold
from pipeline.facts import Fact, SeasonFact
from pipeline.lineage import Revision
from pipeline.plan import Plan, Plans
from pipeline.plan.clubs import clubs
from pipeline.plan.numbers import numbers, rules, still_to_type
from pipeline.report import finding_text

_WIDTH = 100
_QUOTED = 60  # characters of a construct shown
_SHOWN = 12  # lines of a kind shown
_PLAIN = "Infobox\n- Competition: Copa Perú\n- Season: 1997"
_TOLD = frozenset({"unknown-club", "ambiguous-club", "unrecognised-construct"})
_KINDS = (
    ("entry", "club in lists", "clubs in lists"),
    ("region", "region", "regions"),
    ("match", "match", "matches"),
    ("tie", "tie", "ties"),
    ("standing", "table row", "table rows"),
    ("bracket", "place in brackets", "places in brackets"),
)
DISPOSITIONS: tuple[tuple[Disposition, str], ...] = (
    ("loaded", "would be rows"),
    ("context", "headings and the like"),
    ("ignored", "passed over by a rule"),
    ("quarantined", "put aside"),
    ("unrecognised", "not understood"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the plan and the lines below it."""

    heading: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The heading, and the lines indented."""
        return "\n".join([self.heading, *(f"  {line}".rstrip() for line in self.lines)])


def plans_text(plans: Plans) -> str:
    """Return the plans one after the other, then the files that are no pages."""
    pages = [_page_text(page) for page in plans.pages]
    told = {page.revision.path for page in plans.pages if page.built is None}
    refused = [one.message for one in plans.report.refused if one.path not in told]
    return "\n\n\n".join([*pages, *(["\n".join(refused)] if refused else [])])


def _page_text(page: Plan) -> str:
    parts = (part.text for part in _parts(page) if part.lines)
    return "\n\n".join(["\n".join(_head(page)), *parts])


def _parts(page: Plan) -> Iterator[Part]:
    yield Part("What the page says", tuple(_understood(page)))
    yield Part("What is not understood", tuple(_strangers(page, "unrecognised")))
    yield Part("What is put aside", tuple(_strangers(page, "quarantined")))
    if page.built is None:
        return
    season = page.built.season
    yield Part("Clubs", tuple(clubs(page.names, page.revision, page.club_file)))
    yield Part("Numbers", tuple(numbers(season, page.facts)))
    yield Part("Rules", tuple(rules(season)))
    yield Part("Still to type", tuple(still_to_type(page.revision, page.facts, page.account)))
    yield Part("Missing", tuple(_missing(page)))
    yield Part("Findings", tuple(_findings(page)))


def _head(page: Plan) -> Iterator[str]:
    revision = page.revision
    yield revision.title
    yield "=" * len(revision.title)
    yield f"file      {revision.path}"
    if page.built is None:
        yield "season    none: this page cannot be loaded"
        yield from (f"          {line}" for line in _advice(page.facts))
        return
    season = page.built.season
    winner = season.champion_stated or "not stated yet"
    yield from _listing(revision)
    yield f"season    {season.label} of the {season.competition}; winner: {winner}"
    yield f"rating    {page.built.rating}"


def _listing(revision: Revision) -> Iterator[str]:
    """Say what the manifest has; if it lacks the page or its checksum, give the line to paste."""
    line = snapshot.manifest_line(Path(revision.path))
    if line and line.sha256:
        yield "manifest  lists it, and the file is what was listed"
        return
    if line:
        yield "manifest  lists it without a checksum, so you may go on typing. When it is done, put"
        yield "          this line in the place of its line in manifest.csv, your sources last:"
    else:
        yield "manifest  does not list it. Add this line to raw/manifest.csv, your sources last:"
    yield f"          {snapshot.line_to_paste(revision, line.sources if line else '')}"
    if line and not line.sources:
        yield "          It names no source yet: newspaper, date and page, or a page's address."


def _advice(facts: Sequence[Fact]) -> Iterator[str]:
    """Say what keeps it from being a season page, and what to do."""
    seasons = [fact for fact in facts if isinstance(fact, SeasonFact)]
    if not seasons:
        yield "It has no infobox. A season page begins with one, in its plainest form:"
        yield from (f"    {line}" for line in _PLAIN.splitlines())
    elif len(seasons) > 1:
        yield f"It has {len(seasons)} infoboxes of a season: keep one season to a page."
    elif "copa peru" not in fold(seasons[0].competition or ""):
        said = seasons[0].competition or "nothing"
        yield f"Its infobox names {said} as the competition, not the Copa Perú."
    else:
        yield "Its infobox names no season: write a line `- Season: 1997`, or `| season = 1997`."


def _understood(page: Plan) -> Iterator[str]:
    kinds = Counter(fact.fact for fact in page.facts)
    shown = [
        f"{kinds[kind]} {one if kinds[kind] == 1 else many}"
        for kind, one, many in _KINDS
        if kinds[kind]
    ]
    yield ", ".join(shown) or "no list, no match, no table"
    length = len(page.revision.text)
    shares: Counter[str] = Counter()
    for piece in page.account:
        shares[piece.disposition] += piece.span.end - piece.span.start
    parts = (
        f"{_percent(shares[name], length)} {what}" for name, what in DISPOSITIONS if shares[name]
    )
    yield f"of its {length} characters: {', '.join(parts)}"


def _percent(part: int, whole: int) -> str:
    """Return a share that is never 0 % for something and never 100 % for less than all."""
    if part == whole:
        return "100 %"
    return f"{min(max(round(100 * part / whole), 1), 99)} %"


def _strangers(page: Plan, disposition: Disposition) -> Iterator[str]:
    """Yield the constructs that became nothing, each with its line and first words."""
    pieces = [piece for piece in page.account if piece.disposition == disposition]
    yield from (_place(piece, page.revision) for piece in pieces[:_SHOWN])
    if len(pieces) > _SHOWN:
        yield f"and {len(pieces) - _SHOWN} more"


def _place(piece: Piece, revision: Revision) -> str:
    words = " ".join(revision.quote(piece.span).split())[:_QUOTED]
    return f"line {revision.line(piece.span.start)}: {piece.reason}: {words}"


def _missing(page: Plan) -> Iterator[str]:
    for gap in page.built.gaps if page.built else ():
        where = f"{gap.stage}: " if gap.stage else ""
        yield from wrap(f"{where}{gap.what}: {gap.why}", _WIDTH, subsequent_indent="  ")


def _findings(page: Plan) -> Iterator[str]:
    """Yield the findings but those of constructs and names, which have a part of their own."""
    findings = [
        finding
        for finding in (page.built.findings if page.built else ())
        if finding.code not in _TOLD
    ]
    for finding in findings:
        yield from finding_text(finding, page.revision).splitlines()
    if not findings:
        yield "none"
