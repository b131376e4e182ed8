"""Whether one name can be a short form of another, and how strong the likeness of form is.

Spelling never counts: "Octavio Espinosa" is no form of "Octavio Espinoza".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from pipeline.normalise.clubs.whole_page.name_form import (
    KINDS_OF_CLUB,
    WORDS_OF_MANY_CLUBS,
    NameForm,
    Word,
)

_FEWEST_INITIALS = 3  # "AD" may stand for anything


class Fit(IntEnum):
    """How two names fit, the strongest first."""

    SAME = 1  # "ADA (Jaén)" and "ADA" of Jaén
    KIND_OF_CLUB = 2  # "Minsa FBC" and "Minsa"
    SHORT_FORM = 3  # "S. Lago", "Lago" and "Sport Lago"
    INITIALS = 4  # "UDA" and "Unión Deportivo Ascensión"


def fit_names(
    first: NameForm, second: NameForm, first_places: Collection[str], second_places: Collection[str]
) -> Fit | None:
    """Return how the names fit, None if they cannot mean one club.

    first_places, second_places: folded names of where each club is from, empty where unknown
    """
    # "Chalaco II" is never Chalaco; most pairs of names have no word that could be one
    if first.team != second.team or not _have_common_beginning(first, second):
        return None
    first_fits = _brackets_fit(first, second, second_places)
    if not (first_fits and _brackets_fit(second, first, first_places)):
        return None
    if first.core and first.core == second.core:
        is_same = len(first.words) == len(second.words)
        return Fit.SAME if is_same else Fit.KIND_OF_CLUB
    if _is_short_form(first, second, second_places) or _is_short_form(second, first, first_places):
        return Fit.SHORT_FORM
    if _are_initials(first, second, second_places) or _are_initials(second, first, first_places):
        return Fit.INITIALS
    return None


def _have_common_beginning(first: NameForm, second: NameForm) -> bool:
    """Whether a word of one begins as a word of the other does."""
    return not first.first_letters.isdisjoint(second.first_letters)


def _brackets_fit(form: NameForm, other: NameForm, other_places: Collection[str]) -> bool:
    """Whether what stands in brackets can be said of the other club."""
    known_places = [*other_places, *other.places]
    if not known_places:
        return True
    for place in form.places:
        # "Diablos Rojos (Juliaca)" is not Diablos Rojos of Huancavelica; "(Ch)" is Chota
        texts = [*known_places, *(word.text for word in other.words)]
        if not any(places_agree(place, text) for text in texts):
            return False
    return True


def places_agree(first: str, second: str) -> bool:
    """Whether one text is the other, its beginning, or one of its words."""
    if first.startswith(second) or second.startswith(first):
        return True
    return first in second.split() or second in first.split()


def _is_short_form(short: NameForm, full: NameForm, full_places: Collection[str]) -> bool:
    """Whether the words of the short name stand in the full one, in order, some shortened."""
    has_telling_word = False
    cursor = 0
    for number, word in enumerate(short.words):
        match = _find_word(word, full.words, cursor, full_places)
        if match is None:
            # "Ecosem Pasco" is Ecosem of Pasco, "Minsa FBC" is Minsa
            is_place = number > 0 and any(word.text in place.split() for place in full_places)
            if not is_place and word.text not in KINDS_OF_CLUB:
                return False
            continue
        cursor, is_whole = match
        # "S. L." shortens everything: one word has to stand there in full
        if is_whole and word.text not in WORDS_OF_MANY_CLUBS:
            has_telling_word = True
    return has_telling_word


def _find_word(
    word: Word, words: Sequence[Word], cursor: int, places: Collection[str]
) -> tuple[int, bool] | None:
    """Return where the search goes on, and whether the word stands there in full."""
    for position in range(cursor, len(words)):
        if words_match(word, words[position]):
            return position + 1, word.text == words[position].text
    # "Alianza UDH" is Alianza Universidad of Huánuco
    if word.is_initials:
        for position in range(cursor, len(words)):
            if _spell(word.text, words[position:], places):
                return len(words), True
    return None


def words_match(first: Word, second: Word) -> bool:
    """Whether the words are one, or one shortens the other."""
    if first.text == second.text:
        return True
    return _shortens(first, second.text) or _shortens(second, first.text)


def _shortens(word: Word, full: str) -> bool:
    """Whether an abbreviation stands for the word: `S.` for Sport, `Cnel.` for Coronel."""
    if not word.is_abbreviation or len(word.text) >= len(full) or word.text[0] != full[0]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in word.text)


def _are_initials(name: NameForm, full: NameForm, full_places: Collection[str]) -> bool:
    """Whether a name of one word has the initials of the other, as CNI has, or AD Tarma."""
    if len(name.words) != 1 or len(name.words[0].text) < _FEWEST_INITIALS:
        return False
    if not name.words[0].is_initials:
        return False
    return _spell(name.words[0].text, full.words, full_places) or _spell(
        name.words[0].text, full.words, ()
    )


def _spell(letters: str, words: Sequence[Word], places: Collection[str]) -> bool:
    """Whether the letters are the initials of the words, of which a place may be left out."""
    return len(letters) >= _FEWEST_INITIALS and letters in _spellings_of(words, places)


def _spellings_of(words: Sequence[Word], places: Collection[str]) -> set[str]:
    """Return the initials of the words, alone and followed by those of each place."""
    initials = ""
    for word in words:
        initials += word.text if word.is_initials else word.text[0]
    spellings = {initials}
    for place in places:
        # "UDH": Universidad de Huánuco, though the list has "Universidad" and the town alone
        place_initials = "".join(part[0] for part in place.split())
        spellings |= {initials + place_initials, f"{initials}d{place_initials}"}
    return spellings


@dataclass(slots=True)
class SearchWords:
    """What finds the names that can fit: two that fit share a word, or one spells the other.

    words:     those that say which club it is: `lago` of "Sport Lago"
    initials:  words of capitals: `udh` of "Alianza UDH"
    spellings: the initials of words that stand together: `udh` of "Universidad de Huánuco"
    """

    words: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    spellings: set[str] = field(default_factory=set)

    def add(self, form: NameForm, places: Collection[str]) -> None:
        """Add those of a name; places: folded names of where the club is from."""
        # "Deportivo" and "Deportivo": a name of words of many clubs fits only the same name
        self.words.add(" ".join(form.core))
        for position, word in enumerate(form.words):
            if word.text not in WORDS_OF_MANY_CLUBS:
                self.words.add(word.text)
            if word.is_initials:
                self.initials.add(word.text)
            for spelling in _spellings_of(form.words[position:], places):
                # "AD" may stand for anything
                if len(spelling) >= _FEWEST_INITIALS:
                    self.spellings.add(spelling)
