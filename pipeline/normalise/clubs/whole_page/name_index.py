"""Clubs by the words and initials of their names, to find those that a name fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.normalise.clubs.whole_page.identity import Identity, fit
from pipeline.normalise.clubs.whole_page.name_fit import Fit


class NameIndex:
    """The clubs of a closed set; compares a name only with those that share a word with it."""

    def __init__(self, clubs: Iterable[Identity]) -> None:
        """Keep the clubs; their words are noted when the first name is looked up."""
        self._clubs = list(clubs)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[int]] = defaultdict(list)
        self._by_spelling: defaultdict[str, list[int]] = defaultdict(list)
        self._numbers = {club.number for club in self._clubs}
        self._is_noted = False

    def _note_words(self) -> None:
        """Note under which words each club is found."""
        self._is_noted = True
        for position, club in enumerate(self._clubs):
            search_words = club.search_words()
            for word in search_words.words:
                self._by_word[word].append(position)
            for initials in search_words.initials:
                self._by_initials[initials].append(position)
            for spelling in search_words.spellings:
                self._by_spelling[spelling].append(position)

    def __contains__(self, club: Identity) -> bool:
        """Whether the club is in the set."""
        return club.number in self._numbers

    def find_fitting(self, identity: Identity) -> Iterator[tuple[Identity, Fit]]:
        """Yield the clubs that a name of the identity fits, in the order of the set."""
        # most pages have a set that no name asks for
        if not self._is_noted:
            self._note_words()
        search_words = identity.search_words()
        positions: set[int] = set()
        for word in search_words.words:
            positions.update(self._by_word.get(word, ()))
        # "UDH" finds "Universidad de Huánuco", which finds "UDH"
        for initials in search_words.initials:
            positions.update(self._by_spelling.get(initials, ()))
        for spelling in search_words.spellings:
            positions.update(self._by_initials.get(spelling, ()))
        for position in sorted(positions):
            club = self._clubs[position]
            strength = fit(identity, club)
            if strength is not None:
                yield club, strength
