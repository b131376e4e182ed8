"""Where on the page a fact stands: its stage, group and round, from the headings above it."""

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.domain.names import fold
from pipeline.facts import Section

RoundKind = Literal["matchday", "play-off", "knock-out"]

_KINDS: tuple[tuple[RoundKind, re.Pattern[str]], ...] = (
    ("matchday", re.compile(r"(?:round|matchday|match day|fecha|jornada)s? ?(?:no\.? ?)?\d+")),
    ("matchday", re.compile(r"\d+(?:st|nd|rd|th|a|o|°|\.a|\.o)? (?:round|matchday|fecha|jornada)")),
    (
        "play-off",
        re.compile(
            r"(?:first[- ]place |championship |title )?"
            r"(?:play-?offs?|tie-?breakers?|desempates?|definicion|partido extra)"
        ),
    ),
    (
        "knock-out",
        re.compile(
            r"(?:regional |grand |gran )?finals?|finalisima|semi-?finals?|semifinales"
            r"|quarter-?finals?|cuartos(?: de final)?|octavos(?: de final)?"
            r"|dieciseisavos(?: de final)?|round of (?:16|32)|third[- ]place(?: match| play-?off)?"
            r"|(?:first|second|third|preliminary|knock-?out) (?:round|phase)|llaves? ?\d*"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """The stage, the group inside it and the round; None where the headings have none."""

    stage: str
    group: str | None
    round: str | None
    round_kind: RoundKind | None


def place(section: Section, title: str, round_stated: str | None = None) -> Place:
    """Return the place of a fact; above the first heading the page itself is the stage."""
    stage, *rest = section or (title,)
    round_name = round_stated
    if not round_name and rest and round_kind(rest[-1]):
        round_name = rest.pop()
    kind = round_kind(round_name) if round_name else round_kind(stage)
    return Place(stage, " / ".join(rest) or None, round_name, kind)


def round_kind(text: str) -> RoundKind | None:
    """Return what kind of round the text names, None if it names none."""
    folded = fold(text)
    return next((kind for kind, form in _KINDS if form.fullmatch(folded)), None)
