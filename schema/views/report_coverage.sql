CREATE VIEW report_coverage AS
-- One row per page, disposition and reason; the characters add up to the length of the page, the
-- scores to those that a reader sees: `loaded` are read, `ignored` ruled out, all others reported.
SELECT source.page, source.revision_id, construct.disposition, construct.reason,
    COUNT(*) AS units, SUM(construct.span_end - construct.span_start) AS characters,
    SUM(construct.scores) AS scores
FROM construct JOIN source ON source.revision_key = construct.revision_key
GROUP BY source.revision_key, source.page, source.revision_id,
    construct.disposition, construct.reason
