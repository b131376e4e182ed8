"""Brackets, by place or by name: witnesses of matches told elsewhere, never matches themselves."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.facts import BracketFact, Fact

_SIZE = re.compile(r"\d+")
_SLOT = re.compile(r"(?P<round>.+?)-?(?:team|equipo)0*(?P<place>\d+)")
_SCORE = re.compile(r"(?P<round>.+?)-?(?:score|goles)0*(?P<place>\d+).*")
_SPANISH_ROUNDS = {1: "final", 2: "semifinal", 4: "cuartos", 8: "octavos", 16: "dieciseisavos"}


def by_place(call: Call) -> list[Fact]:
    """Return the places of `{{RoundN|date and place|team|score|team|score|…}}`.

    Rounds follow each other, each half as long as the one before; what is left is the match for
    third place.
    """
    quotes = [quote for _, quote in call.positional()]
    module = bool(quotes) and re.fullmatch(r"N\d+", quotes[0].text) is not None
    size = _size(call, quotes)
    boxes = int((_SIZE.search(call.text("score-boxes") or "") or ["1"])[0]) or 1
    width = 3 + 2 * boxes
    body = quotes[module:]
    rows = [body[at : at + width] for at in range(0, len(body) - width + 1, width)]
    labels = _labels(call, size)
    return [
        fact
        for row in rows
        for fact in _fact(call, next(labels, None), row[1], row[2 + boxes], _scores(row, boxes))
    ]


def by_name(call: Call) -> list[Fact]:
    """Return the places of `|RD1-team1=|RD1-score1=…` and `|RD1-equipo1=|RD1-goles1=…`."""
    teams = _by_round(call, _SLOT)
    scores = _by_round(call, _SCORE)
    return [
        fact for name in teams for fact in _round(call, name, teams[name], scores.get(name, {}))
    ]


def _by_round(call: Call, form: re.Pattern[str]) -> dict[str, dict[int, list[Quote]]]:
    """Return the values of the parameters of the form by round and place, in page order."""
    found: dict[str, dict[int, list[Quote]]] = {}
    for name in call.parameters:
        if slot := form.fullmatch(name):
            places = found.setdefault(slot["round"], {})
            places.setdefault(int(slot["place"]), []).append(call.quote(name))
    return found


def _size(call: Call, quotes: Sequence[Quote]) -> int:
    """Return how many teams begin: `Round8` says it, of `#invoke:RoundN` the first value."""
    found = _SIZE.search(call.name) or _SIZE.search(quotes[0].text if quotes else "")
    return int(found[0]) if found and len(found[0]) < 4 else 2  # noqa: PLR2004 - a bracket has hundreds of teams at most


def _labels(call: Call, size: int) -> Iterator[str | None]:
    number = 1
    while size > 1:
        size //= 2
        yield from [call.text(f"RD{number}")] * size
        number += 1
    yield call.text("Consol", "consol")


def _scores(row: Sequence[Quote], boxes: int) -> list[str]:
    first, second = row[2 : 2 + boxes], row[3 + boxes : 3 + 2 * boxes]
    return [quote.text for quote in chain(first, second)]


def _round(
    call: Call, name: str, teams: dict[int, list[Quote]], scores: dict[int, list[Quote]]
) -> Iterator[Fact]:
    label = call.text(name) or call.text(_SPANISH_ROUNDS.get((max(teams) + 1) // 2, ""))
    for place in sorted(place for place in teams if place % 2):
        sides = [[q.text for q in scores.get(number, [])] for number in (place, place + 1)]
        width = max(map(len, sides))
        printed = [text for side in sides for text in [*side, *[""] * (width - len(side))]]
        team2 = teams.get(place + 1, [BLANK])[-1]
        yield from _fact(call, label, teams[place][-1], team2, printed)


def _fact(
    call: Call, label: str | None, team1: Quote, team2: Quote, scores: Sequence[str]
) -> list[Fact]:
    if not team1.text and not team2.text:
        return []
    return [
        BracketFact(
            section=call.section,
            span=call.span,
            round=label,
            team1=team1.text or None,
            team2=team2.text or None,
            scores=tuple(scores) if any(scores) else (),
        )
    ]
