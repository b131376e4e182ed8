"""The ties of a season: from tables of ties, else from the matches of a knock-out round."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.keys import slug
from pipeline.domain.match import Club, Match
from pipeline.domain.tie import Legs, Tie, aggregate, decide_tie, format_pair, total
from pipeline.facts import Fact, MatchFact, TieFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.context import Work
from pipeline.normalise.results.matches import Matches
from pipeline.normalise.stages import (
    Place,
    is_consolation,
    is_deciding,
    is_play_off,
    place,
    round_kind,
)
from pipeline.values.scores import parse_score

EXTRA_LEG = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A tie as the page shows it, not decided yet.

    names:   of team 1 and team 2 as printed
    printed: aggregate or points as printed
    stated:  who went on, where a parameter says so
    legs:    what is known of it; `legs_stated` counts the matches that the page tells of
    """

    where: Place
    names: tuple[str, str]
    legs: Legs
    legs_stated: int
    printed: str | None
    measure: str
    stated: Club | None
    span: Span

    @property
    def clubs(self) -> frozenset[Club]:
        return frozenset((self.legs.team1, self.legs.team2))


def ties(work: Work, facts: Sequence[Fact], played: Matches) -> list[Tie]:
    """Return the ties in page order, each with who won it and by what."""
    tabled = list(_tabled(work, facts, played))
    used = {match.key for tie in tabled for match in (*tie.legs.matches, *tie.legs.extra)}
    free = [match for match in played.rows if not match.counts and match.key not in used]
    found = sorted((*tabled, *_of_matches(free)), key=lambda tie: tie.span)
    return list(_settled(list(_tied(work, list(_with_extra_matches(found))))))


def _tabled(work: Work, facts: Sequence[Fact], played: Matches) -> Iterator[_Found]:
    """Yield what tables of ties print; one without two clubs becomes no row."""
    for number, fact in enumerate(facts):
        if not isinstance(fact, TieFact) or not fact.team1 or not fact.team2:
            continue
        team1, team2 = (
            work.club(Mention(name, link, fact.section), fact.span)
            for name, link in ((fact.team1, fact.team1_link), (fact.team2, fact.team2_link))
        )
        if team1 == team2:
            work.rowless[number] = "tie of a club against itself"
            work.warn("club-against-itself", f"{fact.team1} plays {fact.team2}", fact.span)
            continue
        stated = _legs_of(facts, number)
        label = next((leg.round for leg in stated.values()), None)
        legs = [
            (leg.leg, played.rows[played.of_fact[at]])
            for at, leg in stated.items()
            if at in played.of_fact
        ]
        found = _as_found(fact, place(fact.section, work.title, label), (team1, team2), legs)
        yield replace(found, names=(fact.team1, fact.team2))


def _legs_of(facts: Sequence[Fact], number: int) -> dict[int, MatchFact]:
    """Return the matches that follow a tie as its legs, by their position on the page."""
    found: dict[int, MatchFact] = {}
    for at in range(number + 1, len(facts)):
        fact = facts[at]
        if not isinstance(fact, MatchFact) or fact.span != facts[number].span:
            break
        found[at] = fact
    return found


def _as_found(
    fact: TieFact, where: Place, teams: tuple[Club, Club], legs: Sequence[tuple[int | None, Match]]
) -> _Found:
    read = parse_score(fact.aggregate_text or "")
    pair = None
    if read.home is not None and read.away is not None:
        pair = read.home, read.away
    points = fact.measure == "points"
    shoot_out = None
    if fact.penalties1 is not None and fact.penalties2 is not None:
        shoot_out = fact.penalties1, fact.penalties2
    known = Legs(
        *teams,
        matches=tuple(match for leg, match in legs if leg != EXTRA_LEG),
        extra=tuple(match for leg, match in legs if leg == EXTRA_LEG),
        aggregate=None if points else pair,
        points=pair if points else None,
        penalties=shoot_out,
        is_whole=None not in fact.legs[: EXTRA_LEG - 1],
    )
    return _Found(
        where=where,
        names=("", ""),
        legs=known,
        legs_stated=max(len(legs), 1),
        printed=fact.aggregate_text,
        measure=fact.measure,
        stated={1: teams[0], 2: teams[1]}.get(fact.winner or 0),
        span=fact.span,
    )


