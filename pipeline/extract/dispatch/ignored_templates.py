"""Templates that we pass over, by name: they say nothing about who played whom.

Names are squashed (`template_call.squash`): lower case, no blanks, no underscores.
"""

import re
from typing import Literal

Rule = Literal["part of a table", "name", "navigation", "transclusion"]


def _split_names(names: str) -> frozenset[str]:
    """Return the names of a list with commas, blanks taken out as `squash` does."""
    return frozenset(name.strip().replace(" ", "") for name in names.split(","))


# templates that open a table of template rows, those that close one, and notes between its rows
TABLE_OPENERS = _split_names(
    """
    fb cl header, fb cl2 header, fb cl header navbar, fb cl2 header navbar,
    two leg start, one leg start
    """
)
TABLE_CLOSERS = _split_names(
    """
    fb cl footer, fb cl2 footer, fb r footer, fb r2 footer, two leg end, one leg end,
    tabla de posiciones fin, end, s-end, fin
    """
)
TABLE_NOTES = frozenset({"fbclqr", "fbcl2qr", "fbcl3qr"})
TABLE_PARTS = TABLE_OPENERS | TABLE_CLOSERS | TABLE_NOTES

# text of another page, or of a section of one: `{{:1997 Copa Perú}}`, `{{#lst:…}}`
_TRANSCLUSION_PREFIXES = (":", "#lst", "#section", "footballgroupsummary", "trim")

# sort keys, and boxes of links to kindred pages: `{{2011 in Peruvian football}}`
_NAVIGATION = re.compile(
    r"defaultsort:|ordenar:|\d{4}(?:–\d\d)?in\w+football|\w+footballseasons"
    r"|footballin\w+|fútbolen\w+|\w+nationalfootballteammatches|(?:\d{4})?copaperú\w*"
)

NAMES = _split_names(
    """
    short description, use dmy dates, use mdy dates, use american english, use british english,
    italic title, pp-protected, pp-pc, pp-semi-indef, good article, featured article,
    protection padlock,
    main, further, see also, about, for, hatnote, distinguish, redirect, other uses, redirect2,
    col-float, col-float-begin, col-float-break, col-float-end, col-begin, col-2, col-3, col-4,
    col-5, col-break, col-end, col begin, col end, col break, multicol, multicol-break,
    multicol-end, div col, div col end, end div col, columns-list, clear, clr, -,
    navboxes top, navboxes bottom, sister project links, main list, toc, toclimit, toc limit,
    tocright, tocleft, toc left, toc right,
    reflist, references, notelist, notelist-ua, listaref, refbegin, refend, refn,
    commons category, commons category-inline, commonscat, commons, authority control, portal,
    portal bar, wikiquote, wikivoyage, official website, webarchive, cite av media,
    cite encyclopedia, youtube, better source needed, user-generated source, in lang, he icon,
    unreferenced, no footnotes, more citations needed, more citations needed section, refimprove,
    cleanup, update, expand section, empty section, stub, peru-footy-competition-stub,
    peru-footy-stub, navbox, as of, quote without source,
    quote box, blockquote, cquote, multiple image, osm location map, location map, coord,
    hidden begin, hidden end, collapse top, collapse bottom,
    football kit, goalscorers, ipa, ccat, winners, fb champ, fbchamp, champions
    """
)


def find_rule(name: str) -> Rule | None:
    """Return the rule that says what becomes of a template nobody reads, None if none does."""
    if name in TABLE_PARTS:
        return "part of a table"
    if name in NAMES:
        return "name"
    if _NAVIGATION.match(name):
        return "navigation"
    if name.startswith(_TRANSCLUSION_PREFIXES):
        return "transclusion"
    return None
