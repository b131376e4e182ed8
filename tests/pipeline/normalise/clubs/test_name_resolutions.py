"""Every name of a page: the club that it means, what says so, and how often it is printed."""

from dataclasses import replace

from club_facts import NORTH, SOUTH, entry, match, write_club_file
from data_files import NO_CLUBS, REFERENCE

from pipeline.normalise import resolve_names

PAGE = "2008 Copa Perú"


def resolve(facts, club_file=NO_CLUBS):
    return resolve_names("2008", facts, PAGE, replace(REFERENCE, clubs=club_file))


def evidence(facts, club_file=NO_CLUBS):
    return [(name.printed, name.evidence, name.count) for name in resolve(facts, club_file)]


def test_a_name_says_where_its_club_comes_from():
    facts = [
        entry("UTC", "Cajamarca", link="Universidad Técnica de Cajamarca"),
        entry("Ugarte", "Puno"),
        match("Ugarte", "Municipal", away_link="Deportivo Municipal"),
        match("Municipal", "Aurora"),
    ]
    assert evidence(facts) == [
        ("UTC", "link", 1),
        ("Ugarte", "list", 2),
        ("Municipal", "link", 1),
        ("Municipal", "elsewhere", 1),
        ("Aurora", "new", 1),
    ]


def test_a_line_of_the_file_is_evidence_in_lists_and_matches(tmp_path):
    club_file = write_club_file(
        tmp_path,
        "atletico-grau,Atlético Grau,PE-PIU,Piura,,,,,page",
        "atletico-grau,Grau,any,,,2008,2008,,page",
    )
    facts = [entry("Atlético Grau", "Piura", "Piura"), match("Grau", "Grau")]
    assert evidence(facts, club_file) == [
        ("Atlético Grau", "clubs.csv", 1),
        ("Grau", "clubs.csv", 2),
    ]


def test_a_name_of_two_clubs_has_both_as_candidates_and_the_lines_for_the_first():
    facts = [
        entry("Ugarte", "Puno"),
        entry("Ugarte", "Tacna"),
        match("Ugarte", "Ugarte"),
    ]
    *_, unresolved = resolve(facts)
    assert (unresolved.evidence, unresolved.count) == ("ambiguous", 2)
    assert not unresolved.is_resolved
    assert [candidate.club.key for candidate in unresolved.candidates] == [
        "ugarte-puno",
        "ugarte-tacna",
    ]
    assert unresolved.lines_to_paste == (
        f"ugarte-puno,Ugarte,PE-PUN,,,2008,2008,,{PAGE}",
        f"ugarte-puno,Ugarte,any,,,2008,2008,,{PAGE}",
    )


def test_one_name_of_two_clubs_is_two_names():
    links = {NORTH: "Deportivo Municipal", SOUTH: "Municipal (Cusco)"}
    facts = [match("Municipal", None, link, section=section) for section, link in links.items()]
    assert [(name.printed, name.club.key) for name in resolve(facts)] == [
        ("Municipal", "deportivo-municipal"),
        ("Municipal", "municipal-cusco"),
    ]
