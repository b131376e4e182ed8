"""The clubs of a plan: who is known and how, who is not and what to do."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from pipeline.lineage import Revision
from pipeline.normalise import NameResolution
from pipeline.plan import PagePlan

_WIDTH = 96
EVIDENCE_IN_WORDS = {
    "list": "by the team lists",
    "link": "by their links",
    "clubs.csv": "by lines of clubs.csv",
    "elsewhere": "by a link of the same name elsewhere on the page",
    "same-name": "by the same name, or the title of its link, elsewhere on the page",
    "group": "in their group, where no other club fits",
}


def describe_clubs(page: PagePlan) -> Iterator[str]:
    """Yield how many are settled how, then each that is not, with the lines that would do it.

    Before these come the new clubs that may be known ones, in the words of `copaperu clubs
    unresolved`: their keys depend on the answer.
    """
    names = page.names
    if not names:
        yield "no name of a club on the page yet"
        return
    yield from _describe_resolved_names(names)
    if page.questions:
        yield ""
        yield "New clubs with the name of another club; settle these first:"
        yield from page.questions
    unresolved_names = [name for name in names if not name.is_resolved]
    if not unresolved_names:
        return
    if page.questions:
        yield ""
    count = len(unresolved_names)
    yield f"{count} not settled; each becomes a provisional club until a line says who"
    for name in unresolved_names:
        yield ""
        yield from _describe_unresolved_name(name, page.revision, page.club_file)


def _describe_resolved_names(names: Sequence[NameResolution]) -> Iterator[str]:
    """Yield a line for each kind of evidence: "3 by their links: UTC, Deportivo UPAO, CNI"."""
    # "UTC" stands in a list and is linked in a match: it counts once, by what comes first
    first_by_club = {(name.printed, name.club): name for name in reversed(names)}
    distinct_names = list(reversed(first_by_club.values()))
    for evidence, words in EVIDENCE_IN_WORDS.items():
        printed_names = [name.printed for name in distinct_names if name.evidence == evidence]
        if evidence == "group":
            # "S. Lago" alone does not say whose name it is
            printed_names = [
                f"{name.printed} ({name.club.key})"
                for name in distinct_names
                if name.evidence == evidence
            ]
        if printed_names:
            line = f"{len(printed_names)} {words}: {', '.join(printed_names)}"
            yield from wrap(line, _WIDTH, subsequent_indent="  ")


def _describe_unresolved_name(
    name: NameResolution, revision: Revision, club_file: str
) -> Iterator[str]:
    problem = "nothing says who it is"
    if name.evidence == "ambiguous":
        problem = "may be several clubs"
    place = f"first in line {revision.line(name.span.start)}"
    if name.count > 1:
        place = f"{place}, {name.count} times"
    yield f"{name.printed} ({problem}; {place})"
    for candidate in name.candidates:
        yield f"  perhaps {candidate.club.key}: {', '.join(candidate.reasons)}"
    condition = "if it is a club of its own"
    if name.candidates:
        condition = f"if it is {name.candidates[0].club.key}"
    yield f"  {condition}, add to {club_file}:"
    for line in name.lines_to_paste:
        yield f"    {line}"
