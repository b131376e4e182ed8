"""What an unresolved name might mean, and what the lines to paste come to."""

import pytest
from club_facts import FINAL, entry, resolve_keys, resolver_of, write_club_file

from pipeline.normalise.clubs.candidates import describe_unresolved
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import Unresolved


def keys_of_rows(resolver):
    """Return the keys of the clubs that the rows of the lists define."""
    return [club.key for club in resolver.row_clubs]


def test_likeness_settles_nothing_and_is_shown():
    facts = [entry("Octavio Espinosa", "Ica")]
    resolver = resolver_of("2008", facts)
    mention = Mention("Octavio Espinoza", None, FINAL)
    unresolved = resolver.resolve(mention)
    assert isinstance(unresolved, Unresolved)
    assert "octavio-espinosa-ica (spelling 'Octavio Espinosa', 94 of 100)" in describe_unresolved(
        mention, unresolved, resolver, "2008 Copa Perú"
    )


@pytest.mark.parametrize(
    ("mention", "key"),
    [
        (Mention("Espinoza", None, FINAL), "octavio-espinosa-ica"),
        (Mention("Desconocido FC", None, FINAL), "desconocido-fc-2008"),
        (Mention("Grau", None, FINAL), "grau-piura"),
        (Mention("Octavio Espinosa", "Club Octavio Espinoza", FINAL), "octavio-espinosa-ica"),
    ],
)
def test_the_line_of_a_finding_settles_the_name(tmp_path, mention, key):
    facts = [entry("Octavio Espinosa", "Ica", link="Octavio Espinosa (Ica)"),
             entry("Grau", "Piura"), entry("Grau", "Puno")]  # fmt: skip
    resolver = resolver_of("2008", facts)
    message = describe_unresolved(mention, resolver.resolve(mention), resolver, "2008 Copa Perú")
    lines = message.partition("clubs.csv: ")[2].split(" and ")
    club_file = write_club_file(tmp_path, *lines)
    resolver_with_lines = resolver_of("2008", facts, club_file)
    assert resolve_keys(facts, mention, file=club_file) == [key]
    assert keys_of_rows(resolver_with_lines) == keys_of_rows(resolver)
    next_season = resolver_of("2009", [entry("Grau", "Piura", "Paita"), *facts[2:]], club_file)
    assert next_season.row_clubs[0].key == "grau-piura-paita"
    unlinked = Mention(mention.printed, None, FINAL)
    assert resolve_keys([], unlinked, file=club_file, season="2009")[0].startswith(
        "provisional-2009"
    )


def test_the_lines_for_lists_without_departments_keep_two_towns_apart(tmp_path):
    facts = [entry("Grau", None, "Nowhere"), entry("Grau", None, "Elsewhere")]
    resolver = resolver_of("2008", facts)
    lines = []
    for club in resolver.row_clubs:
        unresolved = Unresolved("unknown-club", club)
        message = describe_unresolved(
            Mention("Grau", None, FINAL), unresolved, resolver, "2008 Copa Perú"
        )
        assert "candidates: provisional" not in message
        lines.append(message.partition("clubs.csv: ")[2])
    resolver_with_lines = resolver_of("2008", facts, write_club_file(tmp_path, *lines))
    assert keys_of_rows(resolver_with_lines) == ["grau-nowhere-2008", "grau-elsewhere-2008"]
