"""Which team a column of a grid is: by name, by link, by short name or code, else by its place."""

import re
from collections.abc import Callable, Sequence

from pipeline.domain.keys import fold
from pipeline.extract.parsing.template_call import Quote

_WORD = re.compile(r"[^\W_]+")
_LONGEST_CODE = 5  # letters: `ALF`, `HUAN`


def assign_columns_to_teams(
    headers: Sequence[Quote], teams: Sequence[Quote]
) -> tuple[int, ...] | None:
    """Return for each header the position of its team; None if they are not these teams."""
    positions = _assign_by_name(headers, teams)
    if positions is not None:
        return positions
    # `1 | 2 | 3`, or codes that fit several teams: the columns follow the rows
    if len(headers) != len(teams):
        return None
    for position, header in enumerate(headers):
        candidates = _find_candidates(header, teams, _is_name)
        if candidates and position not in candidates:
            return None
    # columns headed by anything else, such as `Ciudad`, are no teams
    if all(_is_number(header.text) or _is_code(header.text) for header in headers):
        return tuple(range(len(teams)))
    return None


def _assign_by_name(headers: Sequence[Quote], teams: Sequence[Quote]) -> tuple[int, ...] | None:
    """Return the positions if each header means one team, and no two the same."""
    positions = []
    for header in headers:
        candidates_by_form = [
            _find_candidates(header, teams, means)
            for means in (_is_name, _is_short_name, _is_code_of)
        ]
        candidates = next(filter(None, candidates_by_form), [])
        if len(candidates) != 1:
            return None
        positions.append(candidates[0])
    if len(set(positions)) != len(positions):
        return None
    return tuple(positions)


def _find_candidates(
    header: Quote, teams: Sequence[Quote], means: Callable[[Quote, Quote], bool]
) -> list[int]:
    return [position for position, team in enumerate(teams) if means(header, team)]


def _is_name(header: Quote, team: Quote) -> bool:
    """Whether the header is the team's name, or links to it: `[[Sport Huancayo|HUA]]`."""
    header_names = {fold(header.text), fold(header.link or header.text)}
    team_names = {fold(team.text), fold(team.link or team.text)}
    return not header_names.isdisjoint(team_names)


def _is_short_name(header: Quote, team: Quote) -> bool:
    """Whether the words of the header begin words of the name: `S. Huancayo`, `Huancayo`."""
    words = _WORD.findall(fold(header.text))
    words_of_team = iter(_WORD.findall(fold(team.text)))
    if not words:
        return False
    # each word of the header is looked for behind the one before it
    return all(any(other.startswith(word) for other in words_of_team) for word in words)


def _is_code_of(header: Quote, team: Quote) -> bool:
    """Whether the letters of a code stand in the name in this order: `UTC`, `HYO` of `Huancayo`."""
    if not _is_code(header.text):
        return False
    letters = fold(header.text).replace(".", "").replace(" ", "")
    words = _WORD.findall(fold(team.text))
    begins_word = any(word.startswith(letters[0]) for word in words)
    letters_of_team = iter("".join(words))
    return begins_word and all(letter in letters_of_team for letter in letters)


def _is_code(text: str) -> bool:
    letters = text.replace(".", "").replace(" ", "")
    return 1 < len(letters) <= _LONGEST_CODE and letters.isalnum() and letters.upper() == letters


def _is_number(text: str) -> bool:
    return text.strip(".ºª° ").isdigit()
