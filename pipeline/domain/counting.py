"""Numbers of things in words."""


def count_in_words(number: int, singular: str, plural: str) -> str:
    """Return how many there are of a thing, such as `1 match` or `2 matches`."""
    return f"{number} {singular}" if number == 1 else f"{number} {plural}"
