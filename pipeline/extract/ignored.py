"""What we pass over, by name: templates that say nothing about who played whom."""

TEMPLATES = frozenset(
    name.strip().replace(" ", "")
    for name in """
    short description, use dmy dates, use mdy dates, use american english, use british english,
    italic title, displaytitle:copa perú, pp-protected, pp-pc, good article, featured article,
    main, further, see also, about, for, hatnote, distinguish, redirect, other uses,
    col-float, col-float-break, col-float-end, col-begin, col-2, col-3, col-4, col-5, col-break,
    col-end, col begin, col end, col break, multicol, multicol-break, multicol-end, clear, clr, -,
    end, s-end, fin, toc, toclimit, toc limit, tocright, tocleft, toc left, toc right,
    reflist, references, notelist, notelist-ua, listaref, refbegin, refend,
    commons category, commons category-inline, commonscat, authority control, portal, portal bar,
    unreferenced, no footnotes, more citations needed, refimprove, cleanup, update, expand section,
    empty section, stub, peru-footy-competition-stub, peru-footy-stub, navbox,
    copa perú, copa perú seasons, peruvian football seasons, football in peru
    """.split(",")
)
