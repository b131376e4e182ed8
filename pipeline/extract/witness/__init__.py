"""The witness: a second reader of the page, which knows scores and nothing else.

It uses none of the readers' forms, so what they overlook it does not: a score that it sees and no
fact states is reported. What counts as a score is said in docs/contract.md, "Nothing in silence".

    written_scores   a text -> where a score stands in it, dates, times and ranges left out
    visibility       whether a reader of the page sees a place, and in which parameter it stands
    stated_scores    the scores that a fact states
    verdicts         each score of a page: read, reported, ruled out, or unaccounted
    score_rules      the rules of `ignored` below which scores mean nothing, each with the reason
"""
