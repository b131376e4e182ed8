"""The numbers of a plan: what there should be beside what there is."""

from collections.abc import Iterator, Sequence

from pipeline.domain.expected import Expected, expected_matches, has_result
from pipeline.domain.match import Club
from pipeline.domain.season import Season
from pipeline.facts import Fact, SeasonFact

# parameters of infoboxes that count something; the last three all count clubs
COUNTED_IN_INFOBOX = ("matches", "total goals", "teams", "clubs", "participants")


def describe_counts(season: Season, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield a line a list, a group, a stage of ties and a number of the infobox."""
    yield from _describe_lists(season)
    for group in expected_matches(season):
        yield _describe_group(group)
    yield from _describe_matches_outside_tables(season)
    yield from _describe_infobox(season, facts)


def _describe_lists(season: Season) -> Iterator[str]:
    for stage in season.stages:
        entries = [entry for entry in season.entries if entry.stage == stage.name]
        departments = {entry.department for entry in entries if entry.department}
        if entries:
            yield f"{stage.name}: {len(entries)} clubs listed, of {len(departments)} departments"
    # "Play began in all 24 departments of the country."
    if season.departments_stated is not None:
        yield f"the text says {season.departments_stated} departments"


def _describe_group(group: Expected) -> str:
    if group.expected is None:
        return f"{group.place}: {group.clubs} clubs, {group.found} matches with a result"
    # as in: 6 clubs, 15 of 15 matches with a result (6 clubs, each pair once)
    count = f"{group.found} of {group.expected} matches with a result"
    return f"{group.place}: {group.clubs} clubs, {count} ({group.because})"


def _describe_matches_outside_tables(season: Season) -> Iterator[str]:
    """Yield the matches that count for no table, and the ties, a line a stage."""
    for stage in season.stages:
        counts = []
        matches = [
            match for match in season.matches if match.stage == stage.name and not match.counts
        ]
        if matches:
            with_result = sum(has_result(match) for match in matches)
            counts.append(f"{with_result} of {len(matches)} matches outside a table with a result")
        ties = [tie for tie in season.ties if tie.stage == stage.name]
        if ties:
            with_winner = sum(tie.winner is not None for tie in ties)
            counts.append(f"{with_winner} of {len(ties)} ties with a winner")
        if counts:
            yield f"{stage.name}: {', '.join(counts)}"


def _describe_infobox(season: Season, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the numbers that the infobox gives beside those of the page."""
    for fact in facts:
        if not isinstance(fact, SeasonFact):
            continue
        counts = _count_page(season)
        for name, text in fact.stated.items():
            if name in COUNTED_IN_INFOBOX:
                yield f"the infobox says {name}: {text}; found: {counts[name]}"
        return


def _count_page(season: Season) -> dict[str, int]:
    """Return what the page has of each thing that infoboxes count."""
    match_count = 0
    goal_count = 0
    for match in season.matches:
        if has_result(match):
            match_count += 1
        # a match awarded without a score has a result and no goals
        if has_result(match) and match.score:
            goal_count += sum(match.score.goals)
    # a page without a list has at least the clubs that play
    listed_clubs = {entry.club for entry in season.entries}
    clubs = listed_clubs or _find_playing_clubs(season)
    counts = dict.fromkeys(COUNTED_IN_INFOBOX, len(clubs))
    counts["matches"] = match_count
    counts["total goals"] = goal_count
    return counts


def _find_playing_clubs(season: Season) -> set[Club]:
    clubs: set[Club] = set()
    for match in season.matches:
        clubs |= match.clubs
    return clubs
