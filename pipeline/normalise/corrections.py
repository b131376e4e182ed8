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

# "<!-- comment --> == Final Stage ==": the signs tell the level, the name is between them
_HEADING = re.compile(r"\s*(?:<!--.*?-->\s*)*(=+)(.*?)\1", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a stretch of the page; an empty stretch is an addition."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A page with its edits made, and for each rule of the page where it applied.

    edits:  in page order, apart from one another
    places: None for a rule that no longer applies
    """

    revision: Revision
    edits: tuple[Edit, ...]
    places: tuple[tuple[CorrectionRule, Span | None], ...]

    def original(self, span: Span) -> Span:
        """Return the span of the page itself that a span of the corrected text stands for."""
        return Span(self._original_offset(span.start), self._original_offset(span.end))

    def _original_offset(self, offset: int) -> int:
        # how much longer the corrected text is than the page, up to the edit looked at
        growth = 0
        for edit in self.edits:
            edit_start = edit.span.start + growth
            if offset <= edit_start:
                break
            # inside the new words: they all stand for the place that was edited
            if offset < edit_start + len(edit.text):
                return edit.span.start
            growth += len(edit.text) - (edit.span.end - edit.span.start)
        return offset - growth


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of the page; the start of the page is one of level 0, without a name."""

    level: int
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class _PageSection:
    """A section of the page.

    path:     the slugs of the headings, outermost first; empty above the first heading
    span:     its text with its subsections, without its own heading
    text_end: where its first subsection begins, or else its end
    """

    path: Section
    span: Span
    text_end: int


def correct(
    revision: Revision, headings: Iterable[Span], rules: Iterable[CorrectionRule]
) -> Corrected:
    """Make the edits that apply to the page.

    headings: the spans of its heading lines, in page order, without the title
    """
    sections = list(_split_sections(revision, headings))
    edits: list[Edit] = []
    places: list[tuple[CorrectionRule, Span | None]] = []
    for rule in rules:
        if rule.page != revision.title:
            continue
        edit = _plan_edit(rule, revision.text, sections)
        place = None
        # two rules for the same words: the first one counts
        if edit and not any(_overlap(edit.span, earlier.span) for earlier in edits):
            edits.append(edit)
            place = edit.span
        places.append((rule, place))
    edits.sort(key=lambda edit: edit.span)
    corrected_revision = replace(revision, text=_apply_edits(revision.text, edits))
    return Corrected(corrected_revision, tuple(edits), tuple(places))


def build_corrections(
    places: Sequence[tuple[CorrectionRule, Span | None]], season: str
) -> tuple[Correction, ...]:
    """Return the corrections of a season's page, applied or not.

    places: each rule of the page with the span where it applied
    """
    corrections: list[Correction] = []
    for number, (rule, span) in enumerate(places, 1):
        correction = Correction(
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
        corrections.append(correction)
    return tuple(corrections)


def unused_corrections(corrections: Iterable[Correction], file: str) -> Iterator[Finding]:
    """Yield a finding for each correction that the page gives no reason for any more.

    file: the file of corrections, as the message should name it
    """
    for correction in corrections:
        if correction.applied:
            continue
        section = correction.section or "the lead"
        problem = "has no place for it"
        if correction.written:
            problem = f"no longer says {correction.written!r} once"
        message = (
            f"{section} {problem}: delete the entry that reads"
            f" {correction.read_as!r} from {file}, or renew it"
        )
        yield Finding(
            "correction-unused", "warning", message, correction.page, None, correction.season
        )


def _plan_edit(rule: CorrectionRule, text: str, sections: Iterable[_PageSection]) -> Edit | None:
    """Return the edit that a rule asks for, None if it does not apply to the text."""
    path = tuple(slug(heading) for heading in rule.section)
    sections_of_rule = [section for section in sections if section.path == path]
    if not rule.written:
        return _plan_addition(rule, text, sections_of_rule)
    starts: list[int] = []
    for section in sections_of_rule:
        section_text = text[section.span.start : section.span.end]
        occurrences = re.finditer(re.escape(rule.written), section_text)
        starts += [section.span.start + occurrence.start() for occurrence in occurrences]
    # "4–2" twice in the section: nobody can tell which of them is meant
    if len(starts) != 1:
        return None
    start = starts[0]
    return Edit(Span(start, start + len(rule.written)), rule.read_as)


def _plan_addition(
    rule: CorrectionRule, text: str, sections: Sequence[_PageSection]
) -> Edit | None:
    """Return the edit that adds a text at the end of a section, above its first subsection."""
    if len(sections) != 1:
        return None
    section = sections[0]
    # somebody has added to the page what the rule adds
    if rule.read_as in text[section.span.start : section.span.end]:
        return None
    end = section.text_end
    is_at_line_start = end == 0 or text[end - 1] == "\n"
    line_break = "" if is_at_line_start else "\n"
    return Edit(Span(end, end), f"{line_break}{rule.read_as}\n")


def _split_sections(revision: Revision, heading_spans: Iterable[Span]) -> Iterator[_PageSection]:
    """Yield the sections in page order, the lead first."""
    page_end = len(revision.text)
    headings = [_Heading(0, "", Span(0, 0))]
    headings += [_parse_heading(revision, span) for span in heading_spans]
    # the end of the page ends every section that is still open
    end_of_page = _Heading(0, "", Span(page_end, page_end))
    open_headings: list[_Heading] = []
    for position, heading in enumerate(headings, 1):
        following = [*headings[position:], end_of_page]
        text_end = following[0].span.start
        if heading.level == 0:
            yield _PageSection((), Span(0, text_end), text_end)
            continue
        open_headings = [outer for outer in open_headings if outer.level < heading.level]
        open_headings.append(heading)
        path = tuple(slug(outer.name) for outer in open_headings)
        # "== Final Stage ==" ends at the next "== … ==", not at its own "=== Round 1 ==="
        end = next(later.span.start for later in following if later.level <= heading.level)
        yield _PageSection(path, Span(heading.span.end, end), text_end)


def _parse_heading(revision: Revision, span: Span) -> _Heading:
    text = revision.quote(span)
    parts = _HEADING.match(text)
    if parts is None:
        return _Heading(1, text, span)
    return _Heading(len(parts[1]), parts[2], span)


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made, which stand in page order."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    pieces.append(text[position:])
    return "".join(pieces)
