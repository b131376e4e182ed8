"""Which of the groups of a stage is played last, by clubs that came out of the others."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from pipeline.domain.keys import fold
from pipeline.domain.match import Club
from pipeline.domain.meetings import CLUBS_OF_A_TIE
from pipeline.domain.season import Group
from pipeline.domain.tie import Tie
from pipeline.lineage import Span
from pipeline.normalise.rounds import is_phase, round_kind

# "Group A", "Zona Norte", "Región IV": groups that are played side by side
_SIDE_BY_SIDE = re.compile(r"(?:group|grupo|zona|zone|serie|series|region|llave|liga|liguilla) .+")
_END_OF_A_STAGE = re.compile(
    # "Final group", "Liguilla", "Cuadrangular final", "Triangular por el título"
    r".*\bfinal(?:es|isima)?\b.*|liguilla|(?:hexa|penta|tri)gonal\b.*|[ck]uadrangular\b.*"
    r"|triangular\b.*|quadrangular\b.*|(?:championship|title) (?:group|round|play-?offs?)"
    # "Second phase", "Segunda fase", "Fase 2"
    r"|(?:second|third|segunda|tercera|ultima) (?:phase|stage|round|fase|etapa|ronda)"
    r"|(?:phase|fase|etapa) (?:[23]|ii|iii)"
)


def find_last_group(groups: Sequence[Group], ties: Iterable[Tie]) -> Group | None:
    """Return the group that ends its stage, None if groups stand side by side.

    groups: all groups of one stage
    ties:   all ties of it
    """
    if not groups:
        return None
    # "Final group" decides, also where a group for the third place stands below it
    final_groups = [group for group in groups if "final" in fold(group.name or "").split()]
    if len(final_groups) == 1 and _parent(final_groups[0]) is None:
        return None if _is_part(final_groups[0]) else final_groups[0]
    *earlier_groups, last_group = sorted(groups, key=start_of_group)
    if _is_part(last_group) or _stands_beside_another(last_group, earlier_groups):
        return None
    earlier_clubs = set(chain.from_iterable(group.clubs for group in earlier_groups))
    for tie in ties:
        if tie.span < start_of_group(last_group):
            earlier_clubs |= tie.clubs
    return last_group if _ends_stage(last_group, earlier_clubs) else None


def _is_part(group: Group) -> bool:
    # "Final round" and one match below it: the page does not tell the others
    return group.name is not None and len(group.clubs) <= CLUBS_OF_A_TIE


def _stands_beside_another(group: Group, other_groups: Sequence[Group]) -> bool:
    """Whether the group is one of several that are played at one time, by different clubs."""
    # "Zona Norte / Liguilla": another zone has its own
    if _parent(group) is not None:
        return True
    # "Triangular A" and "Triangular B", or two tables of different clubs below one heading
    for other in other_groups:
        if _stem(group) == _stem(other) and group.clubs.isdisjoint(other.clubs):
            return True
    return False


def _parent(group: Group) -> str | None:
    """Return the headings of parts of the country or groups that the group is inside of."""
    *outer_headings, _ = (group.name or "").split(" / ")
    for heading in outer_headings:
        if _SIDE_BY_SIDE.fullmatch(fold(heading)):
            return heading
    return None


def _stem(group: Group) -> str:
    """Return the name without its last word: `Triangular` of `Triangular B`."""
    return fold(group.name or "").rpartition(" ")[0]


def start_of_group(group: Group) -> Span:
    """Return where on the page the group begins."""
    spans = [match.span for match in group.matches]
    spans += [row.span for table in group.published for row in table]
    return min(spans)


def _ends_stage(group: Group, earlier_clubs: set[Club]) -> bool:
    """Whether the last group of a stage on the page is also played last."""
    # "Final Stage" without headings of groups
    if group.name is None:
        return True
    name = fold(group.name.split(" / ")[-1])
    if _END_OF_A_STAGE.fullmatch(name):
        return True
    # "Finalísima", "Desempate" of three clubs; "First phase" is the first of more
    if round_kind(name) is not None and not is_phase(name):
        return True
    # "League table", then "Top four" of four clubs of the league
    return group.clubs <= earlier_clubs and _SIDE_BY_SIDE.fullmatch(name) is None
