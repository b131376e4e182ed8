"""Which stage, group and round the headings above a fact mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.domain.folding import fold
from pipeline.facts import Fact, MatchFact, Section, StandingFact, TieFact

RoundKind = Literal["matchday", "play-off", "knock-out"]


def _any_of(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


# folded headings, each matched as a whole; the first kind that fits counts
_ROUND_KINDS: dict[RoundKind, re.Pattern[str]] = {
    "matchday": _any_of(
        # "Round 5", "Fecha 2", "Matchday no. 3"
        r"(?:round|matchday|match day|fecha|jornada)s? ?(?:no\.? ?)?\d+",
        # "1st round", "2a fecha"
        r"\d+(?:st|nd|rd|th|a|o|°|\.a|\.o)? (?:round|matchday|fecha|jornada)",
    ),
    "play-off": _any_of(
        # "Playoff", "Title play-off"
        r"(?:[\w-]+ ){0,3}play-?offs?",
        # "Grau vs Ugarte play-off for the first place"
        r".+ vs?\.? .+\bplay-?off\b.*",
        r"tie-?breakers?",
        r"(?:partidos? (?:de )?)?desempates?",
        r"definicion",
        r"partidos? extras?",
    ),
    "knock-out": _any_of(
        # "Final", "Grand final", "Regional Final"; "Final Stage" is no round
        r"(?:grand |gran |(?:\w+ )?(?:zone|zona|zonal|area|regional|national) )?finals?",
        r"final(?:es)? (?:regional|zonal|nacional|departamental|provincial)(?:es)?",
        r"finalisima",
        r"semi[- ]?finals?",
        r"semifinales",
        r"quarter[- ]?finals?",
        # "Cuartos de final", "Octavos", "Dieciseisavos de final"
        r"cuartos(?: de final)?",
        r"octavos(?: de final)?",
        r"\w+avos(?: de final)?",
        r"(?:ronda|fase|etapa) (?:previa|preliminar|eliminatoria)",
        r"(?:round of|last) \d+",
        r"third[- ]place(?: match| play-?off)?",
        r"(?:first|second|third|preliminary|knock-?out) (?:round|phase)",
        # "Llave 3"
        r"llaves? ?\d*",
    ),
}

_NATIONAL_FINAL = re.compile(r"(?:grand |gran |national )?finals?|finalisima")
_CONSOLATION = re.compile(r"\bthird\b|\b3rd\b|\btercer\b")
_PART_OF_THE_COUNTRY = re.compile(r"\b(?:regi|depart|provinc|distri|zona|liga)")

_FIRST_LEG = re.compile(r"(?:first|1st|primera?|1ra|1a) (?:leg|match)e?s?|(?:partidos? de )?ida")
_SECOND_LEG = re.compile(
    r"(?:second|2nd|segund[ao]|2da|2a) (?:leg|match)e?s?|(?:partidos? de )?vuelta"
)

# "Group A / Standings" is Group A: such a heading says what the section shows, not whose it is
_CONTENT_HEADING = _any_of(
    r"(?:final |league |group )?(?:standings?|(?:league )?tables?|results?|matches|fixtures)",
    r"tabla(?: de)?(?: posiciones)?(?: final)?",
    r"(?:tabla de )?posiciones",
    r"clasificacion(?: final)?",
    r"resultados",
    r"partidos",
    r"encuentros",
    # "Grau vs Ugarte", above the box of that match
    r".+ (?:vs?\.?|contra) .+",
)


@dataclass(frozen=True, slots=True)
class Place:
    """The stage, the group inside it and the round; None where the headings have none.

    leg: 1 or 2 where a heading names the leg of ties
    """

    stage: str
    group: str | None
    round: str | None
    round_kind: RoundKind | None
    leg: int | None = None


def place(section: Section, page_title: str, stated_round: str | None = None) -> Place:
    """Return the place of a fact; above the first heading the page itself is the stage.

    stated_round: the round that the fact names itself, such as a box with `|round=Fecha 2`
    """
    stage, *subheadings = section or (page_title,)
    headings = [heading for heading in subheadings if not _is_content_heading(heading)]
    leg = _leg_number(headings[-1]) if headings else None
    # "Semifinals / First leg": the round is the heading above the leg
    if leg is not None:
        headings.pop()
    round_name = stated_round or _take_round(headings)
    # "Semifinals" as a stage of its own: its matches have no other round
    kind = round_kind(round_name or stage)
    group = " / ".join(headings) or None
    return Place(stage, group, round_name, kind, leg)


def _take_round(headings: list[str]) -> str | None:
    """Take the round from the end of the headings; return None and take nothing without one."""
    if not headings or round_kind(headings[-1]) is None:
        return None
    round_name = headings.pop()
    # "Region I / Quarterfinals / Tiebreaker": the quarterfinals are no group of the tiebreaker
    is_below_round = bool(headings) and round_kind(headings[-1]) is not None
    if is_below_round and round_kind(round_name) == "play-off":
        headings.pop()
    return round_name


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


def round_kind(text: str) -> RoundKind | None:
    """Return what kind of round the text names, None if it names none."""
    folded = fold(text)
    for kind, form in _ROUND_KINDS.items():
        if form.fullmatch(folded):
            return kind
    return None


def is_play_off(name: str | None) -> bool:
    """Whether the round settles what other matches left open."""
    return name is not None and round_kind(name) == "play-off"


def is_national_final(name: str | None) -> bool:
    """Whether the round or stage is the final that gives the champion; a regional one is not."""
    return name is not None and _NATIONAL_FINAL.fullmatch(fold(name)) is not None


def is_consolation(name: str | None) -> bool:
    """Whether the round is for those who lost, such as a match for third place."""
    return name is not None and _CONSOLATION.search(fold(name)) is not None


def is_local(stage: str) -> bool:
    """Whether the stage is played inside regions, departments, provinces or districts."""
    return _PART_OF_THE_COUNTRY.search(fold(stage)) is not None
