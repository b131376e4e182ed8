"""Things put together by what they share, and groups of just one."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Shared = TypeVar("Shared", bound=Hashable)


def group_by(
    what_they_share: Callable[[Item], Shared], items: Iterable[Item]
) -> dict[Shared, list[Item]]:
    """Return the items of each group, in their order; the groups in that of their first items."""
    groups: defaultdict[Shared, list[Item]] = defaultdict(list)
    for item in items:
        groups[what_they_share(item)].append(item)
    return dict(groups)


def only_one(items: Collection[Item]) -> Item | None:
    """Return the item if there is just one, else None: nobody says which of several is meant."""
    if len(items) != 1:
        return None
    return next(iter(items))
