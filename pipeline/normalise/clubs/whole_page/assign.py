"""Which names of a page are one club: the steps, the strongest evidence first.

Each step looks at all names as they stand and then puts together what it found, so that nothing
depends on the order in which a page is read. A step never puts together what `find_contradiction`
keeps apart.
"""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.normalise.clubs.whole_page.assignment import Assignment, describe_assignment
from pipeline.normalise.clubs.whole_page.closed_sets import (
    read_page_sets,
    read_region_sets,
    read_round_sets,
    read_table_sets,
)
from pipeline.normalise.clubs.whole_page.contradictions import find_contradiction
from pipeline.normalise.clubs.whole_page.identity import Identity, fit
from pipeline.normalise.clubs.whole_page.join import Candidates, join
from pipeline.normalise.clubs.whole_page.name_fit import Fit
from pipeline.normalise.clubs.whole_page.name_form import read_name_form
from pipeline.normalise.clubs.whole_page.page_clubs import PageClubs, gather_page_clubs
from pipeline.normalise.clubs.whole_page.statements import Statements

_MOST_SWEEPS = 8  # each settles what the one before made clear; real pages need three


def assign_clubs(statements: Statements) -> Assignment:
    """Return the club of each name of the page."""
    page = gather_page_clubs(statements)
    for _ in range(_MOST_SWEEPS):
        count_before = len(page.by_number)
        _sweep(page)
        if len(page.by_number) == count_before:
            break
    return describe_assignment(page)


def _sweep(page: PageClubs) -> None:
    """Take each step once, the strongest evidence first."""
    _join_titles(page)
    _join_same_names(page)
    # each set is read anew: the step before may have put rows of it together
    candidates = read_table_sets(page).find_candidates
    _join_short_forms(page, candidates, "the only club of its table that the name fits")
    candidates = read_region_sets(page).find_candidates
    _join_short_forms(page, candidates, "the only club listed for its region that the name fits")
    candidates = read_round_sets(page).find_candidates
    _join_short_forms(page, candidates, "the only club of its round that the name fits")
    candidates = read_page_sets(page).find_candidates
    _join_short_forms(page, candidates, "the only club of the page that the name fits")


def _join_titles(page: PageClubs) -> None:
    """Put a link to the club whose listed name is the title: [[Juventud Milagro (Huaral)]]."""
    listed_by_core: defaultdict[tuple[str, ...], list[Identity]] = defaultdict(list)
    not_listed: list[Identity] = []
    for identity in page.all():
        if not identity.is_listed:
            not_listed.append(identity)
            continue
        for form in identity.full_forms:
            listed_by_core[form.core].append(identity)

    def find_candidates(identity: Identity) -> Iterator[tuple[Identity, Fit]]:
        for title in sorted(identity.titles):
            for listed in listed_by_core.get(read_name_form(title).core, ()):
                # [[Alfa (Ica)]] is no Alfa of Tacna
                if fit(identity, listed) is not None:
                    yield listed, Fit.SAME

    reason = "the title of its link is the club's name"
    join(page, not_listed, find_candidates, reason, is_closed_set=False)


def _join_same_names(page: PageClubs) -> None:
    """Put together what is printed alike, unless the name means two clubs of the page."""
    by_name: defaultdict[str, list[Identity]] = defaultdict(list)
    for identity in page.all():
        for name in identity.printed_names:
            by_name[name].append(identity)

    def find_candidates(identity: Identity) -> Iterator[tuple[Identity, Fit]]:
        others: dict[int, Identity] = {}
        for name in identity.printed_names:
            for other in by_name[name]:
                if other is not identity and find_contradiction(identity, other) is None:
                    others[other.number] = other
        best = min(others.values(), key=lambda other: other.rank, default=None)
        # the one of which less is known goes to the other one
        if best is None or best.rank > identity.rank:
            return
        yield best, Fit.SAME
        # [[Alfa (Ica)|Alfa]], [[Alfa (Tacna)|Alfa]] and "Alfa": each may be meant
        for other in others.values():
            if other is not best and find_contradiction(best, other) is not None:
                yield other, Fit.SAME

    join(page, page.all(), find_candidates, "the same name on this page", is_closed_set=False)


def _join_short_forms(page: PageClubs, candidates: Candidates, reason: str) -> None:
    """Read short forms where all clubs that can be meant are known."""
    # what a line of clubs.csv says of a name stays
    not_told = [identity for identity in page.all() if not identity.is_told]
    join(page, not_told, candidates, reason, is_closed_set=True)
