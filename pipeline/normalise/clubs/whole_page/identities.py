"""The clubs of a page before any two of them are put together: one for each club or bare name."""

from collections import defaultdict

from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.whole_page.identity import Identity
from pipeline.normalise.clubs.whole_page.name_form import read_name_form
from pipeline.normalise.clubs.whole_page.statements import Meeting, Name, Slot, Statements

IdentityKey = tuple[str, tuple[str, ...]]


def gather_identities(statements: Statements) -> tuple[list[Identity], dict[Mention, Identity]]:
    """Return the identities, and that of each name; in the same order for any order of names."""
    parted_names = find_parted_names(statements)
    keys = {name.mention: _key_of(name, parted_names) for name in statements.names}
    listed_keys: list[IdentityKey] = [(listed.club.key, ()) for listed in statements.listed]
    identities: dict[IdentityKey, Identity] = {}
    for number, key in enumerate(sorted({*keys.values(), *listed_keys})):
        identities[key] = Identity(number)
    for listed, key in zip(statements.listed, listed_keys, strict=True):
        identities[key].add_listed(listed)
    identity_of = {mention: identities[key] for mention, key in keys.items()}
    for name in sorted(statements.names, key=lambda name: repr(name.mention)):
        _add_name(identity_of[name.mention], name)
    for row in statements.table_rows:
        identity_of[row.mention].exclusive.add(("table", row.table_number))
    for meeting in statements.meetings:
        _add_meeting(identity_of, meeting)
    for identity in identities.values():
        keys_of_clubs = {club.key for club in identity.clubs}
        identity.file_keys = keys_of_clubs & statements.file_keys
    return list(identities.values()), identity_of


def find_parted_names(statements: Statements) -> set[str]:
    """Return the keys that stand in two regions or groups, which share no club.

    Those of links are left out, unless lists have several clubs of the printed name.
    """
    keys_of_several = _find_keys_of_several_clubs(statements)
    answers: defaultdict[tuple[str, Slot], set[str]] = defaultdict(set)
    for name in statements.names:
        if name.is_open or name.club.key in keys_of_several:
            for slot, answer in name.answers:
                answers[name.club.key, slot].add(answer)
    parted_names: set[str] = set()
    for (key, _), found in answers.items():
        # "Municipal" in Region I and in Region VI
        if len(found) > 1:
            parted_names.add(key)
    return parted_names


def _find_keys_of_several_clubs(statements: Statements) -> set[str]:
    """Return the keys of names that lists give to several clubs, without those of clubs.csv."""
    clubs_by_core: defaultdict[tuple[str, ...], set[Club]] = defaultdict(set)
    for listed in statements.listed:
        clubs_by_core[read_name_form(listed.row.printed).core].add(listed.club)
    # [[Deportivo Municipal]] in Region I and in Region VI, and the lists have two of the name
    cores_of_several = {core for core, clubs in clubs_by_core.items() if len(clubs) > 1}
    keys: set[str] = set()
    # most pages list no two clubs of one name
    if not cores_of_several:
        return keys
    for name in statements.names:
        for text in (name.mention.printed, name.mention.linked_article):
            if read_name_form(text).core in cores_of_several:
                keys.add(name.club.key)
    return keys - statements.file_keys


def _key_of(name: Name, parted_names: set[str]) -> IdentityKey:
    # "Municipal" of Region I and of Region VI, and neither is in a list: two clubs
    if name.club.key in parted_names:
        return name.club.key, tuple(answer for _, answer in name.answers)
    return name.club.key, ()


def _add_name(identity: Identity, name: Name) -> None:
    mention = name.mention
    identity.mentions.add(mention)
    identity.clubs.add(name.club)
    identity.printed_names.update(mention.names)
    identity.add_form(read_name_form(mention.printed))
    identity.is_open &= name.is_open
    identity.is_told |= name.is_told
    identity.groups.update(name.groups)
    if name.region is not None:
        identity.regions.add(name.region)
    for slot, answer in name.answers:
        identity.answers[slot].add(answer)
    if mention.linked_article:
        identity.is_linked = True
        identity.titles.add(mention.linked_article)
        identity.add_form(read_name_form(mention.linked_article))


def _add_meeting(identity_of: dict[Mention, Identity], meeting: Meeting) -> None:
    home, away = identity_of[meeting.home], identity_of[meeting.away]
    if home is away:
        return
    home.met.add(meeting.away)
    away.met.add(meeting.home)
    for day in meeting.days:
        home.days[day].add(("home", meeting.score))
        away.days[day].add(("away", meeting.score))


def choose_club(identity: Identity, file_keys: frozenset[str]) -> Club:
    """Return the club that stands for an identity: of the file, of a list, of a link, else open."""

    def preference(club: Club) -> tuple[bool, bool, bool, int, str]:
        has_place = club.department is not None
        return (
            club.key not in file_keys,
            club.is_provisional,
            not has_place,
            -len(club.key) if club.is_provisional else len(club.key),
            club.key,
        )

    return min(identity.clubs, key=preference)
