"""A club as far as it is known: the names that mean it, and what they say of it."""

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.domain.keys import fold
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.name_fit import Fit, fit_names, places_agree
from pipeline.normalise.clubs.whole_page.name_form import NameForm, read_name_form
from pipeline.normalise.clubs.whole_page.statements import ListedName, Slot

_MOST_FORMS = 6  # of one club that are compared; more say nothing new


@dataclass(slots=True)
class Identity:
    """One club of the page while its names are put together.

    clubs:     what the names alone gave
    full_forms: the names that are no short form of another one
    answers:   questions that have one answer a club, such as the region in which it plays
    exclusive: the lists and tables that have a row of it
    met:       the names that it plays against
    days:      of each round in which a club plays once: at home or away, and the score
    """

    number: int
    clubs: set[Club] = field(default_factory=set)
    mentions: set[Mention] = field(default_factory=set)
    printed_names: set[str] = field(default_factory=set)
    full_forms: list[NameForm] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    answers: dict[Slot, set[str]] = field(default_factory=lambda: defaultdict(set))
    exclusive: set[tuple[str, int]] = field(default_factory=set)
    met: set[Mention] = field(default_factory=set)
    days: dict[tuple[str, ...], set[object]] = field(default_factory=lambda: defaultdict(set))
    groups: set[tuple[str, ...]] = field(default_factory=set)
    regions: set[frozenset[str]] = field(default_factory=set)
    department_codes: set[str] = field(default_factory=set)
    file_keys: set[str] = field(default_factory=set)
    is_listed: bool = False
    is_told: bool = False
    is_linked: bool = False
    is_open: bool = True

    @property
    def rank(self) -> tuple[int, int, str]:
        """How much is known; of two identities that are one club the lower one stays."""
        in_table = any(kind == "table" for kind, _ in self.exclusive)
        order = (not self.is_listed, not in_table, not self.file_keys, not self.is_linked)
        level = order.index(False) if False in order else len(order)
        return level, -self.length, min(self.printed_names, default="")

    @property
    def length(self) -> int:
        """How many words the fullest name has."""
        return max((len(form.words) for form in self.full_forms), default=0)

    def add_form(self, form: NameForm) -> None:
        """Keep a name for comparing, unless a fuller one is kept."""
        self.places.update(form.places)
        if form in self.full_forms or not form.words:
            return
        for known in self.full_forms:
            if _is_fuller(known, form, self.places):
                return
        kept = [known for known in self.full_forms if not _is_fuller(form, known, self.places)]
        self.full_forms = sorted([*kept, form], key=lambda known: known.name)[:_MOST_FORMS]

    def add_listed(self, listed: ListedName) -> None:
        """Keep what a row of a team list says."""
        row = listed.row
        self.clubs.add(listed.club)
        self.is_listed, self.is_open = True, False
        self.exclusive.add(("list", listed.list_number))
        self.printed_names.add(row.name)
        self.add_form(read_name_form(row.printed))
        self.places.update(fold(place) for place in (row.department_name, row.town) if place)
        if row.linked_article:
            self.is_linked = True
            self.titles.add(row.linked_article)
        if row.department_code:
            self.department_codes.add(row.department_code)
            self.answers["department",].add(row.department_code)


def _is_fuller(form: NameForm, other: NameForm, places: set[str]) -> bool:
    """Whether the other name is the form with words left out."""
    if len(form.words) < len(other.words):
        return False
    return fit_names(form, other, places, places) is not None and form != other


def fit(first: Identity, second: Identity) -> Fit | None:
    """Return the strongest way in which a full name of one fits one of the other."""
    fits: list[Fit] = []
    for first_form in first.full_forms:
        for second_form in second.full_forms:
            found = fit_names(first_form, second_form, first.places, second.places)
            if found is not None:
                fits.append(found)
    return min(fits, default=None)


def find_contradiction(first: Identity, second: Identity) -> str | None:
    """Return what keeps two identities apart, None if nothing does."""
    contradictions = (
        (_meet(first, second), "they play each other"),
        (
            not first.exclusive.isdisjoint(second.exclusive),
            "they are two rows of one list or table",
        ),
        (_are_two_in_file(first, second), "clubs.csv has them as two clubs"),
        (
            _answer_differently(first, second),
            "they are of different regions, groups or departments",
        ),
        (_places_differ(first.places, second.places), "they are of different places"),
        (_play_twice_in_a_round(first, second), "both play in one round"),
    )
    for holds, contradiction in contradictions:
        if holds:
            return contradiction
    return None


def _meet(first: Identity, second: Identity) -> bool:
    return not (first.met.isdisjoint(second.mentions) and second.met.isdisjoint(first.mentions))


def _are_two_in_file(first: Identity, second: Identity) -> bool:
    has_both = bool(first.file_keys) and bool(second.file_keys)
    return has_both and first.file_keys != second.file_keys


def _answer_differently(first: Identity, second: Identity) -> bool:
    for slot in first.answers.keys() & second.answers.keys():
        if first.answers[slot].isdisjoint(second.answers[slot]):
            return True
    return not (_can_play_where(first, second) and _can_play_where(second, first))


def _can_play_where(first: Identity, second: Identity) -> bool:
    """Whether the departments of one are in the regions of the other."""
    if not first.department_codes or second.department_codes:
        return True
    return all(not first.department_codes.isdisjoint(region) for region in second.regions)


def _places_differ(first: set[str], second: set[str]) -> bool:
    if not first or not second:
        return False
    return not any(places_agree(place, other) for place in first for other in second)


def _play_twice_in_a_round(first: Identity, second: Identity) -> bool:
    """Whether the two play different matches of a round in which each club plays once."""
    for day in first.days.keys() & second.days.keys():
        # one match that stands twice, in a list and in a box, has one score
        if first.days[day].isdisjoint(second.days[day]):
            return True
    return False


def absorb(stays: Identity, goes: Identity) -> None:
    """Put two identities of one club together."""
    stays.clubs |= goes.clubs
    stays.mentions |= goes.mentions
    stays.printed_names |= goes.printed_names
    stays.titles |= goes.titles
    stays.places |= goes.places
    stays.exclusive |= goes.exclusive
    stays.met |= goes.met
    stays.groups |= goes.groups
    stays.regions |= goes.regions
    stays.department_codes |= goes.department_codes
    stays.file_keys |= goes.file_keys
    stays.is_listed |= goes.is_listed
    stays.is_told |= goes.is_told
    stays.is_linked |= goes.is_linked
    stays.is_open &= goes.is_open
    for slot, answers in goes.answers.items():
        stays.answers[slot] |= answers
    for day, results in goes.days.items():
        stays.days[day] |= results
    for form in goes.full_forms:
        stays.add_form(form)
