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
    # each name once, in page order
    names_by_rules: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for group in season.groups:
        points = f"{group.rules.win} points for a win, {group.rules.draw} for a draw"
        order = ", then ".join(group.rules.tiebreakers)
        rules = f"{points}; level on points: {order} ({group.rules.source})"
        names_by_rules[rules][_name_place(group.stage, group.name)] = None
    for tie in season.ties:
        order = ", then ".join(tie.rules.deciders)
        rules = f"ties are decided by {order} ({tie.rules.source})"
        names_by_rules[rules][_name_place(tie.stage, tie.group)] = None
    for rules, names in names_by_rules.items():
        line = f"{', '.join(names)}: {rules}"
        yield from wrap(line, _WIDTH, subsequent_indent="  ")


def _name_place(stage: str, group: str | None) -> str:
    """Return such as `Regional Stage / Region I`."""
    return " / ".join(filter(None, (stage, group)))
