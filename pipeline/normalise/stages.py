"""Where on the page a fact stands: its stage, group and round, from the headings above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.domain.folding import fold
from pipeline.facts import Fact, MatchFact, Section, StandingFact, TieFact

RoundKind = Literal["matchday", "play-off", "knock-out"]

_KINDS: tuple[tuple[RoundKind, re.Pattern[str]], ...] = (
    ("matchday", re.compile(r"(?:round|matchday|match day|fecha|jornada)s? ?(?:no\.? ?)?\d+")),
    ("matchday", re.compile(r"\d+(?:st|nd|rd|th|a|o|°|\.a|\.o)? (?:round|matchday|fecha|jornada)")),
    (
        "play-off",
        re.compile(
            r"(?:[\w-]+ ){0,3}play-?offs?|.+ vs?\.? .+\bplay-?off\b.*|tie-?breakers?"
            r"|(?:partidos? (?:de )?)?desempates?|definicion|partidos? extras?"
        ),
    ),
    (
        "knock-out",
        re.compile(
            r"(?:grand |gran |(?:\w+ )?(?:zone|zona|zonal|area|regional|national) )?finals?"
            r"|final(?:es)? (?:regional|zonal|nacional|departamental|provincial)(?:es)?|finalisima"
            r"|semi[- ]?finals?|semifinales"
            r"|quarter[- ]?finals?|cuartos(?: de final)?|octavos(?: de final)?"
            r"|\w+avos(?: de final)?|(?:ronda|fase|etapa) (?:previa|preliminar|eliminatoria)"
            r"|(?:round of|last) \d+|third[- ]place(?: match| play-?off)?"
            r"|(?:first|second|third|preliminary|knock-?out) (?:round|phase)|llaves? ?\d*"
        ),
    ),
)


_DECIDING = re.compile(r"(?:grand |gran |national )?finals?|finalisima")
_CONSOLATION = re.compile(r"\bthird\b|\b3rd\b|\btercer\b")
_LOCAL = re.compile(r"\b(?:regi|depart|provinc|distri|zona|liga)")

_LEGS = (
    re.compile(r"(?:first|1st|primera?|1ra|1a) (?:leg|match)e?s?|(?:partidos? de )?ida"),
    re.compile(r"(?:second|2nd|segund[ao]|2da|2a) (?:leg|match)e?s?|(?:partidos? de )?vuelta"),
)

# what a section shows, not whose it is: `Group A / Standings` is Group A
_SHOWN = re.compile(
    r"(?:final |league |group )?(?:standings?|(?:league )?tables?|results?|matches|fixtures)"
    r"|tabla(?: de)?(?: posiciones)?(?: final)?|(?:tabla de )?posiciones|clasificacion(?: final)?"
    r"|resultados|partidos|encuentros|.+ (?:vs?\.?|contra) .+"
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


def place(section: Section, title: str, round_stated: str | None = None) -> Place:
    """Return the place of a fact; above the first heading the page itself is the stage."""
    stage, *below = section or (title,)
    rest = [heading for heading in below if round_kind(heading) or not _is_shown(heading)]
    leg = _leg(rest[-1]) if rest else None
    if leg:
        rest.pop()
    round_name = round_stated
    if not round_name and rest and round_kind(rest[-1]):
        round_name = rest.pop()
        if round_kind(round_name) == "play-off" and rest and round_kind(rest[-1]):
            rest.pop()  # of that round: `Quarterfinals / Tiebreaker`
    kind = round_kind(round_name) if round_name else round_kind(stage)
    return Place(stage, " / ".join(rest) or None, round_name, kind, leg)


def _is_shown(heading: str) -> bool:
    return _SHOWN.fullmatch(fold(heading)) is not None


def _leg(heading: str) -> int | None:
    folded = fold(heading)
    return next((n for n, form in enumerate(_LEGS, 1) if form.fullmatch(folded)), None)


def in_stages(facts: Sequence[Fact], title: str) -> list[Fact]:
    """Return the facts, with a round that stands as a stage below the stage before it.

    The stage before is the last section of its own with a match, tie or table, else the page.
    """
    placed: list[Fact] = []
    stage = title
    for fact in facts:
        top = fact.section[0] if fact.section else title
        if round_kind(top) == "matchday":
            placed.append(replace(fact, section=(stage, *fact.section)))
            continue
        if isinstance(fact, MatchFact | TieFact | StandingFact):
            stage = top
        placed.append(fact)
    return placed


def round_kind(text: str) -> RoundKind | None:
    """Return what kind of round the text names, None if it names none."""
    folded = fold(text)
    return next((kind for kind, form in _KINDS if form.fullmatch(folded)), None)


def is_play_off(name: str | None) -> bool:
    """Whether the round settles what other matches left open."""
    return name is not None and round_kind(name) == "play-off"


def is_deciding(name: str | None) -> bool:
    """Whether the round or stage is the one that gives the champion."""
    return name is not None and _DECIDING.fullmatch(fold(name)) is not None


def is_consolation(name: str | None) -> bool:
    """Whether the round is for those who lost, such as a match for third place."""
    return name is not None and _CONSOLATION.search(fold(name)) is not None


def is_local(stage: str) -> bool:
    """Whether the stage is played inside regions, departments, provinces or districts."""
    return _LOCAL.search(fold(stage)) is not None
