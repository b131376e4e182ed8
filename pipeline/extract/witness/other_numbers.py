"""Two numbers with a dash or a colon that are no score: a date, a time, a range, part of a code."""

import re

_LONGEST_CONTEXT = 40  # characters before and behind that tell what the numbers are

# `26-09-2010`, `3-4-3`, `1.5-2`, `9/10-11`: a number of more parts than two
_PART_BEFORE = re.compile(r"\d(?:[-–—−/.,]|[ \xa0][-–—−/][ \xa0])$")
_PART_BEHIND = re.compile(r"[-–—−/:]\d|[ \xa0][-–—−/][ \xa0]\d(?!\d?[-–—−])|[.,]\d(?!\d?[-–—−:])")
# `1-0,2-1`, `1–0/2–1`: the first score before the second one
_SCORE_BEFORE = re.compile(r"\d[-–—−:]\d{1,2}[,/]$")
_SCORE_BEHIND = re.compile(r"/\d{1,2}[-–—−:]\d")
# `R1-2`, `U20-21`, `#2-1`: a code; in `Alfa2-1` a name stands before the score
_CODE_BEFORE = re.compile(r"(?:(?:UTC|GMT)[ \xa0]?[-−–+]|(?<![^\W\d_])[^\W\d_]{1,2}|[#_/]|\d[.:])$")
# `12-34.png`, `2-1.html`: the name of a file or an address
_FILE_BEHIND = re.compile(r"[\w–-]{0,20}\.[a-z]{3,4}(?![^\W_])|[-_]\w|/", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:[0-5]\d")
_CLOCK_BEHIND = re.compile(
    r"(?:[ \xa0]|&nbsp;)?(?:h|hs|hrs|hours|horas|a\.?m|p\.?m|utc|gmt|local)(?![^\W_])",
    re.IGNORECASE,
)
_FIRST_HOUR_OF_PLAY = 7
_MOST_GOALS = 32  # https://en.wikipedia.org/wiki/Australia_31%E2%80%930_American_Samoa

_MONTH = (
    r"(?:jan(?:uary)?|ene(?:ro)?|feb(?:ruary|rero)?|mar(?:ch|zo)?|abr(?:il)?|apr(?:il)?|may(?:o)?"
    r"|june?|junio|july?|julio|aug(?:ust)?|ago(?:sto)?|sept?(?:ember|iembre)?|set(?:iembre)?"
    r"|oct(?:ober|ubre)?|nov(?:ember|iembre)?|dec(?:ember)?|dic(?:iembre)?)\.?"
)
# `16–18 October`, `16–18 de octubre`
_MONTH_BEHIND = re.compile(rf"[ \xa0',]{{0,4}}(?:de |of )?{_MONTH}(?![^\W_])", re.IGNORECASE)
# `May 2–3`, where nothing stands before it: `2 de Mayo 1–3 Grau` is a result
_MONTH_BEFORE = re.compile(rf"(?:^|[\n|>!({{=*;:#])[ '\t]*{_MONTH}[ \xa0]$", re.IGNORECASE)
# `Fechas 1–5`, `pp. 12–14`, `places 3–4`, `entre 10–12`
_RANGE_WORD = re.compile(
    r"(?<![^\W_])(?:fechas?|jornadas?|rounds?|rondas?|matchdays?|weeks?|semanas?|grupos?|groups?"
    r"|regi[oó]n(?:es|s)?|series?|zonas?|stages?|etapas?|matches|partidos|pp?|pages?|p[aá]gs?"
    r"|páginas?|pos|positions?|posici[oó]n(?:es)?|places?|puestos?|lugares|seeds?|ranked|aged|ages?"
    r"|edad(?:es)?|entre|between|nos?|n[uú]meros?|issues?|vol)[\s.:°º'\xa0#]{1,4}$",
    re.IGNORECASE,
)
# `2–3 teams`, `5–10 years`, `10–12 km`
_COUNTED = re.compile(
    r"(?:[ \xa0]|&nbsp;)*(?:%|°|º|(?:teams?|clubs?|equipos?|clubes|weeks?|semanas?|days?|d[ií]as?"
    r"|months?|meses|years?|años?|hours?|horas?|minutes?|minutos?|players?|jugadores|places?"
    r"|puestos|points?|puntos|pts|rounds?|fechas?|matches|partidos|words?|people|personas|km|cm|mm?"
    r"|px|em|euros?|soles|dollars?|th|st|nd|rd|century)(?![^\W_]))",
    re.IGNORECASE,
)
# `temporada 97–98`, `[[2010–11 Segunda|10–11]]`
_SEASON_BEFORE = re.compile(
    r"(?:(?:19|20)\d\d|seasons?|temporadas?|torneo|campaign|')[^\n]{0,30}$", re.IGNORECASE
)
_FEWEST_OF_A_YEAR = 10


def is_other_number(text: str, start: int, end: int, first: int, second: int) -> bool:
    """Whether the numbers `first` and `second` that stand at [start, end) of the text are no score.

    end: behind the second number
    """
    before = text[max(0, start - _LONGEST_CONTEXT) : start]
    behind = text[end : end + _LONGEST_CONTEXT]
    if _is_part_of_a_number(before, behind) or _is_time(text[start:end], first, behind):
        return True
    # a range goes up: `Fecha 3–1` and `Gama 3–1 Mayo` are none
    return first < second and _is_range(before, behind, first, second)


def _is_part_of_a_number(before: str, behind: str) -> bool:
    has_part_before = _PART_BEFORE.search(before) and not _SCORE_BEFORE.search(before)
    has_part_behind = _PART_BEHIND.match(behind) and not _SCORE_BEHIND.match(behind)
    if has_part_before or has_part_behind:
        return True
    if _CODE_BEFORE.search(before) and not _SCORE_BEFORE.search(before):
        return True
    return _FILE_BEHIND.match(behind) is not None and not _SCORE_BEHIND.match(behind)


def _is_time(written: str, hour: int, behind: str) -> bool:
    """Whether `15:30` is the time of day: an hour at which people play, or said to be one."""
    if _CLOCK.fullmatch(written) is None:
        return False
    minutes = int(written[-2:])
    is_hour_of_play = hour >= _FIRST_HOUR_OF_PLAY and minutes % 5 == 0
    # `03:30`, `5:59`: nobody writes a score with a nought in front, or scores so often
    is_no_score = written.startswith("0") or minutes >= _MOST_GOALS
    return is_hour_of_play or is_no_score or _CLOCK_BEHIND.match(behind) is not None


def _is_range(before: str, behind: str, first: int, second: int) -> bool:
    if _MONTH_BEHIND.match(behind) or _COUNTED.match(behind):
        return True
    if _MONTH_BEFORE.search(before) or _RANGE_WORD.search(before):
        return True
    # `97–98`
    are_years = first >= _FEWEST_OF_A_YEAR and second == first + 1
    return are_years and _SEASON_BEFORE.search(before) is not None
