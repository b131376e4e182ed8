"""The forms in which one line states one match: the score between the teams, after or before."""

import re
from typing import NamedTuple

from pipeline.extract.text.day_and_place import is_day
from pipeline.extract.text.line_details import is_detail
from pipeline.extract.text.team_name import is_team_name
from pipeline.values.scores import parse_score

LONGEST_LINE = 250  # characters that a reader sees; a longer line is a text
_DASH = r"[-–—−:]"
_GOALS = rf"\d{{1,2}}\s?{_DASH}\s?\d{{1,2}}"
# what stands where the score would be: `A w.o. B`, `A (W.O.) B`, `A suspendido B`
_WALKOVER = r"w\.?\s?o\.?|w/o\.?|walk-?over"
_FATE = (
    rf"{_WALKOVER}|susp\.|suspendido|suspended|abandoned|abandonado|anulado|annulled|cancell?ed"
    r"|cancelado|postponed|postergado|aplazado|awarded"
)
_EXTRA_TIME = r"a\.?e\.?t\.?|t\.?\s?s\.?|after extra time|en tiempo suplementario"
_SHOOT_OUT = (
    r"\(?\d{1,2}\s?[-–—−:]\s?\d{1,2}\)?\s?(?:on |en |por |in )?(?:the )?(?:pen\w*\.?|p\.?|pp|tp)"
    r"|(?:on |en |por )?pen\w*\.?:?\s\d{1,2}\s?[-–—−:]\s?\d{1,2}"
)
_BRACKETS = r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]))*"
# `2(4) – 2(3)`, `(4) 2–2 (3)`: the shoot-out beside the goals of each side
_GOALS_WITH_SHOOT_OUT = (
    rf"(?:\(\d{{1,2}}\)\s?\d{{1,2}}|\d{{1,2}}\s?\(\d{{1,2}}\))\s?{_DASH}"
    r"\s?(?:\(\d{1,2}\)\s?\d{1,2}|\d{1,2}\s?\(\d{1,2}\))"
)
# `PG - PP`: lost and won by a decision
_BY_DECISION = r"P[PGE]\s?[-–—−]\s?P[PGE]"
_SCORE = (
    rf"(?:{_GOALS_WITH_SHOOT_OUT}|{_BY_DECISION}|{_GOALS}{_BRACKETS}(?:\s+\(?(?:{_FATE}|{_EXTRA_TIME})\)?)?|\(?(?:{_FATE})\)?"
    rf"|\?\s?{_DASH}\s?\?)"
)

# `Alfa 2–1 Beta`, `Alfa 3-0 w.o. Beta`
_BETWEEN = re.compile(
    rf"(?P<home>.+?)\s+(?P<score>{_SCORE}|\({_GOALS}\))\s+(?P<away>.+)", re.IGNORECASE
)
# `Alfa - Beta 3-0`, `Alfa vs. Beta: 7–5`, `Alfa – Beta w.o.`
_LAST = re.compile(rf"(?P<pair>.+?)(?:\s*[:,]\s*|\s+)(?P<score>{_SCORE})", re.IGNORECASE)
# `3-0 Alfa - Beta`; `15:30 Alfa - Beta` has the hour in front
_FIRST = re.compile(r"(?P<score>\d{1,2}\s?[-–—−]\s?\d{1,2})[:,]?\s+(?P<pair>.+)")
# `Alfa 2, Beta 1`, `Alfa (2) – Beta (1)`
_GOALS_OF_EACH = re.compile(
    r"(?P<home>.+?)[,:]?\s+(?P<home_goals>\d{1,2}|\(\d{1,2}\))(?:\s*[,;]\s*|\s+(?:[-–—−]|vs?\.?)\s+)"
    r"(?P<away>.+?)[,:]?\s+(?P<away_goals>\d{1,2}|\(\d{1,2}\))"
)
_GOALS_WITHOUT_MARK = re.compile(
    r"(?P<home>[^\d]+?)\s+\d{1,2}\s+"
    r"(?:(?P<away>[^\W\d_][^\d]+?)\s+\d{1,2}|a\s+\d{1,2}\s+(?P<last>[^\d]+))"
)
_BETWEEN_TEAMS = re.compile(r"\s+(?:[-–—−]|vs?\.?|x|contra)\s+", re.IGNORECASE)
_NOTE_AT_END = re.compile(
    rf"\s*(?:(?P<bracket>\([^()]*\)|\[[^\[\]]*\])|(?:,\s*|\s+)(?P<bare>{_SHOOT_OUT}|{_EXTRA_TIME}))$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d{1,2}:\d{2}")
