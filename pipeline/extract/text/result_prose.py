"""Results in prose and results mistyped: what holds a score and is no match line."""

import re

from pipeline.facts import Section

_SCORE = re.compile(
    # `2–1`, `7 : 5`; not `3-4-3`, `14:30`, `26-09-2010`, `1997-98`
    r"(?<![\w.,:/–-])\d{1,2}(?:\s?[-–—−]\s?\d{1,2}|\s?:\s\d{1,2}|:\d)(?![\w°º]|\s?[-–—−:/]\s?\d|[.,]\d)"
)
# `Octavio Espinosa 2-o Chalaco`, `Alfa l-0 Beta`, `Alfa 2--1 Beta`, `Alfa 2 x 1 Beta`
_MISTYPED_SCORE = re.compile(
    r"(?<![\w.,:/–-])(?:\d{1,2}\s?[-–—−:]\s?[oOlI]|[oOlI]\s?[-–—−:]\s?\d{1,2}|\d{1,2}(?:[-–—−]{2}|_|\s?x\s?)\d{1,2})"
    r"(?![\w-])"
)
_WALKOVER = re.compile(r"(?<!\w)w\.\s?o\.|\bw/o\b|\bwalk-?over\b", re.IGNORECASE)
# `14 and 17–18 May`, `fechas 3–4`, `aged 20–25 years`: numbers that count something else
_AFTER_RANGE = re.compile(
    r"\s?(?:(?:de )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre"
    r"|diciembre|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|%|km\b)",
    re.IGNORECASE,
)
_BEFORE_RANGE = re.compile(
    r"\b(?:rounds?|fechas?|jornadas?|matchdays?|groups?|grupos?|regions?|regiones|pp?\.|pages?|pos\w*"
    r"|aged|between|from|p[aá]gs?\.?)\s$",
    re.IGNORECASE,
)
# what a sentence has and a result line has not: a verb in the past, or one that is often told in
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|won|win|wins|beat|beats|drew|draws?|lost|loses?|met"
    r"|led|leads|took|saw|made|went|gave|got|came|held|fell|left|put|run|ran|began|became|could|would"
    r"|will|did|does|can|may|must|sent|set|shot|thrash\w*|score[sd]?"
    r"|es|son|era|eran|fue|fueron|hay|hubo|ha|han|había|habían|tuvo|hizo|dio|vence|gana|empata|pierde"
    r"|ser[aá]|está|están|queda|puede|sigue|logra|consigue|obtuvo|obtiene|cae|supera|derrota|se"
    r"|\w{2,}(?:ed|ó|aron|ieron|yeron|aba|aban)|\w{3,}(?:ía|ían))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MANY_WORDS = 5  # in lower case: `Mexico qualify for the next stage thanks to the 2–0 of Peru.`
_FULL_STOP = re.compile(r"[.!?…][\"”»')\]]*$")
# `In 2011 Alfa had beaten Beta 3–0`, `at the 1998 World Cup`, `la Copa Perú 2010`
_IN_YEAR = re.compile(
    r"\b(?i:in|en|since|desde|back in|copa perú|copa perú de|world cup) (?:the )?"
    r"(?P<year>(?:1[89]|20)\d\d)\b|\b(?P<year_in_front>(?:1[89]|20)\d\d)(?= [A-Z])"
)
# `el año anterior ganó 2–1`; `Alfa had beaten Beta 2–1` may be of this year
_EARLIER = re.compile(
    r"\bprevious(?:ly)?\b|\banterior(?:es|mente)?\b|\byear before\b|\blast (?:year|season)\b"
    r"|\baño pasado\b|\bprevio\b|\bhistorial\b|\b(?:in|en) (?:its|their|the|su|la) histor\w+",
    re.IGNORECASE,
)
# `Alfa won 3–1 on aggregate`, `perdió 2–3 en el global`
_SUMMARY_OF_TIE = re.compile(r"\baggregate\b|\bglobal\b|\bagregado\b|\bon points\b", re.IGNORECASE)
# `Alfa led 1–0 at half-time`, `en el minuto 30 puso el 2–1`
_DURING_MATCH = re.compile(
    r"\bminut\w*|\bhalf[- ]?time\b|\bentretiempo\b|\bprimer tiempo\b|\bequali[sz]\w+|\bthe lead\b"
    r"|\bled\b|\bahead\b|\bventaja\b|\bpon\w+ el\b|\bpuso el\b|\blevel\b|\b(?:first|second) half\b"
    r"|\bhalf[- ]hour\b",
    re.IGNORECASE,
)
# `made it 2–0`, `a 1–0 lead`: such a score alone, beside others of the sentence
_SCORE_ON_THE_WAY = re.compile(
    r"\b(?:ma(?:ke|de|king) it|scores? (?:to|at)|led|leading|(?:lead|ventaja) of|level(?:led)? at"
    r"|pone?r? el|puso el|ganaba|perdía) (?:by )?\d{1,2}[-–—:]\d{1,2}"
    r"|\d{1,2}[-–—:]\d{1,2} (?:lead|up|down|ahead|half-time|at half-time|equali[sz]er|deficit"
    r"|advantage|parcial)\b",
    re.IGNORECASE,
)
# `Croatia scored twice in the second half and won 3–1`: how a match ended, whatever came before
_ENDED = re.compile(
    r"\b(?:win|wins|won|winning|victor\w+|beat\w*|defeat\w*|lost|losing|drew|draws?|thrash\w*"
    r"|gan[aóo]\w*|triunf\w+|venc\w+|derrot\w+|perd\w+|pierde|empat\w+|cayó|cae|final score"
    r"|marcador final)\b",
    re.IGNORECASE,
)
# headings below which matches of other years stand
_OTHER_YEARS = re.compile(
    r"head[- ]to[- ]head|previous (?:meetings|seasons|editions|years)|historial|antecedentes"
    r"|palmar[eé]s|(?:enfrentamientos|ediciones|temporadas) (?:previ|anterior)",
    re.IGNORECASE,
)
_FRIENDLY = re.compile(r"\bfriendl(?:y|ies)\b|\bamistosos?\b", re.IGNORECASE)

