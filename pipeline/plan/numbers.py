"""The numbers of a plan: what there should be beside what there is, and what is blank."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from pipeline.account import Piece
from pipeline.domain.match_coverage import MatchCoverage, has_result, match_coverage
from pipeline.domain.season import Season
from pipeline.facts import Fact, SeasonFact
from pipeline.lineage import Revision

# parameters of the infobox that count something, and what of the season they count
_WIDTH = 96
_ROOM = frozenset({"blank", "comment", "markup"})  # what an empty section may hold
COUNTED = ("matches", "total goals", "teams", "clubs", "participants")


def numbers(season: Season, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield a line a list, a group, a stage of ties and a number of the infobox."""
    yield from _lists(season)
    for group in match_coverage(season):
        yield _group(group)
    yield from _ties(season)
    yield from _stated(season, facts)


def _lists(season: Season) -> Iterator[str]:
    for stage in season.stages:
        listed = [entry for entry in season.entries if entry.stage == stage.name]
        if listed:
            departments = {entry.department for entry in listed if entry.department}
            yield f"{stage.name}: {len(listed)} clubs listed, of {len(departments)} departments"
    if season.departments_stated is not None:
        yield f"the text says {season.departments_stated} departments"


def _group(group: MatchCoverage) -> str:
    if group.expected is None:
        return f"{group.place}: {group.clubs} clubs, {group.with_result} matches with a result"
    count = f"{group.with_result} of {group.expected} matches with a result"
    return f"{group.place}: {group.clubs} clubs, {count} ({group.reason})"


def _ties(season: Season) -> Iterator[str]:
    """Yield the matches that count for no table, and the ties, a line a stage."""
    for stage in season.stages:
        matches = [m for m in season.matches if m.stage == stage.name and not m.counts]
        ties = [tie for tie in season.ties if tie.stage == stage.name]
        said = []
        if matches:
            known = sum(map(has_result, matches))
            said.append(f"{known} of {len(matches)} matches outside a table with a result")
        if ties:
            won = sum(tie.winner is not None for tie in ties)
            said.append(f"{won} of {len(ties)} ties with a winner")
        if said:
            yield f"{stage.name}: {', '.join(said)}"


def _stated(season: Season, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the numbers that the infobox gives beside those of the page."""
    infobox = next((fact for fact in facts if isinstance(fact, SeasonFact)), None)
    played = [match for match in season.matches if has_result(match)]
    goals = sum(match.score.home + match.score.away for match in played if match.score)
    clubs = {club for match in season.matches for club in (match.home, match.away)}
    listed = {entry.club for entry in season.entries} or clubs
    found = {"matches": len(played), "total goals": goals}
    for name, text in (infobox.stated if infobox else {}).items():
        if name in COUNTED:
            yield f"the infobox says {name}: {text}; found: {found.get(name, len(listed))}"


def rules(season: Season) -> Iterator[str]:
    """Yield how groups are ranked and ties decided, the places of the same rules together."""
    places: dict[str, dict[str, None]] = {}
    for group in season.groups:
        points = f"{group.rules.win} points for a win, {group.rules.draw} for a draw"
        order = ", then ".join(group.rules.tiebreakers)
        said = f"{points}; level on points: {order} ({group.rules.source})"
        places.setdefault(said, {})[_where(group.stage, group.name)] = None
    for tie in season.ties:
        order = ", then ".join(tie.rules.deciders)
        said = f"ties are decided by {order} ({tie.rules.source})"
        places.setdefault(said, {})[_where(tie.stage, tie.group)] = None
    for said, names in places.items():
        yield from wrap(f"{', '.join(names)}: {said}", _WIDTH, subsequent_indent="  ")


def _where(stage: str, group: str | None) -> str:
    return " / ".join(filter(None, (stage, group)))


def still_to_type(
    revision: Revision, facts: Sequence[Fact], account: Sequence[Piece]
) -> Iterator[str]:
    """Yield what a page has room for and does not say: the winner, sections without a fact."""
    infobox = next((fact for fact in facts if isinstance(fact, SeasonFact)), None)
    if infobox:
        blanks = {
            "winner": infobox.winners,
            "season before": infobox.previous,
            "season after": infobox.next,
        }
        if missing := [name for name, value in blanks.items() if not value]:
            yield f"infobox (line {revision.line(infobox.span.start)}): {', '.join(missing)}"
    yield from _empty_sections(revision, facts, account)


def _empty_sections(
    revision: Revision, facts: Sequence[Fact], account: Sequence[Piece]
) -> Iterator[str]:
    """Yield the sections without a subsection in which nothing stands but room for it."""
    starts = [fact.span.start for fact in facts if not isinstance(fact, SeasonFact)]
    for heading, inside, next_level in _sections(revision, account):
        written = revision.quote(heading.span).strip()
        headers = [piece for piece in inside if piece.reason.endswith(": header")]
        others = [piece for piece in inside if piece.reason not in _ROOM and piece not in headers]
        begin, end = heading.span.end, inside[-1].span.end if inside else heading.span.end
        if others or any(begin <= start < end for start in starts):
            continue
        where = f"{written.strip('= ')} (line {revision.line(heading.span.start)})"
        if headers:
            yield f"{where}: the table has its header and no rows"
        elif next_level <= _level(written):
            yield f"{where}: nothing yet"


def _sections(
    revision: Revision, account: Sequence[Piece]
) -> Iterator[tuple[Piece, Sequence[Piece], int]]:
    """Yield each heading, what stands below it, and the level of the next heading."""
    ordered = sorted(account, key=lambda piece: piece.span.start)
    places = [at for at, piece in enumerate(ordered) if piece.reason == "heading"]
    for at, after in zip_longest(places, places[1:], fillvalue=len(ordered)):
        following = revision.quote(ordered[after].span).strip() if after < len(ordered) else ""
        yield ordered[at], ordered[at + 1 : after], _level(following)


def _level(heading: str) -> int:
    """Return how deep a heading is; 0 for none."""
    return len(heading) - len(heading.lstrip("="))