_HOLDS_SCORE = re.compile(_GOALS)
_SCORERS = re.compile(r"\d\s?['′’]")  # `(Pérez 10', Gómez 20')`
# `(Pérez 12)`, `(Pérez 12, Ruiz 30pen)`
_SCORER = r"[^\W\d_][^\d,;]{1,30} \d{1,3}[a-z.]{0,4}"
_SCORERS_WITH_MINUTES = re.compile(rf"{_SCORER}(?:[,;]\s*{_SCORER})*")
_LEADERS = re.compile(r"\s?\.{3,}\s?|\s?…+\s?")
_FULL_STOP = re.compile(r"\.$")


class ResultLine(NamedTuple):
    """A match as its line words it.

    separator:  what parts the teams: the score, or a dash between them
    score:      with the notes on the match, such as `1–1 (4–2 p)`
    date:       of a bracket behind the teams
    remarks:    other brackets that are beside the match, without their marks: `en Lima`
    is_certain: false for what may be no match: `Alfa v Beta`, `Alfa 2, Beta 1`
    """

    home: str
    away: str
    separator: str
    score: str
    date: str | None
    remarks: tuple[str, ...]
    is_certain: bool = True


class _Notes(NamedTuple):
    on_match: list[str]
    date: str | None
    remarks: tuple[str, ...]


def read_result(text: str) -> ResultLine | None:
    """Return the match that the text states; None if it is not two names and a result."""
    if len(text) > LONGEST_LINE:
        return None
    # `A 1–0 Beta.` ends a line, `A 1–0 F.B.C.` is an abbreviation
    if text.count(".") == 1:
        text = _FULL_STOP.sub("", text)
    # `Alfa – Beta ..... 2–1`
    text = _LEADERS.sub(" ", text)
    bare_text, notes = _split_notes(text)
    for read_form in (_read_between, _read_last, _read_goals_of_each, _read_pair, _read_first):
        result = read_form(text, bare_text, notes)
        if result is None:
            continue
        status = parse_score(result.score).status
        # `Alfa - Beta 20:05`: an hour, no score of 20 goals against 5
        if status == "played" and _HOUR.match(result.score):
            return None
        # `Alfa - Beta 15:30` is to be played, `Lunes - Viernes 15:30` no match
        if status == "scheduled":
            return result._replace(is_certain=False)
        return result
    return None


def states_goals_of_each(text: str) -> bool:
    """Whether the text is `Alfa 2, Beta 1`, a match where a day or round stands above."""
    if len(text) > LONGEST_LINE:
        return False
    return _read_goals_of_each(text, *_split_notes(text)) is not None


def may_state_goals(text: str) -> bool:
    """Whether the text may be a match without a mark: `Alfa 3 Beta 1`, `Alfa 3 a 1 Beta`."""
    form = None if len(text) > LONGEST_LINE else _GOALS_WITHOUT_MARK.fullmatch(text)
    return form is not None and all(map(is_team_name, filter(None, form.groups())))


def ends_in_result(sentence: str) -> bool:
    """Whether a match stands behind a colon: `Se celebró el 2 de abril: Alfa – Beta 7–5`."""
    _, colon, text = sentence.rpartition(": ")
    return bool(colon) and read_result(text) is not None


def split_teams(pair: str) -> tuple[str, str, str] | None:
    """Return the two teams of `Alfa – Beta` and what parts them; None if that is not certain."""
    separators = list(_BETWEEN_TEAMS.finditer(pair))
    # `Espinosa–Aurora Chancayllo`: a dash without blanks parts names, a hyphen joins one
    if not separators:
        separators = list(re.finditer(r"(?<=[^\W\d_])[–—](?=[^\W\d_])", pair))
    # `Alfa - Beta - Gama`: who plays whom?
    if len(separators) != 1:
        return None
    separator = separators[0]
    home = pair[: separator.start()].strip()
    away = pair[separator.end() :].strip()
    if not is_team_name(home) or not is_team_name(away):
        return None
    return home, away, separator[0].strip()


