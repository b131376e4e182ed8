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
# `In 2011 Alfa had beaten Beta 3–0`, `el año anterior ganó 2–1`
_OTHER_YEAR = re.compile(
    r"\b(?:in|en|since|desde|back in) (?:the )?(?:1[89]|20)\d\d\b|\b(?:had|hab[ií]an?) (?:\w+ )?\w+"
    r"|\bprevious(?:ly)?\b|\banterior(?:es|mente)?\b|\byear before\b|\blast (?:year|season)\b"
    r"|\baño pasado\b|\bprevio\b|\bhistor\w+",
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
# the first whose form the sentence has; without any it tells a match again
_FORM_BY_RULE = {
    OTHER_YEAR: _OTHER_YEAR,
    SUMMARY_OF_TIE: _SUMMARY_OF_TIE,
    DURING_MATCH: _DURING_MATCH,
    FRIENDLY: _FRIENDLY,
}
RULES = (*_FORM_BY_RULE, RETOLD)


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


def name_prose_rule(sentence: str) -> str:
    """Return the rule that passes over the score in the sentence."""
    for rule, form in _FORM_BY_RULE.items():
        if form.search(sentence):
            return rule
    return RETOLD


def _is_range(text: str, numbers: re.Match[str]) -> bool:
    """Whether the two numbers count something else: `2–3 May` are days, `rounds 2–3` rounds."""
    start_of_words = max(0, numbers.start() - 20)
    if _BEFORE_RANGE.search(text[start_of_words : numbers.start()]):
        return True
    return _AFTER_RANGE.match(text, numbers.end()) is not None
