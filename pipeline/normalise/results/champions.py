"""Who is champion and who runner-up: by the final, else by the last group, else by the infobox."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.grouping import only_one
from pipeline.domain.match import Club
from pipeline.domain.match_coverage import expected_matches_of_clubs
from pipeline.domain.meetings import clubs_of, clubs_of_matches
from pipeline.domain.season import Entry, Group, Stage, Standing
from pipeline.domain.standings import StandingsRow
from pipeline.domain.tie import Tie
from pipeline.facts import SeasonFact
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import NormaliseContext
from pipeline.normalise.results.last_group import find_last_group, start_of_group
from pipeline.normalise.rounds import is_consolation, is_national_final, round_kind
from pipeline.normalise.stages import is_local

FirstAndSecond = tuple[Club | None, Club | None]
UNDECIDED: FirstAndSecond = (None, None)

RUNNER_UP_PARAMETERS = (  # of infoboxes
    "runners-up", "runner-up", "runners_up", "runner_up", "runnersup", "runnerup", "second",
    "segundo", "subcampeon", "subcampeón",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Results:
    """What decides a season: its stages in page order, their groups, ties and team lists."""

    stages: Sequence[Stage]
    groups: Sequence[Group]
    ties: Sequence[Tie]
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Champions:
    """Champion and runner-up, None where the page leaves them open.

    named_champion: whom the infobox means, whatever the results say
    """

    champion: Club | None
    runner_up: Club | None
    named_champion: Club | None


def find_champions(context: NormaliseContext, results: Results, infobox: SeasonFact) -> Champions:
    """Return champion and runner-up by the results, else those that the infobox names."""
    champion, runner_up = _champions_by_results(results)
    named_champion = club_named(context, infobox.winners)
    named_runner_up = _runner_up_named(context, infobox.stated)
    return Champions(champion or named_champion, runner_up or named_runner_up, named_champion)


def club_named(context: NormaliseContext, name: str | None) -> Club | None:
    """Return the club that the infobox names, if the page or the data file settles the name."""
    if not name:
        return None
    club = context.clubs.resolve(Mention(name, None, ()))
    return club if isinstance(club, Club) else None


def _runner_up_named(context: NormaliseContext, parameters: Mapping[str, str]) -> Club | None:
    # "| subcampeón = Juan Aurich": each wiki has its own word
    for parameter in RUNNER_UP_PARAMETERS:
        if parameter in parameters:
            return club_named(context, parameters[parameter])
    return None


def _champions_by_results(results: Results) -> FirstAndSecond:
    """Return the first two of the last stage that has a group or tie."""
    stages_with_results = {group.stage for group in results.groups}
    stages_with_results |= {tie.stage for tie in results.ties}
    for stage in reversed(results.stages):
        if stage.name not in stages_with_results:
            continue
        groups = [group for group in results.groups if group.stage == stage.name]
        ties = [tie for tie in results.ties if tie.stage == stage.name]
        # the page stops at "Regional Stage": its winners are no champions
        if is_local(stage.name):
            return UNDECIDED
        finals = [tie for tie in ties if _is_final(tie)]
        if finals:
            return _first_two_of_final(finals[-1], finals[:-1])
        last_group = find_last_group(groups, ties)
        if last_group is not None and not _goes_on_as_knock_out(last_group, ties):
            clubs = _clubs_of_stage(groups, ties)
            entries = [entry for entry in results.entries if entry.stage == stage.name]
            has_all_clubs = clubs >= {entry.club for entry in entries}
            return _first_two_of_group(last_group, has_all_clubs=has_all_clubs)
        # "Promotion play-off" after "Final": the stage before it decides
        if round_kind(stage.name) != "play-off":
            return UNDECIDED
    return UNDECIDED


def _is_final(tie: Tie) -> bool:
    # "National Stage / Region I / Final" is a final of the group "Region I" only
    return tie.group is None and is_national_final(tie.round_name)


def _goes_on_as_knock_out(group: Group, ties: Iterable[Tie]) -> bool:
    """Whether clubs of the group meet again in the stage, in a round that no final ends."""
    # "National stage", a table of fifty clubs, then "Quarterfinals", and the page ends
    for tie in ties:
        is_round = round_kind(tie.round_name) == "knock-out"
        is_later = tie.span > start_of_group(group)
        if is_round and is_later and not is_consolation(tie.round) and tie.clubs <= group.clubs:
            return True
    return False


def _clubs_of_stage(groups: Iterable[Group], ties: Iterable[Tie]) -> set[Club]:
    return clubs_of(group.clubs for group in groups) | clubs_of_matches(ties)


def _first_two_of_final(final: Tie, other_finals: Iterable[Tie]) -> FirstAndSecond:
    # "Finals: Alfa v Beta, Gama v Delta": nobody says which of them is for the first place
    is_one_of_several = any(
        other.round == final.round and other.clubs != final.clubs for other in other_finals
    )
    if final.winner is None or is_one_of_several:
        return UNDECIDED
    loser = final.team2 if final.winner == final.team1 else final.team1
    return final.winner, loser


def _first_two_of_group(group: Group, *, has_all_clubs: bool) -> FirstAndSecond:
    """Return the first two of the derived table, or of the published one if matches are missing.

    has_all_clubs: whether the results of the stage have each club of its own list
    """
    # fifty clubs with six matches each, or a table after the third round, has no champion
    if expected_matches_of_clubs(group) is not None:
        return UNDECIDED
    rows: Sequence[StandingsRow | Standing] = ()
    # six clubs in the list, matches of five of them: their table is not the last word
    if group.is_complete and has_all_clubs:
        rows = group.table
    if not rows and group.published:
        rows = group.published[-1]
    return _only_club_at(1, rows), _only_club_at(2, rows)


def _only_club_at(position: int, rows: Iterable[StandingsRow | Standing]) -> Club | None:
    clubs = [row.club for row in rows if row.position == position]
    # two clubs share position 1: nobody says which of them is champion
    return only_one(clubs)
