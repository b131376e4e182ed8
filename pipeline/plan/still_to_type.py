"""What a page has room for and does not say: the winner, sections with nothing in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.account import Piece
from pipeline.facts import Fact, SeasonFact
from pipeline.lineage import Revision
from pipeline.plan.infoboxes import find_infoboxes

# what may stand in a section that has nothing in it
_NOTHING = frozenset({"blank", "comment", "markup"})
_NO_HEADING = 0


@dataclass(frozen=True, slots=True)
class _PageSection:
    """A heading and what stands below it, up to the next heading of any level.

    level:      2 for `==Final Stage==`
    next_level: of the next heading, 0 at the end of the page
    """

    name: str
    line: int
    level: int
    next_level: int
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def has_subsection(self) -> bool:
        """Whether the next heading is one below this one."""
        return self.next_level > self.level


def find_blanks(
    revision: Revision, facts: Sequence[Fact], account: Sequence[Piece]
) -> Iterator[str]:
    """Yield what is still to type, a line an infobox or section, in page order."""
    for infobox in find_infoboxes(facts)[:1]:
        yield from _find_blank_parameters(infobox, revision)
    starts_of_facts = [fact.span.start for fact in facts if not isinstance(fact, SeasonFact)]
    for section in _read_sections(revision, account):
        if any(section.start <= start < section.end for start in starts_of_facts):
            continue
        yield from _describe_if_empty(section)


def _find_blank_parameters(infobox: SeasonFact, revision: Revision) -> Iterator[str]:
    values_by_name = {
        "winner": infobox.winners,
        "season before": infobox.previous,
        "season after": infobox.next,
    }
    blank_names = [name for name, value in values_by_name.items() if not value]
    if blank_names:
        line = revision.line(infobox.span.start)
        yield f"infobox (line {line}): {', '.join(blank_names)}"


def _describe_if_empty(section: _PageSection) -> Iterator[str]:
    has_header = False
    for piece in section.pieces:
        # a hint of the empty page is a comment and stands for nothing;
        # "| Pos | Team | Pld |" with no row below it is room for a table
        if piece.reason.endswith(": header"):
            has_header = True
        elif piece.reason not in _NOTHING:
            return
    place = f"{section.name} (line {section.line})"
    if has_header:
        yield f"{place}: the table has its header and no rows"
    elif not section.has_subsection:
        yield f"{place}: nothing yet"


def _read_sections(revision: Revision, account: Sequence[Piece]) -> Iterator[_PageSection]:
    pieces = sorted(account, key=lambda piece: piece.span.start)
    positions = [number for number, piece in enumerate(pieces) if piece.reason == "heading"]
    ends = [*positions[1:], len(pieces)]
    for position, end in zip(positions, ends, strict=False):
        heading = pieces[position]
        pieces_below = tuple(pieces[position + 1 : end])
        next_level = _NO_HEADING
        if end < len(pieces):
            next_level = _heading_level(pieces[end], revision)
        yield _PageSection(
            name=revision.quote(heading.span).strip().strip("= "),
            line=revision.line(heading.span.start),
            level=_heading_level(heading, revision),
            next_level=next_level,
            start=heading.span.end,
            end=pieces[end - 1].span.end,
            pieces=pieces_below,
        )


def _heading_level(heading: Piece, revision: Revision) -> int:
    """Return how deep a heading is, 3 for `===Round 1===`."""
    wikitext = revision.quote(heading.span).strip()
    return len(wikitext) - len(wikitext.lstrip("="))
