"""What the witness sees and no reader took: reported, so that no score is lost in silence."""

from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.witness.constructs import find_constructs
from pipeline.extract.witness.verdicts import find_seen_scores, judge
from pipeline.lineage import Span

NO_FACT_HAS_IT = "a score that no fact has"


def report_unread_scores(context: ExtractionContext) -> tuple[Span, ...]:
    """Report each score that nobody accounts for, a construct once; return all that are seen."""
    scores = find_seen_scores(context.page)
    verdicts = judge(scores, context.facts, context.claims)
    unread = [verdict.score for verdict in verdicts if verdict.fate == "unaccounted"]
    if unread:
        constructs = find_constructs(context.page.text, unread, context.tables, context.claims)
        for construct in constructs:
            context.add_unrecognised_inside(construct.span, construct.kind, NO_FACT_HAS_IT)
    return tuple(score.span for score in scores)