# Each form is given the text as it is, without the notes at its end, and those.
def _read_between(text: str, _bare_text: str, _notes: _Notes) -> ResultLine | None:
    line = _BETWEEN.fullmatch(text)
    if line is None:
        return None
    away, notes = _split_notes(line["away"])
    if not is_team_name(line["home"]) or not is_team_name(away):
        return None
    # ` 1.Alfa  5  13- 2  12 Champions` is a row of a table
    if line["home"][-1].isdigit() and away[0].isdigit():
        return None
    # `Alfa (2–1) Beta`
    goals = line["score"]
    if _HOLDS_SCORE.fullmatch(goals[1:-1]):
        goals = goals[1:-1]
    score = " ".join([goals, *notes.on_match])
    return ResultLine(
        line["home"], away, line["score"], score, notes.date, notes.remarks, is_certain=True
    )


def _read_last(_text: str, bare_text: str, notes: _Notes) -> ResultLine | None:
    return _read_score_beside_pair(_LAST, bare_text, notes)


def _read_first(_text: str, bare_text: str, notes: _Notes) -> ResultLine | None:
    return _read_score_beside_pair(_FIRST, bare_text, notes)


def _read_score_beside_pair(
    form: re.Pattern[str], bare_text: str, notes: _Notes
) -> ResultLine | None:
    line = form.fullmatch(bare_text)
    if line is None:
        return None
    teams = split_teams(line["pair"])
    if teams is None:
        return None
    home, away, separator = teams
    score = " ".join([line["score"], *notes.on_match])
    return ResultLine(home, away, separator, score, notes.date, notes.remarks)


def _read_pair(_text: str, bare_text: str, notes: _Notes) -> ResultLine | None:
    """Read two teams whose result, if there is one, stands in brackets: `Alfa v Beta (7–5)`."""
    teams = split_teams(bare_text)
    if teams is None:
        return None
    home, away, separator = teams
    if notes.on_match:
        first_note = notes.on_match[0][1:-1]
        score = " ".join([first_note, *notes.on_match[1:]])
        return ResultLine(home, away, separator, score, notes.date, notes.remarks)
    # `Alfa v Beta` is to be played; `Alfa – Beta` may be anything
    if separator.casefold().rstrip(".") not in {"v", "vs"}:
        return None
    return ResultLine(home, away, separator, separator, notes.date, notes.remarks, is_certain=False)


def _read_goals_of_each(text: str, bare_text: str, notes: _Notes) -> ResultLine | None:
    line = _GOALS_OF_EACH.fullmatch(text) or _GOALS_OF_EACH.fullmatch(bare_text)
    if line is None or not is_team_name(line["home"]) or not is_team_name(line["away"]):
        return None
    goals = f"{line['home_goals'].strip('()')}–{line['away_goals'].strip('()')}"
    score = " ".join([goals, *notes.on_match])
    return ResultLine(
        line["home"],
        line["away"],
        line["home_goals"],
        score,
        notes.date,
        notes.remarks,
        is_certain=False,
    )


def _split_notes(text: str) -> tuple[str, _Notes]:
    """Return the text without the notes at its end, such as `(4–2 p)`, `(awarded)`, `(en Lima)`."""
    on_match: list[str] = []
    remarks: list[str] = []
    date = None
    while True:
        note = _NOTE_AT_END.search(text)
        if note is None or not note.start():
            break
        content = (note["bracket"] or note["bare"]).strip("()[]").strip()
        # `A 1–1 B, 4–2 on penalties` reads as `1–1 (4–2 on penalties)`
        if note["bare"] or _is_note_on_match(content):
            on_match.insert(0, f"({content})")
        elif is_day(content):
            date = content
        # `Municipal (Acoria)`: (Acoria) says nothing of the match, it is part of the name
        elif not _is_beside_match(note["bracket"]):
            break
        else:
            remarks.insert(0, content)
        text = text[: note.start()]
    return text, _Notes(on_match, date, tuple(remarks))


def _is_beside_match(bracket: str) -> bool:
    """Whether the bracket tells where it was played or who scored, say; square ones always do."""
    content = bracket[1:-1].strip()
    names_scorers = _SCORERS.search(content) or _SCORERS_WITH_MINUTES.fullmatch(content)
    return bracket.startswith("[") or is_detail(content) or bool(names_scorers)


def _is_note_on_match(note: str) -> bool:
    """Whether the note tells of extra time, penalties, another score, or the fate of the match."""
    score = parse_score(f"0–0 ({note})")
    has_penalties = score.home_penalties is not None
    has_fate = score.status != "played"
    return score.extra_time or has_penalties or has_fate or bool(_HOLDS_SCORE.search(note))
