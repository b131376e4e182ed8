"""A club as far as it is known: the names that mean it, and what they say of it."""

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.domain.keys import fold
from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.name_fit import Fit, SearchWords, fit_names
from pipeline.normalise.clubs.whole_page.name_form import NameForm, read_name_form
from pipeline.normalise.clubs.whole_page.statements import ListedName, Slot

_MOST_FORMS = 6  # of one club that are compared; more say nothing new


# two identities that say the same are still two
@dataclass(slots=True, eq=False)
class Identity:
    """One club of the page while its names are put together.

    clubs:     what the names alone gave
    full_forms: the names that are no short form of another one
    answers:   questions that have one answer a club, such as the region in which it plays
    exclusive: the lists and tables that have a row of it
    met:       the names that it plays against
    days:      of each round and date in which it plays: at home or away, and the score
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
    _search_words: SearchWords | None = None

    @property
    def rank(self) -> tuple[int, int, str]:
        """How much is known; of two identities that are one club the lower one stays."""
        evidence = (self.is_listed, self.is_in_table, bool(self.file_keys), self.is_linked, True)
        return evidence.index(True), -self.length, min(self.printed_names, default="")

    @property
    def is_in_table(self) -> bool:
        """Whether a row of a published table is of the club."""
        return any(kind == "table" for kind, _ in self.exclusive)

    @property
    def length(self) -> int:
        """How many words the fullest name has."""
        return max((len(form.words) for form in self.full_forms), default=0)

    def add_form(self, form: NameForm) -> None:
        """Keep a name for comparing, unless a fuller one is kept."""
        self._search_words = None
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
        self._search_words = None
        if row.linked_article:
            self.is_linked = True
            self.titles.add(row.linked_article)
        if row.department_code:
            self.department_codes.add(row.department_code)
            self.answers["department",].add(row.department_code)

    def absorb(self, other: "Identity") -> None:
        """Take over all that is known of an identity of the same club."""
        self.clubs |= other.clubs
        self.mentions |= other.mentions
        self.printed_names |= other.printed_names
        self.titles |= other.titles
        self.places |= other.places
        self.exclusive |= other.exclusive
        self.met |= other.met
        self.groups |= other.groups
        self.regions |= other.regions
        self.department_codes |= other.department_codes
        self.file_keys |= other.file_keys
        self.is_listed |= other.is_listed
        self.is_told |= other.is_told
        self.is_linked |= other.is_linked
        self.is_open &= other.is_open
        self._search_words = None
        for slot, answers in other.answers.items():
            self.answers[slot] |= answers
        for day, results in other.days.items():
            self.days[day] |= results
        for form in other.full_forms:
            self.add_form(form)

    def search_words(self) -> SearchWords:
        """Return what finds the identities of which a name fits one of this."""
        # every step asks for them again
        if self._search_words is None:
            self._search_words = SearchWords()
            for form in self.full_forms:
                self._search_words.add(form, self.places)
        return self._search_words


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
