"""The rules of `ignored` below which a score means nothing, each with the reason.

A score under any other rule, such as `prose`, is reported.
"""

REASON_BY_RULE = {
    "record of other years": "matches of other seasons",
    "summary of a tie": "the sum of two legs that the page tells elsewhere",
    "score during a match": "a score that changed before the match ended",
    "friendly match": "a match of no competition",
    "prose about results": "a match that the page states below the same heading",
    "table: source": "where the table is taken from, such as a match report's title",
}
