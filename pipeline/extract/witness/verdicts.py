"""Each score that a reader sees on a page: who accounts for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.account import Claim
from pipeline.extract.parsing.page import Page
from pipeline.extract.witness.score_rules import REASON_BY_RULE
from pipeline.extract.witness.stated_scores import Pair, find_stated_pairs, make_pair
from pipeline.extract.witness.visibility import look_at
from pipeline.extract.witness.written_scores import find_scores
from pipeline.facts import Fact, UnrecognisedFact
from pipeline.lineage import Span, find_around

Fate = Literal["read", "reported", "ruled out", "unaccounted"]


@dataclass(frozen=True, slots=True)
class SeenScore:
    """A score that a reader of the page sees.

    parameter: of the innermost template call around it, None outside all calls
    """

    span: Span
    pair: Pair
    parameter: Span | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a score.

    fate: `read` where a fact around it has its numbers, `reported` where an unrecognised fact or a
          finding shows it, `ruled out` where a rule of `score_rules` passes it over
    rule: that of the innermost claim around the score; "" of one that is read or unrecognised
    """

    score: SeenScore
    fate: Fate
    rule: str = ""


def find_seen_scores(page: Page) -> list[SeenScore]:
    """Return the scores that a reader of the page sees, in page order."""
    scores = []
    for written in find_scores(page.text):
        sight = look_at(page, written.start)
        if sight.is_seen:
            span = Span(written.start, written.end)
            pair = make_pair(written.first, written.second)
            scores.append(SeenScore(span, pair, sight.parameter))
    return scores


def judge(
    scores: Sequence[SeenScore], facts: Sequence[Fact], claims: Sequence[Claim]
) -> list[Verdict]:
    """Return what became of each score, in page order.

    claims: nested or apart, as `account.close` takes them
    """
    verdicts = []
    open_scores = []
    for score, is_read, is_reported in _compare_with_facts(scores, facts):
        if is_read:
            verdicts.append(Verdict(score, "read"))
        elif is_reported:
            verdicts.append(Verdict(score, "reported"))
        else:
            open_scores.append(score)
    # on most pages nothing is left, so the claims need not be put in order
    if open_scores:
        verdicts.extend(_judge_by_claims(open_scores, claims))
        verdicts.sort(key=lambda verdict: verdict.score.span)
    return verdicts


def _compare_with_facts(
    scores: Sequence[SeenScore], facts: Sequence[Fact]
) -> Iterator[tuple[SeenScore, bool, bool]]:
    """Yield each score, whether a fact around it has its numbers, whether one reports it."""
    pairs_by_fact: dict[int, set[Pair]] = {}
    places = [score.span.start for score in scores]
    for score, facts_around in zip(scores, find_around(facts, places), strict=True):
        is_read = is_reported = False
        for fact in reversed(facts_around):
            if isinstance(fact, UnrecognisedFact):
                is_reported = True
                continue
            pairs = pairs_by_fact.get(id(fact))
            if pairs is None:
                pairs = pairs_by_fact[id(fact)] = find_stated_pairs(fact)
            if score.pair in pairs:
                is_read = True
                break
        yield score, is_read, is_reported


def _judge_by_claims(scores: Sequence[SeenScore], claims: Sequence[Claim]) -> Iterator[Verdict]:
    places = [score.span.start for score in scores]
    for score, claims_around in zip(scores, find_around(claims, places), strict=True):
        claim = claims_around[-1]
        yield Verdict(score, _fate_by_claim(claim), claim.reason)


def _fate_by_claim(claim: Claim) -> Fate:
    # each of these is a finding
    if claim.disposition in {"unrecognised", "quarantined"}:
        return "reported"
    if claim.disposition == "ignored" and claim.reason in REASON_BY_RULE:
        return "ruled out"
    return "unaccounted"
