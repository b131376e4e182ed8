"""Templates that we pass over, by name: they say nothing about who played whom.

Names are squashed (`template_call.squash`): lower case, no blanks, no underscores.
"""

import re
from typing import Literal

from pipeline.extract.parsing import inline

Rule = Literal["part of a table", "name", "navigation"]


def _split_names(names: str) -> frozenset[str]:
    """Return the names of a list with commas, blanks taken out as `squash` does."""
    return frozenset(name.strip().replace(" ", "") for name in names.split(","))


# templates that open a table of template rows, those that close one, and notes between its rows
TABLE_OPENERS = _split_names(
    """
    two leg start, one leg start, three leg start
    """
)
TABLE_CLOSERS = _split_names(
    """
    fb cl footer, fb cl2 footer, fb r footer, fb r2 footer, two leg end, one leg end,
    three leg end,
    tabla de posiciones fin, end, s-end, fin
    """
)
TABLE_NOTES = frozenset({"fbclqr", "fbcl2qr", "fbcl3qr"})
TABLE_PARTS = TABLE_OPENERS | TABLE_CLOSERS | TABLE_NOTES

# templates that are passed over themselves, and whose places 1, 2, … are read as part of the page
WRAPPERS = _split_names(
    """
    transcludable section, stack, hidden, oculto, collapse, desplegable, columns-list, columnas,
    columns, lista de columnas, flex columns, collapsible list, lista desplegable
    """
) | frozenset(name.replace(" ", "") for name in inline.LISTS)

# `{{DEFAULTSORT:Copa Peru 2011}}`, `{{ORDENAR:…}}`
_SORT_KEY = re.compile(r"defaultsort:|defaultsortkey:|ordenar:")
# boxes of links to kindred pages: `{{2011 in Peruvian football}}`, `{{Copa Perú seasons}}`
_NAVIGATION = re.compile(
    r"\d{4}(?:[–-]\d\d)?in[^\W\d]+football|[^\W\d]+footballseasons"
    r"|footballin[^\W\d]+|fútbolen[^\W\d]+|[^\W\d]+nationalfootballteammatches"
    r"|(?:temporadasdela)?copaper[uú](?:seasons|champions)?"
)
# A page may hold its results in a template of its own: `{{2011 Copa Perú Region I table}}`,
# `{{Fútbol en Perú 2011 resultados}}`. No form of a name passes over what such a word is in.
_HOLDS_RESULTS = re.compile(
    r"table|tabla|result|standing|posicion|clasificaci|bracket|cuadro|llave|fixture|group|grupo"
    r"|round|ronda|playoff|liguilla|score"
)

NAMES = _split_names(
    """
    short description, use dmy dates, use mdy dates, use american english, use british english,
    italic title, pp-protected, pp-pc, pp-semi-indef, good article, featured article,
    protection padlock,
    main, further, see also, about, for, hatnote, distinguish, redirect, other uses, redirect2,
    col-float, col-float-begin, col-float-break, col-float-end, col-begin, col-2, col-3, col-4,
    col-5, col-break, col-end, col begin, col end, col break, multicol, multicol-break,
    multicol-end, div col, div col end, end div col, clear, clr, -,
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
    football kit, goalscorers, ipa, ccat, winners, fb champ, fbchamp, champions, legend, legend2,
    succession box, s-start, s-bef, s-ttl, s-aft, s-sports, s-ach, clarify, who, when, update after,
    current sport, current sports event, dead link, cite report, cite press release, portal inline
    """
)
# the furniture of the Spanish wiki
SPANISH_NAMES = _split_names(
    """
    control de autoridades, sucesión, inicio sucesión, fin sucesión, sucesiones, campeón, campeon,
    campeones, campeón2, navedesp, navegación, navbox deportes, listaref, referencias, notas,
    lista de notas, ap, vt, vt2, ve, véase, véase también, véase además, artículo principal,
    otros usos, otros usos título, redirige aquí, para, distinguir, desambiguación,
    artículo bueno, artículo destacado, anexo destacado, traducido de, traducido ref, wikificar,
    copyedit, mejorar, mejorar redacción, referencias adicionales, referencias, sin referencias,
    enlace roto, esbozo, miniesbozo, esbozo de fútbol, miniesbozo de fútbol, esbozo de deporte,
    esbozo de perú, en desarrollo, en obras, en edición, actualizar, actualización, desactualizado,
    evento actual, evento deportivo actual, actual, evento futuro, evento deportivo futuro,
    competición deportiva actual, columnas, nueva columna, final columnas, fin columnas,
    columnas fin, commonscat, wikinoticias, proyectos hermanos, portal,
    imagen múltiple, galería de imágenes, leyenda, mapa de localización, uniforme, uniforme fútbol,
    cita, salto, limpiar, clear left, toc derecha, toc izquierda, tocderecha,
    índice, título en cursiva, título sin coletilla, no índice, demolink, ordenar
    """
)


def find_rule(name: str) -> Rule | None:
    """Return the rule that says what becomes of a template nobody reads, None if none does."""
    if name in TABLE_PARTS:
        return "part of a table"
    if name in NAMES or name in SPANISH_NAMES:
        return "name"
    if _SORT_KEY.match(name):
        return "navigation"
    if _NAVIGATION.fullmatch(name) and not _HOLDS_RESULTS.search(name):
        return "navigation"
    return None
