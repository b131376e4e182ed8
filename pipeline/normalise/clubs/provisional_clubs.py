"""A provisional club stands in for one that nothing settles; it is a club of its season only."""

from pipeline.domain.keys import slug
from pipeline.domain.match import Club

_PREFIX = "provisional"


def provisional_key(season: str, *parts: str) -> str:
    """Return a key such as `provisional-2008-grau`."""
    return "-".join([_PREFIX, slug(season), *map(slug, parts)])


def is_provisional(club: Club) -> bool:
    """Whether the club stands in for one that nothing settles."""
    return club.key.startswith(f"{_PREFIX}-")
