"""A name that no index of a database can hold is cut and reported."""

from pipeline.facts import RegionFact, TieFact
from pipeline.lineage import Span
from pipeline.normalise.truncate_names import LONGEST_NAME, truncate_names

SPAN = Span(3, 9)


def tie(team1, team2):
    return TieFact(
        section=(),
        span=SPAN,
        team1=team1,
        team1_link=None,
        team2=team2,
        team2_link=None,
        aggregate_text=None,
        measure="goals",
        legs=(),
        penalties1=None,
        penalties2=None,
        winner=None,
    )


def test_a_name_of_a_team_is_kept_up_to_the_longest():
    facts = [
        tie("A" * LONGEST_NAME, None),
        RegionFact(section=(), span=SPAN, region="x" * 999, departments=()),
    ]
    assert truncate_names(facts, "T", "1997") == (facts, [])


def test_a_longer_name_is_cut_and_each_is_a_finding():
    long_name = "A" * (LONGEST_NAME + 1)
    (fact,), findings = truncate_names([tie(long_name, f"{long_name}B")], "T", "1997")
    assert long_name.startswith(fact.team1.partition("-")[0])
    assert len(fact.team1) < LONGEST_NAME
    assert fact.team1 != fact.team2
    shown = [(finding.code, finding.page, finding.span, finding.season) for finding in findings]
    assert shown == [("name-too-long", "T", SPAN, "1997")] * 2
