"""Brackets, by place or by name: witnesses of matches told elsewhere, never matches themselves."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from pipeline.domain.keys import fold
from pipeline.extract.parsing.template_call import BLANK, Call, Quote
from pipeline.facts import BracketFact, Fact

# A bracket has hundreds of teams at most: a longer number is no size, no place and no count.
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_MODULE_FUNCTION = re.compile(r"main|N\d+", re.IGNORECASE)
_MOST_ROUNDS = 9
_DEFAULT_TEAMS = 2
_TEAM_PARAMETER = re.compile(r"(?P<round>.+?)-?(?:team|equipo)0*(?P<place>\d{1,3})")
_SCORE_PARAMETER = re.compile(r"(?P<round>.+?)-?(?:score|goles)0*(?P<place>\d{1,3})(?!\d).*")
# what stands for the score of one team: `2`, `(4)`, `2 (5)`, `–`, `w/o`, or a blank
_SCORE_OF_TEAM = re.compile(r"(?:[(\[]?\d.*|[-–—−]|w\.?/?o\.?)?", re.IGNORECASE)
# where the team comes from: `1: Alfa`, `2. Alfa`, `(8) Beta`, `#3 Gama`, `[4] Delta`, and from a
# group, `A2: Alfa`, `2A: Alfa`; `2 de Mayo` and `1. FC` are names, `1. Grupo A` is a place there
_SEED = re.compile(
    r"^(?:(?:\d{1,3}|[A-P]\d|\d[A-P])\s*[:)]|[(\[]\d{1,3}[)\]]|#\d{1,3}\b"
    r"|\d{1,3}\.(?=\s)(?!\s*(?:FC|FSV|SV|Grupo|Group|Zona|Serie|Regi[oó]n)\b))\s*"
)
_SEED_BEHIND = re.compile(r"(?:[(\[]\d{1,3}[)\]]|#\d{1,3})$")
# how the team went on: `Alfa (p)`, `(a.e.t.)`; `(A)` is Ayacucho, `(P)` may be Pacucha: they stay
_MARK = re.compile(
    r"\((?:p|pp|ps|p\.|(?i:pens?\.?|penales|penaltis|a\.?e\.?t\.?|t\.?\s?[esp]\.?"
    r"|pr[oó]rroga|g\.?v\.?|w\.?/?o\.?))\)"
)
_NO_TEAM = frozenset({"", "-", "–", "—", "−", "?", "bye", "libre", "tbd", "por definir"})
# how many matches a round has -> the parameter of its label, in the Spanish brackets
_SPANISH_ROUNDS = {1: "final", 2: "semifinal", 4: "cuartos", 8: "octavos", 16: "dieciseisavos"}

QuotesByPlace = dict[int, list[Quote]]


def read_by_place(call: Call) -> list[Fact]:
    """Return the places of `{{RoundN|date and place|team|score|team|score|…}}`.

    Rounds follow each other, each half as long as the one before; what is left is the match for
    third place.
    """
    quotes = [quote for _, quote in call.positional()]
    team_count = _read_team_count(call, quotes)
    # `#invoke:RoundN|N8|…`, `#invoke:RoundN|main|…`: no part of the first match
    if quotes and _MODULE_FUNCTION.fullmatch(quotes[0].text):
        quotes = quotes[1:]
    scores_per_team = _read_scores_per_team(call, quotes)
    if _begins_with_blank(quotes, scores_per_team):
        quotes = quotes[1:]
    round_labels = _read_round_labels(call, team_count)
    facts: list[Fact] = []
    for place in _split_into_places(quotes, scores_per_team):
        _, team1, *scores1 = place[: 2 + scores_per_team]
        team2, *scores2 = place[2 + scores_per_team :]
        round_label = next(round_labels, None)
        scores = [quote.text for quote in (*scores1, *scores2)]
        facts.extend(_build_fact(call, round_label, team1, team2, scores))
    return facts


def read_by_name(call: Call) -> list[Fact]:
    """Return the places of `|RD1-team1=|RD1-score1=…` and `|RD1-equipo1=|RD1-goles1=…`."""
    teams_by_round = _collect_by_round(call, _TEAM_PARAMETER)
    scores_by_round = _collect_by_round(call, _SCORE_PARAMETER)
    facts: list[Fact] = []
    for round_name, teams in teams_by_round.items():
        scores = scores_by_round.get(round_name, {})
        facts.extend(_read_round(call, round_name, teams, scores))
    return facts


def _read_team_count(call: Call, quotes: Sequence[Quote]) -> int:
    """Return how many teams begin: `Round8` says it, of `#invoke:RoundN` the first value."""
    number = _NUMBER.search(call.name)
    if number is None and quotes:
        number = _NUMBER.search(quotes[0].text)
    # `|columns=3`: quarter-finals, semi-finals, final
    columns = _NUMBER.fullmatch(call.text("columns") or "")
    if columns is not None:
        return 1 << min(int(columns[0]), _MOST_ROUNDS)
    if number is None:
        return _DEFAULT_TEAMS
    return int(number[0])


def _read_scores_per_team(call: Call, quotes: Sequence[Quote]) -> int:
    """Return how many scores stand beside a team: `|score-boxes=2` for two legs, else one."""
    boxes = call.text("score-boxes") or ""
    number = _NUMBER.search(boxes)
    if number is None:
        return 1
    count = int(number[0]) or 1
    # `|score-boxes=2+sum`: the template adds up the sum, unless it is written as well
    if "+" in boxes and not _has_scores_in_place(quotes, count):
        return count + 1
    return count


def _begins_with_blank(quotes: Sequence[Quote], scores_per_team: int) -> bool:
    """Whether a blank stands before the first match, as in `|columns=2|` at the end of a line.

    `||Alfa|2|Beta|1` is a match without a date: its blank is no value too many.
    """
    if not quotes or quotes[0].text:
        return False
    # Read with the blank, `1 November – Lima` were a team and `Alfa` its score.
    as_it_stands = _has_scores_in_place(quotes, scores_per_team)
    without_blank = _has_scores_in_place(quotes[1:], scores_per_team)
    return without_blank and not as_it_stands


def _has_scores_in_place(quotes: Sequence[Quote], scores_per_team: int) -> bool:
    """Whether each value of the first match that should be a score is one, or blank."""
    width = 3 + 2 * scores_per_team
    scores = [*quotes[2 : 2 + scores_per_team], *quotes[3 + scores_per_team : width]]
    return all(_SCORE_OF_TEAM.fullmatch(score.text) for score in scores)


def _split_into_places(quotes: Sequence[Quote], scores_per_team: int) -> Iterator[Sequence[Quote]]:
    """Yield the values of each place: date, team 1, its scores, team 2, its scores."""
    width = 3 + 2 * scores_per_team
    for start in range(0, len(quotes), width):
        place = quotes[start : start + width]
        # `|12 December|Alfa||Beta}}`: the last score is not written yet
        blanks = [BLANK] * (width - len(place))
        yield [*place, *blanks]


def _read_round_labels(call: Call, team_count: int) -> Iterator[str | None]:
    """Yield the label of each place: of eight teams four times `RD1`, twice `RD2`, once `RD3`."""
    match_count = team_count // 2
    round_number = 1
    while match_count:
        label = call.text(f"RD{round_number}")
        yield from repeat(label, match_count)
        match_count //= 2
        round_number += 1
    yield call.text("Consol", "consol")


def _collect_by_round(call: Call, form: re.Pattern[str]) -> dict[str, QuotesByPlace]:
    """Return the values of the parameters of the form by round and place, in page order."""
    quotes_by_round: dict[str, QuotesByPlace] = {}
    for numbered in call.names_of_form(form):
        # `RD1-score1-2` is a further score of place 1 in round `RD1`
        quotes_by_place = quotes_by_round.setdefault(numbered["round"], {})
        quotes_by_place.setdefault(int(numbered["place"]), []).append(call.quote(numbered[0]))
    return quotes_by_round


def _read_round(
    call: Call, round_name: str, teams: QuotesByPlace, scores: QuotesByPlace
) -> Iterator[Fact]:
    label = _read_label_of_round(call, round_name, teams)
    # teams 1 and 2 meet, teams 3 and 4, and so on
    odd_places = sorted(place for place in teams if place % 2)
    for place in odd_places:
        # `|RD1-team1=…|RD1-team01=…` name one place: the later one counts
        team1 = teams[place][-1]
        team2 = teams.get(place + 1, [BLANK])[-1]
        scores1 = [quote.text for quote in scores.get(place, [])]
        scores2 = [quote.text for quote in scores.get(place + 1, [])]
        printed_scores = _pad_to_one_length(scores1, scores2)
        yield from _build_fact(call, label, team1, team2, printed_scores)


def _read_label_of_round(
    call: Call, round_name: str, teams: Mapping[int, Sequence[Quote]]
) -> str | None:
    """Return what `|RD1=` says; in a Spanish bracket `|semifinal=`, by the count of matches."""
    match_count = (max(teams) + 1) // 2
    return call.text(round_name) or call.text(_SPANISH_ROUNDS.get(match_count, ""))


def _pad_to_one_length(scores1: Sequence[str], scores2: Sequence[str]) -> list[str]:
    """Return the scores of team 1, then as many of team 2; blanks stand for those left out."""
    length = max(len(scores1), len(scores2))
    blanks1 = [""] * (length - len(scores1))
    blanks2 = [""] * (length - len(scores2))
    return [*scores1, *blanks1, *scores2, *blanks2]


def _build_fact(
    call: Call, label: str | None, team1: Quote, team2: Quote, scores: Sequence[str]
) -> list[Fact]:
    """Return the place; none where neither team is known yet."""
    name1 = _name_without_marks(team1.text)
    name2 = _name_without_marks(team2.text)
    if name1 is None and name2 is None:
        return []
    has_scores = any(scores)
    return [
        BracketFact(
            section=call.section,
            span=call.span,
            round=label,
            team1=name1,
            team2=name2,
            scores=tuple(scores) if has_scores else (),
        )
    ]


def _name_without_marks(text: str) -> str | None:
    """Return the club without its seed and marks, None where the place names no club."""
    name = _MARK.sub("", text).strip()
    name = _SEED_BEHIND.sub("", _SEED.sub("", name)).strip()
    if fold(name) in _NO_TEAM:
        return None
    return name
