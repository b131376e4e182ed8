"""The numbers of a plan: what there should be beside what there is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.domain.match import Club
from pipeline.domain.match_coverage import MatchCoverage, has_result, match_coverage
from pipeline.domain.season import Season
from pipeline.facts import Fact
from pipeline.plan.infoboxes import find_infoboxes

# parameters of infoboxes that count something; the last three all count clubs
COUNTED_IN_INFOBOX = ("matches", "total goals", "teams", "clubs", "participants")


def describe_counts(season: Season, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield a line a list, a group, a stage of ties and a number of the infobox."""
    yield from _describe_lists(season)
    yield from _describe_stages_of_no_kind(season)
    for group in match_coverage(season):
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


def _describe_stages_of_no_kind(season: Season) -> Iterator[str]:
    for stage in season.stages:
        if stage.kind == "other":
            yield f"{stage.name}: no line of stages.csv says what kind of stage this is"


def _describe_group(group: MatchCoverage) -> str:
    if group.expected is None:
        return f"{group.place}: {group.clubs} clubs, {group.with_result} matches with a result"
    # as in: 6 clubs, 15 of 15 matches with a result (6 clubs, each pair once)
    count = f"{group.with_result} of {group.expected} matches with a result"
    return f"{group.place}: {group.clubs} clubs, {count} ({group.reason})"


def _describe_matches_outside_tables(season: Season) -> Iterator[str]:
    """Yield the matches that count for no table, and the ties, a line a stage."""
    # whether each match has a result, and each tie a winner
    results_by_stage: defaultdict[str, list[bool]] = defaultdict(list)
    for match in season.matches:
        # "Final Stage / Play-off" settles the first place and counts for no table
        if not match.counts:
            results_by_stage[match.stage].append(has_result(match))
    winners_by_stage: defaultdict[str, list[bool]] = defaultdict(list)
    for tie in season.ties:
        winners_by_stage[tie.stage].append(tie.winner is not None)
    for stage in season.stages:
        phrases = []
        have_result = results_by_stage[stage.name]
        if have_result:
            count = f"{sum(have_result)} of {len(have_result)}"
            phrases.append(f"{count} matches outside a table with a result")
        have_winner = winners_by_stage[stage.name]
        if have_winner:
            phrases.append(f"{sum(have_winner)} of {len(have_winner)} ties with a winner")
        if phrases:
            yield f"{stage.name}: {', '.join(phrases)}"


def _describe_infobox(season: Season, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the numbers that the infobox gives beside those of the page."""
    counts = _count_page(season)
    for infobox in find_infoboxes(facts)[:1]:
        for name, text in infobox.stated.items():
            if name in COUNTED_IN_INFOBOX:
                yield f"the infobox says {name}: {text}; found: {counts[name]}"


def _count_page(season: Season) -> dict[str, int]:
    """Return what the page has of each thing that infoboxes count."""
    match_count = 0
    goal_count = 0
    for match in season.matches:
        if has_result(match):
            match_count += 1
            # a match awarded without a score has a result and no goals
            goal_count += sum(match.score.goals) if match.score else 0
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
