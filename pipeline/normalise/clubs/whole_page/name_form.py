"""A printed name taken apart: its words, and what stands in brackets behind them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.domain.keys import FOLDED_TEXTS_KEPT, fold
from pipeline.values.club_names import bracket, comparable, name_proper

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\.?")
_MOST_CAPITALS = 5  # "UNSAAC" is a word, "UDH" are initials
# "F.C.", "Club", "Asociación": they say that it is a club, not which one
KINDS_OF_CLUB = frozenset(
    "club fc fbc cf sc cd ad cs csd csyd cfc futbol football foot ball asociacion asoc".split()
)
# "Deportivo" alone means nobody, even where one club of the table is called so
WORDS_OF_MANY_CLUBS = KINDS_OF_CLUB | {"deportivo", "sport", "sporting", "social", "cultural"}
_CONNECTING_WORDS = frozenset("de del y e of the".split())
# of titles: "Deportivo Maldonado (Perú)", "José María Arguedas (club)"
_NO_PLACES = frozenset("peru club futbol football soccer equipo team".split())
# "Chalaco II" and "Chalaco B" are teams of their own beside Chalaco
_NUMBER_OF_TEAM = {"b": 2, "ii": 2, "c": 3, "iii": 3, "iv": 4}
_WORDS_OF_TEAMS = frozenset("filial reserva reservas juvenil juveniles sub".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name.

    is_abbreviation: `S.` of "S. Lago", `Dep.`, `Cnel.`
    is_initials:     `UDH` of "Alianza UDH"
    """

    text: str
    is_abbreviation: bool = False
    is_initials: bool = False


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name for comparing with longer and shorter ones.

    words:   without connecting words such as `de`
    places:  what stands in brackets and may be a place, folded
    core:    the words that say which club it is
    team:    which team of its club it is: 2 for `II` and `B`, `reserva`; None for the first one
    marks:   capitals in brackets: a place's first letter, or a status such as `(Q)`
    """

    name: str
    words: tuple[Word, ...]
    places: tuple[str, ...]
    marks: tuple[str, ...]
    core: tuple[str, ...]
    team: int | str | None
    first_letters: frozenset[str]


@lru_cache(FOLDED_TEXTS_KEPT)
def read_name_form(printed: str) -> NameForm:
    """Return the form of a name as printed, or of the title of an article."""
    stem = name_proper(printed)
    places: list[str] = []
    marks: list[str] = []
    last_bracket = bracket(stem)
    while last_bracket is not None:
        stem = last_bracket.stem
        inside = fold(last_bracket.inside).rstrip(".")
        if last_bracket.kind == "status":
            marks.append(inside)
        elif last_bracket.kind == "name" and inside not in _NO_PLACES:
            places.append(inside)
        last_bracket = bracket(stem)
    words = _read_words(stem)
    core = tuple(word.text for word in words if word.text not in KINDS_OF_CLUB)
    letters = frozenset(word.text[0] for word in words)
    team = _read_team(stem)
    return NameForm(comparable(printed), words, tuple(places), tuple(marks), core, team, letters)


def _read_team(stem: str) -> int | str | None:
    """Return which team of its club a name means, None for the first one."""
    words_behind = [fold(written) for written in _WORD.findall(stem)[1:]]
    for number, word in enumerate(words_behind, 1):
        if word in _WORDS_OF_TEAMS:
            return word
        # "Chalaco B", and no B inside a name; "Juan Pablo II" is "Juan Pablo II College"
        if word in _NUMBER_OF_TEAM and (len(word) > 1 or number == len(words_behind)):
            return _NUMBER_OF_TEAM[word]
    return None


def _read_words(stem: str) -> tuple[Word, ...]:
    """Return the words; initials of a kind of club are one word, `F. C.` as `FC`."""
    words: list[Word] = []
    initials: list[str] = []
    for written in _WORD.findall(stem):
        text = fold(written.rstrip("."))
        if len(text) == 1:
            initials.append(text)
            continue
        words += _words_of_initials(initials)
        initials = []
        if text not in _CONNECTING_WORDS:
            words.append(_read_word(written, text))
    return (*words, *_words_of_initials(initials))


def _read_word(written: str, text: str) -> Word:
    is_abbreviation = written.endswith(".") or text == "dep"
    is_initials = written.isupper() and len(text) <= _MOST_CAPITALS and not is_abbreviation
    return Word(text, is_abbreviation, is_initials)


def _words_of_initials(initials: Iterable[str]) -> list[Word]:
    letters = "".join(initials)
    # "F. C. Carlos Stein"; in "J. M. Arguedas" each letter is a word
    if letters in KINDS_OF_CLUB:
        return [Word(letters)]
    return [Word(letter, is_abbreviation=True) for letter in letters]
