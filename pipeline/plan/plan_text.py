"""A plan in words, for somebody who knows football."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from pipeline import snapshot
from pipeline.account import Disposition, Piece
from pipeline.domain.gap import Gap
from pipeline.domain.keys import fold
from pipeline.facts import Fact
from pipeline.findings import Finding, count_in_words
from pipeline.lineage import Revision
from pipeline.plan import PagePlan, Plans
from pipeline.plan.club_lines import describe_clubs
from pipeline.plan.expected_counts import describe_counts
from pipeline.plan.infoboxes import find_infoboxes
from pipeline.plan.rule_lines import describe_rules
from pipeline.plan.still_to_type import find_blanks
from pipeline.report import finding_text

_WIDTH = 100
_QUOTED_CHARACTERS = 60  # of a construct
_MOST_CONSTRUCTS = 12  # of a kind
_PLAINEST_INFOBOX = ("Infobox", "- Competition: Copa Perú", "- Season: 1997")
# findings of names and constructs, which have a part of their own
_SHOWN_ELSEWHERE = frozenset({"unknown-club", "ambiguous-club", "unrecognised-construct"})
_FACTS_IN_WORDS = (
    ("entry", "club in lists", "clubs in lists"),
    ("region", "region", "regions"),
    ("match", "match", "matches"),
    ("tie", "tie", "ties"),
    ("standing", "table row", "table rows"),
    ("bracket", "place in brackets", "places in brackets"),
)
DISPOSITIONS_IN_WORDS: tuple[tuple[Disposition, str], ...] = (
    ("loaded", "would be rows"),
    ("context", "headings and the like"),
    ("ignored", "passed over by a rule"),
    ("invisible", "not shown on the page"),
    ("quarantined", "put aside"),
    ("unrecognised", "not understood"),
)


# of all others the scores are reported
_SCORES_IN_WORDS = {"loaded": "read", "ignored": "passed over by a rule"}


def plans_text(plans: Plans) -> str:
    """Return the plans one after the other, then the files that are no pages."""
    texts = [_page_text(page) for page in plans.pages]
    # the plan of a page without a season says already why it cannot be loaded
    planned_paths = {page.revision.path for page in plans.pages if page.built is None}
    messages = [
        refusal.message for refusal in plans.outcome.refused if refusal.path not in planned_paths
    ]
    if messages:
        texts.append("\n".join(messages))
    return "\n\n\n".join(texts)


def _page_text(page: PagePlan) -> str:
    blocks = ["\n".join(_describe_page(page))]
    for heading, lines in _parts(page):
        indented = [f"  {line}".rstrip() for line in lines]
        if indented:
            blocks.append("\n".join([heading, *indented]))
    return "\n\n".join(blocks)


def _parts(page: PagePlan) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each heading of the plan with the lines below it, which may be none."""
    yield "What the page says", _describe_content(page)
    yield "What is not understood", _describe_constructs(page, "unrecognised")
    yield "What is put aside", _describe_constructs(page, "quarantined")
    if page.built is None:
        return
    season = page.built.season
    yield "Clubs", describe_clubs(page)
    yield "Numbers", describe_counts(season, page.facts)
    yield "Rules", describe_rules(season)
    yield "Still to type", find_blanks(page.revision, page.facts, page.account)
    yield "Missing", _describe_gaps(page.built.gaps)
    yield "Findings", _describe_findings(page.built.findings, page.revision)


def _describe_page(page: PagePlan) -> Iterator[str]:
    revision = page.revision
    yield revision.title
    yield "=" * len(revision.title)
    yield f"file      {revision.path}"
    if page.built is None:
        yield "season    none: this page cannot be loaded"
        for line in _advise_on_season_page(page.facts):
            yield f"          {line}"
        return
    season = page.built.season
    winner = season.champion_stated or "not stated yet"
    yield from _describe_manifest(revision)
    yield f"season    {season.label} of the {season.competition}; winner: {winner}"
    yield f"rating    {page.built.rating}"


