"""What keeps two clubs of a page apart."""

from collections.abc import Callable

from pipeline.normalise.clubs.whole_page.identity import Identity
from pipeline.normalise.clubs.whole_page.name_fit import places_agree


def find_contradiction(first: Identity, second: Identity) -> str | None:
    """Return what keeps two identities apart, None if nothing does."""
    for holds, contradiction in _CONTRADICTIONS:
        if holds(first, second):
            return contradiction
    return None


def _play_each_other(first: Identity, second: Identity) -> bool:
    if not first.met.isdisjoint(second.mentions):
        return True
    return not second.met.isdisjoint(first.mentions)


def _are_two_rows(first: Identity, second: Identity) -> bool:
    return not first.exclusive.isdisjoint(second.exclusive)


def _are_two_in_file(first: Identity, second: Identity) -> bool:
    if not first.file_keys or not second.file_keys:
        return False
    return first.file_keys != second.file_keys


def _answer_differently(first: Identity, second: Identity) -> bool:
    # one is of "Group A", the other of "Group B"; one of Ica, the other of Tacna
    for slot in first.answers.keys() & second.answers.keys():
        if first.answers[slot].isdisjoint(second.answers[slot]):
            return True
    return not (_can_play_where(first, second) and _can_play_where(second, first))


def _can_play_where(first: Identity, second: Identity) -> bool:
    """Whether the departments of one are in the regions of the other."""
    if not first.department_codes or second.department_codes:
        return True
    # a club of a list of Puno, and a name in the region of Lima and Ica
    return all(not first.department_codes.isdisjoint(region) for region in second.regions)


def _are_of_different_places(first: Identity, second: Identity) -> bool:
    if not first.places or not second.places:
        return False
    # "Alfa (Ica)" and "Alfa (Tacna)"
    for place in first.places:
        for other_place in second.places:
            if places_agree(place, other_place):
                return False
    return True


def _play_twice_in_a_round(first: Identity, second: Identity) -> bool:
    """Whether the two play different matches of one round, or on one day."""
    for day in first.days.keys() & second.days.keys():
        # one match that stands twice, in a list and in a box, has one score
        if first.days[day].isdisjoint(second.days[day]):
            return True
    return False


# the first that holds is what a finding names
_CONTRADICTIONS: tuple[tuple[Callable[[Identity, Identity], bool], str], ...] = (
    (_play_each_other, "they play each other"),
    (_are_two_rows, "they are two rows of one list or table"),
    (_are_two_in_file, "clubs.csv has them as two clubs"),
    (_answer_differently, "they are of different regions, groups or departments"),
    (_are_of_different_places, "they are of different places"),
    (_play_twice_in_a_round, "both play in one round or on one day"),
)
