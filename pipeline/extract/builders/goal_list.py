"""The goals of a match from the lists of scorers in its box, wikitext with templates."""

import re
from html import unescape

from pipeline.domain.keys import fold
from pipeline.extract.parsing import inline
from pipeline.extract.parsing.template_call import Quote
from pipeline.facts import StatedGoal
from pipeline.values.goal_items import CARD
from pipeline.values.goals import parse_goals

# `{{goal|12||45+2|pen.}}`, `{{gol|12}}`
_GOAL = frozenset({"goal", "gol", "gg", "golden goal", "silver goal", "gol de oro", "goal2"})
# `{{autogol|12}}`
_OWN_GOAL = frozenset({"autogol", "ogol", "og", "own goal", "gol en propia", "gol en contra"})
_PENALTY = frozenset({"pengoal", "penal", "gol de penal", "gol penal", "penalty goal", "penalti"})
# `{{sent off|0|45}}` beside the scorers: a card, and no goal
_NO_GOAL = frozenset(
    name.strip()
    for name in """
    sent off, yel, yellow card, red card, second yellow card, tarjeta roja, tarjeta amarilla, ta,
    tr, roja, amarilla, expulsado, penmiss, missed penalty, penalti fallado, sub on, sub off
    """.split(",")
)
# `{{unbulleted list|A {{goal|1}}|B {{goal|2}}}}`: a line a parameter
_LISTS = inline.LISTS

# Each of these stops at its own marks, so that the time it takes grows with the text alone.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOTE = re.compile(r"<ref\b[^<>]*/>|<ref\b[^<>]*>.{0,2000}?</ref\s*>", re.IGNORECASE | re.DOTALL)
_LINE_BREAK = re.compile(r"<br\b[^<>]*>|</?(?:li|p|div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_LIST_MARK = re.compile(r"^[ \t]*[*#:;]+", re.MULTILINE)
_BOLD = re.compile(r"'{2,}")
_MEDIA = re.compile(r"\[\[\s*(?:file|image|archivo|imagen)\s*:[^\[\]]*\]\]", re.IGNORECASE)
_EXTERNAL_LINK = re.compile(r"\[(?:https?:)?//[^\s\[\]]+\s*([^\[\]]*)\]")
_LINK = re.compile(r"\[\[[^\[\]{}]*\]\]")
_INNERMOST_TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
_DEEPEST = 5  # templates inside templates
_BAR_OF_LINK = "\x1f"  # the `|` of `[[A|B]]`, while the bars of templates are read


def read_goals(home: Quote, away: Quote) -> tuple[StatedGoal, ...] | None:
    """Return the goals of both lists, home before away; None where they name none."""
    goals = (*_read_side("home", home), *_read_side("away", away))
    return goals or None


def _read_side(side: str, scorers: Quote) -> list[StatedGoal]:
    if not scorers.raw:
        return []
    return [
        StatedGoal(
            side=side,
            player=goal.player,
            player_link=goal.player_link,
            minute=goal.minute,
            stoppage=goal.stoppage,
            kind=goal.kind,
        )
        for goal in parse_goals(_without_markup(scorers.raw))
    ]


def _without_markup(raw: str) -> str:
    """Return the list as lines of links, words, minutes and marks in brackets."""
    text = _COMMENT.sub("", raw)
    text = _NOTE.sub("", text)
    text = _MEDIA.sub("", text)
    text = _LINK.sub(lambda link: link[0].replace("|", _BAR_OF_LINK), text)
    for _ in range(_DEEPEST):
        if "{{" not in text:
            break
        text = _INNERMOST_TEMPLATE.sub(_write_template, text)
    text = _LINE_BREAK.sub("\n", text)
    text = _TAG.sub("", text)
    text = _LIST_MARK.sub("", text)
    text = _BOLD.sub("", text)
    text = _EXTERNAL_LINK.sub(r"\1", text)
    return unescape(text).replace(_BAR_OF_LINK, "|")


def _write_template(call: re.Match[str]) -> str:
    """Return what a template says in the words of a list without templates."""
    written_name, *values = call[1].split("|")
    name = fold(written_name.replace("_", " "))
    if name in _GOAL:
        return _write_minutes(values, "")
    if name in _OWN_GOAL:
        return _write_minutes(values, " (o.g.)")
    if name in _PENALTY:
        return _write_minutes(values, " (pen.)")
    if name in _NO_GOAL:
        return f" {CARD} "
    if name in _LISTS:
        return "\n" + "\n".join(values) + "\n"
    return _shown_value(name, values)


def _write_minutes(values: list[str], mark: str) -> str:
    """Return `12', 45+2' (pen.)` for the values `12`, ``, `45+2`, `pen.`."""
    text = ""
    for value in (value.strip() for value in values):
        # `{{gol|17, 60}}` has two minutes in one value
        if value[:1].isdecimal():
            minutes = (minute.strip(" '′’") for minute in value.split(","))
            text += "".join(f" {minute}'{mark}," for minute in minutes)
        elif value and "=" not in value:
            text += f" ?'{mark}," if value == "?" else f" ({value}),"
    # `{{goal}}`: a goal, and nobody knows when
    return text or f" ?'{mark},"


def _shown_value(name: str, values: list[str]) -> str:
    """Return the value that a template such as `{{nowrap|A}}` shows; a flag or a note none."""
    place = inline.SHOWN_PARAMETER.get(name, "")
    if not place.isdecimal() or int(place) > len(values):
        return ""
    return values[int(place) - 1]
