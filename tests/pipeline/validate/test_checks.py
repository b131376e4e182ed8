"""Each check is silent on a sound season and speaks on an unsound one."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import snapshot
from pipeline.extract import extract
from pipeline.normalise import normalise
from pipeline.validate import validate

PAGE = Path(__file__).parents[3] / "raw/own/1997_Copa_Perú.wikitext"


def findings_of(old, new, count=1):
    """The codes that the checks give when the 1997 page has other words; it must have the old."""
    revision = snapshot.read(PAGE)
    assert revision.text.count(old) >= count
    changed = replace(revision, text=revision.text.replace(old, new, count))
    season = normalise(changed, extract(changed).facts).season
    return sorted(finding.code for finding in validate(season, changed.title))


KNOWN = ["department-without-region", "stated-count-differs"]


def test_the_page_as_it_stands_has_its_two_known_findings():
    assert findings_of("Copa", "Copa") == KNOWN


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("winners = Juan Aurich", "winners = Los Chankas", "champion-differs"),
        ("=== Playoff ===", "=== Round 6 ===", "round-robin-incomplete"),
        ("=== Round 2 ===", "=== Round 1 ===", "club-twice-in-round"),
        ("Ancash, Callao", "Ancash, Callao, Piura", "department-in-two-regions"),
    ],
)
def test_a_page_that_contradicts_itself_is_found(old, new, code):
    assert code in set(findings_of(old, new)) - set(KNOWN)


def test_a_count_that_holds_is_no_finding():
    assert findings_of("24 departments", "25 departments") == ["department-without-region"]


def test_a_department_in_a_region_is_no_finding():
    assert findings_of("Ancash, Callao", "Ancash, La Libertad, Callao") == ["stated-count-differs"]
