"""What holds for every page, however its editors write: tried on pages made at random.

A page has a list for each of two regions and matches inside them; every mention prints its club in
one of several forms. Which club a mention means is known, because the page is made from it.
"""

from club_facts import NORTH, SOUTH, entry, match, region
from data_files import NO_CLUBS, REFERENCE
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.domain.match import Club
from pipeline.normalise.clubs.mentions import mentions_of
from pipeline.normalise.clubs.page_resolver import resolve_page

# (name, department, region, short forms); "Faro" and "Cauce" may be two clubs each
CLUBS = (
    ("Sport Faro", "Piura", NORTH, ("S. Faro", "Faro", "Sport Faro (T)")),
    ("Deportivo Faro", "Tumbes", NORTH, ("Dep. Faro", "D. Faro", "Faro")),
    ("Unión Laguna", "Piura", NORTH, ("U. Laguna", "Laguna", "Unión Laguna FC")),
    ("Deportivo Cauce", "Tumbes", NORTH, ("Cauce", "Dep. Cauce", "Deportivo Cauce (Tumbes)")),
    ("Deportivo Cauce", "Puno", SOUTH, ("Cauce", "Dep. Cauce", "Deportivo Cauce (Puno)")),
    ("Coronel Mar", "Tacna", SOUTH, ("Cnel. Mar", "C. Mar", "Mar")),
    ("Colegio Mar", "Puno", SOUTH, ("C. Mar", "Mar", "Colegio Mar (Q)")),
    ("Academia Sur Alta", "Tacna", SOUTH, ("ASA", "A. Sur Alta", "Sur Alta")),
)
LINKS = (None, "Club {}", "{} ({place})", "{}")
REGIONS = [region(NORTH, "Piura", "Tumbes"), region(SOUTH, "Puno", "Tacna")]
LISTS = [entry(name, department) for name, department, _, _ in CLUBS]


@st.composite
def meetings(draw):
    """Return matches as pairs of (club, printed name, link), each pair of one region."""
    drawn = []
    for _ in range(draw(st.integers(1, 12))):
        section = draw(st.sampled_from([NORTH, SOUTH]))
        numbers = [number for number, club in enumerate(CLUBS) if club[2] == section]
        pair = draw(st.lists(st.sampled_from(numbers), min_size=2, max_size=2, unique=True))
        drawn.append((section, [draw_mention(draw, number) for number in pair]))
    return drawn


def draw_mention(draw, number):
    name, department, _, forms = CLUBS[number]
    printed = draw(st.sampled_from([name, *forms]))
    link = draw(st.sampled_from(LINKS))
    return number, printed, link and link.format(name, place=department)


def facts_of(drawn, *, with_links=True):
    facts = [*LISTS, *REGIONS]
    for section, ((_, home, home_link), (_, away, away_link)) in drawn:
        links = (home_link, away_link) if with_links else (None, None)
        facts.append(match(home, away, *links, section=section))
    return facts


def clubs_of(drawn, facts):
    """Return the clubs of the names and the numbers that each key stands for."""
    resolver = resolve_page("2008", facts, NO_CLUBS, REFERENCE.departments)
    found = []
    for fact in facts[len(LISTS) + len(REGIONS) :]:
        for mention in mentions_of(fact):
            resolution = resolver.resolve(mention)
            found.append(resolution if isinstance(resolution, Club) else resolution.club)
    numbers = [number for _, pair in drawn for number, _, _ in pair]
    numbers_by_key = {}
    for number, club in [*zip(numbers, found, strict=True), *enumerate(resolver.row_clubs)]:
        numbers_by_key.setdefault(club.key, set()).add(number)
    return found, numbers_by_key


def is_listed(club):
    """Whether the club is that of a row, whose department it has."""
    return club.department is not None


def means_two_clubs(drawn):
    """Whether one region prints two clubs alike: then nobody could tell them apart."""
    numbers = {}
    for section, pair in drawn:
        for number, printed, _ in pair:
            numbers.setdefault((section, printed), set()).add(number)
    return any(len(found) > 1 for found in numbers.values())


@settings(max_examples=60, deadline=None)
@given(meetings(), st.booleans())
def test_no_two_clubs_share_a_key_with_or_without_links(drawn, with_links):
    assume(not means_two_clubs(drawn))
    _, numbers_by_key = clubs_of(drawn, facts_of(drawn, with_links=with_links))
    assert all(len(numbers) == 1 for numbers in numbers_by_key.values())


@settings(max_examples=40, deadline=None)
@given(meetings(), st.randoms(use_true_random=False))
def test_in_any_order_each_name_means_the_same(drawn, random):
    shuffled = list(drawn)
    random.shuffle(shuffled)
    first, _ = clubs_of(drawn, facts_of(drawn))
    second, _ = clubs_of(shuffled, facts_of(shuffled))

    def answers(page, found):
        names = [(section, mention) for section, pair in page for mention in pair]
        return {
            (section, mention[1:], club.key)
            for (section, mention), club in zip(names, found, strict=True)
        }

    assert answers(drawn, first) == answers(shuffled, second)


@settings(max_examples=40, deadline=None)
@given(meetings(), st.data())
def test_printing_the_full_name_never_changes_who_it_is(drawn, data):
    assume(not means_two_clubs(drawn))
    before, keys_before = clubs_of(drawn, facts_of(drawn))
    place = data.draw(st.integers(0, len(drawn) - 1))
    section, pair = drawn[place]
    number, _, link = pair[0]
    full = [(number, CLUBS[number][0], link), pair[1]]
    changed = [*drawn[:place], (section, full), *drawn[place + 1 :]]
    after, keys_after = clubs_of(changed, facts_of(changed))
    # the key may become that of the link, the club stays that of its row
    was_told = number in keys_before.get(before[2 * place].key, ()) and is_listed(before[2 * place])
    assume(was_told)
    assert is_listed(after[2 * place])
    assert number in keys_after[after[2 * place].key]


@settings(max_examples=40, deadline=None)
@given(meetings(), st.data())
def test_two_names_that_meet_are_never_one_club(drawn, data):
    places = [(section, mention) for section, pair in drawn for mention in pair]
    section, first = data.draw(st.sampled_from(places))
    other_section, second = data.draw(st.sampled_from(places))
    assume(section == other_section and first[1] != second[1] and first[0] != second[0])
    found, _ = clubs_of([*drawn, (section, [first, second])], [
        *facts_of(drawn), match(first[1], second[1], first[2], second[2], section=section)
    ])  # fmt: skip
    before, _ = clubs_of(drawn, facts_of(drawn))
    were_one = before[places.index((section, first))] == before[places.index((section, second))]
    assert were_one or found[-1] != found[-2]
