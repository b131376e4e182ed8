"""The key of a provisional club, which stands in for one that nothing settles in its season."""

from pipeline.domain.keys import slug
from pipeline.domain.match import PROVISIONAL


def provisional_key(season: str, *parts: str) -> str:
    """Return a key such as `provisional-2008-grau`."""
    return "-".join([PROVISIONAL, slug(season), *map(slug, parts)])