def _of_matches(matches: Sequence[Match]) -> Iterator[_Found]:
    """Yield the ties of matches outside groups: those of one round between the same clubs."""
    pairs: dict[object, list[Match]] = {}
    for match in matches:
        pairs.setdefault((match.stage, match.group, match.round, match.clubs), []).append(match)
    for legs in pairs.values():
        first, kind = legs[0], round_kind(legs[0].round or legs[0].stage)
        where = Place(first.stage, first.group, first.round, kind)
        yield _Found(
            where=where,
            names=(first.home_printed, first.away_printed),
            legs=Legs(first.home, first.away, matches=tuple(legs)),
            legs_stated=len(legs),
            printed=None,
            measure="goals",
            stated=None,
            span=first.span,
        )


def _with_extra_matches(found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the ties; a play-off of two clubs that had a tie before is its extra match."""
    made: list[_Found] = []
    for tie in found:
        before = [
            at
            for at, other in enumerate(made)
            if (other.clubs, other.where.stage) == (tie.clubs, tie.where.stage)
            and other.where.round_kind != "play-off"
        ]
        if tie.where.round_kind != "play-off" or not before:
            made.append(tie)
            continue
        first = made[before[-1]]
        extra = (*first.legs.extra, *tie.legs.matches)
        made[before[-1]] = replace(
            first,
            legs=replace(first.legs, extra=extra),
            legs_stated=first.legs_stated + tie.legs_stated,
            stated=first.stated or tie.stated,
        )
    return iter(made)


def _tied(work: Work, found: Sequence[_Found]) -> Iterator[Tie]:
    """Yield the ties decided by their rules, else as the page states who went on."""
    keys: Counter[str] = Counter()
    for tie in found:
        where, legs = tie.where, tie.legs
        names = " ".join(tie.names)
        parts = (work.label, where.stage, where.group, where.round, names)
        key = "/".join(slug(part) for part in parts if part)
        keys[key] += 1
        rules = work.reference.rules.tie_rules(work.label, where.stage, where.group)
        winner, decider = decide_tie(legs, rules)
        in_table = work.reference.rules.group_rules(work.label, where.stage, where.group)
        yield Tie(
            key=key if keys[key] == 1 else f"{key}-{keys[key]}",
            stage=where.stage,
            group=where.group,
            round=where.round,
            team1=legs.team1,
            team2=legs.team2,
            legs=tie.legs_stated,
            aggregate=tie.printed or format_pair(aggregate(legs)),
            measure=tie.measure,
            winner=winner or tie.stated,
            decided_by=decider or ("stated" if tie.stated else None),
            span=tie.span,
            rules=rules,
            matches=tuple(match.key for match in (*legs.matches, *legs.extra)),
            printed=legs.points if tie.measure == "points" else legs.aggregate,
            total=total(legs, tie.measure, in_table),
            stated=tie.stated,
        )


def _settled(found: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the ties; one left open goes to the club that alone plays on.

    A final leads nowhere, and matches for losers or for a promotion tell nothing of a winner.
    """
    for at, tie in enumerate(found):
        later = (
            other.clubs & tie.clubs
            for other in found[at + 1 :]
            if not is_consolation(_round(other)) and not is_play_off(_round(other))
        )
        on = next((clubs for clubs in later if clubs), frozenset())
        if tie.winner is None and len(on) == 1 and not is_deciding(_round(tie)):
            yield replace(tie, winner=next(iter(on)), decided_by="next-round")
        else:
            yield tie


def _round(tie: Tie) -> str:
    return tie.round or tie.stage