OTHER_YEAR = "record of other years"
SUMMARY_OF_TIE = "summary of a tie"
DURING_MATCH = "score during a match"
FRIENDLY = "friendly match"
RETOLD = "prose about results"
RULES = (OTHER_YEAR, SUMMARY_OF_TIE, DURING_MATCH, FRIENDLY, RETOLD)


def holds_score(text: str) -> bool:
    """Whether the text has a score: a match may be told there."""
    return any(not _is_range(text, numbers) for numbers in _SCORE.finditer(text))


def holds_mistyped_score(text: str) -> bool:
    """Whether the text has a score with a letter for a digit: `2-o`."""
    return _MISTYPED_SCORE.search(text) is not None


def holds_walkover(text: str) -> bool:
    """Whether the text names a walkover: `w.o.`."""
    return _WALKOVER.search(text) is not None


def stands_below_other_years(section: Section) -> bool:
    """Whether a heading above says that what follows is of other years: `Head-to-head`."""
    return any(map(_OTHER_YEARS.search, section))


def is_sentence(text: str) -> bool:
    """Whether the text is a sentence: a verb, or many words, and a full stop."""
    if _FULL_STOP.search(text.rstrip()[-5:]) is None:
        return False
    if _VERB.search(text) is not None:
        return True
    lower_case_words = list(filter(str.islower, _WORD.findall(text)))
    return len(lower_case_words) >= _MANY_WORDS


def name_prose_rule(sentence: str, season_year: int | None = None) -> str:
    """Return the rule that passes over the scores in the sentence; without any it is `RETOLD`.

    season_year: the one that the page is of, None where that is not known
    """
    rule = RETOLD
    if _tells_of_earlier_year(sentence, season_year):
        rule = OTHER_YEAR
    # `Alfa won 2–1 and 1–0, 3–1 on aggregate` tells the two legs too
    elif _SUMMARY_OF_TIE.search(sentence) and len(_SCORE.findall(sentence)) == 1:
        rule = SUMMARY_OF_TIE
    elif _FRIENDLY.search(sentence):
        rule = FRIENDLY
    elif not holds_score(drop_scores_on_the_way(sentence)) or (
        _DURING_MATCH.search(sentence) and not _ENDED.search(sentence)
    ):
        rule = DURING_MATCH
    return rule


def drop_scores_on_the_way(sentence: str) -> str:
    """Return the sentence without the scores that it says a match passed through."""
    return _SCORE_ON_THE_WAY.sub("", sentence)


def _tells_of_one_moment(sentence: str) -> bool:
    """Whether its scores are of a match that goes on."""
    # `Pérez made it 1–0.`
    if not holds_score(drop_scores_on_the_way(sentence)):
        return True
    # `Alfa was ahead at half-time, 1–0.`
    return _DURING_MATCH.search(sentence) is not None and _ENDED.search(sentence) is None


def _tells_of_earlier_year(sentence: str, season_year: int | None) -> bool:
    if _EARLIER.search(sentence):
        return True
    # on a page of 2012 `In 2012 Alfa beat Beta 2–1` and `In 2013 …` may be its own matches
    for found in _IN_YEAR.finditer(sentence):
        year = int(found["year"] or found["year_in_front"])
        if season_year is None or year < season_year:
            return True
    return False


def _is_range(text: str, numbers: re.Match[str]) -> bool:
    """Whether the two numbers count something else: `2–3 May` are days, `rounds 2–3` rounds."""
    start_of_words = max(0, numbers.start() - 20)
    if _BEFORE_RANGE.search(text[start_of_words : numbers.start()]):
        return True
    return _AFTER_RANGE.match(text, numbers.end()) is not None
