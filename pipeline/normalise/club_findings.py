"""What a person may want to see of how the clubs of a page were told: at most one of a kind a club.

resolved-in-group  "Milagro" was read as Juventud Milagro, the only club of its table that fits
link-differs       [[Alfa (Ica)|Alfa]] and [[Club Alfa|Alfa]] were read as one club
club-split         the matches of a group have more clubs than its table
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.domain.match import Club
from pipeline.facts import Fact, MatchFact, StandingFact
from pipeline.findings import Finding, Severity
from pipeline.lineage import Span
from pipeline.normalise.clubs.candidates import line_of_season
from pipeline.normalise.clubs.mentions import Mention, mentions_of
from pipeline.normalise.clubs.whole_page.name_fit import fit_names
from pipeline.normalise.clubs.whole_page.name_form import read_name_form
from pipeline.normalise.context import NormaliseContext
from pipeline.reference.clubs import ANYWHERE


def describe_page_clubs(context: NormaliseContext, facts: Sequence[Fact]) -> list[Finding]:
    """Return the findings about how the names of the page were put together."""
    first_spans: dict[Mention, Span] = {}
    for fact in facts:
        for mention in mentions_of(fact):
            first_spans.setdefault(mention, fact.span)
    return [
        *_short_names(context, first_spans),
        *_different_links(context, first_spans),
        *_split_clubs(context, facts),
    ]


def _short_names(context: NormaliseContext, first_spans: dict[Mention, Span]) -> Iterator[Finding]:
    """Yield a finding for each club that short names were read as."""
    assignment = context.clubs.assignment
    for club in sorted(assignment.readings):
        readings = [reading for reading in assignment.readings[club] if reading.is_of_closed_set]
        names = sorted({name for reading in readings for name in reading.names})
        if not names:
            continue
        reasons = "; ".join(dict.fromkeys(reading.reason for reading in readings))
        span = _first_span(context, first_spans, club, names)
        listed_names = ", ".join(map(repr, names))
        line = _line_for_another_club(context, names[0])
        message = (
            f"{listed_names} read as {club.key}: {reasons}; if {names[0]!r} is another club, add"
            f" to {context.clubs.club_file.name}: {line}"
        )
        yield _finding(context, "resolved-in-group", "info", message, span)


def _first_span(
    context: NormaliseContext, first_spans: dict[Mention, Span], club: Club, names: Iterable[str]
) -> Span | None:
    """Return where one of the names comes first as the club; None where only a list has them."""
    club_of = context.clubs.assignment.club_of
    wanted = set(names)
    for mention, span in first_spans.items():
        if mention.printed in wanted and club_of.get(mention) == club:
            return span
    return None


def _different_links(
    context: NormaliseContext, first_spans: dict[Mention, Span]
) -> Iterator[Finding]:
    """Yield a finding for each club that is linked by several titles."""
    assignment = context.clubs.assignment
    club_file = context.clubs.club_file
    for club in sorted(assignment.links):
        titles = sorted(assignment.links[club])
        # titles that the file gives to the club are no question any more
        unknown_titles = [
            title for title in titles if not club_file.club_of_known_link(title, context.season)
        ]
        if len(titles) < 2 or not unknown_titles:  # noqa: PLR2004 - two titles differ
            continue
        names = [
            mention.printed for mention in first_spans if assignment.club_of.get(mention) == club
        ]
        span = _first_span(context, first_spans, club, names)
        line = line_of_season(
            context.season,
            key=f"{club.key}-2",
            name=unknown_titles[-1],
            department=ANYWHERE,
            link=unknown_titles[-1],
            source=context.page_title,
        )
        message = (
            f"{club.key} is linked as {', '.join(f'[[{title}]]' for title in titles)}; if the last"
            f" is another club, add to {club_file.name}: {line}"
        )
        yield _finding(context, "link-differs", "info", message, span)


def _split_clubs(context: NormaliseContext, facts: Iterable[Fact]) -> Iterator[Finding]:
    """Yield a finding for each group with a club beside the table that has a name of its rows."""
    club_of = context.clubs.assignment.club_of
    tables: defaultdict[tuple[str, str | None], dict[Club, str]] = defaultdict(dict)
    in_matches: defaultdict[tuple[str, str | None], dict[Club, Span]] = defaultdict(dict)
    names: dict[Club, str] = {}
    for fact in facts:
        if not isinstance(fact, MatchFact | StandingFact):
            continue
        stated_round = fact.round if isinstance(fact, MatchFact) else None
        fact_place = context.place(fact.section, stated_round)
        group = fact_place.stage, fact_place.group
        for mention in mentions_of(fact):
            club = club_of[mention]
            if isinstance(fact, StandingFact):
                tables[group].setdefault(club, mention.printed)
            elif fact_place.counts_for_standings:
                in_matches[group].setdefault(club, fact.span)
                names.setdefault(club, mention.printed)
    for group, rows in tables.items():
        for club, span in in_matches[group].items():
            # names that nothing settles have their own finding
            if club in rows or club in context.clubs.assignment.open_clubs:
                continue
            # a table of the first three says nothing of the others
            row_club = _row_with_the_name(names[club], rows)
            if row_club is not None:
                yield _split_club(context, group, (club, names[club]), row_club, span)


def _row_with_the_name(printed: str, rows: dict[Club, str]) -> Club | None:
    """Return the club of the table whose name fits."""
    form = read_name_form(printed)
    for club, name_in_table in rows.items():
        if fit_names(form, read_name_form(name_in_table), (), ()) is not None:
            return club
    return None


def _split_club(
    context: NormaliseContext,
    group: tuple[str, str | None],
    named_club: tuple[Club, str],
    row_club: Club,
    span: Span,
) -> Finding:
    club, printed = named_club
    heading = " / ".join(filter(None, group))
    line = line_of_season(
        context.season,
        key=row_club.key,
        name=printed,
        department=ANYWHERE,
        source=context.page_title,
    )
    message = (
        f"{heading}: {printed!r} is {club.key}, which is not in the table; if it is the table's"
        f" {row_club.key}, add to {context.clubs.club_file.name}: {line}"
    )
    return _finding(context, "club-split", "warning", message, span)


def _line_for_another_club(context: NormaliseContext, printed: str) -> str:
    return line_of_season(
        context.season,
        key=context.clubs.new_key(printed),
        name=printed,
        department=ANYWHERE,
        source=context.page_title,
    )


def _finding(
    context: NormaliseContext, code: str, severity: Severity, message: str, span: Span | None
) -> Finding:
    return Finding(code, severity, message, context.page_title, span, context.season)
