"""Short seasons in the plain form, for tests of what a whole page comes to."""

from data_files import REFERENCE

from pipeline.build import extract_pages, normalise_pages, validate_seasons
from pipeline.lineage import Revision

HEAD = """= {season} Copa Perú =

Infobox
- Competition: Copa Perú
- Season: {season}
- Winners: {winners}

"""
LIST = """==Teams==
| Department | Team | Location |
| Ica | Aurora | Ica |
| Puno | Bolívar | Puno |
| Tacna | Cienfuegos | Tacna |

"""
REGION = """==Regional Stage==
===Region I===
Region I includes qualified teams from Ica and Puno region.

"""
FINAL = """==Final Stage==
===Round 1===
2 March 2099
Aurora 2-0 Bolívar

===Round 2===
5 March 2099
Bolívar 1-0 Cienfuegos

===Round 3===
8 March 2099
Cienfuegos 0-0 Aurora

"""


def page(*parts, season="2099", winners="Aurora"):
    """The text of a page."""
    return HEAD.format(season=season, winners=winners) + "".join(parts)


def built(*parts, season="2099", winners="Aurora"):
    """What the page comes to, findings, gaps and rating included."""
    text = page(*parts, season=season, winners=winners)
    revision = Revision(f"{season} Copa Perú", "own", None, None, "0" * 64, "CC0", "p.txt", text)
    pages, refused = normalise_pages([revision], extract_pages([revision]), [], REFERENCE)
    assert not refused
    (judged,) = validate_seasons(pages, REFERENCE)
    return judged
