"""Templates that only dress a word, a flag or a date: what of them the reader sees."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.extract.parsing.nodes import Link, Node, Parameter, Template, Wikitext

# name -> the parameter that is shown
SHOWN_PARAMETER = {
    "abbr": "1",
    "align": "2",
    "big": "1",
    "center": "1",
    "color": "2",
    "font color": "2",
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
    "native name": "2",
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
    "!!": "||",
    "!-": "|-",
    "!+": "|+",
    "(!": "{|",
    "!)": "|}",
    "a.e.t.": " (a.e.t.)",
    "aet": " (a.e.t.)",
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
    map(
        str.strip,
        """
    anchor, aut, bandera, bandera2, citation needed, cita libro, cita noticia, cita web,
    cite book, cite journal, cite magazine, cite news, cite web, cn, decrease, efn, efn-la, efn-ua,
    estable, fbaicon, fbicon, flag icon, flagdeco, flagicon, flagicon image, flagicon2, gg, gol,
    goal, increase, nav, navbar, nota, note, pengoal, penmiss, r, ref, ref label, refn, rp,
    sent off, sfn, steady, sub off, sub on, yel, golden goal, silver goal, autogol, ogol, own goal,
    penal, tarjeta roja, tarjeta amarilla, red card, yellow card
    """.split(","),
    )
)
# in a value, lists of lines: the reader sees all their items; on the page each item is a line
LISTS = frozenset(
    map(
        str.strip,
        """
    unbulleted list, ubl, unbulleted, plainlist, plain list, flatlist, flat list, bulleted list,
    bullet list, hlist, lista, ulist, ordered list, lista sin viñetas, lista horizontal
    """.split(","),
    )
)
# a country for a team: its `name` if it has one, else the code, the last positional parameter
# of those that are codes
TEAMS = frozenset(
    map(
        str.strip,
        """
    fb, fb-rt, fb-big, fbw, fbw-rt, fbu, fbu-rt, flag, flagcountry, flagu, country, nft,
    #invoke:flagg, flagg, #invoke:flag
    """.split(","),
    )
)
DATES = frozenset(
    map(
        str.strip,
        """
    start date, startdate, start date and age, start-date, dts, date, fecha, fecha de inicio,
    fecha inicio
    """.split(","),
    )
)
# `2–2 {{pso|4–2}}`: the shoot-out in brackets, with its mark
SHOOT_OUTS = frozenset({"pso"})
DAY_FIRST = frozenset({"fecha", "fecha de inicio", "fecha inicio"})

_KNOWN = frozenset({*SHOWN_PARAMETER, *SHOWN_TEXT, *NOTHING, *TEAMS, *DATES, *SHOOT_OUTS})
_TEAM_PREFIX = "fb team "  # `{{Fb team X}}` shows the team X
_VARIANTS = frozenset({"main", "unpre", "fb", "fb-rt", ""})  # of a flag's form, not of its team
_BLANKS = re.compile(r"[\s_]+")
_COUNTRY = re.compile(r"[A-Z]{3}")


def name_of(template: Template) -> str:
    """Return the template's name in lower case, underscores as blanks."""
    return _plain_name(template.name.without_comments())


@lru_cache(maxsize=5000)
def _plain_name(name: str) -> str:
    return _BLANKS.sub(" ", name).strip().lower().replace("# invoke", "#invoke")


def is_known(template: Template) -> bool:
    """Whether we know what the reader sees of the template."""
    name = name_of(template)
    return name in _KNOWN or name.startswith(_TEAM_PREFIX) or _is_country(template)


def shown(template: Template) -> Iterable[str | Node]:
    """Return the pieces of the template that the reader sees.

    Of a template we do not know it is nothing; `strangers` tells whoever reads the value.
    """
    name = name_of(template)
    if name in SHOWN_PARAMETER:
        value = _value(template, SHOWN_PARAMETER[name])
        return () if value is None else value.pieces()
    if name in TEAMS:
        return _team(template)
    if name in SHOOT_OUTS:
        return _shoot_out(template)
    if name in LISTS:
        return _items(template)
    return (_shown_text(template, name),)


def _shown_text(template: Template, name: str) -> str:
    if name in DATES:
        return _date(template, day_first=name in DAY_FIRST)
    if name.startswith(_TEAM_PREFIX):
        return str(template.name).strip()[len(_TEAM_PREFIX) :]
    if _is_country(template):
        return str(template.name).strip()
    return SHOWN_TEXT.get(name, "")


def strangers(nodes: Iterable[str | Node]) -> Iterator[Template]:
    """Yield the templates that a value shows and whose text we do not know."""
    for node in nodes:
        if isinstance(node, Template):
            if is_known(node) or name_of(node) in LISTS:
                yield from strangers(shown(node))
            else:
                yield node
        elif isinstance(node, Link) and node.label is not None:
            yield from strangers(node.label.nodes)


def wrapped(template: Template) -> Parameter | None:
    """Return the parameter that wraps blocks: tables, or calls that are no inline dress."""
    shown_name = SHOWN_PARAMETER.get(name_of(template))
    if shown_name is None:
        return None
    for parameter in template.parameters:
        if parameter.name == shown_name and _holds_blocks(parameter):
            return parameter
    return None


def _holds_blocks(value: Wikitext) -> bool:
    if "{|" in str(value):
        return True
    return any(isinstance(node, Template) and not is_known(node) for node in value.nodes)


def _is_country(template: Template) -> bool:
    return (
        not template.has_parameters and _COUNTRY.fullmatch(str(template.name).strip()) is not None
    )


def _value(template: Template, name: str) -> Wikitext | None:
    """Return the value of a parameter; of doubles the last, as MediaWiki does."""
    return {parameter.name: parameter for parameter in template.parameters}.get(name)


def _values_without_name(template: Template) -> list[str]:
    return [str(p).strip() for p in template.parameters if not p.is_named]


def _team(template: Template) -> Iterable[str | Node]:
    name = _value(template, "name")
    if name is not None and str(name):
        return name.pieces()
    values = [value for value in _values_without_name(template) if value not in _VARIANTS]
    return values[:1]


def _items(template: Template) -> Iterator[str | Node]:
    """Yield the items of `{{ubl|A|B}}` with blanks between them."""
    for parameter in template.parameters:
        if not parameter.is_named:
            yield " "
            yield from parameter.pieces()


def _shoot_out(template: Template) -> Iterable[str | Node]:
    """Return what the reader sees of `{{pso|4–2}}`: ` (4–2 p)`; nothing of a mere mark."""
    penalties = _value(template, "1")
    if penalties is None or not str(penalties).strip():
        return ()
    return (" (", *penalties.pieces(), " p)")


def _date(template: Template, *, day_first: bool) -> str:
    values = list(filter(None, _values_without_name(template)))[:3]
    if not all(value.isdigit() for value in values):
        return " ".join(values if day_first or len(values) == 1 else reversed(values))
    return "/".join(values) if day_first else "-".join(values)
