"""Pages as editors write them: one club under several names is one, two clubs stay two."""

from pathlib import Path

import pytest
from data_files import REFERENCE

from pipeline import snapshot
from pipeline.extract import extract
from pipeline.normalise import normalise

GOLDEN = Path(__file__).parents[3] / "golden"


def normalised(case):
    """Return the season of a golden page, and its findings."""
    revision = snapshot.read(GOLDEN / case / "page.wikitext")
    return normalise(revision, extract(revision).facts, REFERENCE)


@pytest.mark.parametrize(
    ("case", "meetings"),
    [
        (
            "clubs-linked-in-several-ways",
            ["estrella-ica laguna-tacna", "laguna-tacna nevado", "nevado estrella-ica"],
        ),
        (
            "clubs-linked-to-two-towns",
            [
                "estrella-ica estrella-tacna",
                "nevado-puno estrella-tacna",
                "provisional-1999-estrella nevado-puno",
            ],
        ),
        (
            "clubs-titles-of-links",
            [
                "juventud-palmar-lima-huaral sport-faro-ica",
                "sport-faro-ica juventud-palmar-lima-huaral",
            ],
        ),
        (
            "clubs-titles-of-another-town",
            ["juventud-palmar-tacna sport-faro-ica", "sport-faro-ica juventud-palmar-lima-huaral"],
        ),
        (
            "clubs-short-names",
            [
                "provisional-2012-juventud-palmar provisional-2012-sport-faro",
                "provisional-2012-sport-faro provisional-2012-deportivo-cauce",
                "provisional-2012-deportivo-cauce provisional-2012-juventud-palmar",
            ],
        ),
        # "Palmar" plays beside Unión Palmar in a round; second teams are clubs of their own
        (
            "clubs-that-are-not-meant",
            [
                "union-palmar-lima-huacho nevado-puno-ilave",
                "provisional-2012-palmar faro-ica",
                "provisional-2012-faro-b nevado-puno-ilave",
                "provisional-2012-faro-ii union-palmar-lima-huacho",
            ],
        ),
        (
            "clubs-short-names-of-two",
            [
                "provisional-2012-juventud-palmar provisional-2012-faro",
                "provisional-2012-sport-faro provisional-2012-deportivo-faro",
                "provisional-2012-deportivo-faro provisional-2012-juventud-palmar",
            ],
        ),
        (
            "clubs-namesakes-of-two-regions",
            [
                "deportivo-cauce-amazonas-jazan estrella-loreto-iquitos",
                "deportivo-cauce-ayacucho-kimbiri laguna-cusco",
            ],
        ),
        (
            "clubs-namesakes-without-a-list",
            [
                "provisional-2012-cauce-region-i provisional-2012-estrella",
                "provisional-2012-cauce-region-vi provisional-2012-laguna",
                "provisional-2012-cauce provisional-2012-nevado",
            ],
        ),
    ],
)
def test_the_clubs_of_a_page_are_told(case, meetings):
    season = normalised(case).season
    assert [f"{match.home.key} {match.away.key}" for match in season.matches] == meetings


@pytest.mark.parametrize(
    ("case", "code", "count"),
    [
        ("clubs-linked-in-several-ways", "link-differs", 3),
        ("clubs-linked-to-two-towns", "link-differs", 0),
        ("clubs-short-names", "resolved-in-group", 3),
        ("clubs-short-names", "unknown-club", 3),
        ("clubs-titles-of-another-town", "link-differs", 0),
    ],
)
def test_a_club_has_at_most_one_finding_of_a_kind(case, code, count):
    findings = [finding for finding in normalised(case).findings if finding.code == code]
    assert len(findings) == count


def test_champion_of_a_club_with_several_links_is_known():
    season = normalised("clubs-linked-in-several-ways").season
    assert season.champion is not None
    assert season.champion.key == "estrella-ica"


def test_a_tie_in_two_tables_is_one_tie_and_its_legs_two_matches():
    season = normalised("clubs-ties-told-twice").season
    assert [tie.aggregate for tie in season.ties] == ["3–1"]
    assert [match.leg for match in season.matches] == [1, 2]