def _describe_manifest(revision: Revision) -> Iterator[str]:
    """Say what the manifest has; if it lacks the page or its checksum, give the line to paste."""
    line = snapshot.manifest_line(Path(revision.path))
    if line is None:
        yield "manifest  does not list it. Add this line to raw/manifest.csv, your sources last:"
        yield f"          {snapshot.line_to_paste(revision)}"
        return
    if line.sha256:
        yield "manifest  lists it, and the file is what was listed"
        return
    yield "manifest  lists it without a checksum, so you may go on typing. When it is done, put"
    yield "          this line in the place of its line in manifest.csv, your sources last:"
    yield f"          {snapshot.line_to_paste(revision, line.sources)}"
    if not line.sources:
        yield "          It names no source yet: newspaper, date and page, or a page's address."


def _advise_on_season_page(facts: Sequence[Fact]) -> Iterator[str]:
    """Say what keeps it from being a season page, and what to do."""
    infoboxes = find_infoboxes(facts)
    if not infoboxes:
        yield "It has no infobox. A season page begins with one, in its plainest form:"
        for line in _PLAINEST_INFOBOX:
            yield f"    {line}"
        return
    if len(infoboxes) > 1:
        yield f"It has {len(infoboxes)} infoboxes of a season: keep one season to a page."
        return
    # "Copa Peru" without its accent is one as well
    competition = infoboxes[0].competition or ""
    if "copa peru" not in fold(competition):
        name = competition or "nothing"
        yield f"Its infobox names {name} as the competition, not the Copa Perú."
        return
    yield "Its infobox names no season: write a line `- Season: 1997`, or `| season = 1997`."


def _describe_content(page: PagePlan) -> Iterator[str]:
    """Yield what kinds of facts the page states, and what became of its characters."""
    fact_counts = Counter(fact.fact for fact in page.facts)
    phrases = []
    for kind, singular, plural in _FACTS_IN_WORDS:
        count = fact_counts[kind]
        if count:
            phrases.append(count_in_words(count, singular, plural))
    yield ", ".join(phrases) or "no list, no match, no table"
    length = len(page.revision.text)
    characters: Counter[Disposition] = Counter()
    for piece in page.account:
        characters[piece.disposition] += piece.span.end - piece.span.start
    shares = []
    for disposition, words in DISPOSITIONS_IN_WORDS:
        if characters[disposition]:
            shares.append(f"{_percentage(characters[disposition], length)} {words}")
    yield f"of its {length} characters: {', '.join(shares)}"
    yield from _describe_scores(page.account)


def _describe_scores(account: Iterable[Piece]) -> Iterator[str]:
    """Yield how many scores a reader sees on the page, and what became of them."""
    counts: Counter[str] = Counter()
    for piece in account:
        counts[_SCORES_IN_WORDS.get(piece.disposition, "not understood")] += piece.scores
    phrases = [f"{count} {words}" for words, count in counts.items() if count]
    if phrases:
        yield f"of its {count_in_words(counts.total(), 'score', 'scores')}: {', '.join(phrases)}"


def _percentage(part: int, total: int) -> str:
    """Return a share that is never 0 % for something and never 100 % for less than all."""
    # also of an empty page
    if part == total:
        return "100 %"
    rounded = round(100 * part / total)
    return f"{min(max(rounded, 1), 99)} %"


def _describe_constructs(page: PagePlan, disposition: Disposition) -> Iterator[str]:
    """Yield the constructs that became nothing, each with its line and first words.

    "line 17: line: a score between words: A wild 3-1 between 4-5 words"
    """
    pieces = [piece for piece in page.account if piece.disposition == disposition]
    for piece in pieces[:_MOST_CONSTRUCTS]:
        line = page.revision.line(piece.span.start)
        words = " ".join(page.revision.quote(piece.span).split())
        yield f"line {line}: {piece.reason}: {words[:_QUOTED_CHARACTERS]}"
    if len(pieces) > _MOST_CONSTRUCTS:
        yield f"and {len(pieces) - _MOST_CONSTRUCTS} more"


def _describe_gaps(gaps: Iterable[Gap]) -> Iterator[str]:
    for gap in gaps:
        line = ": ".join(filter(None, (gap.stage, gap.what, gap.why)))
        yield from wrap(line, _WIDTH, subsequent_indent="  ")


def _describe_findings(findings: Iterable[Finding], revision: Revision) -> Iterator[str]:
    shown = [finding for finding in findings if finding.code not in _SHOWN_ELSEWHERE]
    for finding in shown:
        yield from finding_text(finding, revision).splitlines()
    if not shown:
        yield "none"
