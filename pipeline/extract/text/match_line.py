"""Match lines: `Team 1-0 Team` and its kin, with what stands in front: a round, a day, a number."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.builders.match_fact import build_match_fact
from pipeline.extract.parsing.nodes import Node, Tag
from pipeline.extract.parsing.page import Page
from pipeline.extract.parsing.template_call import BLANK, Quote, read_notes
from pipeline.extract.text.line_date import split_date_in_front
from pipeline.extract.text.line_details import read_line_details
from pipeline.extract.text.line_form import ResultLine, read_result
from pipeline.extract.text.line_label import Above, read_label
from pipeline.extract.text.list_marks import strip_list_marks, strip_number
from pipeline.extract.text.prose import strip_span
from pipeline.extract.text.result_prose import stands_below_other_years
from pipeline.facts import MatchFact, Section
from pipeline.lineage import Span
from pipeline.values.rounds import is_round
from pipeline.values.scores import parse_score

_LONGEST_WIKITEXT = 2_000  # of a match line: links are longer than what a reader sees
_HOUR_IN_FRONT = re.compile(r"^\d{1,2}[:.]\d{2}(?:\s?(?:h|hs|hrs|horas))?\.?\s+[-–—]?\s*")
_MOST_LABELS = 3  # `Final: 30 Nov: Alfa 2–1 Beta`
# `Final: Alfa 2–1 Beta`: the colon of a label; the one of `2:1` has a digit behind it
_COLON = re.compile(r":(?=[\s'\[]|$)")
_COMMA = re.compile(r"[,;](?=[\s'\[])|\s/(?=\s)")
# `* Alfa 7–0 Beta` below `Records` is told elsewhere on the page
_TOLD_ELSEWHERE = re.compile(
    r"\brecords?\b|statistics|estad[ií]sticas|biggest|goleadas", re.IGNORECASE
)


def read_match(page: Page, span: Span, section: Section, above: Above) -> list[MatchFact]:
    """Return the matches the line states; none if any part of it is no match."""
    if span.end - span.start > _LONGEST_WIKITEXT:
        return []
    return _read_stretch(page, span, section, above, labels_left=_MOST_LABELS)


def split_at_breaks(page: Page, span: Span) -> list[Span]:
    """Return the stretches between the `<br>` and `<li>` of a line, each a line to its reader."""
    stretches = []
    start = span.start
    for line_break in filter(_begins_line, page.atoms_in(span.start, span.end)):
        stretches.append(strip_span(page, start, line_break.start))
        start = line_break.end
    stretches.append(strip_span(page, start, span.end))
    return [stretch for stretch in stretches if stretch.start < stretch.end]


def _begins_line(node: Node) -> bool:
    """Whether the reader sees a new line behind `<br>` or `<li>`."""
    return isinstance(node, Tag) and not node.is_closing and node.name in {"br", "li"}


def _read_stretch(
    page: Page, span: Span, section: Section, above: Above, *, labels_left: int
) -> list[MatchFact]:
    """Read the stretch as one match, or behind its label, or as several matches."""
    text = strip_list_marks(page.visible(span.start, span.end))
    if not text:
        return []
    match = _read_one(page, span, section, above, text)
    if match is not None:
        return [match]
    if labels_left:
        behind_label = _read_behind_label(page, span, section, above, labels_left=labels_left)
        if behind_label:
            return behind_label
    return _read_several(page, span, section, above, labels_left=labels_left)


def _read_one(
    page: Page, span: Span, section: Section, above: Above, text: str
) -> MatchFact | None:
    text = strip_number(text)
    hour = _HOUR_IN_FRONT.match(text)
    if hour is not None:
        text = text[hour.end() :]
    for date_text, rest in split_date_in_front(text):
        result = read_result(rest)
        if result is None:
            continue
        if date_text is not None:
            above = above.with_date(Quote(date_text, None, date_text))
        if _is_told_here(result, section, above):
            hour_text = "" if hour is None else hour[0].strip(" .-–—")
            return _build_fact(page, span, section, above, result, hour_text)
    return None


def _is_told_here(result: ResultLine, section: Section, above: Above) -> bool:
    """Whether the line is a match of the season, and no table of contents or record."""
    if above.date is not None:
        return True
    if any(map(_TOLD_ELSEWHERE.search, section)):
        return False
    if stands_below_other_years(section):
        return False
    if result.is_certain:
        return True
    # `Alfa v Beta` below `Semifinals` is a match to be played
    return above.round is not None or bool(section and is_round(section[-1]))


def _read_behind_label(
    page: Page, span: Span, section: Section, above: Above, *, labels_left: int
) -> list[MatchFact]:
    """Read `Desempate: Alfa 7–5 Beta`, `30 Nov: Alfa 7-0 Beta, Gama 1-0 Delta`."""
    colon = _find(page, span, _COLON)
    if colon is None:
        return []
    label = strip_list_marks(page.visible(span.start, colon.start())).strip("'")
    label_says = read_label(label, above)
    if label_says is None:
        return []
    rest = Span(colon.end(), span.end)
    facts = _read_stretch(page, rest, section, label_says, labels_left=labels_left - 1)
    # one match takes its whole line, several their part of it each
    if len(facts) == 1:
        return [replace(facts[0], span=span)]
    return facts


def _read_several(
    page: Page, span: Span, section: Section, above: Above, *, labels_left: int
) -> list[MatchFact]:
    """Read `Aurich 7-0 CNI, Hidro 1-0 Universitario`; none if a part of it is no match."""
    # the line as one part was read before
    if _find(page, span, _COMMA) is None:
        return []
    facts: list[MatchFact] = []
    for part in _split_at_commas(page, span):
        matches_of_part = _read_stretch(page, part, section, above, labels_left=labels_left)
        if not matches_of_part:
            return []
        facts.extend(matches_of_part)
    return facts


def _split_at_commas(page: Page, span: Span) -> Iterator[Span]:
    start = span.start
    for comma in page.find_all(_COMMA, span.start, span.end):
        yield strip_span(page, start, comma.start())
        start = comma.end()
    yield strip_span(page, start, span.end)


def _build_fact(
    page: Page, span: Span, section: Section, above: Above, result: ResultLine, hour: str
) -> MatchFact:
    home_link, away_link = find_links(page, span, result.separator)
    date = above.date
    if result.date is not None:
        date = Quote(result.date, None, result.date)
    stadium, details = read_line_details(result.remarks, above.place, hour, date or BLANK)
    return build_match_fact(
        section,
        span,
        Quote(result.home, home_link, ""),
        Quote(result.away, away_link, ""),
        parse_score(result.score),
        score_text=result.score,
        date=date or BLANK,
        stadium=stadium,
        details=details,
        score_notes=tuple(read_notes(page.atoms_in(span.start, span.end))),
        group=above.group,
        leg=above.leg,
        round_label=above.round,
    )


def find_links(page: Page, span: Span, separator: str) -> tuple[str | None, str | None]:
    """Return the links of the teams: those before what parts them are the home team's."""
    middle = _find_separator(page, span, separator)
    if middle is None:
        middle = _find_second_link(page, span)
    return page.link(span.start, middle), page.link(middle, span.end)


def _find_separator(page: Page, span: Span, separator: str) -> int | None:
    """Return where the teams are parted in the wikitext; None if it is not found."""
    bare = separator.partition("(")[0].strip() or separator
    form = re.compile(rf"(?:^|[\s'\]]|\b){re.escape(bare)}(?=[\s'\[]|\b|$)")
    found = _find(page, span, form)
    return found.start() if found is not None else None


def _find_second_link(page: Page, span: Span) -> int:
    """Return where the second link begins: `[[Alfa]] 2&ndash;1 [[Beta]]` writes no score."""
    starts = [
        atom.start
        for atom in page.atoms_in(span.start, span.end)
        if page.link(atom.start, atom.end) is not None
    ]
    return starts[1] if len(starts) > 1 else span.end


def _find(page: Page, span: Span, form: re.Pattern[str]) -> re.Match[str] | None:
    """Return the first place outside all atoms where the form stands."""
    return next(page.find_all(form, span.start, span.end), None)
