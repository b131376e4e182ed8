"""No page is too broken: it is read, its account closes, and nobody waits.

`python benchmarks/fuzz.py 10000` does the same for longer.
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutilated import mutilated

from pipeline.account import close
from pipeline.extract import extract
from pipeline.lineage import Revision


@settings(max_examples=150, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_a_mutilated_page_is_read_and_accounted_for(random):
    revision = Revision("Page", "", None, None, "", "", "", mutilated(random))
    made = extract(revision)
    pieces = close(revision.text, made.claims, {})
    assert "".join(revision.quote(piece.span) for piece in pieces) == revision.text
    spans = [fact.span for fact in made.facts]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(revision.text) for span in spans)
