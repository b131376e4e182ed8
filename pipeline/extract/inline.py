"""Templates that only dress a word, a flag or a date: what of them the reader sees."""

import re
from collections.abc import Iterable, Sequence

from mwparserfromhell.nodes import Node, Template

# name -> the parameter that is shown
SHOWN_PARAMETER = {
    "abbr": "1",
    "align": "2",
    "big": "1",
    "center": "1",
    "color": "2",
    "formatnum": "1",
    "hover title": "2",
    "convert": "1",
    "ill": "1",
    "lang": "2",
    "lang-es": "1",
    "lit": "1",
    "translation": "1",
    "langx": "2",
    "no bold": "1",
    "nobold": "1",
    "nobr": "1",
    "nobreak": "1",
    "nowrap": "1",
    "score link": "2",
    "sin negrita": "1",
    "small": "1",
    "smaller": "1",
    "sort": "2",
    "sup": "1",
    "tc": "1",
    "tooltip": "1",
}
SHOWN_TEXT = {
    "!": "|",
    "nbsp": " ",
    "ndash": "–",
    "en dash": "–",
    "snd": " – ",
    "spaced ndash": " – ",
    "mdash": "—",
    "'": "'",
    "'s": "'s",
}
# notes, sources, flags and marks: nothing of them is part of a name or a score
NOTHING = frozenset(
    name.strip()
    for name in """
    aet, anchor, aut, bandera, bandera2, citation needed, cita libro, cita noticia, cita web,
    cite book, cite journal, cite magazine, cite news, cite web, cn, decrease, efn, efn-la, efn-ua,
    estable, fbaicon, fbicon, flag icon, flagdeco, flagicon, flagicon2, gol, goal, increase, note,
    nota, pengoal, penmiss, r, ref, ref label, refn, rp, sfn, steady, sent off, sub off, sub on, yel
    """.split(",")
)
# a country for a team: its `name` if it has one, else the code, the last positional parameter
# of those that are codes
TEAMS = frozenset(
    name.strip()
    for name in """
    fb, fb-rt, fb-big, fbw, fbw-rt, fbu, fbu-rt, flag, flagcountry, flagu, country, nft,
    #invoke:flagg, flagg
    """.split(",")
)
DATES = frozenset({"start date", "dts", "fecha", "date", "fecha de inicio", "fecha inicio"})
DAY_FIRST = frozenset({"fecha", "fecha de inicio", "fecha inicio"})

_BLANKS = re.compile(r"[\s_]+")
_COUNTRY = re.compile(r"[A-Z]{3}")


def name_of(template: Template) -> str:
    """Return the template's name in lower case, underscores as blanks."""
    nodes = template.name.nodes
    raw = nodes[0] if len(nodes) == 1 else "".join(map(str, template.name.filter_text()))
    return _BLANKS.sub(" ", str(raw)).strip().lower().replace("# invoke", "#invoke")


def is_known(template: Template) -> bool:
    """Whether we know what the reader sees of the template."""
    name = name_of(template)
    tables = (SHOWN_PARAMETER, SHOWN_TEXT, NOTHING, TEAMS, DATES)
    return any(name in table for table in tables) or _is_country(template)


def shown(template: Template) -> Iterable[str | Node]:
    """Return the pieces of the template that the reader sees.

    Of a template we do not know it is the first positional parameter; whoever reads a value asks
    `is_known` and reports the stranger.
    """
    name = name_of(template)
    if name in NOTHING:
        return ()
    if name in SHOWN_TEXT:
        return (SHOWN_TEXT[name],)
    if name in TEAMS:
        return _team(template)
    if name in DATES:
        return (_date(template, day_first=name in DAY_FIRST),)
    if _is_country(template):
        return (str(template.name).strip(),)
    return _parameter(template, SHOWN_PARAMETER.get(name, "1"))


def _is_country(template: Template) -> bool:
    return not template.params and _COUNTRY.fullmatch(str(template.name).strip()) is not None


def _parameter(template: Template, wanted: str) -> Sequence[str | Node]:
    for parameter in reversed(template.params):
        if str(parameter.name).strip() == wanted:
            return parameter.value.nodes
    return ()


def _positional(template: Template) -> list[str]:
    return [str(p.value).strip() for p in template.params if not p.showkey]


def _team(template: Template) -> Sequence[str | Node]:
    if named := _parameter(template, "name"):
        return named
    values = [value for value in _positional(template) if value not in {"main", "unpre", ""}]
    return values[:1]


def _date(template: Template, *, day_first: bool) -> str:
    values = [value for value in _positional(template) if value][:3]
    if len(values) == 1 or not all(value.isdigit() for value in values):
        return " ".join(values)
    return "/".join(values) if day_first else "-".join(values)
