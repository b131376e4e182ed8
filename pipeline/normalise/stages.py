"""Which stage, group and round the headings above a fact mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.domain.keys import fold
from pipeline.facts import Fact, MatchFact, Section, StandingFact, TieFact
from pipeline.normalise.rounds import (
    RoundKind,
    is_phase,
    is_tie_label,
    name_same_round,
    round_kind,
)

_PART_OF_THE_COUNTRY = re.compile(r"\b(?:regi|depart|provinc|distri|zona|liga)")

_FIRST_LEG = re.compile(r"(?:first|1st|primera?|1ra|1a) (?:leg|match)e?s?|(?:partidos? de )?ida")
_SECOND_LEG = re.compile(
    r"(?:second|2nd|segund[ao]|2da|2a) (?:leg|match)e?s?|(?:partidos? de )?vuelta"
)

# "Group A / Standings" is Group A: such a heading says what the section shows, not whose it is
_CONTENT_HEADING = re.compile(
    r"(?:final |league |group )?(?:standings?|(?:league )?tables?|results?|matches|fixtures)"
    r"|tabla(?: de)?(?: posiciones)?(?: final)?"
    r"|(?:tabla de )?posiciones"
    r"|clasificacion(?: final)?"
    r"|resultados"
    r"|partidos"
    r"|encuentros"
    # "Grau vs Ugarte", above the box of that match
    r"|.+ (?:vs?\.?|contra) .+"
)


class RoundId(NamedTuple):
    """Where matches of one round stand; `round` is None where the stage itself is the round."""

    stage: str
    group: str | None
    round: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """The stage, the group inside it and the round; None where the headings have none.

    leg:          1 or 2 where a heading names the leg of ties
    round_inside: a round below that round, such as `Fecha 1` below `Finalísima`
    whole_group:  the headings of group and round together: the group, if all clubs meet there
    is_group:     whether the clubs of the round all meet, as `in_group` says
    """

    stage: str
    group: str | None
    round: str | None
    round_kind: RoundKind | None
    leg: int | None = None
    round_inside: str | None = field(default=None, compare=False)
    whole_group: str | None = field(default=None, compare=False)
    is_group: bool = field(default=False, compare=False)

    @property
    def round_id(self) -> RoundId:
        """The round, as it stands on the page."""
        return RoundId(self.stage, self.group, self.round)

    @property
    def counts_for_standings(self) -> bool:
        """Whether the matches here are those of a group."""
        # "Region I / First leg": a leg belongs to a tie, even where no heading names a round
        is_of_ties = self.leg is not None or self.round_kind in {"play-off", "knock-out"}
        return self.is_group or not is_of_ties

    def in_group(self) -> "Place":
        """Return the place of matches of clubs that all meet, whatever the headings say."""
        return replace(
            self, group=self.whole_group, round=self.round_inside, round_kind=None, is_group=True
        )


def place(
    section: Section,
    page_title: str,
    stated_round: str | None = None,
) -> Place:
    """Return the place of a fact; above the first heading the page itself is the stage.

    stated_round: the round that the fact names itself, such as a box with `|round=Fecha 2`
    """
    stage, *subheadings = section or (page_title,)
    headings = [heading for heading in subheadings if not _is_content_heading(heading)]
    leg = _leg_number(headings[-1]) if headings else None
    # "Semifinals / First leg": the round is the heading above the leg
    if leg is not None:
        headings.pop()
    if leg is None and stated_round and _is_knock_out(headings[-1] if headings else stage):
        leg = _leg_number(stated_round)
        # "Semifinales" and a row "Ida" of its table
        stated_round = stated_round if leg is None else None
    rounds = _rounds_of_headings(headings, has_label=bool(stated_round))
    if stated_round and not _is_said_above(stated_round, [stage, *rounds]):
        rounds.append(stated_round)
    round_name, round_inside = _outer_and_inner_round(stage, rounds)
    groups = [heading for heading in headings if heading not in rounds]
    whole_group = [heading for heading in headings if heading in {*groups, round_name}]
    return Place(
        stage=stage,
        group=" / ".join(groups) or None,
        round=round_name,
        # "Semifinals" as a stage of its own: its matches have no other round
        round_kind=round_kind(round_name or stage),
        leg=leg,
        round_inside=round_inside,
        whole_group=" / ".join(whole_group) or None,
    )


def _rounds_of_headings(headings: Sequence[str], *, has_label: bool) -> list[str]:
    """Return the headings that name rounds, outermost first; none of them is a group."""
    rounds: list[str] = []
    for number, heading in enumerate(headings, 1):
        is_last = number == len(headings) and not has_label
        # "First phase / Group A": the phase has groups, so it is no round of ties
        if round_kind(heading) is not None and (is_last or not is_phase(heading)):
            rounds.append(heading)
    return rounds


def _outer_and_inner_round(stage: str, rounds: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the round that decides what is played, and a day of a league below it if any.

    returns: None for the outer round if the stage is the round
    """
    if not rounds:
        return None, None
    *outer_rounds, inner = rounds
    knock_outs = [name for name in outer_rounds if _is_knock_out(name)]
    # "Regional Stage / Semifinals / Llave 1"
    if is_tie_label(inner) and knock_outs:
        return knock_outs[-1], None
    if _is_knock_out(inner) or is_tie_label(inner):
        return inner, None
    # "Finalísima / Fecha 1": two legs of a final, or a group that all clubs play in
    if knock_outs:
        return knock_outs[-1], inner
    if _is_knock_out(stage) and not is_phase(stage):
        return None, inner
    return inner, None


