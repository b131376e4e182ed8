"""The rules of a plan: how groups are ranked and ties decided."""

from collections import defaultdict
from collections.abc import Iterator
from textwrap import wrap

from pipeline.domain.season import Season

_WIDTH = 96


def describe_rules(season: Season) -> Iterator[str]:
    """Yield a line for each set of rules, after the names of the groups or stages that have it.

    "Final Stage: ties are decided by points, then extra-match"
    """
    names_by_rules: defaultdict[str, list[str]] = defaultdict(list)
    for group in season.groups:
        points = f"{group.rules.win} points for a win, {group.rules.draw} for a draw"
        order = ", then ".join(group.rules.tiebreakers)
        rules = f"{points}; level on points: {order} ({group.rules.source})"
        _add_name(names_by_rules[rules], group.stage, group.name)
    for tie in season.ties:
        order = ", then ".join(tie.rules.deciders)
        rules = f"ties are decided by {order} ({tie.rules.source})"
        _add_name(names_by_rules[rules], tie.stage, tie.group)
    for rules, names in names_by_rules.items():
        line = f"{', '.join(names)}: {rules}"
        yield from wrap(line, _WIDTH, subsequent_indent="  ")


def _add_name(names: list[str], stage: str, group: str | None) -> None:
    """Add `Regional Stage / Region I`, once."""
    name = " / ".join(filter(None, (stage, group)))
    if name not in names:
        names.append(name)
