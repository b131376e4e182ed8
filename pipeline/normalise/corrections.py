"""Pages read as corrected: the text put right before it is read, every span still on the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.correction import Correction
from pipeline.domain.keys import slug
from pipeline.facts import Section
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.reference import CorrectionRule

_HEADING = re.compile(r"\s*(?:<!--.*?-->\s*)*(=+)(.*?)\1", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a stretch of the page; an empty stretch is an addition."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A page with its edits made, and for each rule of the page where it applied.

    edits: in page order, apart from one another
    """

    revision: Revision
    edits: tuple[Edit, ...]
    places: tuple[tuple[CorrectionRule, Span | None], ...]

    def original(self, span: Span) -> Span:
        """Return the span of the page itself that a span of the corrected text stands for."""
        return Span(self._offset(span.start), self._offset(span.end))

    def _offset(self, offset: int) -> int:
        shift = 0
        for edit in self.edits:
            start = edit.span.start + shift
            if offset <= start:
                break
            if offset < start + len(edit.text):
                return edit.span.start
            shift += len(edit.text) - (edit.span.end - edit.span.start)
        return offset - shift


def correct(
    revision: Revision, headings: Iterable[Span], rules: Iterable[CorrectionRule]
) -> Corrected:
    """Make the edits that apply to the page.

    headings: the spans of its heading lines, in page order, without the title
    """
    sections = list(_sections(revision, headings))
    edits: list[Edit] = []
    places: list[tuple[CorrectionRule, Span | None]] = []
    for rule in rules:
        if rule.page != revision.title:
            continue
        edit = _edit(rule, revision.text, sections)
        if edit and any(_cross(edit.span, made.span) for made in edits):
            edit = None
        edits += [edit] if edit else []
        places.append((rule, edit.span if edit else None))
    edits.sort(key=lambda edit: edit.span)
    return Corrected(
        replace(revision, text=_made(revision.text, edits)), tuple(edits), tuple(places)
    )


def as_stated(
    places: Sequence[tuple[CorrectionRule, Span | None]], season: str
) -> Iterator[Correction]:
    """Yield the corrections of a season's page, applied or not."""
    for number, (rule, span) in enumerate(places, 1):
        yield Correction(
            key=f"{slug(season)}/correction/{slug(rule.page)}/{number}",
            season=season,
            page=rule.page,
            section=" / ".join(rule.section),
            written=rule.written,
            read_as=rule.read_as,
            reason=rule.reason,
            source=rule.source,
            applied=span is not None,
            span=span,
        )


def unused(stated: Iterable[Correction], file: str) -> Iterator[Finding]:
    """Yield a finding for each correction that the page gives no reason for any more.

    file: the file of corrections, as the message should name it
    """
    for one in stated:
        if not one.applied:
            what = f"no longer says {one.written!r} once" if one.written else "has no place for it"
            message = (
                f"{one.section or 'the lead'} {what}: delete the entry that reads"
                f" {one.read_as!r} from {file}, or renew it"
            )
            yield Finding("correction-unused", "warning", message, one.page, None, one.season)


def _edit(
    rule: CorrectionRule, text: str, sections: list[tuple[Section, Span, int]]
) -> Edit | None:
    path = tuple(map(slug, rule.section))
    inside = [(span, own) for at, span, own in sections if at == path]
    if not rule.written:
        if len(inside) != 1 or rule.read_as in text[inside[0][0].start : inside[0][0].end]:
            return None
        end = inside[0][1]
        before = "" if end == 0 or text[end - 1] == "\n" else "\n"
        return Edit(Span(end, end), f"{before}{rule.read_as}\n")
    found = [
        span.start + place.start()
        for span, _ in inside
        for place in re.finditer(re.escape(rule.written), text[span.start : span.end])
    ]
    if len(found) != 1:
        return None
    return Edit(Span(found[0], found[0] + len(rule.written)), rule.read_as)


def _sections(revision: Revision, headings: Iterable[Span]) -> Iterator[tuple[Section, Span, int]]:
    """Yield each section's path, its text with subsections, and where its own text ends."""
    starts = [(0, "", Span(0, 0)), *(_heading(revision, span) for span in headings)]
    ends = [span.start for _, _, span in starts[1:]] + [len(revision.text)]
    path: list[tuple[int, str]] = []
    for place, ((level, name, span), own_end) in enumerate(zip(starts, ends, strict=True)):
        path = [(above, text) for above, text in path if above < level]
        path += [(level, slug(name))] if level else []
        later = (after.start for above, _, after in starts[place + 1 :] if above <= level)
        end = next(later, len(revision.text)) if level else own_end
        yield tuple(text for _, text in path), Span(span.end, end), own_end


def _heading(revision: Revision, span: Span) -> tuple[int, str, Span]:
    found = _HEADING.match(revision.quote(span))
    return (len(found[1]), found[2], span) if found else (1, revision.quote(span), span)


def _cross(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _made(text: str, edits: Sequence[Edit]) -> str:
    parts, cursor = [], 0
    for edit in edits:
        parts += [text[cursor : edit.span.start], edit.text]
        cursor = edit.span.end
    return "".join([*parts, text[cursor:]])