def _is_knock_out(name: str) -> bool:
    return round_kind(name) in {"knock-out", "play-off"} and not is_tie_label(name)


def _is_said_above(label: str, names: Iterable[str]) -> bool:
    """Whether a heading names the round of the label, or the label names none below a heading."""
    for name in names:
        if round_kind(name) is None:
            continue
        # "=== Fecha 2 ===" and a row "2ª fecha"; below it `|competición=Copa Perú` says nothing
        if name_same_round(name, label) or round_kind(label) is None:
            return True
    return False


def _is_content_heading(heading: str) -> bool:
    # "Grau vs Ugarte play-off" has the form of both; it is a round
    if round_kind(heading) is not None:
        return False
    return _CONTENT_HEADING.fullmatch(fold(heading)) is not None


def _leg_number(heading: str) -> int | None:
    folded = fold(heading)
    if _FIRST_LEG.fullmatch(folded):
        return 1
    if _SECOND_LEG.fullmatch(folded):
        return 2
    return None


def settle_sections(facts: Iterable[Fact], page_title: str) -> Sequence[Fact]:
    """Return the facts with matchdays below their stages, and groups of labels as headings."""
    return move_groups_into_sections(move_matchdays_into_stages(facts, page_title), page_title)


def move_matchdays_into_stages(facts: Iterable[Fact], page_title: str) -> Sequence[Fact]:
    """Return the facts, with a matchday that stands as a stage put below the stage before it.

    The stage before is the last outermost heading with a match, tie or table, else the page.
    """
    moved_facts: list[Fact] = []
    stage = page_title
    for fact in facts:
        outermost = fact.section[0] if fact.section else page_title
        # "== Final Stage ==", "== Round 1 ==": the heading of the round is a level too high
        if round_kind(outermost) == "matchday":
            moved_facts.append(replace(fact, section=(stage, *fact.section)))
            continue
        if isinstance(fact, MatchFact | TieFact | StandingFact):
            stage = outermost
        moved_facts.append(fact)
    return moved_facts


def move_groups_into_sections(facts: Iterable[Fact], page_title: str) -> Sequence[Fact]:
    """Return the facts, each with the group of its table's label as if it were a heading."""
    moved_facts: list[Fact] = []
    for fact in facts:
        if isinstance(fact, MatchFact | TieFact | StandingFact) and fact.group:
            section = _section_with_group(fact.section or (page_title,), fact.group)
            moved_facts.append(replace(fact, section=section))
        else:
            moved_facts.append(fact)
    return moved_facts


def _section_with_group(section: Section, group: str) -> Section:
    """Return the section with the parts of the group that no heading of it names."""
    folded_headings = {fold(heading) for heading in section}
    # "Región I – Grupo B" below the heading "Región I": Grupo B
    parts = [part for part in group.split(" – ") if fold(part) not in folded_headings]
    *outer_headings, last_heading = section
    # "Semifinales", and Grupo A in a table below it: the semifinals of Grupo A
    if outer_headings and round_kind(last_heading) is not None:
        return (*outer_headings, *parts, last_heading)
    return (*section, *parts)


def is_local(stage: str) -> bool:
    """Whether the stage is played inside regions, departments, provinces or districts."""
    return _PART_OF_THE_COUNTRY.search(fold(stage)) is not None
